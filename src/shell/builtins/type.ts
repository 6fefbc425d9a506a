import { printFunction } from '../print/command.ts'
import type { ShellState } from '../state.ts'
import type { Builtin, PlainBuiltin } from './builtin.ts'
import { builtin, invalidOption, parseOptions } from './builtin.ts'
import type { Meaning } from './lookup.ts'
import { meanings, paths } from './lookup.ts'

/** `find` is the registry's. */
export function typeBuiltin(find: (shell: ShellState, name: string) => Builtin | null): PlainBuiltin {
  const self: PlainBuiltin = builtin(
    'type',
    '[-afptP] name [name ...]',
    'Display information about command type.',
    (shell, args) => {
      const options = parseOptions(args, 'afptP')
      if (options.wrong !== null) return invalidOption(shell, self, options.wrong)
      const { letters, rest } = options
      const all = letters.has('a')
      let out = ''
      let status = 0
      for (const name of rest) {
        if (letters.has('P')) {
          const found = paths(shell, name, all)
          out += found.map((path) => `${path}\n`).join('')
          if (found.length === 0) status = 1
          continue
        }
        const found = meanings(shell, name, (word) => find(shell, word) !== null, all).filter(
          (meaning) => !(letters.has('f') && meaning.kind === 'function'),
        )
        if (found.length === 0) {
          status = 1
          if (letters.has('t') || letters.has('p')) continue
          // The output of the names before it comes first.
          shell.emit('type', out)
          out = ''
          shell.report(`type: ${name}: not found`)
        }
        for (const meaning of all ? found : found.slice(0, 1)) {
          if (letters.has('t')) out += `${meaning.kind}\n`
          else if (letters.has('p')) out += meaning.kind === 'file' ? `${meaning.path}\n` : ''
          else out += describe(shell, name, meaning)
        }
      }
      return shell.emit('type', out, status)
    },
  )
  return self
}

/** As `type` and `command -V` have it. */
export function describe(shell: ShellState, name: string, meaning: Meaning): string {
  switch (meaning.kind) {
    case 'alias':
      return `${name} is aliased to \`${meaning.text}'\n`
    case 'keyword':
      return `${name} is a shell keyword\n`
    case 'function': {
      const definition = shell.functions.get(name)
      return `${name} is a function\n${definition ? printFunction(definition.node, definition.origin.text) : ''}`
    }
    case 'builtin':
      return `${name} is a shell builtin\n`
    case 'file':
      return meaning.hashed ? `${name} is hashed (${meaning.path})\n` : `${name} is ${meaning.path}\n`
  }
}
