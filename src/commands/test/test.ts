import type { Process } from '../../os/program.ts'
import type { Command } from '../command.ts'
import { evaluate } from './expression.ts'

const FORMS = [
  '-b -c -d -e -f -g -h -k -L -p -r -s -S -t -u -w -x FILE',
  '-n, -z, =, ==, !=, <, > of strings',
  '-eq -ne -lt -le -gt -ge of integers',
  '-nt -ot -ef of files',
  '! ( ) -a -o',
]

export const testCommand: Command = {
  name: 'test',
  path: '/usr/bin/test',
  summary: 'check file types and compare values',
  supports: FORMS,
  *run(p: Process) {
    return verdict(p, p.argv.slice(1))
  },
}

export const bracketCommand: Command = {
  name: '[',
  path: '/usr/bin/[',
  summary: 'check file types and compare values',
  supports: FORMS,
  *run(p: Process) {
    const words = p.argv.slice(1)
    if (words.at(-1) === ']') return verdict(p, words.slice(0, -1))
    p.io.err(`${p.argv[0] ?? '['}: missing ‘]’\n`)
    return 2
  },
}

function verdict(p: Process, words: readonly string[]): number {
  const result = evaluate(p, words)
  if ('value' in result) return result.value ? 0 : 1
  p.io.err(`${p.argv[0] ?? 'test'}: ${result.error}\n`)
  return 2
}
