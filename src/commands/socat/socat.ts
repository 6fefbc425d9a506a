// socat 1.7.4.4 as Debian has it. Read address.ts for what can be connected, transfer.ts for what is done.
import type { Blocking, Process } from '../../os/program.ts'
import { SIGNALS, type Signal } from '../../uapi/signal.ts'
import type { Command } from '../command.ts'
import { definePlainTool, type PlainTool } from '../lib/plainTool.ts'
import { parseAddress, type Address } from './address.ts'
import type { Channel } from './channel.ts'
import { Log, openLogFile, type Level } from './log.ts'
import { FIRST_FD, openAddress, type Opening } from './open.ts'
import { BANNER, readSettings, SUPPORTS, VERSION_TEXT, type Settings } from './settings.ts'
import { transfer } from './transfer.ts'

export const socatCommand: Command = definePlainTool({
  name: 'socat',
  path: '/usr/bin/socat',
  summary: 'connect any two of sockets, files and programs',
  supports: SUPPORTS,
  complete: (_, words) => {
    const typed = (words.at(-1) ?? '').toUpperCase()
    return [
      'TCP:',
      'TCP-LISTEN:',
      'UDP:',
      'UDP-LISTEN:',
      'UNIX-CONNECT:',
      'UNIX-LISTEN:',
      'EXEC:',
      'SYSTEM:',
      'STDIO',
      'OPEN:',
      'PIPE',
    ].filter((one) => one.startsWith(typed))
  },
  main: socat,
})

function* socat(tool: PlainTool, words: readonly string[]): Blocking<number> {
  const { p } = tool
  const set = readSettings(words)
  const file = set.logFile === null ? null : openLogFile(p, set.logFile)
  const log = new Log(p, set.verbosity, typeof file === 'string' ? null : file, set.name)
  if (typeof file === 'string') return log.fail(file)
  if (set.version) {
    tool.out.print(VERSION_TEXT)
    return 0
  }
  if (set.unsupported !== null) return tool.unsupported(set.unsupported)
  if (set.unknown !== null) return log.fail(`unknown option "${set.unknown}"; use option "-h" for help`)
  const [first, second] = set.addresses
  if (first === undefined || second === undefined || set.addresses.length !== 2)
    return log.fail(
      `exactly 2 addresses required (there are ${set.addresses.length}); use option "-h" for help`,
    )
  for (const line of BANNER) log.write('I', line)
  p.procs.onSignal('PIPE', 'ignore')
  return yield* new Run(tool, set, log).start(first, second)
}

/** What ends it with words, and the signals' loudness. Ref: socat socat.c:socat_signal() */
const ENDING: readonly (readonly [signal: Signal, level: Level])[] = [
  ['HUP', 'N'],
  ['INT', 'N'],
  ['QUIT', 'W'],
  ['TERM', 'W'],
]

class Run {
  readonly #tool: PlainTool
  readonly #set: Settings
  readonly #log: Log
  readonly #programs = new Set<number>()
  readonly #leftovers = new Set<string>()
  #failed = false

  constructor(tool: PlainTool, set: Settings, log: Log) {
    this.#tool = tool
    this.#set = set
    this.#log = log
  }

  *start(first: string, second: string): Blocking<number> {
    const { p } = this.#tool
    this.#catch(p, this.#log, () => this.#clean(p))
    const status = yield* this.#between(first, second)
    this.#clean(p)
    return status
  }

  #clean(p: Process): void {
    for (const path of this.#leftovers) p.fs.unlink(path)
  }

  #catch(p: Process, log: Log, last: () => void): void {
    for (const [signal, level] of ENDING) {
      const number = SIGNALS[signal]
      p.procs.onSignal(signal, () => {
        log.write('N', `socat_signal(): handling signal ${number}`)
        log.write(level, `exiting on signal ${number}`)
        log.write('N', `socat_signal(): finishing signal ${number}`)
        log.write('N', `exit(${128 + number})`)
        last()
        p.procs.exit(128 + number)
      })
    }
  }

  *#between(first: string, second: string): Blocking<number> {
    const { p } = this.#tool
    const log = this.#log
    const one = this.#parse(first)
    if (typeof one === 'number') return one
    const other = this.#parse(second)
    if (typeof other === 'number') return other
    p.procs.onSignal('CHLD', () => this.#reap(p))
    const env = new Map<string, string>()
    const left = yield* openAddress(this.#opening(p, log, one, env, true, other), one)
    if (typeof left === 'number') return left
    return yield* this.#rest(p, log, left, other, env)
  }

  /** With the first end open, of this process or of a child. */
  *#rest(p: Process, log: Log, left: Channel, other: Address, env: Map<string, string>): Blocking<number> {
    const right = yield* openAddress(this.#opening(p, log, other, env, false, null, left), other)
    if (typeof right === 'number') {
      left.close()
      return right
    }
    return yield* this.#move(p, log, left, right)
  }

  *#move(p: Process, log: Log, left: Channel, right: Channel): Blocking<number> {
    try {
      log.write('I', 'resolved and opened all sock addresses')
      const status = yield* transfer(p, log, this.#set.transfer, left, right)
      // A program that was at its end is waited for.
      yield* p.clock.sleep(1)
      this.#reap(p)
      return this.#failed ? 1 : status
    } finally {
      left.close()
      right.close()
    }
  }

  #opening(
    p: Process,
    log: Log,
    address: Address,
    env: Map<string, string>,
    first: boolean,
    next: Address | null,
    left: Channel | null = null,
  ): Opening {
    const { leftToRight, rightToLeft } = this.#set.transfer
    const free = FIRST_FD + (this.#set.logFile === null ? 0 : 1)
    const fd = left?.readFd === free ? free + 1 : free
    const fork: Opening['fork'] = (open) =>
      p.procs.spawn((child) => this.#child(child, log.of(child), open, next, left, env), { argv: p.argv })
    return {
      p,
      log,
      reads: first ? leftToRight : rightToLeft,
      writes: first ? rightToLeft : leftToRight,
      fd: address.type === 'STDIO' ? 0 : fd,
      env,
      programs: this.#programs,
      leftovers: this.#leftovers,
      fork,
    }
  }

  /** A child of a listener: it has the connection, and opens the other end, or has it. */
  *#child(
    p: Process,
    log: Log,
    open: (child: Process) => Blocking<Channel | null>,
    next: Address | null,
    left: Channel | null,
    env: Map<string, string>,
  ): Blocking<number> {
    this.#catch(p, log, () => {})
    const channel = yield* open(p)
    if (!channel) return 1
    p.procs.onSignal('CHLD', () => this.#reap(p))
    if (next) return yield* this.#rest(p, log, channel, next, env)
    return left ? yield* this.#move(p, log, left, channel) : 1
  }

  #reap(p: Process): void {
    for (;;) {
      const child = p.procs.poll(null)
      if (child === null || !('pid' in child)) return
      if (child.status === 0 || !this.#programs.has(child.pid)) continue
      this.#log.of(p).write('E', `waitpid(): child ${child.pid} exited with status ${child.status}`)
      this.#failed = true
    }
  }

  #parse(word: string): Address | number {
    const address = parseAddress(word)
    if ('error' in address) return this.#log.fail(address.error)
    return 'unsupported' in address ? this.#tool.unsupported(address.unsupported) : address
  }
}
