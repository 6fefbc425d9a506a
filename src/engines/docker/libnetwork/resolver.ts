// The DNS server that containers of user-defined networks find at 127.0.0.11: names of containers it answers itself, the
// rest it passes on. (Ref: moby libnetwork/resolver.go, resolver_unix.go)
import { SECOND } from '../../../sim/clock.ts'
import type { Blocking, Process } from '../../../os/program.ts'
import { EAGAIN, isErrno } from '../../../uapi/errno.ts'
import type { NetnsRef } from '../../../uapi/netns.ts'
import type { StreamSocket, UdpSocket, Waitable } from '../../../uapi/socket.ts'
import {
  DNS_CLASS_IN,
  DNS_PORT,
  DNS_TYPES,
  emitDns,
  parseDns,
  type DnsMessage,
  type DnsQuestion,
  type DnsRecord,
} from '../../../wire/dns.ts'
import { INADDR_LOOPBACK } from '../../../wire/inet.ts'
import { DnsStream } from '../../../commands/lib/dnsStream.ts'
import { Iptables } from './iptables.ts'
import { inNetns } from './netlink.ts'
import { INTERNAL_RESOLVER, type ExternalServer } from './resolvConf.ts'
import type { Address } from './prefix.ts'

const RESOLVER = INADDR_LOOPBACK + 10
const TTL = 600
const SERVFAIL = 2
const REFUSED = 5
/** How many servers are asked, and how long each has. */
const MAX_SERVERS = 3
const TIMEOUT = 4 * SECOND
const BACKLOG = 4096

export interface Names {
  /** null: nobody is called so; an empty list: somebody is, and has no address of this family. */
  lookup(name: string, family: 4 | 6): readonly Address[] | null
  /** Who has an address: `web.appnet`. */
  reverse(name: string): string | null
  /** Whether questions may leave: not from networks that are internal. */
  forwards(): boolean
}

interface Forwarded {
  readonly query: DnsMessage
  readonly reply: (message: DnsMessage) => void
  readonly servers: readonly ExternalServer[]
  /** The one that is asked now. */
  at: number
  socket: UdpSocket
  deadline: number
}

export class Resolver {
  readonly #p: Process
  readonly #netns: NetnsRef
  readonly #names: Names
  readonly #external: readonly ExternalServer[]
  readonly #udp: UdpSocket
  readonly #tcp: StreamSocket
  readonly #connections = new Set<DnsStream>()
  readonly #forwarded = new Set<Forwarded>()

  constructor(p: Process, netns: NetnsRef, names: Names, external: readonly ExternalServer[]) {
    this.#p = p
    this.#netns = netns
    this.#names = names
    this.#external = external
    const { udp, tcp } = inNetns(p, netns, () => ({
      udp: p.net.udpSocket(),
      tcp: p.net.streamSocket('inet'),
    }))
    this.#udp = udp
    this.#tcp = tcp
    udp.bind({ address: RESOLVER, port: 0 })
    tcp.bind({ address: RESOLVER, port: 0 })
    tcp.listen(BACKLOG)
  }

  /** Rules of the container's own: port 53 of 127.0.0.11 is where the daemon really listens. */
  *setUpRules(): Blocking<void> {
    const iptables = new Iptables(this.#p, this.#netns)
    const to = `-d ${INTERNAL_RESOLVER}`
    for (const chain of ['OUTPUT', 'POSTROUTING']) {
      if (yield* iptables.run(4, `-t nat -C ${chain} ${to} -j DOCKER_${chain}`)) {
        yield* iptables.run(4, `-t nat -F DOCKER_${chain}`)
        continue
      }
      yield* iptables.run(4, `-t nat -N DOCKER_${chain}`)
      yield* iptables.run(4, `-t nat -I ${chain} ${to} -j DOCKER_${chain}`)
    }
    for (const [protocol, { port }] of [
      ['udp', this.#udp.local],
      ['tcp', this.#tcp.local],
    ] as const) {
      const dnat = `-p ${protocol} --dport ${DNS_PORT} -j DNAT --to-destination ${INTERNAL_RESOLVER}:${port}`
      yield* iptables.run(4, `-t nat -I DOCKER_OUTPUT ${to} ${dnat}`)
      const snat = `-p ${protocol} --sport ${port} -j SNAT --to-source :${DNS_PORT}`
      yield* iptables.run(4, `-t nat -I DOCKER_POSTROUTING -s ${INTERNAL_RESOLVER} ${snat}`)
    }
  }

  close(): void {
    this.#udp.close()
    this.#tcp.close()
    for (const { socket } of this.#connections) socket.close()
    for (const { socket } of this.#forwarded) socket.close()
  }

  /** What it sleeps on, and how long at most. */
  waits(): { readonly on: readonly Waitable[]; readonly until: number } {
    return {
      on: [
        this.#udp,
        this.#tcp,
        ...[...this.#connections].map(({ socket }) => socket),
        ...[...this.#forwarded].map(({ socket }) => socket),
      ],
      until: Math.min(...[...this.#forwarded].map(({ deadline }) => deadline)),
    }
  }

  serve(): void {
    for (let got = this.#udp.recv(); !isErrno(got); got = this.#udp.recv()) {
      const { from } = got
      this.#ask(got.data, (message) => void this.#udp.sendto(emitDns(message), from))
    }
    const { net } = this.#p
    for (let socket = net.accept(this.#tcp); !isErrno(socket); socket = net.accept(this.#tcp)) {
      this.#connections.add(new DnsStream(socket))
    }
    for (const connection of this.#connections) {
      const open = connection.read((octets, reply) => this.#ask(octets, reply))
      if (!open) this.#connections.delete(connection)
    }
    for (const forwarded of this.#forwarded) this.#receive(forwarded)
  }

  #ask(octets: Uint8Array, reply: (message: DnsMessage) => void): void {
    const query = parseDns(octets)
    const [question] = query?.questions ?? []
    if (!query || query.qr || !question) return
    const answers = question.class === DNS_CLASS_IN ? this.#answer(question) : null
    if (answers) return reply({ ...responseTo(query), ra: true, answers })
    if (!this.#names.forwards()) return reply({ ...responseTo(query), rcode: SERVFAIL })
    const servers = this.#external.slice(0, MAX_SERVERS)
    this.#forward({ query, reply, servers, at: 0, socket: this.#udp, deadline: 0 })
  }

  /** null: it is none of ours. */
  #answer({ name, type }: DnsQuestion): DnsRecord[] | null {
    const record = { name, class: DNS_CLASS_IN, ttl: TTL }
    if (type === DNS_TYPES.PTR) {
      const target = this.#names.reverse(name.toLowerCase())
      return target === null ? null : [{ ...record, type, data: { kind: 'name', name: target } }]
    }
    const family = type === DNS_TYPES.AAAA ? 6 : 4
    const found = this.#names.lookup(name, family)
    if (!found) return null
    if (type !== DNS_TYPES.A && type !== DNS_TYPES.AAAA) return []
    return this.#shuffled(found).map(({ value }) => ({
      ...record,
      type,
      data: family === 4 ? { kind: 'a', address: Number(value) } : { kind: 'aaaa', address: value },
    }))
  }

  /** Of several containers with one name each comes first at times. */
  #shuffled(addresses: readonly Address[]): readonly Address[] {
    if (addresses.length < 2) return addresses
    const all = [...addresses]
    for (let i = all.length - 1; i > 0; i--) {
      const j = this.#p.random() % (i + 1)
      const [a, b] = [all[i], all[j]]
      if (a && b) [all[i], all[j]] = [b, a]
    }
    return all
  }

  /** To the next of the servers; when none is left, the question failed. */
  #forward(forwarded: Forwarded): void {
    const { servers, query } = forwarded
    for (; forwarded.at < servers.length; forwarded.at++) {
      const server = servers[forwarded.at]
      if (!server || server.address.family !== 4) continue
      const { net, clock } = this.#p
      const socket = server.fromHost ? net.udpSocket() : inNetns(this.#p, this.#netns, () => net.udpSocket())
      const remote = { address: Number(server.address.value), port: DNS_PORT }
      if (socket.connect(remote) ?? socket.sendto(emitDns(query), remote)) {
        socket.close()
        continue
      }
      forwarded.socket = socket
      forwarded.deadline = clock.now() + TIMEOUT
      this.#forwarded.add(forwarded)
      return
    }
    this.#forwarded.delete(forwarded)
    forwarded.reply({ ...responseTo(query), rcode: SERVFAIL })
  }

  #receive(forwarded: Forwarded): void {
    const { socket, query } = forwarded
    const got = socket.recv()
    if (got === EAGAIN && this.#p.clock.now() < forwarded.deadline) return
    const message = isErrno(got) ? null : parseDns(got.data)
    socket.close()
    // Another server may know it.
    if (!message || message.rcode === SERVFAIL || message.rcode === REFUSED) {
      forwarded.at++
      return this.#forward(forwarded)
    }
    this.#forwarded.delete(forwarded)
    forwarded.reply({ ...message, id: query.id })
  }
}

function responseTo(query: DnsMessage): DnsMessage {
  return {
    ...query,
    qr: true,
    aa: false,
    tc: false,
    ra: false,
    ad: false,
    cd: false,
    rcode: 0,
    answers: [],
    authority: [],
    additional: [],
  }
}
