// Processes beside a container's first: create, start, inspect, resize. Ref: moby api/server/router/container/exec.go
import { notFound, isApiError } from '../../libnetwork/apiError.ts'
import type { ExecCreate } from '../../api/container.ts'
import { encodeUtf8 } from '../../../../wire/utf8.ts'
import { framed, STDOUT } from '../../http/rawStream.ts'
import type { Daemon } from '../daemon.ts'
import { createExec, execUser, startExec, type Exec } from '../exec.ts'
import { empty, json } from '../response.ts'
import { at, bodyOf, on, type Route } from './route.ts'
import { MULTIPLEXED, pump, RAW } from './streams.ts'

interface ExecStart {
  readonly Detach?: boolean
  readonly Tty?: boolean
  readonly ConsoleSize?: readonly [number, number] | null
}

export const execRoutes: readonly Route[] = [
  at('POST', '/containers/{id}/exec', (d, request) => {
    const container = d.containers.get(request.params['id'] ?? '')
    if (isApiError(container)) return container
    const body = bodyOf<ExecCreate>(request)
    if (isApiError(body)) return body
    const exec = createExec(d, container, body)
    return isApiError(exec) ? exec : json({ Id: exec.id }, 201)
  }),
  on('POST', '/exec/{id}/start', function* start(d, request) {
    const exec = findExec(d, request.params['id'] ?? '')
    if (!exec) return notFound(`No such exec instance: ${request.params['id'] ?? ''}`)
    const body = bodyOf<ExecStart>(request)
    if (isApiError(body)) return body
    const user = execUser(d, exec)
    if (isApiError(user)) return user
    const [rows = 24, columns = 80] = body.ConsoleSize ?? []
    if (body.Detach === true) return (yield* startExec(d, exec, { rows, columns })) ?? empty(200)
    const { AttachStdin = false, AttachStdout = false, AttachStderr = false, Tty = false } = exec.request
    return {
      kind: 'hijack',
      type: Tty ? RAW : MULTIPLEXED,
      *run(channel) {
        const want = { stdin: AttachStdin, stdout: AttachStdout, stderr: AttachStderr }
        const { streams } = exec
        // It listens before there is anything to hear.
        const copied = pump(d, streams, channel, want, Tty, true)
        let failed: string | null = null
        d.start(
          (function* begin() {
            const error = yield* startExec(d, exec, { rows, columns })
            if (!error) return
            failed = error.message
            streams.abandon()
          })(),
        )
        yield* copied
        if (failed !== null) {
          const words = encodeUtf8(`${String(failed)}\r\n`)
          yield* channel.write(Tty ? words : framed(STDOUT, words))
          return
        }
        while (exec.running) yield* d.p.clock.wait([exec.changed])
      },
    }
  }),
  at('GET', '/exec/{id}/json', (d, request) => {
    const exec = findExec(d, request.params['id'] ?? '')
    return exec ? json(exec.inspect()) : notFound(`No such exec instance: ${request.params['id'] ?? ''}`)
  }),
  at('POST', '/exec/{id}/resize', (d, request) => {
    const exec = findExec(d, request.params['id'] ?? '')
    if (!exec) return notFound(`No such exec instance: ${request.params['id'] ?? ''}`)
    exec.resize?.({ columns: Number(request.query.get('w') ?? 0), rows: Number(request.query.get('h') ?? 0) })
    return empty(200)
  }),
]

function findExec(d: Daemon, id: string): Exec | null {
  for (const container of d.containers.all()) {
    const exec = container.execs.get(id)
    if (exec) return exec
  }
  return null
}
