// The client's side of a container's or an exec'd process's streams: keys in, output out, until either ends.
// Ref: docker/cli cli/command/container/hijack.go
import type { Blocking, Process } from '../../../../os/program.ts'
import { isErrno } from '../../../../uapi/errno.ts'
import { SIGNALS, type Signal } from '../../../../uapi/signal.ts'
import { WaitQueue } from '../../../../sim/wait.ts'
import type { Channel } from '../../http/channel.ts'
import type { ApiFailure } from '../../http/client.ts'
import { Demultiplexer, STDERR } from '../../http/rawStream.ts'
import type { DockerCli } from '../lib/cli.ts'

export interface AttachedStreams {
  readonly stdin: boolean
  readonly stdout: boolean
  readonly stderr: boolean
  readonly tty: boolean
}

export interface StreamOptions {
  readonly detachKeys: string
  /** The container that gets this process's signals; null: nobody. */
  readonly signals: string | null
  /** Where the daemon is told of the window's size. */
  readonly resize: string | null
}

export function* openAttachment(
  cli: DockerCli,
  id: string,
  { stdin, stdout, stderr }: AttachedStreams,
): Blocking<Channel | ApiFailure> {
  return yield* cli.api.hijack({
    method: 'POST',
    path: `/containers/${id}/attach`,
    query: {
      stream: true,
      ...(stdin ? { stdin } : {}),
      ...(stdout ? { stdout } : {}),
      ...(stderr ? { stderr } : {}),
    },
  })
}

/**
 * A pipe or a file where a terminal's keys should come from. A lab that is replayed has nobody who types: what it has
 * instead, /dev/null, counts as a terminal on which nothing is typed.
 */
export function lacksTerminal(p: Process): boolean {
  const input = p.io.fds.get(0)
  return !p.io.isatty(0) && input?.stat().kind !== 'char'
}

/** `ended` when the other side closes, `detached` when the detach keys were typed. */
export function* streamAttachment(
  cli: DockerCli,
  channel: Channel,
  streams: AttachedStreams,
  options: StreamOptions,
): Blocking<'ended' | 'detached'> {
  const input = streams.stdin ? (cli.p.io.fds.get(0) ?? null) : null
  const terminal = streams.tty ? (input?.tty ?? null) : null
  const before = terminal ? { mode: terminal.mode, isig: terminal.isig } : null
  const signalled: Signal[] = []
  const wake = new WaitQueue()
  if (options.signals !== null) proxySignals(cli, signalled, wake)
  if (terminal) {
    terminal.mode = 'raw'
    terminal.isig = false
  }
  const keys = new DetachKeys(options.detachKeys)
  const frames = new Demultiplexer()
  let inputOpen = input !== null
  let size = { columns: 0, rows: 0 }
  try {
    for (;;) {
      if (
        terminal &&
        options.resize !== null &&
        (terminal.columns !== size.columns || terminal.rows !== size.rows)
      ) {
        size = { columns: terminal.columns, rows: terminal.rows }
        yield* cli.api.post(options.resize, { h: size.rows, w: size.columns })
      }
      for (const signal of signalled.splice(0)) {
        yield* cli.api.post(`/containers/${options.signals ?? ''}/kill`, { signal: String(SIGNALS[signal]) })
      }
      if (channel.poll()) {
        if (channel.atEnd) return 'ended'
        const data = yield* channel.read()
        if (streams.tty) cli.out(withoutReturns(data, streams.stdin))
        else for (const [stream, piece] of frames.feed(data)) cli.write(stream === STDERR ? 2 : 1, piece)
        continue
      }
      if (input && inputOpen) {
        const data = input.read(65536)
        if (!isErrno(data)) {
          if (data.length === 0) {
            inputOpen = false
            channel.socket.shutdown('write')
            continue
          }
          const passed = terminal ? keys.pass(data) : data
          if (passed === null) return 'detached'
          yield* channel.write(passed)
          continue
        }
      }
      yield* cli.p.clock.wait([channel.socket, wake, ...(input && inputOpen ? [input] : [])])
    }
  } finally {
    if (terminal && before) {
      terminal.mode = before.mode
      terminal.isig = before.isig
    }
    channel.close()
  }
}

/**
 * The terminal here ends lines by itself, or there is none (lacksTerminal): lines that another one has ended already lose
 * their return.
 */
function withoutReturns(data: Uint8Array, onTerminal: boolean): Uint8Array {
  if (!onTerminal) return data
  return data.filter((octet, i) => octet !== 13 || data[i + 1] !== 10)
}

/** What ends a process by default is its container's to hear. */
function proxySignals(cli: DockerCli, signalled: Signal[], wake: WaitQueue): void {
  for (const signal of ['INT', 'TERM', 'HUP', 'QUIT', 'USR1', 'USR2'] as const) {
    cli.p.procs.onSignal(signal, () => {
      signalled.push(signal)
      wake.wake()
    })
  }
}

class DetachKeys {
  readonly #sequence: readonly number[]
  #matched = 0

  constructor(keys: string) {
    this.#sequence = keys.split(',').map((key) => {
      const control = /^ctrl-([a-z@[\\\]^_])$/.exec(key)
      return control ? (control[1] ?? '').toUpperCase().charCodeAt(0) - 64 : key.charCodeAt(0)
    })
  }

  /** What goes on to the process; null once the whole sequence was typed. */
  pass(data: Uint8Array): Uint8Array | null {
    const out: number[] = []
    for (const octet of data) {
      if (octet === this.#sequence[this.#matched]) {
        if (++this.#matched === this.#sequence.length) return null
        continue
      }
      out.push(...this.#sequence.slice(0, this.#matched), octet)
      this.#matched = 0
    }
    return Uint8Array.from(out)
  }
}
