// kill and killall. Ref: busybox procps/kill.c
import type { Process } from '../../os/program.ts'
import type { Signal } from '../../uapi/signal.ts'
import { ALL_SIGNALS, parseSignal } from '../lib/signals.ts'
import type { Applet } from './applet.ts'

export const killApplet: Applet = {
  name: 'kill',
  usage: ` [-l] [-SIG] PID...

Send a signal (default: TERM) to given PIDs

	-l	List all signal names and numbers`,
  *run(p) {
    return start(p, 'kill', (words, signal) => kill(p, words, signal))
  },
}

export const killallApplet: Applet = {
  name: 'killall',
  usage: ` [-lq] [-SIG] PROCESS_NAME...

Send a signal (default: TERM) to given processes

	-l	List all signal names and numbers
	-q	Don't complain if no processes were killed`,
  *run(p) {
    const quiet = p.argv[1] === '-q'
    return start(p, 'killall', (words, signal) => killall(p, words, signal, quiet), quiet ? 2 : 1)
  },
}

/** Reads `-l`, `-SIG` and `-s SIG`, then sends. */
function start(
  p: Process,
  name: string,
  send: (words: readonly string[], signal: Signal | null) => number,
  from = 1,
): number {
  const words = p.argv.slice(from)
  const [first = ''] = words
  if (first === '-l') return list(p, name, words.slice(1))
  let signal: Signal | 0 = 'TERM'
  if (first.startsWith('-') && first !== '--') {
    words.shift()
    const word = first === '-s' ? (words.shift() ?? '') : first.slice(1)
    const parsed = parseSignal(word)
    if (parsed === null) {
      p.io.err(`${name}: bad signal name '${word}'\n`)
      return 1
    }
    signal = parsed
  }
  if (words[0] === '--') words.shift()
  if (words.length === 0) {
    p.io.err(`${name}: you need to specify whom to kill\n`)
    return 1
  }
  return send(words, signal === 0 ? null : signal)
}

function list(p: Process, name: string, words: readonly string[]): number {
  if (words.length === 0) {
    for (const [i, signal] of ALL_SIGNALS.entries()) {
      if (!signal.startsWith('RT')) p.io.out(`${String(i + 1).padStart(2)}) ${signal}\n`)
    }
    p.io.out('32) RTMIN\n64) RTMAX\n')
    return 0
  }
  for (const word of words) {
    const number = /^\d+$/.test(word)
    const found = number ? ALL_SIGNALS[(Number(word) & 127) - 1] : parseSignal(word)
    if (found === null || found === undefined || found === 0) {
      p.io.err(`${name}: unknown signal '${word}'\n`)
      return 1
    }
    p.io.out(`${number ? found : ALL_SIGNALS.indexOf(found) + 1}\n`)
  }
  return 0
}

function kill(p: Process, words: readonly string[], signal: Signal | null): number {
  let failures = 0
  for (const word of words) {
    if (!/^-?\d+$/.test(word)) {
      p.io.err(`kill: invalid number '${word}'\n`)
      failures++
      continue
    }
    const error = p.procs.kill(Number(word), signal)
    if (error === null) continue
    p.io.err(`kill: can't kill pid ${word}: ${error.text}\n`)
    failures++
  }
  return failures
}

function killall(p: Process, words: readonly string[], signal: Signal | null, quiet: boolean): number {
  let failures = 0
  for (const word of words) {
    const pids = pidsByName(p, word).filter((pid) => pid !== p.pid)
    for (const pid of pids) p.procs.kill(pid, signal)
    if (pids.length > 0) continue
    failures++
    if (!quiet) p.io.err(`killall: ${word}: no process killed\n`)
  }
  return failures
}

/** Processes whose program or whose first word has the name, the newest last. Ref: libbb/find_pid_by_name.c */
export function pidsByName(p: Process, name: string): readonly number[] {
  const isNamed = (word: string): boolean => word === name || word.slice(word.lastIndexOf('/') + 1) === name
  return p.procs
    .list()
    .filter(({ pid, argv, state }) => {
      if (state === 'Z') return false
      const comm = p.fs.readText(`/proc/${pid}/comm`)
      return isNamed(argv[0] ?? '') || (typeof comm === 'string' && comm.trimEnd() === name)
    })
    .map(({ pid }) => pid)
}
