// Load balancing among a service's tasks: in each of its networks IPVS of the node's own sandbox there gives what is for the
// service's address, or for a port of the routing mesh, to one of them. Read first: ingress.ts.
// (Ref: moby libnetwork/service_common.go, service_linux.go)
import type { Blocking, Process } from '../../../os/program.ts'
import type { IpvsServiceOptions } from '../../../uapi/ipvs.ts'
import { madeFor } from '../../lib/madeFor.ts'
import type { IngressPort, IngressPorts } from './ingress.ts'
import { Iptables } from './iptables.ts'
import {
  addAddress,
  addressesOf,
  deleteAddress,
  inNetns,
  linkByName,
  readSysctl,
  writeSysctl,
} from './netlink.ts'
import type { Endpoint, EndpointService, Network } from './network.ts'
import { formatAddr, formatPrefix, masked, parseAddress, type Address, type Prefix } from './prefix.ts'
import { forService } from './provenance.ts'
import type { Sandbox } from './sandbox.ts'

/** Ref: service_common.go:fwMarkCtr */
const FIRST_MARK = 256

const ROUND_ROBIN: IpvsServiceOptions = {
  scheduler: 'rr',
  persistent: null,
  netmask: 0xffffffff,
  onePacket: false,
  schedFlags: 0,
}

/** Ref: osl/namespace_linux.go:loadBalancerConfig */
const TWEAKS = [
  ['conn_reuse_mode', '0'],
  ['expire_nodest_conn', '1'],
  ['expire_quiescent_template', '1'],
] as const

/** One service in one network. */
interface Balancer {
  readonly network: Network
  readonly service: EndpointService
  readonly mark: number
  /** Addresses of its tasks, by their endpoint. */
  readonly backends: Map<string, Address>
  /** It stands in the sandbox. */
  placed: boolean
}

type Change =
  | {
      readonly kind: 'bind'
      readonly network: Network
      readonly endpoint: string
      readonly address: Address
      readonly service: EndpointService
    }
  | { readonly kind: 'unbind'; readonly network: Network; readonly endpoint: string; readonly gone: boolean }

/** Where a node balances what is for a network's services. */
interface Place {
  readonly sandbox: Sandbox
  readonly endpoint: Endpoint
}

export class ServiceBindings {
  readonly #p: Process
  readonly #ingress: IngressPorts
  readonly #sandboxOf: (network: Network) => Sandbox | null
  readonly #woken: () => void
  readonly #balancers = new Map<string, Balancer>()
  #changes: Change[] = []
  #mark = FIRST_MARK

  constructor(
    p: Process,
    ingress: IngressPorts,
    sandboxOf: (network: Network) => Sandbox | null,
    woken: () => void,
  ) {
    this.#p = p
    this.#ingress = ingress
    this.#sandboxOf = sandboxOf
    this.#woken = woken
  }

  /** A task takes part from now on. */
  bind(network: Network, endpoint: string, address: Address, service: EndpointService): void {
    this.#changes.push({ kind: 'bind', network, endpoint, address, service })
    this.#woken()
  }

  /** It is about to end (`gone` false), and gets nothing new; or it is no more. */
  unbind(network: Network, endpoint: string, gone: boolean): void {
    this.#changes.push({ kind: 'unbind', network, endpoint, gone })
    this.#woken()
  }

  /** Does what has been said, in its order; what is for a network without its sandbox waits for that. */
  *settle(): Blocking<void> {
    for (let change = this.#next(); change; change = this.#next()) {
      if (change.kind === 'bind') yield* this.#add(change)
      else yield* this.#remove(change)
    }
  }

  /** The node leaves a network. */
  *leave(network: Network): Blocking<void> {
    this.#changes = this.#changes.filter((change) => change.network !== network)
    for (const [key, balancer] of this.#balancers) {
      if (balancer.network !== network) continue
      this.#balancers.delete(key)
      if (network.record.ingress && balancer.placed) yield* this.#ingress.remove(balancer.service.ports)
    }
  }

  /** 0: it is not balanced here. */
  markOf(network: Network, service: EndpointService): number {
    return this.#balancers.get(keyOf(network, service))?.mark ?? 0
  }

  #next(): Change | null {
    const at = this.#changes.findIndex(({ network }) => this.#placeOf(network) !== null)
    return at < 0 ? null : (this.#changes.splice(at, 1)[0] ?? null)
  }

  #placeOf(network: Network): Place | null {
    const sandbox = this.#sandboxOf(network)
    const ready = (of: Sandbox): boolean => !network.record.ingress || of.endpoints.some(isGateway)
    const endpoint = sandbox?.endpoints.find((one) => one.network === network && one.ifname !== '')
    return sandbox && endpoint && ready(sandbox) ? { sandbox, endpoint } : null
  }

  *#add({ network, endpoint, address, service }: Change & { readonly kind: 'bind' }): Blocking<void> {
    const place = this.#placeOf(network)
    if (!place || service.vip === '') return
    const key = keyOf(network, service)
    let balancer = this.#balancers.get(key)
    if (!balancer) {
      balancer = { network, service, mark: this.#mark++, backends: new Map(), placed: false }
      this.#balancers.set(key, balancer)
    }
    balancer.backends.set(endpoint, address)
    const made = balancer
    yield* madeFor(this.#p, forService(service.name, network), () => this.#addBackend(place, made, address))
  }

  /** Ref: service_linux.go:addLBBackend() */
  *#addBackend(place: Place, balancer: Balancer, address: Address): Blocking<void> {
    const { mark, service, network } = balancer
    if (!balancer.placed) {
      balancer.placed = true
      // With the first request the kernel has IPVS, and its settings.
      this.#ipvs(place, (p) => p.net.ipvs({ type: 'IPVS_CMD_GET_CONFIG' }))
      this.#alias(place, service.vip, true)
      const gateway = place.sandbox.endpoints.find(isGateway)?.addr4
      if (network.record.ingress && gateway) yield* this.#ingress.add(gateway, service.ports)
      yield* this.#markRules(place, balancer, true)
      this.#ipvs(place, (p) =>
        p.net.ipvs({ type: 'IPVS_CMD_NEW_SERVICE', service: { fwmark: mark }, options: ROUND_ROBIN }),
      )
    }
    this.#dest(place, balancer, address, 1)
    inNetns(this.#p, place.sandbox.netns, () => {
      for (const [name, value] of TWEAKS) {
        const path = `net/ipv4/vs/${name}`
        if (readSysctl(this.#p, path) !== value) writeSysctl(this.#p, path, value)
      }
    })
  }

  /** Ref: service_linux.go:rmLBBackend() */
  *#remove({ network, endpoint, gone }: Change & { readonly kind: 'unbind' }): Blocking<void> {
    const place = this.#placeOf(network)
    for (const [key, balancer] of this.#balancers) {
      const address = balancer.backends.get(endpoint)
      if (balancer.network !== network || !address || !place) continue
      if (!gone) {
        this.#dest(place, balancer, address, 0)
        continue
      }
      balancer.backends.delete(endpoint)
      this.#dest(place, balancer, address, null)
      if (balancer.backends.size > 0) continue
      this.#balancers.delete(key)
      const { service } = balancer
      yield* madeFor(this.#p, forService(service.name, network), () => this.#removeService(place, balancer))
    }
  }

  *#removeService(place: Place, balancer: Balancer): Blocking<void> {
    const { network, service, mark } = balancer
    this.#ipvs(place, (p) => p.net.ipvs({ type: 'IPVS_CMD_DEL_SERVICE', service: { fwmark: mark } }))
    if (network.record.ingress) yield* this.#ingress.remove(service.ports)
    yield* this.#markRules(place, balancer, false)
    const others = [...this.#balancers.values()]
    if (!others.some((other) => other.network === network && other.service.vip === service.vip)) {
      this.#alias(place, service.vip, false)
    }
  }

  /** What is for the service gets its mark, and what goes on to a task comes from the sandbox. (Ref: configureFWMark()) */
  *#markRules({ sandbox, endpoint }: Place, { mark, service }: Balancer, add: boolean): Blocking<void> {
    const iptables = new Iptables(this.#p, sandbox.netns)
    const action = add ? '-A' : '-D'
    const target = `-j MARK --set-mark ${mark}`
    for (const { Protocol, PublishedPort } of service.ports) {
      const what = `-p ${Protocol} --dport ${PublishedPort} ${target}`
      yield* iptables.run(4, `-t mangle ${action} PREROUTING ${what}`)
    }
    const own = endpoint.addr4
    if (add && own) {
      const to = `-d ${formatPrefix(masked(own))} -j SNAT --to-source ${formatAddr(own)}`
      const args = `-m ipvs --ipvs ${to}`
      if (!(yield* iptables.exists(4, { table: 'nat', chain: 'POSTROUTING', args }))) {
        inNetns(this.#p, sandbox.netns, () => void writeSysctl(this.#p, 'net/ipv4/vs/conntrack', '1'))
        yield* iptables.run(4, `-t nat -A POSTROUTING ${args}`)
      }
    }
    yield* iptables.run(4, `-t mangle ${action} INPUT -d ${service.vip}/32 ${target}`)
  }

  /** The service's address is one of the sandbox's own. */
  #alias({ sandbox, endpoint }: Place, vip: string, add: boolean): void {
    const address = parseAddress(vip)
    if (!address) return
    const prefix: Prefix = { ...address, length: 32 }
    inNetns(this.#p, sandbox.netns, () => {
      const link = linkByName(this.#p, endpoint.ifname)
      if (!link) return
      if (add) {
        addAddress(this.#p, link.index, prefix)
        return
      }
      const known = addressesOf(this.#p, link.index).find(
        ({ local, prefixlen }) => local === Number(address.value) && prefixlen === prefix.length,
      )
      if (known) deleteAddress(this.#p, known)
    })
  }

  /** `weight` null: it is taken away. */
  #dest(place: Place, { mark }: Balancer, { value }: Address, weight: number | null): void {
    const service = { fwmark: mark }
    const dest = { address: Number(value), port: 0 }
    this.#ipvs(place, (p) => {
      if (weight === null) return p.net.ipvs({ type: 'IPVS_CMD_DEL_DEST', service, dest })
      const options = { forward: 'masq', weight, upper: 0, lower: 0 } as const
      const type = weight === 0 ? 'IPVS_CMD_SET_DEST' : 'IPVS_CMD_NEW_DEST'
      return p.net.ipvs({ type, service, dest, options })
    })
  }

  #ipvs({ sandbox }: Place, ask: (p: Process) => unknown): void {
    inNetns(this.#p, sandbox.netns, () => void ask(this.#p))
  }
}

function isGateway({ forGateway }: Endpoint): boolean {
  return forGateway
}

/** With other ports it is another service. */
function keyOf({ id }: Network, service: EndpointService): string {
  const ports = service.ports.map(
    ({ Protocol, TargetPort, PublishedPort }: IngressPort) => `${Protocol} ${TargetPort} ${PublishedPort}`,
  )
  return [id, service.id, ...ports].join(' ')
}
