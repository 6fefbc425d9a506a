// Ports of the routing mesh: on the machine they lead to the node's sandbox in the ingress network, and in a task's container
// to where it listens. (Ref: moby libnetwork/service_linux.go:initIngressConfiguration(), addRedirectRules())
import type { Blocking, Process } from '../../../os/program.ts'
import { isErrno } from '../../../uapi/errno.ts'
import type { NetnsRef } from '../../../uapi/netns.ts'
import { Iptables, type Rule, type Table } from './iptables.ts'
import { writeSysctl } from './netlink.ts'
import { formatAddr, type Address } from './prefix.ts'

const CHAIN = 'DOCKER-INGRESS'
const LOCAL = '-m addrtype --dst-type LOCAL'
const BACKLOG = 4096

/** Ref: agent.proto:PortConfig */
export interface IngressPort {
  readonly Protocol: string
  readonly TargetPort: number
  readonly PublishedPort?: number
}

/** What nobody else can have meanwhile. */
interface Held {
  close(): void
}

export class IngressPorts {
  readonly #p: Process
  readonly #iptables: Iptables
  readonly #enabled: boolean
  /** How many balancers want each, and where it leads. */
  readonly #used = new Map<string, { count: number; readonly gateway: Address; readonly held: Held | null }>()
  #fresh = true

  constructor(p: Process, iptables: Iptables, enabled: boolean) {
    this.#p = p
    this.#iptables = iptables
    this.#enabled = enabled
  }

  /** `gateway`: the sandbox's address in docker_gwbridge. */
  *add(gateway: Address, ports: readonly IngressPort[]): Blocking<void> {
    yield* this.#setUp()
    for (const port of ports) {
      const key = keyOf(port)
      const known = this.#used.get(key)
      if (known) {
        known.count++
        continue
      }
      this.#used.set(key, { count: 1, gateway, held: this.#hold(port) })
      if (!this.#enabled) continue
      for (const rule of rulesOf(port, gateway)) yield* this.#iptables.insert(4, rule)
    }
  }

  *remove(ports: readonly IngressPort[]): Blocking<void> {
    for (const port of ports) {
      const key = keyOf(port)
      const known = this.#used.get(key)
      if (!known || --known.count > 0) continue
      this.#used.delete(key)
      known.held?.close()
      if (!this.#enabled) continue
      for (const rule of rulesOf(port, known.gateway)) yield* this.#iptables.delete(4, rule)
    }
  }

  *#setUp(): Blocking<void> {
    if (!this.#enabled) return
    const iptables = this.#iptables
    if (this.#fresh) {
      this.#fresh = false
      for (const table of ['nat', 'filter']) yield* iptables.run(4, `-t ${table} -F ${CHAIN}`)
    }
    for (const table of ['nat', 'filter'] as const) {
      yield* iptables.newChain(4, table, CHAIN)
      yield* iptables.append(4, { table, chain: CHAIN, args: '-j RETURN' })
    }
    for (const chain of ['OUTPUT', 'PREROUTING']) yield* this.#jump('nat', chain, `${LOCAL} -j ${CHAIN}`)
    yield* this.#jump('filter', 'DOCKER-FORWARD', `-j ${CHAIN}`)
    writeSysctl(this.#p, 'net/ipv4/conf/docker_gwbridge/route_localnet', '1')
    const args = '-m addrtype --src-type LOCAL -o docker_gwbridge -j MASQUERADE'
    yield* iptables.insert(4, { table: 'nat', chain: 'POSTROUTING', args })
  }

  /** At the head of a chain, moved there when it was further down. */
  *#jump(table: Table, chain: string, args: string): Blocking<void> {
    const rule = { table, chain, args }
    yield* this.#iptables.delete(4, rule)
    yield* this.#iptables.insert(4, rule)
  }

  /** The daemon listens there itself, so that no other program does. (Ref: plumbIngressPortsProxy()) */
  #hold({ Protocol, PublishedPort = 0 }: IngressPort): Held | null {
    const { net } = this.#p
    const local = { address: 0n, port: PublishedPort }
    if (Protocol === 'udp') {
      const socket = net.udp6Socket()
      return isErrno(socket.bind({ ...local, scope: 0 })) ? null : socket
    }
    if (Protocol !== 'tcp') return null
    const socket = net.streamSocket('inet6')
    socket.options.reuseaddr = true
    if ((socket.bind(local) ?? socket.listen(BACKLOG)) === null) return socket
    socket.close()
    return null
  }
}

function keyOf({ Protocol, TargetPort, PublishedPort }: IngressPort): string {
  return `${PublishedPort}/${Protocol} ${TargetPort}`
}

function rulesOf({ Protocol, PublishedPort }: IngressPort, gateway: Address): readonly Rule[] {
  const to = `${formatAddr(gateway)}:${PublishedPort}`
  const answers = '-m conntrack --ctstate ESTABLISHED,RELATED'
  const at = { chain: CHAIN } as const
  return [
    {
      ...at,
      table: 'nat',
      args: `-p ${Protocol} --dport ${PublishedPort} -j DNAT --to-destination ${to}`,
    },
    { ...at, table: 'filter', args: `-p ${Protocol} --sport ${PublishedPort} ${answers} -j ACCEPT` },
    { ...at, table: 'filter', args: `-p ${Protocol} --dport ${PublishedPort} -j ACCEPT` },
  ]
}

/** In a task's container: the mesh asks at the published port, and nothing else may pass by its address there. */
export function* redirectRules(
  p: Process,
  netns: NetnsRef,
  own: Address,
  ports: readonly IngressPort[],
): Blocking<void> {
  if (ports.length === 0) return
  const iptables = new Iptables(p, netns)
  const address = formatAddr(own)
  for (const { Protocol, TargetPort, PublishedPort } of ports) {
    const redirect = `-d ${address} -p ${Protocol} --dport ${PublishedPort} -j REDIRECT --to-port ${TargetPort}`
    yield* iptables.run(4, `-t nat -A PREROUTING ${redirect}`)
    const states = (which: string): string => `-m conntrack --ctstate ${which} -j ACCEPT`
    const asked = `-d ${address} -p ${Protocol} --dport ${TargetPort} ${states('NEW,ESTABLISHED')}`
    yield* iptables.run(4, `-I INPUT ${asked}`)
    const answer = `-s ${address} -p ${Protocol} --sport ${TargetPort} ${states('ESTABLISHED')}`
    yield* iptables.run(4, `-I OUTPUT ${answer}`)
  }
  for (const protocol of ['sctp', 'udp', 'tcp']) {
    for (const [chain, end] of [
      ['INPUT', '-d'],
      ['OUTPUT', '-s'],
    ] as const) {
      const args = `${end} ${address} -p ${protocol} -j DROP`
      yield* iptables.append(4, { table: 'filter', chain, args })
    }
  }
}
