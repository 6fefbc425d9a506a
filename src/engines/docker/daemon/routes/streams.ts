// A container's streams: attach, logs, the size of its terminal. Ref: moby daemon/attach.go, logs.go
import type { Blocking } from '../../../../os/program.ts'
import { encodeUtf8 } from '../../../../wire/utf8.ts'
import type { Channel } from '../../http/channel.ts'
import { framed, STDERR, STDOUT } from '../../http/rawStream.ts'
import { conflict, isApiError, systemError } from '../../libnetwork/apiError.ts'
import type { Container } from '../container.ts'
import type { Daemon } from '../daemon.ts'
import type { LogEntry } from '../logs.ts'
import { empty } from '../response.ts'
import type { Streams } from '../streams.ts'
import { frameOf, logOptions, textOf, within, type LogOptions } from './logOptions.ts'
import { at, flag, type Route } from './route.ts'

export const RAW = 'application/vnd.docker.raw-stream'
export const MULTIPLEXED = 'application/vnd.docker.multiplexed-stream'

export const streamRoutes: readonly Route[] = [
  at('POST', '/containers/{id}/attach', (d, request) => {
    const container = d.containers.get(request.params['id'] ?? '')
    if (isApiError(container)) return container
    if (container.state.paused) {
      return conflict(
        `container ${request.params['id'] ?? ''} is paused, unpause the container before attach`,
      )
    }
    const tty = container.config.Tty
    const want = {
      stdin: flag(request, 'stdin'),
      stdout: flag(request, 'stdout'),
      stderr: flag(request, 'stderr'),
    }
    const replay = flag(request, 'logs')
    return {
      kind: 'hijack',
      type: tty ? RAW : MULTIPLEXED,
      *run(channel) {
        d.events.log('container', 'attach', container.id, container.attributes, true)
        if (replay)
          for (const entry of container.log.entries())
            yield* channel.write(frameOf(entry, tty, encodeUtf8(entry.log)))
        if (flag(request, 'stream')) yield* attachContainer(d, container, channel, want)
      },
    }
  }),
  at('GET', '/containers/{id}/logs', (d, request) => {
    const container = d.containers.get(request.params['id'] ?? '')
    if (isApiError(container)) return container
    const options = logOptions(request)
    if (isApiError(options)) return options
    if (!container.log.readable) return systemError('configured logging driver does not support reading')
    const tty = container.config.Tty
    return {
      kind: 'stream',
      type: tty ? RAW : MULTIPLEXED,
      run: (send) => sendLogs(d, container, tty, options, send),
    }
  }),
  at('POST', '/containers/{id}/resize', (d, request) => {
    const container = d.containers.get(request.params['id'] ?? '')
    if (isApiError(container)) return container
    container.resize?.({
      columns: Number(request.query.get('w') ?? 0),
      rows: Number(request.query.get('h') ?? 0),
    })
    return empty(200)
  }),
]

function* sendLogs(
  d: Daemon,
  container: Container,
  tty: boolean,
  options: LogOptions,
  send: (data: Uint8Array) => Blocking<boolean>,
): Blocking<void> {
  let seen = 0
  const write = function* write(entries: readonly LogEntry[]): Blocking<boolean> {
    for (const entry of entries) {
      if (!(yield* send(frameOf(entry, tty, encodeUtf8(textOf(entry, options)))))) return false
    }
    return true
  }
  const all = container.log.entries()
  seen = all.length
  const between = all.filter((entry) => options.wanted(entry) && within(entry, options))
  const tail = /^\d+$/.test(options.tail) ? Number(options.tail) : between.length
  yield* write(tail === 0 ? [] : between.slice(-tail))
  const run = container.runs
  while (options.follow && container.state.running && container.runs === run) {
    yield* d.p.clock.wait([container.log.changed, container.changed])
    const more = container.log.entries()
    const fresh = more.slice(seen).filter((entry) => options.wanted(entry))
    seen = more.length
    if (!(yield* write(fresh))) return
  }
}

export interface Wanted {
  readonly stdin: boolean
  readonly stdout: boolean
  readonly stderr: boolean
}

/** A client attaches before it starts the container: it waits for the streams of the next run. */
function* attachContainer(d: Daemon, container: Container, channel: Channel, want: Wanted): Blocking<void> {
  const { streams, config } = container
  yield* pump(d, streams, channel, want, config.Tty, config.StdinOnce || config.Tty)
}

/** Copies both ways until the process's output has ended or the client is gone. */
export function* pump(
  d: Daemon,
  streams: Streams,
  channel: Channel,
  want: Wanted,
  tty: boolean,
  closeInput: boolean,
): Blocking<void> {
  const pending: Uint8Array[] = []
  const detach = streams.attach({
    stdout: want.stdout,
    stderr: want.stderr,
    write(stream, data) {
      pending.push(tty ? data.slice() : framed(stream === 'stdout' ? STDOUT : STDERR, data))
      streams.changed.wake()
    },
  })
  let inputOpen = want.stdin
  try {
    for (;;) {
      for (const data of pending.splice(0)) if (!(yield* channel.write(data))) return
      if (streams.ended && pending.length === 0) return
      if (channel.poll()) {
        if (channel.atEnd) {
          // Who detaches from a terminal leaves the process as it is.
          const leaves = channel.gone && tty
          if (inputOpen && closeInput && !leaves) streams.closeInput()
          if (!want.stdin || channel.gone) return
          inputOpen = false
        } else {
          const data = yield* channel.read()
          if (inputOpen) streams.send(data)
          continue
        }
      }
      yield* d.p.clock.wait(inputOpen || !want.stdin ? [streams.changed, channel.socket] : [streams.changed])
    }
  } finally {
    detach()
  }
}
