import type { Blocking } from '../../os/program.ts'
import { singleQuote } from '../expand/quote.ts'
import type { ShellState } from '../state.ts'
import type { Builtin, PlainBuiltin } from './builtin.ts'
import { builtin, invalidOption, parseOptions } from './builtin.ts'
import { meanings } from './lookup.ts'
import { describe } from './type.ts'

type Find = (shell: ShellState, name: string) => Builtin | null
/** Runs a program in a child: its status. */
type RunProgram = (shell: ShellState, words: readonly string[]) => Blocking<number>

export function commandBuiltin(find: Find, runProgram: RunProgram): PlainBuiltin {
  const self: PlainBuiltin = builtin(
    'command',
    '[-pVv] command [arg ...]',
    'Execute a simple command or display information about commands.',
    (shell, args) => {
      const options = parseOptions(args, 'pVv')
      if (options.wrong !== null) return invalidOption(shell, self, options.wrong)
      const { letters, rest } = options
      const [name] = rest
      if (name === undefined) return 0
      if (letters.has('v') || letters.has('V')) return show(shell, find, rest, letters.has('V'))
      return runBuiltin(shell, find, rest) ?? runProgram(shell, rest)
    },
  )
  return self
}

/** Past the functions; null when it is no builtin. */
function runBuiltin(
  shell: ShellState,
  find: Find,
  words: readonly string[],
): number | Blocking<number> | null {
  const [name = ''] = words
  const found = find(shell, name)
  if (!found) return null
  return found.declares ? found.declare(shell, name, words.slice(1)) : found.run(shell, words.slice(1), name)
}

function show(shell: ShellState, find: Find, names: readonly string[], verbose: boolean): number {
  let out = ''
  let any = false
  for (const name of names) {
    const [meaning] = meanings(shell, name, (word) => find(shell, word) !== null, false)
    if (!meaning) {
      if (verbose) {
        shell.emit('command', out)
        out = ''
        shell.report(`command: ${name}: not found`)
      }
      continue
    }
    any = true
    if (verbose) out += describe(shell, name, meaning)
    else if (meaning.kind === 'alias') out += `alias ${name}=${singleQuote(meaning.text)}\n`
    else out += meaning.kind === 'file' ? `${meaning.path}\n` : `${name}\n`
  }
  return shell.emit('command', out, any ? 0 : 1)
}

export function builtinBuiltin(find: Find): PlainBuiltin {
  return builtin('builtin', '[shell-builtin [arg ...]]', 'Execute shell builtins.', (shell, args) => {
    const words = args[0] === '--' ? args.slice(1) : args
    const [name] = words
    if (name === undefined) return 0
    return runBuiltin(shell, find, words) ?? shell.fail('builtin', `${name}: not a shell builtin`)
  })
}
