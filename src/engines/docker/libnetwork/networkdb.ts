// What nodes tell each other of their containers' endpoints: each event in a datagram to every other node, until it is
// acknowledged; all that is known over a connection when a node comes. (Ref: moby libnetwork/networkdb; memberlist, whose
// probes are sent only when somebody has reason to doubt a node)
import type { Blocking, Process } from '../../../os/program.ts'
import { MILLISECOND, SECOND, type Nanoseconds } from '../../../sim/clock.ts'
import { WaitQueue } from '../../../sim/wait.ts'
import { EAGAIN, isErrno } from '../../../uapi/errno.ts'
import type { StreamSocket } from '../../../uapi/socket.ts'
import { formatInet, parseInet } from '../../../wire/inet.ts'
import { decodeUtf8, encodeUtf8 } from '../../../wire/utf8.ts'
import { connectStream } from '../../../commands/lib/stream.ts'
import { Channel } from '../http/channel.ts'
import { gossipSocket, type GossipSocket } from './gossipSocket.ts'
import type { EndpointService, RemoteEndpoint } from './network.ts'
import type { Peer } from './overlay/overlay.ts'
import type { PeerInfo } from './types.ts'

const GOSSIP_PORT = 7946
const BACKLOG = 4096
/** Ref: networkdb.go: an event is sent on at the next tick. */
const GOSSIP_INTERVAL = 200 * MILLISECOND
/** After so many tries an event waits for the next synchronization. */
const RETRANSMITS = 4
const SYNC_INTERVAL = 30 * SECOND
const SYNC_TIMEOUT = 10 * SECOND

/** What a node is known by, and where it is reached. */
interface Member {
  readonly name: string
  readonly ip: string
}

type Fact =
  | { readonly kind: 'member'; readonly member: Member; readonly gone: boolean }
  | { readonly kind: 'network'; readonly node: string; readonly network: string; readonly gone: boolean }
  | {
      readonly kind: 'endpoint'
      readonly node: string
      readonly peer: Peer
      readonly name: string
      readonly dnsNames: readonly string[]
      readonly service: EndpointService | null
      readonly gone: boolean
    }

interface Versioned {
  readonly version: number
  readonly fact: Fact
}

interface Sending {
  readonly to: string
  readonly sequence: number
  readonly what: Versioned
  tries: number
  next: Nanoseconds
}

export interface NetworkDbHooks {
  added(peer: Peer, known: Omit<RemoteEndpoint, 'address'>): void
  deleted(peer: Peer): void
}

export class NetworkDb {
  readonly self: Member
  readonly #p: Process
  readonly #hooks: NetworkDbHooks
  readonly #facts = new Map<string, Versioned>()
  readonly #udp: GossipSocket
  readonly #listener: StreamSocket
  readonly #changed = new WaitQueue()
  #sending: Sending[] = []
  #sequence = 0
  #closed = false

  constructor(p: Process, self: Member, listen: number, hooks: NetworkDbHooks) {
    this.#p = p
    this.self = self
    this.#hooks = hooks
    this.#udp = gossipSocket(p, listen, GOSSIP_PORT)
    this.#listener = p.net.streamSocket(listen === 0 ? 'inet6' : 'inet')
    this.#listener.options.reuseaddr = true
    const address = listen === 0 ? 0n : listen
    if (this.#listener.bind({ address, port: GOSSIP_PORT }) === null) this.#listener.listen(BACKLOG)
    const fact: Fact = { kind: 'member', member: self, gone: false }
    this.#facts.set(keyOf(fact), { version: 1, fact })
  }

  /** Tells all that it goes, and ends. */
  *leave(): Blocking<void> {
    this.#say({ kind: 'member', member: this.self, gone: true })
    for (const sending of this.#sending) this.#transmit(sending)
    yield* []
    this.close()
  }

  close(): void {
    this.#closed = true
    this.#udp.close()
    this.#listener.close()
    this.#changed.wake()
  }

  joined(network: string): void {
    this.#say({ kind: 'network', node: this.self.name, network, gone: false })
  }

  left(network: string): void {
    this.#say({ kind: 'network', node: this.self.name, network, gone: true })
  }

  announce(peer: Peer, name: string, dnsNames: readonly string[], service: EndpointService | null): void {
    this.#say({ kind: 'endpoint', node: this.self.name, peer, name, dnsNames, service, gone: false })
  }

  withdraw(endpoint: string): void {
    const fact = this.#facts.get(`endpoint ${endpoint}`)?.fact
    if (fact?.kind === 'endpoint' && !fact.gone) this.#say({ ...fact, gone: true })
  }

  /** What is known of a network that this node has only now: endpoints elsewhere. */
  replay(network: string): void {
    for (const { fact } of this.#facts.values())
      if (fact.kind === 'endpoint' && fact.peer.network === network) this.#tell(fact)
  }

  /** The nodes that take part in a network. */
  peers(network: string): readonly PeerInfo[] {
    const all: PeerInfo[] = []
    for (const { fact } of this.#facts.values()) {
      if (fact.kind !== 'network' || fact.network !== network || fact.gone) continue
      const member = this.#member(fact.node)
      if (member) all.push({ Name: member.name, IP: member.ip })
    }
    return all.toSorted((a, b) => (parseInet(a.IP) ?? 0) - (parseInet(b.IP) ?? 0))
  }

  /** Asks whether a node whose manager has lost it is there; what it had goes when no answer comes. */
  *doubt(ip: string): Blocking<void> {
    const member = this.#members().find((one) => one.ip === ip)
    if (!member || (yield* this.sync(ip))) return
    this.#say({ kind: 'member', member, gone: true })
  }

  /** Exchanges all that is known with a node; whether that was possible. */
  *sync(ip: string): Blocking<boolean> {
    const address = parseInet(ip)
    if (address === null) return false
    const socket = this.#p.net.streamSocket('inet')
    const until = this.#p.clock.now() + SYNC_TIMEOUT
    const refused = yield* connectStream(this.#p, socket, { address, port: GOSSIP_PORT }, until)
    if (refused) {
      socket.close()
      return false
    }
    const channel = new Channel(this.#p, socket)
    yield* channel.write(this.#everything())
    const line = yield* channel.line()
    channel.close()
    if (line === null) return false
    this.#takeAll(line)
    return true
  }

  /** Datagrams in and out: a thread of the daemon. */
  *run(): Blocking<void> {
    while (!this.#closed) {
      for (let got = this.#udp.recv(); !isErrno(got); got = this.#udp.recv())
        this.#receive(got.data, got.from)
      const now = this.#p.clock.now()
      for (const sending of this.#sending) if (sending.next <= now) this.#transmit(sending)
      const until = Math.min(Infinity, ...this.#sending.map(({ next }) => next))
      yield { on: [this.#udp, this.#changed], until }
    }
  }

  /** Others that ask for all: a thread of the daemon. */
  *serve(start: (body: Blocking<void>) => void): Blocking<void> {
    while (!this.#closed) {
      const socket = this.#p.net.accept(this.#listener)
      if (socket === EAGAIN) yield { on: [this.#listener, this.#changed], until: Infinity }
      else if (isErrno(socket)) return
      else start(this.#exchange(new Channel(this.#p, socket)))
    }
  }

  *#exchange(channel: Channel): Blocking<void> {
    const line = yield* channel.line()
    if (line !== null && !this.#closed) {
      yield* channel.write(this.#everything())
      this.#takeAll(line)
    }
    channel.close()
  }

  #everything(): string {
    return `${JSON.stringify([...this.#facts.values()])}\n`
  }

  #takeAll(line: string): void {
    for (const what of JSON.parse(line) as readonly Versioned[]) this.#take(what)
  }

  /** A fact of this node's own. */
  #say(fact: Fact): void {
    const before = this.#facts.get(keyOf(fact))
    const what = { version: (before?.version ?? 0) + 1, fact }
    this.#facts.set(keyOf(fact), what)
    if (fact.kind === 'member' && fact.gone) this.#forget(fact.member)
    this.#spread(what)
  }

  #spread(what: Versioned): void {
    const next = this.#p.clock.now() + GOSSIP_INTERVAL
    for (const { ip, name } of this.#members()) {
      if (name === this.self.name) continue
      this.#sending.push({ to: ip, sequence: ++this.#sequence, what, tries: 0, next })
    }
    this.#changed.wake()
  }

  #transmit(sending: Sending): void {
    const { to, sequence, what } = sending
    const address = parseInet(to)
    const data = encodeUtf8(JSON.stringify({ sequence, what }))
    if (address !== null) this.#udp.send(data, address)
    sending.tries++
    const wait = sending.tries % RETRANSMITS === 0 ? SYNC_INTERVAL : GOSSIP_INTERVAL
    sending.next = this.#p.clock.now() + wait
  }

  #receive(data: Uint8Array, from: number): void {
    const { sequence, ack, what } = JSON.parse(decodeUtf8(data)) as {
      readonly sequence?: number
      readonly ack?: number
      readonly what?: Versioned
    }
    if (ack !== undefined)
      this.#sending = this.#sending.filter((one) => one.sequence !== ack || one.to !== formatInet(from))
    if (sequence === undefined || !what) return
    this.#udp.send(encodeUtf8(JSON.stringify({ ack: sequence })), from)
    this.#take(what)
  }

  /** What another has said: the newest counts. */
  #take(what: Versioned): void {
    const { fact, version } = what
    const key = keyOf(fact)
    const before = this.#facts.get(key)
    if (before && before.version >= version) return
    if (fact.kind === 'member' && fact.member.name === this.self.name) return this.#refute(version)
    this.#facts.set(key, what)
    if (fact.kind === 'endpoint') return this.#tell(fact)
    if (fact.kind !== 'member') return
    if (fact.gone) this.#forget(fact.member)
    // Who has heard of a newcomer from himself tells the others.
    else if (!before) this.#spread(what)
  }

  /** Others say that this node is gone. */
  #refute(version: number): void {
    const fact: Fact = { kind: 'member', member: this.self, gone: false }
    this.#facts.set(keyOf(fact), { version, fact })
    this.#say(fact)
  }

  #tell(fact: Fact & { readonly kind: 'endpoint' }): void {
    if (fact.node === this.self.name) return
    if (fact.gone) this.#hooks.deleted(fact.peer)
    else if (this.#member(fact.node)) this.#hooks.added(fact.peer, fact)
  }

  /** Its endpoints went with it. */
  #forget({ name, ip }: Member): void {
    this.#sending = this.#sending.filter(({ to }) => to !== ip)
    for (const [key, { fact }] of this.#facts) {
      if (fact.kind === 'member' || fact.node !== name) continue
      if (fact.kind === 'endpoint' && !fact.gone && name !== this.self.name) this.#hooks.deleted(fact.peer)
      this.#facts.delete(key)
    }
  }

  #members(): readonly Member[] {
    return [...this.#facts.values()].flatMap(({ fact }) =>
      fact.kind === 'member' && !fact.gone ? [fact.member] : [],
    )
  }

  #member(name: string): Member | null {
    return this.#members().find((member) => member.name === name) ?? null
  }
}

function keyOf(fact: Fact): string {
  switch (fact.kind) {
    case 'member':
      return `member ${fact.member.name}`
    case 'network':
      return `network ${fact.network} ${fact.node}`
    case 'endpoint':
      return `endpoint ${fact.peer.endpoint}`
  }
}
