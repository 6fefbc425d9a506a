// A dnsmasq at work: takes questions over UDP and TCP, answers what it knows, passes on what it does not.
import type { Blocking, Process } from '../../os/program.ts'
import { EAGAIN, isErrno } from '../../uapi/errno.ts'
import type { StreamSocket, UdpSocket } from '../../uapi/socket.ts'
import type { Udp6Socket } from '../../uapi/socket6.ts'
import { dnsTypeName, DNS_PORT, emitDns, parseDns, type DnsMessage } from '../../wire/dns.ts'
import { formatInet, parseInet, type Inet } from '../../wire/inet.ts'
import { formatInet6, parseInet6, type Inet6 } from '../../wire/inet6.ts'
import { DnsStream } from '../lib/dnsStream.ts'
import { answerLocally, refusalOf, replyTo, VERSION } from './answer.ts'
import type { Config } from './config.ts'
import { describeRanges, type DhcpServer } from './dhcpserver.ts'
import { Forwarder, formatServer } from './forward.ts'
import type { Leases } from './leases.ts'
import { ownAddresses, takes, type Listener } from './listen.ts'
import type { Log } from './log.ts'
import { rulesFor, Zone, type Upstream } from './zone.ts'

const COMPILED =
  'compile time options: IPv6 GNU-getopt DBus no-UBus i18n IDN2 DHCP DHCPv6 no-Lua TFTP conntrack ipset nftset auth ' +
  'cryptohash DNSSEC loop-detect inotify dumpfile'

interface Connection {
  readonly stream: DnsStream
  readonly from: Inet | Inet6
}

/** Its other half, which gives addresses away. */
export interface DhcpService {
  readonly server: DhcpServer
  readonly leases: Leases
  readonly log: Log
  /** The device it is bound to; null: none. */
  readonly device: string | null
}

export class Server {
  readonly #p: Process
  readonly #config: Config
  readonly #listeners: readonly Listener[]
  readonly #log: Log
  readonly #queryLog: Log | null
  readonly #forwarder: Forwarder
  readonly #dhcp: DhcpService | null
  /** Without the leases. */
  #known = new Zone()
  #zone = this.#known
  readonly #servers: Upstream[] = []
  readonly #connections = new Set<Connection>()
  #ended = false

  constructor(
    p: Process,
    config: Config,
    listeners: readonly Listener[],
    log: Log,
    queries: boolean,
    dhcp: DhcpService | null,
  ) {
    this.#p = p
    this.#config = config
    this.#listeners = listeners
    this.#log = log
    this.#dhcp = dhcp
    this.#queryLog = queries ? log : null
    this.#forwarder = new Forwarder(p, this.#queryLog)
  }

  *run(): Blocking<number> {
    const { procs, clock } = this.#p
    procs.onSignal('TERM', () => {
      this.#log.write('exiting on receipt of SIGTERM')
      this.#ended = true
    })
    procs.onSignal('HUP', () => this.#readHosts())
    this.#start()
    while (!this.#ended) {
      this.#serve()
      const sockets = this.#listeners.flatMap(({ udp, tcp }) => [udp, tcp])
      const connections = [...this.#connections].map(({ stream }) => stream.socket)
      const dhcp = this.#dhcp?.server
      const on = [...sockets, ...connections, this.#forwarder.socket, ...(dhcp?.waits ?? [])]
      yield* clock.wait(on, dhcp?.until ?? Infinity)
    }
    return 0
  }

  #start(): void {
    const { resolvFile } = this.#config
    const answers = this.#config.port !== 0
    this.#log.write(`started, version ${VERSION} ${answers ? 'cachesize 150' : 'DNS disabled'}`)
    this.#log.write(COMPILED)
    const none = answers && resolvFile === null && this.#config.servers.length === 0
    if (none) this.#log.write('warning: no upstream servers configured')
    this.#startDhcp()
    if (!answers) return
    for (const { domain, what } of this.#config.rules.toReversed())
      if (what.kind === 'none') this.#log.write(`using only locally-known addresses for ${domain}`)
    if (resolvFile !== null) this.#readResolv(resolvFile)
    for (const { domain, what } of this.#config.servers) {
      if (what.kind !== 'server') continue
      if (domain === '') this.#servers.push(what.server)
      const about = domain === '' ? '' : ` for domain ${domain} `
      this.#log.write(`using nameserver ${formatServer(what.server)}${about}`)
    }
    this.#readHosts()
  }

  #startDhcp(): void {
    if (!this.#dhcp || !this.#config.dhcp) return
    const { log, device, server } = this.#dhcp
    for (const line of describeRanges(this.#config.dhcp)) log.write(line)
    if (device !== null) log.write(`DHCP, sockets bound exclusively to interface ${device}`)
    server.onChange = () => (this.#zone = this.#zoneOfLeases())
  }

  #readResolv(file: string): void {
    const text = this.#p.fs.readText(file)
    if (isErrno(text)) return this.#log.write(`failed to access ${file}: ${text.text}`)
    this.#log.write(`reading ${file}`)
    const own = new Set(ownAddresses(this.#p).map(({ address }) => address))
    for (const line of text.split('\n')) {
      const [, word = ''] = /^\s*nameserver\s+(\S+)/.exec(line) ?? []
      const address = parseInet(word)
      if (address === null) continue
      if (own.has(address) && this.#config.port === DNS_PORT)
        this.#log.write(`ignoring nameserver ${word} - local interface`)
      else {
        this.#servers.push({ address, port: DNS_PORT })
        this.#log.write(`using nameserver ${word}#${DNS_PORT}`)
      }
    }
  }

  #readHosts(): void {
    const zone = new Zone()
    this.#config.records(zone)
    const { hostsFiles } = this.#config
    if (hostsFiles.length === 0) this.#log.write('cleared cache')
    for (const file of hostsFiles) {
      const text = this.#p.fs.readText(file)
      if (isErrno(text)) this.#log.write(`failed to load names from ${file}: ${text.text}`)
      else this.#log.write(`read ${file} - ${this.#addHosts(zone, file, text)} names`)
    }
    this.#known = zone
    this.#zone = this.#zoneOfLeases()
  }

  /** What is known, and the names of who has an address from here. Ref: dnsmasq src/lease.c:lease_update_dns() */
  #zoneOfLeases(): Zone {
    const leases = this.#dhcp?.leases.all() ?? []
    if (leases.length === 0) return this.#known
    const zone = new Zone(this.#known)
    const { domain } = this.#config
    for (const { name, address } of leases) {
      if (name === null) continue
      zone.addHost(domain === null ? [name] : [`${name}.${domain}`, name], address, 0, 'DHCP')
    }
    return zone
  }

  /** How many names there are. */
  #addHosts(zone: Zone, file: string, text: string): number {
    const { domain, expandHosts, ttl } = this.#config
    let count = 0
    for (const line of text.split('\n')) {
      const [word = '', ...names] = line.replace(/#.*/, '').trim().split(/\s+/)
      const address = parseInet(word) ?? parseInet6(word)
      if (address === null) continue
      const all = names.flatMap((name) =>
        expandHosts && domain !== null && !name.includes('.') ? [`${name}.${domain}`, name] : [name],
      )
      zone.addHost(all, address, ttl, file)
      count += all.length
    }
    return count
  }

  #serve(): void {
    const { interfaces } = this.#config
    this.#dhcp?.server.serve((ifname) => interfaces.length === 0 || interfaces.includes(ifname))
    this.#forwarder.receive()
    for (const listener of this.#listeners) {
      if (listener.family === 'inet') this.#receive(listener.udp)
      else this.#receive6(listener.udp)
      this.#accept(listener.tcp)
    }
    for (const connection of this.#connections) {
      const { stream, from } = connection
      const open = stream.read((octets, reply) => this.#ask(octets, from, reply))
      if (!open) this.#connections.delete(connection)
    }
  }

  #receive(udp: UdpSocket): void {
    for (let got = udp.recv(); got !== EAGAIN; got = udp.recv()) {
      if (isErrno(got)) continue
      const { from, to } = got
      if (!takes(this.#p, this.#config, to)) continue
      this.#ask(got.data, from.address, (message) => void udp.sendto(emitDns(message), from, to))
    }
  }

  #receive6(udp: Udp6Socket): void {
    for (let got = udp.recv(); got !== EAGAIN; got = udp.recv()) {
      if (isErrno(got)) continue
      const { from } = got
      this.#ask(got.data, from.address, (message) => void udp.sendto(emitDns(message), from))
    }
  }

  #accept(listener: StreamSocket): void {
    const { net } = this.#p
    for (let socket = net.accept(listener); !isErrno(socket); socket = net.accept(listener)) {
      const peer = socket.remote()
      const from = isErrno(peer) ? 0 : peer.address
      this.#connections.add({ stream: new DnsStream(socket), from })
    }
  }

  #ask(octets: Uint8Array, from: Inet | Inet6, reply: (message: DnsMessage) => void): void {
    const query = parseDns(octets)
    const [question] = query?.questions ?? []
    if (!query || query.qr || !question) return
    const name = question.name === '' ? '.' : question.name
    this.#queryLog?.write(
      `query[${dnsTypeName(question.type)}] ${name} from ${typeof from === 'number' ? formatInet(from) : formatInet6(from)}`,
    )
    const answer = answerLocally(this.#zone, this.#config.rules, question, this.#config.ttl)
    if (answer) {
      for (const line of answer.log) this.#queryLog?.write(line)
      return reply(replyTo(query, answer))
    }
    const servers = this.#serversFor(question.name)
    if (servers.length > 0) return this.#forwarder.forward(query, servers, reply)
    this.#queryLog?.write('config error is REFUSED (EDE: not ready)')
    reply(refusalOf(query))
  }

  /** Those of its domain, or those that are asked of everything. */
  #serversFor(name: string): readonly Upstream[] {
    const own = rulesFor(this.#config.rules, name).filter(({ domain }) => domain !== '')
    const servers = own.flatMap(({ what }) => (what.kind === 'server' ? [what.server] : []))
    return servers.length > 0 ? servers : this.#servers
  }
}
