// What a kubelet does for those who ask on port 10250: exec, logs, port-forward. (Ref: pkg/kubelet/server/server.go)
import { acceptStream } from '../../../commands/lib/stream.ts'
import type { Blocking, OpenFile, Process } from '../../../os/program.ts'
import { EAGAIN, isErrno } from '../../../uapi/errno.ts'
import { Connection, answer, answerStream, dial, readRequest, type HttpRequest } from '../api/http.ts'
import type { PodContainer } from './container.ts'
import { environmentOf } from './environment.ts'
import { findImage } from './images.ts'
import { execIn } from './runtime.ts'
import { CHANNEL, frameText, readFrame, writeFrame } from './streams.ts'
import type { Worker } from './node.ts'

const PORT = 10_250
const BACKLOG = 64
const NOT_FOUND = 126
/** How often a log in a file is looked at for more. */
const LOOK_AGAIN = 1_000_000_000

type Find = (namespace: string, name: string) => Worker | null
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
  const container = worker?.all.find(({ spec, initial }) => (wanted ? spec.name === wanted : !initial))
  if (!worker || !container) {
    const message = worker ? `container ${wanted} is not valid for pod ${name}` : `pod ${name} not found`
    return yield* answer(c, 400, JSON.stringify({ reason: 'BadRequest', message }))
  }
  if (verb === 'log') return yield* log(c, container, new Map([...request.query, ['pod', name]]))
  if (verb === 'portforward') return yield* portForward(c, worker, Number(request.query.get('port')), start)
  if (verb === 'attach') return yield* attach(c, container, start)
  if (!container.running) {
    const message = `unable to upgrade connection: container not found ("${container.spec.name}")`
    return yield* answer(c, 500, JSON.stringify({ reason: 'InternalError', message }))
  }
  yield* exec(c, worker, container, request.query, start)
}

// ---- logs

/** Ref: kubelet_pods.go:validateContainerLogStatus() */
const PULLING: Readonly<Record<string, string>> = {
  ErrImagePull: "image can't be pulled",
  ImagePullBackOff: 'trying and failing to pull image',
}

function* log(c: Connection, container: PodContainer, query: ReadonlyMap<string, string>): Blocking<void> {
  const previous = query.get('previous') === 'true'
  container.readLog(c.p)
  const { waiting } = container.state
  if (container.id === '' && waiting) {
    const why = PULLING[waiting.reason] ?? waiting.reason
    const message = `container "${container.spec.name}" in pod is waiting to start: ${why}`
    return yield* answer(c, 400, JSON.stringify({ reason: 'BadRequest', message }))
  }
  if (previous && container.restarts === 0) {
    const message = `previous terminated container "${container.spec.name}" in pod "${query.get('pod')}" not found`
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
      const until = container.logFile === null ? Infinity : c.p.clock.now() + LOOK_AGAIN
      yield* c.p.clock.wait([container.changed, c.socket], until)
      container.readLog(c.p)
      if (c.socket.poll().hup) return
      continue
    }
    const more = container.log.slice(at)
    at = container.log.length
    if (!(yield* c.write(more))) return
  }
}

// ---- exec and attach

function* exec(
  c: Connection,
  worker: Worker,
  container: PodContainer,
  query: ReadonlyMap<string, string>,
  start: Start,
): Blocking<void> {
  const { p } = c
  const argv = JSON.parse(query.get('command') ?? '[]') as string[]
  const terminal = query.get('tty') === 'true'
  const { onlyProgram } = container
  const [program = ''] = argv
  if (onlyProgram !== null && program.slice(program.lastIndexOf('/') + 1) !== onlyProgram) {
    const why = program.includes('/')
      ? `stat ${program}: no such file or directory`
      : 'executable file not found in $PATH'
    yield* answerStream(c)
    return yield* writeStatus(c, NOT_FOUND, `exec: "${program}": ${why}`)
  }
  let complaint: string | null = null
  const { node, pod, podIP } = worker
  const made = environmentOf(node.cache, pod, container.spec, { podIP, hostIP: node.ip })
  const env = typeof made === 'string' ? new Map<string, string>() : made
  if (terminal) env.set('TERM', 'xterm')
  const { fds, input, outputs, resize } = terminal ? openTerminal(p) : openPipes(p)
  const cwd = container.spec.workingDir ?? findImage(p, container.spec.image)?.cwd ?? '/'
  const pid = execIn(p, container.pid, { argv, env, cwd, terminal }, fds, (why) => {
    complaint = why
  })
  for (const file of fds.values()) file.close()
  yield* answerStream(c)
  const wanted = query.get('stdin') === 'true'
  start(feed(c, wanted ? input : null, resize))
  if (!wanted) input.close()
  let open = outputs.length
  for (const { file, channel } of outputs) {
    start(
      (function* () {
        yield* copyOut(c, file, channel)
        open--
      })(),
    )
  }
  const ended = yield* p.procs.wait(pid)
  // What a background process still holds open is not waited for long.
  const until = p.clock.now() + 100_000_000
  while (open > 0 && p.clock.now() < until)
    yield* p.clock.wait(
      outputs.map(({ file }) => file),
      until,
    )
  yield* writeStatus(
    c,
    complaint === null ? (isErrno(ended) ? NOT_FOUND : ended.status) : NOT_FOUND,
    complaint,
  )
}

function* writeStatus(c: Connection, status: number, complaint: string | null): Blocking<void> {
  yield* writeFrame(c, CHANNEL.status, JSON.stringify({ status, complaint }))
}

interface Streams {
  readonly fds: ReadonlyMap<number, OpenFile>
  readonly input: OpenFile
  readonly outputs: readonly { readonly file: OpenFile; readonly channel: number }[]
  readonly resize: Resize | null
}

type Resize = (columns: number, rows: number) => void

function openTerminal(p: Process): Streams {
  const { master, slave, resize } = p.fs.openpty(80, 24)
  slave.ref()
  slave.ref()
  master.ref()
  const fds = new Map([0, 1, 2].map((fd) => [fd, slave]))
  return { fds, input: master, outputs: [{ file: master, channel: CHANNEL.stdout }], resize }
}

function openPipes(p: Process): Streams {
  const [input, output, errors] = [p.fs.pipe(), p.fs.pipe(), p.fs.pipe()]
  const fds = new Map([
    [0, input.read],
    [1, output.write],
    [2, errors.write],
  ])
  const outputs = [
    { file: output.read, channel: CHANNEL.stdout },
    { file: errors.read, channel: CHANNEL.stderr },
  ]
  return { fds, input: input.write, outputs, resize: null }
}

/** What is typed, and the size of the window it is typed in. `to` null: nothing is wanted. */
function* feed(c: Connection, to: OpenFile | null, resize: Resize | null): Blocking<void> {
  for (;;) {
    const frame = yield* readFrame(c)
    if (!frame || (frame.channel === CHANNEL.stdin && frame.data.length === 0)) break
    if (frame.channel === CHANNEL.resize) {
      const { columns, rows } = JSON.parse(frameText(frame)) as { columns: number; rows: number }
      resize?.(columns, rows)
    } else if (to && isErrno(to.write(frame.data))) break
  }
  to?.close()
}

/** What it has printed so far and prints from now on, to its end. */
function* attach(c: Connection, container: PodContainer, start: Start): Blocking<void> {
  const { id } = container
  yield* answerStream(c)
  start(
    (function* () {
      container.input?.ref()
      yield* feed(c, container.input, container.resize)
      if (container.id === id) container.endInput()
    })(),
  )
  let at = 0
  for (;;) {
    const log = container.id === id ? container.log : container.previousLog
    if (log.length > at) {
      const more = log.slice(at)
      at = log.length
      if (!(yield* writeFrame(c, CHANNEL.stdout, more))) return
      continue
    }
    if (container.id !== id || (!container.running && container.drained)) break
    yield* c.p.clock.wait([container.changed, c.socket])
    if (c.socket.poll().hup) return
  }
  const { terminated } = container.id === id ? container.state : container.last
  yield* writeStatus(c, terminated?.exitCode ?? 0, null)
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
function* portForward(c: Connection, worker: Worker, port: number, start: Start): Blocking<void> {
  const { p } = c
  const { sandbox } = worker
  const netns = sandbox ? p.net.openNetns(`/proc/${sandbox.pid}/ns/net`) : null
  if (netns === null || isErrno(netns)) return
  const own = p.net.netns()
  p.net.setns(netns)
  const socket = p.net.streamSocket('inet')
  p.net.setns(own)
  const target = yield* dial(p, { address: 0x7f000001, port }, Infinity, socket)
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
