// Publishes a container's ports: finds a port of the host, holds it, writes the rules, starts the proxies.
// Read first: portSpec.ts. (Ref: moby libnetwork/drivers/bridge/port_mapping_linux.go, portmapper/proxy_linux.go)
import type { Blocking, OpenFile, Process } from '../../../os/program.ts'
import { isErrno, type Errno } from '../../../uapi/errno.ts'
import type { UdpSocket, StreamSocket } from '../../../uapi/socket.ts'
import type { Udp6Socket } from '../../../uapi/socket6.ts'
import { madeFor } from '../../lib/madeFor.ts'
import { isApiError, systemError, type ApiError } from './apiError.ts'
import type { BridgeConfig } from './bridge/config.ts'
import { portRules, type MappedPort } from './bridge/endpointRules.ts'
import type { Firewall, NetworkFirewall } from './bridge/firewall.ts'
import type { ContainerNetworking } from './controller.ts'
import { goText } from './netlink.ts'
import type { PortAllocator } from './portAllocator.ts'
import { needSamePort, type PortSpec } from './portSpec.ts'
import { formatAddr, joinHostPort, toUapi, type Address } from './prefix.ts'
import { forPort } from './provenance.ts'

const PROXY = '/usr/sbin/docker-proxy'
const ATTEMPTS = 10
/** Descriptor by which the proxy tells that it listens. */
const READY = 3

export interface Target {
  readonly container: ContainerNetworking
  readonly v4: Address | null
  readonly v6: Address | null
  readonly config: BridgeConfig
  readonly firewall: NetworkFirewall
}

type Holder = StreamSocket | UdpSocket | Udp6Socket

interface Published extends MappedPort {
  /** Keeps the port until the proxy has it, or, without one, for as long as it is published. */
  holder: Holder | null
  proxy: number | null
}

export class PortMapper {
  readonly #p: Process
  readonly #firewall: Firewall
  readonly #allocator: PortAllocator
  readonly #userlandProxy: boolean
  readonly #published = new Map<MappedPort, Published>()

  constructor(p: Process, firewall: Firewall, allocator: PortAllocator, userlandProxy: boolean) {
    this.#p = p
    this.#firewall = firewall
    this.#allocator = allocator
    this.#userlandProxy = userlandProxy
  }

  /** All of them or none. */
  *publish(target: Target, specs: readonly PortSpec[]): Blocking<readonly MappedPort[] | ApiError> {
    const all: Published[] = []
    let together: MappedPort[] = []
    for (const [i, spec] of specs.entries()) {
      together.push(...this.#bindings(target, spec))
      const next = specs[i + 1]
      if (next && needSamePort(spec, next)) continue
      const bound = yield* this.#bind(target, spec, together)
      if (isApiError(bound)) {
        yield* this.#release(target.firewall, all)
        return bound
      }
      all.push(...bound)
      together = []
    }
    for (const port of all) {
      if (!this.#userlandProxy || !port.holder) continue
      port.holder.close()
      port.holder = null
      const proxy = yield* this.#startProxy(port)
      if (isApiError(proxy)) {
        yield* this.#release(target.firewall, all)
        return proxy
      }
      port.proxy = proxy
    }
    for (const port of all) this.#published.set(port, port)
    return all
  }

  *unpublish(firewall: NetworkFirewall, ports: readonly MappedPort[]): Blocking<void> {
    const all = ports.flatMap((port) => this.#published.get(port) ?? [])
    yield* this.#release(firewall, all)
    for (const port of ports) this.#published.delete(port)
  }

  /** One for each family; where nothing is said of the host's address, one of each. */
  #bindings({ v4, v6, config }: Target, spec: PortSpec): MappedPort[] {
    const { protocol, containerPort } = spec
    const usual: Address = config.bindingAddress ?? { family: 4, value: 0n }
    const everywhere = spec.hostAddress === null && usual.family === 4 && usual.value === 0n
    const said = spec.hostAddress ?? usual
    const ports: MappedPort[] = []
    const hostPort = spec.hostFrom
    if (v4 && said.family === 4) {
      const routed = config.gatewayMode4 === 'routed'
      const hostAddress = routed ? { family: 4 as const, value: 0n } : said
      ports.push({ protocol, containerAddress: v4, containerPort, hostAddress, hostPort })
    }
    const inner = v6 ?? (this.#userlandProxy ? v4 : null)
    if (inner && (said.family === 6 || everywhere)) {
      const routed = config.gatewayMode6 === 'routed'
      const hostAddress = everywhere || routed ? { family: 6 as const, value: 0n } : said
      ports.push({ protocol, containerAddress: inner, containerPort, hostAddress, hostPort })
    }
    return ports
  }

  *#bind(target: Target, spec: PortSpec, ports: readonly MappedPort[]): Blocking<Published[] | ApiError> {
    let failed: ApiError | null = null
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const bound = yield* this.#attempt(target, spec, ports)
      if (!isApiError(bound)) return bound
      failed = bound
      if (spec.hostFrom !== 0 && spec.hostFrom === spec.hostTo) break
    }
    return failed ?? []
  }

  *#attempt(target: Target, spec: PortSpec, ports: readonly MappedPort[]): Blocking<Published[] | ApiError> {
    const { protocol } = spec
    const translated = ports.filter((port) => !isRouted(target.config, port))
    const addresses = translated.map(({ hostAddress }) => hostAddress)
    let number = 0
    if (addresses.length > 0) {
      const given = this.#allocator.request(addresses, protocol, spec.hostFrom, spec.hostTo)
      if (isApiError(given)) return given
      number = given
    }
    const bound: Published[] = []
    for (const port of ports) {
      if (!translated.includes(port)) {
        bound.push({ ...port, hostPort: 0, holder: null, proxy: null })
        continue
      }
      const holder = this.#hold({ ...port, hostPort: number }, spec)
      if (isApiError(holder)) {
        for (const other of bound) other.holder?.close()
        for (const address of addresses) this.#allocator.release(address, protocol, number)
        return holder
      }
      bound.push({ ...port, hostPort: number, holder, proxy: null })
    }
    for (const port of bound) {
      const maker = forPort(target.container, port)
      yield* madeFor(this.#p, maker, () => portRules(this.#firewall, target.firewall, port, true))
    }
    for (const { holder } of bound) {
      if (!holder || !('listen' in holder)) continue
      const refused = holder.listen(this.#userlandProxy ? 4096 : 0)
      if (!refused) continue
      yield* this.#release(target.firewall, bound)
      return systemError(`failed to listen on TCP socket: ${goText(refused)}`)
    }
    return bound
  }

  #hold(port: MappedPort, spec: PortSpec): Holder | ApiError {
    const { protocol, hostAddress, hostPort, containerAddress, containerPort } = port
    if (protocol === 'sctp') {
      const where = joinHostPort(hostAddress, hostPort)
      return systemError(
        `error starting userland proxy: failed to listen on ${where}: protocol not supported`,
      )
    }
    const holder = this.#socket(protocol, hostAddress.family)
    const refused = bindTo(holder, hostAddress, hostPort)
    if (!refused) return holder
    holder.close()
    const asked = spec.hostFrom === spec.hostTo ? `${spec.hostFrom}` : `${spec.hostFrom}-${spec.hostTo}`
    const inner = joinHostPort(containerAddress, containerPort)
    const text = `${joinHostPort(hostAddress, asked)}:${inner}/${protocol}`
    const which = spec.hostFrom === spec.hostTo ? 'port' : `port ${hostPort}`
    return systemError(`failed to bind host ${which} for ${text}: ${goText(refused)}`)
  }

  #socket(protocol: string, family: 4 | 6): Holder {
    const { net } = this.#p
    const datagrams = (): Holder => (family === 4 ? net.udpSocket() : net.udp6Socket())
    const socket = protocol === 'udp' ? datagrams() : net.streamSocket(family === 4 ? 'inet' : 'inet6')
    socket.options.reuseaddr = true
    socket.options.v6only = true
    return socket
  }

  *#startProxy(port: MappedPort): Blocking<number | ApiError> {
    const { fs, procs, clock } = this.#p
    const { protocol, hostAddress, hostPort, containerAddress, containerPort } = port
    const argv = [
      PROXY,
      `-proto ${protocol} -host-ip ${formatAddr(hostAddress)} -host-port ${hostPort}`,
      `-container-ip ${formatAddr(containerAddress)} -container-port ${containerPort} -use-listen-fd`,
    ].flatMap((words) => words.split(' '))
    const { read, write } = fs.pipe()
    const none = fs.open('/dev/null', { read: true, write: true })
    const fds = new Map<number, OpenFile>([[READY, write]])
    if (!isErrno(none)) for (const fd of [0, 1, 2]) fds.set(fd, none)
    const pid = procs.spawn(
      function* (child) {
        const status = yield* child.procs.exec(PROXY, argv)
        return isErrno(status) ? 127 : status
      },
      { argv, fds },
    )
    write.close()
    let told = read.read(1024)
    while (isErrno(told)) {
      yield* clock.wait([read])
      told = read.read(1024)
    }
    read.close()
    const words = String.fromCharCode(...told)
    if (words === '0\n') return pid
    yield* procs.wait(pid)
    return systemError(`error starting userland proxy: ${words.replace(/^1\n/, '')}`)
  }

  *#release(firewall: NetworkFirewall, ports: readonly Published[]): Blocking<void> {
    const { procs } = this.#p
    for (const port of ports) {
      port.holder?.close()
      if (port.proxy === null) continue
      procs.kill(port.proxy, 'INT')
      yield* procs.wait(port.proxy)
    }
    for (const port of ports) yield* portRules(this.#firewall, firewall, port, false)
    for (const { hostAddress, protocol, hostPort } of ports) {
      if (hostPort > 0) this.#allocator.release(hostAddress, protocol, hostPort)
    }
  }
}

function isRouted(config: BridgeConfig, { containerAddress, hostAddress }: MappedPort): boolean {
  const mode = hostAddress.family === 4 ? config.gatewayMode4 : config.gatewayMode6
  return mode === 'routed' && containerAddress.family === hostAddress.family
}

function bindTo(socket: Holder, address: Address, port: number): Errno | null {
  if ('listen' in socket) return socket.bind({ address: toUapi(address), port })
  if (address.family === 6) return (socket as Udp6Socket).bind({ address: address.value, port, scope: 0 })
  return (socket as UdpSocket).bind({ address: Number(address.value), port })
}
