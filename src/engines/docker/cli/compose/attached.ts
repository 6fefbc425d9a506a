// `docker compose up` without --detach: containers are started, their output shown line by line until all have ended.
// Ref: docker/compose pkg/compose/up.go, cmd/formatter/logs.go
import { withThreads } from '../../../../commands/lib/threads.ts'
import type { Blocking } from '../../../../os/program.ts'
import { WaitQueue } from '../../../../sim/wait.ts'
import { decodeUtf8 } from '../../../../wire/utf8.ts'
import type { ContainerInspect } from '../../api/container.ts'
import { isFailure } from '../../http/client.ts'
import { Demultiplexer } from '../../http/rawStream.ts'
import type { DockerCli } from '../lib/cli.ts'
import type { ParsedFlags } from '../lib/flags.ts'
import { step, type Made } from './convergence.ts'

const INTERRUPTED = 130
/** Clears what a terminal shows of a line. */
const ERASE = '\r\x1b[K'

export function* startAttached(
  cli: DockerCli,
  project: string,
  { running, starting }: Made,
  flags: ParsedFlags,
): Blocking<number> {
  const names = [...running, ...starting].sort()
  const label = (name: string) => (name.startsWith(`${project}-`) ? name.slice(project.length + 1) : name)
  const width = Math.max(0, ...names.map((name) => label(name).length))
  cli.out(`Attaching to ${names.map(label).join(', ')}\n`)
  const interrupted = new WaitQueue()
  let stopping = false
  cli.p.procs.onSignal('INT', () => {
    stopping = true
    interrupted.wake()
  })
  return yield* withThreads(cli.p, function* main(start) {
    let left = names.length
    for (const name of names) {
      if (starting.includes(name)) {
        const started = yield* cli.api.post(`/containers/${name}/start`)
        if (isFailure(started)) return cli.fail(started)
      }
      const prefix = flags.bool('no-log-prefix') ? '' : `${label(name).padEnd(width)}  | `
      start(
        (function* follow(): Blocking<void> {
          yield* followLogs(cli, name, prefix, flags.bool('timestamps'))
          const ended = yield* cli.api.get<ContainerInspect>(`/containers/${name}/json`)
          if (!isFailure(ended)) cli.out(`${ERASE}${label(name)} exited with code ${ended.State.ExitCode}\n`)
          left--
          interrupted.wake()
        })(),
      )
    }
    while (left > 0 && !stopping) yield* cli.p.clock.wait([interrupted])
    if (!stopping) return 0
    cli.err('Gracefully Stopping... press Ctrl+C again to force\n')
    for (const name of names.toReversed()) {
      step(cli, 'Container', name, 'Stopping')
      yield* cli.api.post(`/containers/${name}/stop`)
      step(cli, 'Container', name, 'Stopped')
    }
    return INTERRUPTED
  })
}

/** What it writes from now on, each line behind its container's name. */
function* followLogs(cli: DockerCli, name: string, prefix: string, timestamps: boolean): Blocking<void> {
  const frames = new Demultiplexer()
  const query = {
    stdout: true,
    stderr: true,
    follow: true,
    tail: 'all',
    since: String(cli.now() - 1),
    ...(timestamps ? { timestamps } : {}),
  }
  yield* cli.api.pieces({ method: 'GET', path: `/containers/${name}/logs`, query }, (data) => {
    for (const [, piece] of frames.feed(data)) cli.out(`${prefix}${decodeUtf8(piece).replace(/\n$/, '')}\n`)
  })
}
