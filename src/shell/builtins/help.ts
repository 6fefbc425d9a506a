import type { Builtin, PlainBuiltin } from './builtin.ts'
import { builtin, invalidOption, parseOptions } from './builtin.ts'
import { matches } from '../expand/pattern.ts'
import { byBytes } from '../variables.ts'

/** `all` are the registry's, in its order. */
export function helpBuiltin(all: () => readonly Builtin[]): PlainBuiltin {
  const self: PlainBuiltin = builtin(
    'help',
    '[-dms] [pattern ...]',
    'Display information about builtin commands.',
    (shell, args) => {
      const options = parseOptions(args, 'dms')
      if (options.wrong !== null) return invalidOption(shell, self, options.wrong)
      const { letters, rest } = options
      const sorted = [...all()].sort((a, b) => byBytes(a.name, b.name))
      if (rest.length === 0) return shell.emit('help', overview(sorted))
      let out = ''
      for (const pattern of rest) {
        const exact = sorted.filter((one) => one.name === pattern)
        const found =
          exact.length > 0
            ? exact
            : sorted.filter((one) => matches(one.name, pattern) || one.name.startsWith(pattern))
        for (const one of found) {
          const usage = one.usage === '' ? one.name : `${one.name} ${one.usage}`
          if (letters.has('d')) out += `${one.name} - ${one.summary}\n`
          else if (letters.has('s')) out += `${one.name}: ${usage}\n`
          else out += `${one.name}: ${usage}\n    ${one.summary}\n`
        }
      }
      if (out !== '') return shell.emit('help', out)
      const last = rest.at(-1) ?? ''
      shell.report(
        `help: no help topics match \`${last}'.  Try \`help help' or \`man -k ${last}' or \`info ${last}'.`,
      )
      return 1
    },
  )
  return self
}

function overview(all: readonly Builtin[]): string {
  const entries = all.map((one) => (one.usage === '' ? one.name : `${one.name} ${one.usage}`))
  const half = Math.ceil(entries.length / 2)
  const rows = entries.slice(0, half).map((left, i) => {
    const right = entries[half + i]
    return ` ${cell(left, 38)} ${right === undefined ? '' : cell(right, 36)}`.trimEnd()
  })
  return [
    'GNU bash, version 5.2.15(1)-release (x86_64-pc-linux-gnu)',
    "These shell commands are defined internally.  Type `help' to see this list.",
    "Type `help name' to find out more about the function `name'.",
    '',
    ...rows,
    '',
  ].join('\n')
}

function cell(text: string, width: number): string {
  return text.length > width ? `${text.slice(0, width - 1)}>` : text.padEnd(width)
}
