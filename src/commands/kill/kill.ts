import type { Process } from '../../os/program.ts'
import { EINVAL } from '../../uapi/errno.ts'
import type { Signal } from '../../uapi/signal.ts'
import type { Command } from '../command.ts'
import { ALL_SIGNALS, parseSignal } from '../lib/signals.ts'
import { USAGE } from './usage.ts'

export const killCommand: Command = {
  name: 'kill',
  path: '/usr/bin/kill',
  summary: 'send a signal to processes',
  supports: ['kill PID...', 'kill -SIGNAL PID...', 'kill -s SIGNAL PID...', 'kill -l [SIGNAL]', 'kill -L'],
  *run(p: Process) {
    const words = p.argv.slice(1)
    const [first] = words
    if (first === undefined) {
      p.io.err(USAGE)
      return 1
    }
    if (first === '-h' || first === '--help' || first === '-V' || first === '--version') {
      p.io.out(/^-(V|-v)/.test(first) ? 'kill from procps-ng 4.0.2\n' : USAGE)
      return 0
    }
    if (first === '-l' || first === '--list' || first.startsWith('--list=')) return list(p, first, words[1])
    if (first === '-L' || first === '--table') {
      p.io.out(table())
      return 0
    }
    if (first === '-q' || first.startsWith('--queue')) {
      p.io.err('kill: -q is not supported in vethlab\n')
      return 1
    }
    return send(p, words)
  },
}

/** As wide as a line gets. */
const LINE = 73

function list(p: Process, option: string, word: string | undefined): number {
  const wanted = option.startsWith('--list=') ? option.slice(7) : word
  if (wanted === undefined) {
    p.io.out(`${wrapped(ALL_SIGNALS)}\n`)
    return 0
  }
  const byNumber = /^[0-9]+$/.test(wanted)
  const index = byNumber ? Number(wanted) - 1 : ALL_SIGNALS.indexOf(wanted.toUpperCase().replace(/^SIG/, ''))
  const name = ALL_SIGNALS[index]
  if (name === undefined) {
    p.io.err(`kill: unknown signal name ${wanted}\n`)
    return 0
  }
  p.io.out(`${byNumber ? name : index + 1}\n`)
  return 0
}

function wrapped(words: readonly string[]): string {
  let text = ''
  let width = 0
  for (const word of words) {
    if (text !== '') {
      text += width > LINE ? '\n' : ' '
      width = width > LINE ? 0 : width + 1
    }
    text += word
    width += word.length
  }
  return text
}

function table(): string {
  const cells = ALL_SIGNALS.map((name, i) => `${String(i + 1).padStart(2)} ${name.padEnd(7)}`)
  const lines: string[] = []
  for (let i = 0; i < cells.length; i += 7)
    lines.push(
      cells
        .slice(i, i + 7)
        .join(' ')
        .replace(/ *$/, i + 7 > cells.length ? '     ' : ''),
    )
  return lines.map((line) => `${line}\n`).join('')
}

/** A signal that -s names and that is none is found out only when it is sent. */
function refuseAll(p: Process, pids: readonly string[]): number {
  for (const pid of pids) p.io.err(`kill: (${pid}): ${EINVAL.text}\n`)
  return 1
}

function send(p: Process, given: readonly string[]): number {
  const words = [...given]
  let signal: Signal | 0 = 'TERM'
  const [first = ''] = words
  const separate = first === '-s' || first === '--signal'
  if (separate || first.startsWith('--signal=') || /^-[A-Za-z0-9]+$/.test(first)) {
    words.shift()
    const name = separate ? (words.shift() ?? '') : first.replace(/^--signal=|^-s(?=.)|^-/, '')
    const parsed = parseSignal(name)
    if (parsed === null && separate) return refuseAll(p, words)
    if (parsed === null) {
      p.io.err(`kill: invalid argument ${separate ? name : first.charAt(1)}\n${USAGE}`)
      return 1
    }
    signal = parsed
  }
  if (words[0] === '--') words.shift()
  if (words.length === 0) {
    p.io.err(USAGE)
    return 1
  }
  let status = 0
  for (const word of words) {
    if (!/^-?[0-9]+$/.test(word)) {
      p.io.err(`kill: failed to parse argument: '${word}'\n`)
      status = 1
      continue
    }
    const error = p.procs.kill(Number(word), signal === 0 ? null : signal)
    if (error === null) continue
    p.io.err(`kill: (${word}): ${error.text}\n`)
    status = 1
  }
  return status
}
