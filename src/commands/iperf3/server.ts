// iperf3 as a server. Ref: iperf 3.12 src/iperf_server_api.c
import type { Blocking, Process } from '../../os/program.ts'
import { SECOND } from '../../sim/clock.ts'
import { EAGAIN, isErrno } from '../../uapi/errno.ts'
import type { SocketAddress, StreamSocket } from '../../uapi/socket.ts'
import { formatAddress } from '../../wire/inet6.ts'
import { getaddrinfo } from '../lib/resolv/getaddrinfo.ts'
import { acceptStream } from '../lib/stream.ts'
import { readCookie, readJson, readState, sendJson, sendState, STATES } from './protocol.ts'
import { DASHES, heading, RULE, summaryLine } from './report.ts'
import type { Settings } from './settings.ts'
import { endText, plain, tcpStream, udpReceiver } from './streams.ts'
import { Run, streamRate, sumOf, type Parameters, type Stream } from './test.ts'

const BACKLOG = 5000
const FIRST_ID = 5

export function* serve(p: Process, set: Settings, oneOff: boolean): Blocking<number> {
  const listener = yield* openListener(p, set)
  if (typeof listener === 'string') {
    p.io.err(`iperf3: error - unable to start listener for connections: ${listener}\niperf3: exiting\n`)
    return 1
  }
  let interrupted = false
  const stop = (): void => void (interrupted = true)
  p.procs.onSignal('INT', stop)
  p.procs.onSignal('TERM', stop)
  p.procs.onSignal('PIPE', 'ignore')
  try {
    for (let n = 1; ; n++) {
      p.io.out(`${DASHES}\nServer listening on ${set.port} (test #${n})\n${DASHES}\n`)
      const control = yield* acceptStream(p, listener)
      if (interrupted || isErrno(control)) {
        p.io.err('iperf3: interrupt - the server has terminated\n')
        return 0
      }
      yield* new Test(p, set, listener, control, () => interrupted).run()
      control.close()
      if (oneOff) return 0
    }
  } finally {
    listener.close()
  }
}

function* openListener(p: Process, set: Settings): Blocking<StreamSocket | string> {
  const family = set.bind === null && set.family !== 'inet' ? 'inet6' : 'inet'
  const found = set.bind === null ? null : yield* getaddrinfo(p, set.bind, set.family)
  if (found && 'error' in found) return 'Cannot assign requested address'
  const address = found?.addresses[0] ?? (family === 'inet' ? 0 : 0n)
  const socket = p.net.streamSocket(typeof address === 'number' ? 'inet' : 'inet6')
  socket.options.reuseaddr = true
  socket.options.nodelay = true
  socket.options.v6only = set.family === 'inet6'
  const refused = socket.bind({ address, port: set.port }) ?? socket.listen(BACKLOG)
  if (!refused) return socket
  socket.close()
  return refused.text
}

class Test {
  readonly #p: Process
  readonly #set: Settings
  readonly #listener: StreamSocket
  readonly #control: StreamSocket
  readonly #interrupted: () => boolean
  readonly #streams: Stream[] = []

  constructor(
    p: Process,
    set: Settings,
    listener: StreamSocket,
    control: StreamSocket,
    interrupted: () => boolean,
  ) {
    this.#p = p
    this.#set = set
    this.#listener = listener
    this.#control = control
    this.#interrupted = interrupted
  }

  *run(): Blocking<void> {
    try {
      const peer = this.#control.remote()
      if (isErrno(peer) || !(yield* readCookie(this.#p, this.#control))) return
      this.#say(`Accepted connection from ${formatAddress(plain(peer))}, port ${peer.port}`)
      yield* sendState(this.#p, this.#control, STATES.PARAM_EXCHANGE)
      const json = yield* readJson(this.#p, this.#control)
      if (!json) return
      const t = parametersOf(json)
      const reverse = json['reverse'] === true
      yield* sendState(this.#p, this.#control, STATES.CREATE_STREAMS)
      if (!(yield* this.#open(t, peer))) return
      yield* sendState(this.#p, this.#control, STATES.TEST_START)
      yield* sendState(this.#p, this.#control, STATES.TEST_RUNNING)
      const run = new Run(this.#p, t, this.#streams, reverse, streamRate(t, Number(json['rtt'])), this.#say)
      yield* run.run(() => this.#over())
      yield* this.#results(run, reverse)
    } finally {
      for (const stream of this.#streams) stream.close()
    }
  }

  readonly #say = (line: string): void => this.#p.io.out(`${line}\n`)

  /** The client has said that the test is over, or is gone; whoever else calls is told to come later. */
  #over(): boolean {
    for (
      let other = this.#p.net.accept(this.#listener);
      !isErrno(other);
      other = this.#p.net.accept(this.#listener)
    ) {
      other.send(Uint8Array.of(STATES.ACCESS_DENIED))
      other.shutdown('write')
      other.recv(64)
      other.close()
    }
    return this.#interrupted() || this.#control.peek(1) !== EAGAIN
  }

  *#open(t: Parameters, peer: SocketAddress): Blocking<boolean> {
    for (let n = 0; n < t.streams; n++) {
      const id = n === 0 ? FIRST_ID : FIRST_ID + 1 + 2 * n
      const told = (local: SocketAddress, remote: SocketAddress): void =>
        this.#say(`[${String(id).padStart(3)}] local ${endText(local)} connected to ${endText(remote)}`)
      if (t.udp) {
        const stream = yield* udpReceiver(this.#p, id, this.#control.local, peer, this.#set.port, told)
        if (!stream) return false
        this.#streams.push(stream)
        continue
      }
      const socket = yield* acceptStream(this.#p, this.#listener, this.#p.clock.now() + 10 * SECOND)
      if (isErrno(socket)) return false
      const remote = socket.remote()
      if (isErrno(remote) || !(yield* readCookie(this.#p, socket))) return false
      told(socket.local, remote)
      this.#streams.push(tcpStream(id, socket))
    }
    if (t.udp) yield* readJson(this.#p, this.#control)
    return true
  }

  *#results(run: Run, reverse: boolean): Blocking<void> {
    const state = yield* readState(this.#p, this.#control)
    if (state !== STATES.TEST_END) {
      this.#p.io.err('iperf3: the client has terminated\n')
      return
    }
    yield* sendState(this.#p, this.#control, STATES.EXCHANGE_RESULTS)
    yield* readJson(this.#p, this.#control)
    const own = run.totals()
    yield* sendJson(this.#p, this.#control, { streams: own })
    yield* sendState(this.#p, this.#control, STATES.DISPLAY_RESULTS)
    this.#say(RULE)
    this.#say(heading(run.shape, reverse))
    const who = reverse ? 'sender' : 'receiver'
    for (const [i, figures] of own.entries())
      this.#say(summaryLine(this.#streams[i]?.id ?? 0, figures, run.shape, who))
    if (own.length > 1) this.#say(summaryLine(null, sumOf(own), run.shape, who))
    yield* readState(this.#p, this.#control)
  }
}

function parametersOf(json: Readonly<Record<string, unknown>>): Parameters {
  const number = (name: string): number => Number(json[name] ?? 0)
  return {
    udp: json['udp'] === true,
    seconds: number('seconds') || Infinity,
    bytes: number('bytes'),
    interval: number('interval'),
    streams: Math.max(number('streams'), 1),
    rate: number('rate'),
    window: number('window'),
    length: number('length'),
    format: 'a',
  }
}
