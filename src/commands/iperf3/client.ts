// iperf3 as a client. Ref: iperf 3.12 src/iperf_client_api.c
import type { Blocking, Process } from '../../os/program.ts'
import { MILLISECOND } from '../../sim/clock.ts'
import { EAGAIN, isErrno } from '../../uapi/errno.ts'
import type { SocketAddress, StreamSocket } from '../../uapi/socket.ts'
import { getaddrinfo } from '../lib/resolv/getaddrinfo.ts'
import { connectStream, sendStream } from '../lib/stream.ts'
import { makeCookie, readJson, readState, sendJson, sendState, STATES } from './protocol.ts'
import { heading, RULE, summaryLine, type Figures } from './report.ts'
import type { Settings } from './settings.ts'
import { endText, tcpStream, udpStream } from './streams.ts'
import { Run, streamRate, sumOf, type Parameters, type Stream } from './test.ts'

const FIRST_ID = 5
const UDP_LENGTH = 1448
const TCP_LENGTH = 131072

type Target = SocketAddress & { readonly family: StreamSocket['family'] }

export function* measure(p: Process, set: Settings): Blocking<number> {
  const fail = (words: string): number => {
    p.io.err(`iperf3: error - ${words}\n`)
    return 1
  }
  const say = (line: string): void => p.io.out(`${line}\n`)
  const found = yield* getaddrinfo(p, set.host, set.family)
  // It tells of the last system call, whatever the resolver said.
  if ('error' in found) return fail(`unable to connect to server: ${EAGAIN.text}`)
  const address = found.addresses.find((one) => typeof one === 'number') ?? found.addresses[0] ?? 0
  const target: Target = { address, port: set.port, family: typeof address === 'number' ? 'inet' : 'inet6' }
  const began = p.clock.now()
  const control = yield* connect(p, set, target)
  if (typeof control === 'string') return fail(`unable to connect to server: ${control}`)
  const rtt = p.clock.now() - began
  const streams: Stream[] = []
  try {
    const cookie = makeCookie(p)
    yield* sendStream(p, control, cookie)
    const first = yield* readState(p, control)
    if (first === STATES.ACCESS_DENIED) return fail('the server is busy running a test. try again later')
    if (first !== STATES.PARAM_EXCHANGE) return fail('control socket has closed unexpectedly')
    const t = parametersOf(set)
    yield* sendJson(p, control, {
      ...t,
      seconds: Number.isFinite(t.seconds) ? t.seconds : 0,
      rtt,
      reverse: set.reverse,
    })
    if ((yield* readState(p, control)) !== STATES.CREATE_STREAMS)
      return fail('control socket has closed unexpectedly')
    say(`Connecting to host ${set.host}, port ${set.port}`)
    if (set.reverse) say(`Reverse mode, remote host ${set.host} is sending`)
    for (let n = 0; n < set.streams; n++) {
      const stream = yield* open(p, set, target, cookie, FIRST_ID + 2 * n, say)
      if (typeof stream === 'string') return fail(`unable to connect stream: ${stream}`)
      streams.push(stream)
    }
    if (set.udp) yield* sendJson(p, control, {})
    if ((yield* readState(p, control)) !== STATES.TEST_START)
      return fail('control socket has closed unexpectedly')
    if ((yield* readState(p, control)) !== STATES.TEST_RUNNING)
      return fail('control socket has closed unexpectedly')
    const run = new Run(p, t, streams, !set.reverse, streamRate(t, rtt), say)
    yield* run.run(() => control.poll().hup || control.peek(1) !== EAGAIN)
    return yield* results(p, set, control, run, fail, say)
  } finally {
    for (const stream of streams) stream.close()
    control.close()
  }
}

function parametersOf(set: Settings): Parameters {
  const { udp, seconds, bytes, interval, streams, rate, window, format } = set
  return {
    udp,
    seconds,
    bytes,
    interval,
    streams,
    rate,
    window,
    format,
    length: set.length || (udp ? UDP_LENGTH : TCP_LENGTH),
  }
}

function* connect(p: Process, set: Settings, target: Target): Blocking<StreamSocket | string> {
  const socket = p.net.streamSocket(target.family)
  socket.options.nodelay = true
  if (set.bind !== null) {
    const local = yield* getaddrinfo(p, set.bind, target.family)
    const refused = 'error' in local ? null : socket.bind({ address: local.addresses[0] ?? 0, port: 0 })
    if ('error' in local || refused) {
      socket.close()
      return refused ? refused.text : 'Invalid argument'
    }
  }
  const until = set.connectTimeout === null ? Infinity : p.clock.now() + set.connectTimeout * MILLISECOND
  const error = yield* connectStream(p, socket, target, until)
  if (!error) return socket
  socket.close()
  return error.text
}

function* open(
  p: Process,
  set: Settings,
  target: Target,
  cookie: Uint8Array,
  id: number,
  say: (line: string) => void,
): Blocking<Stream | string> {
  const tell = (local: SocketAddress): void =>
    say(`[${String(id).padStart(3)}] local ${endText(local)} connected to ${endText(target)}`)
  if (!set.udp) {
    const socket = yield* connect(p, set, target)
    if (typeof socket === 'string') return socket
    yield* sendStream(p, socket, cookie)
    tell(socket.local)
    return tcpStream(id, socket)
  }
  const local = { address: target.family === 'inet' ? 0 : 0n, port: 0 }
  const stream = udpStream(p, id, local, target)
  if (!stream) return 'Network is unreachable'
  tell(stream.local)
  // The first datagram tells the server from where; its answer, that it knows.
  stream.send(Uint8Array.of(0, 0, 0, 0))
  const until = p.clock.now() + 1000 * MILLISECOND
  while (isErrno(stream.recv())) if ((yield* p.clock.wait([stream], until)) !== 'ready') return EAGAIN.text
  return stream
}

function* results(
  p: Process,
  set: Settings,
  control: StreamSocket,
  run: Run,
  fail: (words: string) => number,
  say: (line: string) => void,
): Blocking<number> {
  if (control.poll().hup) return fail('control socket has closed unexpectedly')
  yield* sendState(p, control, STATES.TEST_END)
  if ((yield* readState(p, control)) !== STATES.EXCHANGE_RESULTS) {
    p.io.err('iperf3: error - the server has terminated\n')
    return 1
  }
  const own = run.totals()
  yield* sendJson(p, control, { streams: own })
  const other = figuresOf(yield* readJson(p, control))
  yield* readState(p, control)
  const shape = { ...run.shape }
  say(RULE)
  say(heading(shape, true))
  const [sent, got] = set.reverse ? [other, own] : [own, other]
  for (const [i, figures] of own.entries()) {
    const id = FIRST_ID + 2 * i
    say(summaryLine(id, sent[i] ?? figures, shape, 'sender'))
    say(summaryLine(id, got[i] ?? figures, shape, 'receiver'))
  }
  if (own.length > 1) {
    say(summaryLine(null, sumOf(sent), shape, 'sender'))
    say(summaryLine(null, sumOf(got), shape, 'receiver'))
  }
  say('\niperf Done.')
  yield* sendState(p, control, STATES.IPERF_DONE)
  return 0
}

/** What the other end counted. */
export function figuresOf(json: Readonly<Record<string, unknown>> | null): readonly Figures[] {
  const streams = json?.['streams']
  return Array.isArray(streams) ? streams.flatMap((one): Figures[] => (isFigures(one) ? [one] : [])) : []
}

function isFigures(value: unknown): value is Figures {
  return (
    typeof value === 'object' && value !== null && 'bytes' in value && 'end' in value && 'jitter' in value
  )
}
