import { singleQuote } from '../expand/quote.ts'
import type { ShellState } from '../state.ts'
import { byBytes } from '../variables.ts'
import type { PlainBuiltin } from './builtin.ts'
import { builtin, invalidOption, parseOptions, usageError } from './builtin.ts'

export const alias: PlainBuiltin = builtin(
  'alias',
  '[-p] [name[=value] ... ]',
  'Define or display aliases.',
  (shell, args) => {
    const options = parseOptions(args, 'p')
    if (options.wrong !== null) return invalidOption(shell, alias, options.wrong)
    let out = ''
    if (options.rest.length === 0 || options.letters.has('p')) {
      for (const name of [...shell.aliases.keys()].sort(byBytes)) out += line(shell, name)
    }
    let status = 0
    for (const arg of options.rest) {
      const equal = arg.indexOf('=', 1)
      if (equal > 0) {
        const name = arg.slice(0, equal)
        if (/[\s$`/;&|<>()'"\\]/.test(name)) {
          shell.report(`alias: \`${name}': invalid alias name`)
          status = 1
        } else shell.aliases.set(name, arg.slice(equal + 1))
      } else if (shell.aliases.has(arg)) out += line(shell, arg)
      else {
        shell.report(`alias: ${arg}: not found`)
        status = 1
      }
    }
    return shell.emit('alias', out, status)
  },
)

function line(shell: ShellState, name: string): string {
  return `${shell.dialect?.name === 'ash' ? '' : 'alias '}${name}=${singleQuote(shell.aliases.get(name) ?? '')}\n`
}

export const unalias: PlainBuiltin = builtin(
  'unalias',
  '[-a] name [name ...]',
  'Remove each NAME from the list of defined aliases.',
  (shell, args) => {
    const options = parseOptions(args, 'a')
    if (options.wrong !== null) return invalidOption(shell, unalias, options.wrong)
    if (options.letters.has('a')) {
      shell.aliases.clear()
      return 0
    }
    if (options.rest.length === 0) return usageError(shell, unalias)
    let status = 0
    for (const name of options.rest) {
      if (shell.aliases.delete(name)) continue
      shell.report(`unalias: ${name}: not found`)
      status = 1
    }
    return status
  },
)
