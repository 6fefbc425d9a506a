import type { ShellState } from '../state.ts'
import type { PlainBuiltin } from './builtin.ts'
import { builtin, invalidOption, parseOptions, usageError } from './builtin.ts'

/** POSIX's special builtins, which `-s` lists. */
const SPECIAL: ReadonlySet<string> = new Set(
  '. : break continue eval exec exit export readonly return set shift source times trap unset'.split(' '),
)

/** `names` is the registry's. */
export function enableBuiltin(names: () => readonly string[]): PlainBuiltin {
  const self: PlainBuiltin = builtin(
    'enable',
    '[-a] [-dnps] [-f filename] [name ...]',
    'Enable and disable shell builtins.',
    (shell, args) => {
      const options = parseOptions(args, 'adnps', 'f')
      if (options.wrong !== null) {
        if (!options.wrong.startsWith(':')) return invalidOption(shell, self, options.wrong)
        shell.report(`enable: ${options.wrong.slice(1)}: option requires an argument`)
        return usageError(shell, self)
      }
      const { letters, values, rest } = options
      const known = names().filter((name) => !letters.has('s') || SPECIAL.has(name))
      if (rest.length === 0 || letters.has('p')) return list(shell, known, letters)
      const file = values.get('f')
      if (file !== undefined) {
        const why = 'cannot open shared object file: No such file or directory'
        return shell.fail('enable', `cannot open shared object ${file}: ${file}: ${why}`)
      }
      let status = 0
      for (const name of rest) {
        const found = known.includes(name)
        if (!found || letters.has('d')) {
          shell.report(`enable: ${name}: not ${found ? 'dynamically loaded' : 'a shell builtin'}`)
          status = 1
        } else if (letters.has('n')) shell.disabled.add(name)
        else shell.disabled.delete(name)
      }
      return status
    },
  )
  return self
}

function list(shell: ShellState, names: readonly string[], letters: ReadonlySet<string>): number {
  const shown = names.filter((name) => letters.has('a') || shell.disabled.has(name) === letters.has('n'))
  const lines = shown.toSorted().map((name) => `enable ${shell.disabled.has(name) ? '-n ' : ''}${name}\n`)
  return shell.emit('enable', lines.join(''))
}
