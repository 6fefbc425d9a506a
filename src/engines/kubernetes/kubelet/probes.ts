// Probes: whether a container has started, is alive, is ready. (Ref: pkg/kubelet/prober/worker.go, pkg/probe)
import type { Blocking, Process } from '../../../os/program.ts'
import { connectStream } from '../../../commands/lib/stream.ts'
import { ETIMEDOUT, isErrno } from '../../../uapi/errno.ts'
import { parseInet } from '../../../wire/inet.ts'
import { decodeUtf8, encodeUtf8 } from '../../../wire/utf8.ts'
import { recvStream, sendStream } from '../../../commands/lib/stream.ts'
import type { Container, Probe } from '../api/podtypes.ts'
import type { PodContainer } from './container.ts'
import { execIn } from './runtime.ts'

const SECOND = 1_000_000_000
const PERIOD = 10
const FAILURES = 3

export type ProbeKind = 'startup' | 'liveness' | 'readiness'

export interface ProbeWatcher {
  readonly p: Process
  readonly ip: () => string
  /** A probe failed. */
  failed(kind: ProbeKind, why: string): Blocking<void>
  /** What is known of the container has changed. */
  changed(): void
  /** It failed so often that the container is to be ended. */
  restart(kind: ProbeKind): Blocking<void>
}

/** Asks again and again as long as this run of the container lasts. */
export function* watchProbe(
  w: ProbeWatcher,
  kind: ProbeKind,
  probe: Probe,
  container: PodContainer,
): Blocking<void> {
  const { p } = w
  const { id } = container
  const alive = (): boolean => container.running && container.id === id
  const { failureThreshold = FAILURES, successThreshold = 1, periodSeconds = PERIOD } = probe
  let [failures, successes] = [0, 0]
  // It is looked at every period from the start on; what comes before the delay is over does not count.
  yield* pause(p, Math.ceil(((probe.initialDelaySeconds ?? 0) + 1) / periodSeconds) * periodSeconds)
  while (alive()) {
    if (kind === 'startup' ? container.begun : !container.begun) {
      if (kind === 'startup') return
      yield* pause(p, 1)
      continue
    }
    const why = yield* ask(p, probe, container, w.ip())
    if (!alive()) return
    if (why === null) {
      failures = 0
      if (++successes >= successThreshold && succeed(kind, container)) w.changed()
    } else {
      successes = 0
      yield* w.failed(kind, why)
      if (++failures >= failureThreshold && kind === 'readiness' && container.ready) {
        container.ready = false
        w.changed()
      } else if (failures >= failureThreshold && kind !== 'readiness') return yield* w.restart(kind)
    }
    yield* pause(p, periodSeconds)
  }
}

/** As sleep, for a thread, which is woken for others too. */
function* pause(p: Process, seconds: number): Blocking<void> {
  const until = p.clock.now() + seconds * SECOND
  while (p.clock.now() < until) yield* p.clock.wait([], until)
}

/** Whether that is news. */
function succeed(kind: ProbeKind, container: PodContainer): boolean {
  if (kind === 'startup' && !container.begun) {
    container.begun = true
    container.ready = container.spec.readinessProbe === undefined
    return true
  }
  if (kind !== 'readiness' || container.ready) return false
  container.ready = true
  return true
}

/** null when it succeeds; else why it does not. */
function* ask(p: Process, probe: Probe, container: PodContainer, ip: string): Blocking<string | null> {
  const until = p.clock.now() + (probe.timeoutSeconds ?? 1) * SECOND
  if (probe.exec) return yield* askProgram(p, probe.exec.command, container, until)
  const target = probe.httpGet ?? probe.tcpSocket
  if (!target) return null
  const host = target.host ?? ip
  const port = portNumber(container.spec, target.port)
  const { httpGet } = probe
  const url = `http://${host}:${port}${httpGet?.path ?? '/'}`
  const socket = p.net.streamSocket('inet')
  const error = yield* connectStream(p, socket, { address: parseInet(host) ?? 0, port }, until)
  if (error) {
    socket.close()
    if (error === ETIMEDOUT && httpGet) {
      return `Get "${url}": context deadline exceeded (Client.Timeout exceeded while awaiting headers)`
    }
    const dialled = `dial tcp ${host}:${port}: ${error === ETIMEDOUT ? 'i/o timeout' : `connect: ${error.text.toLowerCase()}`}`
    return httpGet ? `Get "${url}": ${dialled}` : dialled
  }
  if (!httpGet) {
    socket.close()
    return null
  }
  const request = `GET ${httpGet.path ?? '/'} HTTP/1.1\r\nHost: ${host}:${port}\r\nUser-Agent: kube-probe/1.36\r\nAccept: */*\r\nConnection: close\r\n\r\n`
  yield* sendStream(p, socket, encodeUtf8(request))
  const data = yield* recvStream(p, socket, 65_536, until)
  socket.close()
  const [, code] = isErrno(data) ? [] : (/^HTTP\/1\.\d (\d+)/.exec(decodeUtf8(data)) ?? [])
  if (code === undefined) {
    return `Get "${url}": context deadline exceeded (Client.Timeout exceeded while awaiting headers)`
  }
  return Number(code) >= 200 && Number(code) < 400 ? null : `HTTP probe failed with statuscode: ${code}`
}

function portNumber({ ports = [] }: Container, port: number | string): number {
  return typeof port === 'number' ? port : (ports.find(({ name }) => name === port)?.containerPort ?? 0)
}

function* askProgram(
  p: Process,
  command: readonly string[],
  container: PodContainer,
  until: number,
): Blocking<string | null> {
  let said = ''
  const output = p.fs.pipe()
  const none = p.fs.pipe()
  none.write.close()
  const fds = new Map([
    [0, none.read],
    [1, output.write],
    [2, output.write],
  ])
  const env = new Map([['PATH', '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin']])
  const child = execIn(p, container.pid, { argv: command, env, cwd: '/', terminal: false }, fds, (why) => {
    said = `${why}\n`
  })
  none.read.close()
  output.write.close()
  for (;;) {
    const data = output.read.read(65_536)
    if (!isErrno(data)) {
      if (data.length === 0) break
      said += decodeUtf8(data)
      continue
    }
    if ((yield* p.clock.wait([output.read], until)) === 'timeout') {
      p.procs.kill(child, 'KILL')
      yield* p.procs.wait(child)
      output.read.close()
      return `command timed out: "${command.join(' ')}" timed out after 1s`
    }
  }
  output.read.close()
  const ended = yield* p.procs.wait(child)
  return !isErrno(ended) && ended.status === 0 ? null : said
}
