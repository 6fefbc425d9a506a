// Sockets that are listened on. Ref: dnsmasq src/network.c:create_bound_listeners(), create_wildcard_listeners()
import type { Process } from '../../os/program.ts'
import type { Errno } from '../../uapi/errno.ts'
import { AF_INET, AF_INET6 } from '../../uapi/rtnetlink.ts'
import type { StreamSocket, UdpSocket } from '../../uapi/socket.ts'
import type { Udp6Socket } from '../../uapi/socket6.ts'
import { INADDR_ANY, type Inet } from '../../wire/inet.ts'
import { formatAddress, IN6ADDR_ANY, isLinkLocal6, type Inet6 } from '../../wire/inet6.ts'
import type { Config, Fatal } from './config.ts'

const TCP_BACKLOG = 32

/** Of one address, or of all of a family. */
export type Listener =
  | { readonly family: 'inet'; readonly udp: UdpSocket; readonly tcp: StreamSocket }
  | { readonly family: 'inet6'; readonly udp: Udp6Socket; readonly tcp: StreamSocket }

interface OwnAddress {
  readonly address: Inet | Inet6
  readonly device: string
  /** Its device's number, where an IPv6 address needs it. */
  readonly scope: number
}

export function openListeners(p: Process, config: Config): readonly Listener[] | Fatal {
  if (config.port === 0) return []
  const fail = (where: string, { text }: Errno): Fatal => ({
    words: `failed to create listening socket for ${where}: ${text}`,
    status: 2,
  })
  if (!config.bindInterfaces) {
    const listener = openListener(p, INADDR_ANY, config.port)
    if (!('udp' in listener)) return fail(`port ${config.port}`, listener)
    // A kernel without IPv6 has none of these.
    const six = openListener6(p, IN6ADDR_ANY, config.port)
    return 'udp' in six ? [listener, six] : [listener]
  }
  for (const name of config.interfaces)
    if (indexOf(p, name) === null) return { words: `unknown interface ${name}`, status: 2 }
  const listeners: Listener[] = []
  for (const { address, scope } of addressesToBind(p, config)) {
    const listener =
      typeof address === 'number'
        ? openListener(p, address, config.port)
        : openListener6(p, address, config.port, scope)
    if (!('udp' in listener)) return fail(formatAddress(address), listener)
    listeners.push(listener)
  }
  return listeners
}

function openListener(p: Process, address: Inet, port: number): Listener | Errno {
  const udp = p.net.udpSocket()
  const tcp = p.net.streamSocket('inet')
  tcp.options.reuseaddr = true
  const refused = udp.bind({ address, port }) ?? tcp.bind({ address, port }) ?? tcp.listen(TCP_BACKLOG)
  if (refused) return refused
  return { family: 'inet', udp, tcp }
}

function openListener6(p: Process, address: Inet6, port: number, scope = 0): Listener | Errno {
  const udp = p.net.udp6Socket()
  udp.options.v6only = true
  const tcp = p.net.streamSocket('inet6')
  tcp.options.reuseaddr = true
  tcp.options.v6only = true
  const local = { address, port, scope }
  const refused = udp.bind(local) ?? tcp.bind(local) ?? tcp.listen(TCP_BACKLOG)
  return refused ?? { family: 'inet6', udp, tcp }
}

function addressesToBind(p: Process, config: Config): readonly OwnAddress[] {
  const own = ownAddresses(p)
  const asked = config.listen.map(
    (address) => own.find((one) => one.address === address) ?? { address, device: '', scope: 0 },
  )
  if (config.listen.length > 0 && config.interfaces.length === 0) return asked
  const wanted = own.filter(({ device }) => takesDevice(config, device))
  return [...new Map([...wanted, ...asked].map((one) => [one.address, one])).values()]
}

/** lo is always listened on beside the interfaces that are named. */
function takesDevice({ interfaces }: Config, device: string): boolean {
  return interfaces.length === 0 || interfaces.includes(device) || device === 'lo'
}

/** Whether a question that was sent to this address of one's own is taken. */
export function takes(p: Process, config: Config, to: Inet | Inet6): boolean {
  if (config.listen.length === 0 && config.interfaces.length === 0) return true
  if (config.listen.includes(to)) return true
  if (config.interfaces.length === 0) return false
  return ownAddresses(p).some(({ address, device }) => address === to && takesDevice(config, device))
}

export function ownAddresses(p: Process): readonly OwnAddress[] {
  const links = p.net.rtnetlink({ type: 'RTM_GETLINK' }).messages ?? []
  const names = new Map(
    links.flatMap((m) => (m.type === 'RTM_NEWLINK' ? [[m.index, m.ifname] as const] : [])),
  )
  const all = [AF_INET, AF_INET6].flatMap(
    (family) => p.net.rtnetlink({ type: 'RTM_GETADDR', family }).messages ?? [],
  )
  return all.flatMap((m) => {
    if (m.type !== 'RTM_NEWADDR') return []
    const address = m.local ?? m.address
    if (address === null || address === undefined) return []
    const scope = typeof address === 'bigint' && isLinkLocal6(address) ? m.index : 0
    return [{ address, device: names.get(m.index) ?? '', scope }]
  })
}

function indexOf(p: Process, ifname: string): number | null {
  const [link] = p.net.rtnetlink({ type: 'RTM_GETLINK', ifname }).messages ?? []
  return link?.type === 'RTM_NEWLINK' ? link.index : null
}
