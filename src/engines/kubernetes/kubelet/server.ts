// What a kubelet does for those who ask on port 10250: exec, logs, port-forward. (Ref: pkg/kubelet/server/server.go)
import { acceptStream } from '../../../commands/lib/stream.ts'
import type { Blocking, OpenFile, Process } from '../../../os/program.ts'
import { EAGAIN, isErrno } from '../../../uapi/errno.ts'
import { Connection, answer, answerStream, dial, readRequest, type HttpRequest } from '../api/http.ts'
import type { PodContainer } from './container.ts'
import { environmentOf } from './environment.ts'
import { execIn } from './runtime.ts'
import { CHANNEL, readFrame, writeFrame } from './streams.ts'
import type { PodWorker } from './worker.ts'

const PORT = 10_250
const BACKLOG = 64
const NOT_FOUND = 126

type Find = (namespace: string, name: string) => PodWorker | null
type Start = (body: Blocking<void>) => void

export function* serveKubelet(p: Process, find: Find, start: Start): Blocking<void> {
  const listener = p.net.streamSocket('inet')
  listener.options.reuseaddr = true
  const error = listener.bind({ address: 0, port: PORT }) ?? listener.listen(BACKLOG)
  if (error) return p.io.err(`kubelet: listen tcp :${PORT}: ${error.text}\n`)
  for (;;) {
    const socket = yield* acceptStream(p, listener)
    if (!isErrno(socket)) start(serve(new Connection(p, socket), find, start))
  }
}

function* serve(c: Connection, find: Find, start: Start): Blocking<void> {
  const request = yield* readRequest(c)
  if (request) yield* handle(c, request, find, start)
  c.close()
}

function* handle(c: Connection, request: HttpRequest, find: Find, start: Start): Blocking<void> {
  const [, verb = '', namespace = '', name = ''] = request.path.split('/')
  const worker = find(namespace, name)
  const wanted = request.query.get('container')
  const container = worker?.containers.find(
    ({ spec }) => wanted === undefined || wanted === '' || spec.name === wanted,
  )
  if (!worker || !container) {
    const message = worker ? `container ${wanted} is not valid for pod ${name}` : `pod ${name} not found`
    return yield* answer(c, 400, JSON.stringify({ reason: 'BadRequest', message }))
  }
  if (verb === 'log') return yield* log(c, container, request.query)
  if (verb === 'portforward') return yield* portForward(c, worker, Number(request.query.get('port')), start)
  if (!container.running) {
    const message = `unable to upgrade connection: container not found ("${container.spec.name}")`
    return yield* answer(c, 500, JSON.stringify({ reason: 'InternalError', message }))
  }
  yield* exec(c, worker, container, request.query, start)
}

// ---- logs

function* log(c: Connection, container: PodContainer, query: ReadonlyMap<string, string>): Blocking<void> {
  const previous = query.get('previous') === 'true'
  const { waiting } = container.state
  if (container.id === '' && waiting) {
    const message = `container "${container.spec.name}" in pod is waiting to start: ${waiting.reason}`
    return yield* answer(c, 400, JSON.stringify({ reason: 'BadRequest', message }))
  }
  const text = previous ? container.previousLog : container.log
  const lines = Number(query.get('tailLines') ?? -1)
  const end = text.endsWith('\n') ? text.slice(0, -1) : text
  const tail =
    lines < 0 ? text : lines === 0 || text === '' ? '' : `${end.split('\n').slice(-lines).join('\n')}\n`
  yield* answerStream(c)
  let at = container.log.length
  yield* c.write(tail)
  if (query.get('follow') !== 'true') return
  while (container.running || container.log.length > at) {
    if (container.log.length === at) {
      yield* c.p.clock.wait([container.changed, c.socket])
      if (c.socket.poll().hup) return
      continue
    }
    const more = container.log.slice(at)
    at = container.log.length
    if (!(yield* c.write(more))) return
  }
}

// ---- exec

function* exec(
  c: Connection,
  worker: PodWorker,
  container: PodContainer,
  query: ReadonlyMap<string, string>,
  start: Start,
): Blocking<void> {
  const { p } = c
  const argv = JSON.parse(query.get('command') ?? '[]') as string[]
  const [input, output, errors] = [p.fs.pipe(), p.fs.pipe(), p.fs.pipe()]
  let complaint: string | null = null
  const env = environmentOf(worker.node.cache, worker.pod, container.spec)
  const fds = new Map([
    [0, input.read],
    [1, output.write],
    [2, errors.write],
  ])
  const pid = execIn(p, container.pid, argv, env, fds, (why) => {
    complaint = why
  })
  for (const file of fds.values()) file.close()
  yield* answerStream(c)
  if (query.get('stdin') === 'true') start(feed(c, input.write))
  else input.write.close()
  const copies = [copyOut(c, output.read, CHANNEL.stdout), copyOut(c, errors.read, CHANNEL.stderr)]
  let open = copies.length
  for (const copy of copies) {
    start(
      (function* () {
        yield* copy
        open--
      })(),
    )
  }
  const ended = yield* p.procs.wait(pid)
  // What a background process still holds open is not waited for long.
  const until = p.clock.now() + 100_000_000
  while (open > 0 && p.clock.now() < until) yield* p.clock.wait([output.read, errors.read], until)
  const status = isErrno(ended) ? NOT_FOUND : ended.status
  yield* writeFrame(
    c,
    CHANNEL.status,
    JSON.stringify({ status: complaint === null ? status : NOT_FOUND, complaint }),
  )
}

function* feed(c: Connection, to: OpenFile): Blocking<void> {
  for (;;) {
    const frame = yield* readFrame(c)
    if (!frame || (frame.channel === CHANNEL.stdin && frame.data.length === 0)) break
    if (frame.channel === CHANNEL.stdin && isErrno(to.write(frame.data))) break
  }
  to.close()
}

function* copyOut(c: Connection, from: OpenFile, channel: number): Blocking<void> {
  for (;;) {
    const data = from.read(65_536)
    if (data === EAGAIN) {
      yield* c.p.clock.wait([from])
      continue
    }
    if (isErrno(data) || data.length === 0) break
    if (!(yield* writeFrame(c, channel, data))) break
  }
  from.close()
}

// ---- port-forward

/** A connection from within the pod's namespace, its octets passed both ways. */
function* portForward(c: Connection, worker: PodWorker, port: number, start: Start): Blocking<void> {
  const { p } = c
  const { sandbox } = worker
  const netns = sandbox ? p.net.openNetns(`/proc/${sandbox.pid}/ns/net`) : null
  if (netns === null || isErrno(netns)) return
  const own = p.net.netns()
  p.net.setns(netns)
  const socket = p.net.streamSocket('inet')
  p.net.setns(own)
  const target = yield* dial(p, { address: 0x7f000001, port }, socket)
  if (isErrno(target)) {
    const message = `failed to connect to localhost:${port} inside namespace "${sandbox?.id}", IPv4: dial tcp4 127.0.0.1:${port}: connect: ${target.text.toLowerCase()}`
    return yield* answer(c, 500, JSON.stringify({ reason: 'InternalError', message }))
  }
  yield* answerStream(c)
  start(pump(c, target))
  yield* pump(target, c)
  target.close()
}

function* pump(from: Connection, to: Connection): Blocking<void> {
  for (;;) {
    const data = yield* from.some()
    if (data.length === 0 || !(yield* to.write(data))) break
  }
  to.socket.shutdown('write')
}
