// Sockets that are listened on. Ref: dnsmasq src/network.c:create_bound_listeners(), create_wildcard_listeners()
import type { Process } from '../../os/program.ts'
import type { Errno } from '../../uapi/errno.ts'
import { AF_INET } from '../../uapi/rtnetlink.ts'
import type { StreamSocket, UdpSocket } from '../../uapi/socket.ts'
import type { Udp6Socket } from '../../uapi/socket6.ts'
import { formatInet, INADDR_ANY, type Inet } from '../../wire/inet.ts'
import type { Config, Fatal } from './config.ts'

const TCP_BACKLOG = 32

export interface Listener {
  readonly address: Inet
  readonly udp: UdpSocket
  readonly tcp: StreamSocket
  /** Of the wildcard: the same by IPv6. */
  readonly six: { readonly udp: Udp6Socket; readonly tcp: StreamSocket } | null
}

export function openListeners(p: Process, config: Config): readonly Listener[] | Fatal {
  if (config.port === 0) return []
  const fail = (where: string, { text }: Errno): Fatal => ({
    words: `failed to create listening socket for ${where}: ${text}`,
    status: 2,
  })
  if (!config.bindInterfaces) {
    const listener = openListener(p, INADDR_ANY, config.port)
    return 'udp' in listener ? [listener] : fail(`port ${config.port}`, listener)
  }
  for (const name of config.interfaces)
    if (indexOf(p, name) === null) return { words: `unknown interface ${name}`, status: 2 }
  const listeners: Listener[] = []
  for (const address of addressesToBind(p, config)) {
    const listener = openListener(p, address, config.port)
    if (!('udp' in listener)) return fail(formatInet(address), listener)
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
  return { address, udp, tcp, six: address === INADDR_ANY ? openListener6(p, port) : null }
}

function openListener6(p: Process, port: number): Listener['six'] {
  const udp = p.net.udp6Socket()
  udp.options.v6only = true
  const tcp = p.net.streamSocket('inet6')
  tcp.options.reuseaddr = true
  tcp.options.v6only = true
  const local = { address: 0n, port }
  const refused = udp.bind({ ...local, scope: 0 }) ?? tcp.bind(local) ?? tcp.listen(TCP_BACKLOG)
  return refused ? null : { udp, tcp }
}

function addressesToBind(p: Process, config: Config): readonly Inet[] {
  const own = ownAddresses(p)
  if (config.listen.length > 0 && config.interfaces.length === 0) return config.listen
  const wanted = own.filter(({ device }) => takesDevice(config, device)).map(({ address }) => address)
  return [...new Set([...wanted, ...config.listen])]
}

/** lo is always listened on beside the interfaces that are named. */
function takesDevice({ interfaces }: Config, device: string): boolean {
  return interfaces.length === 0 || interfaces.includes(device) || device === 'lo'
}

/** Whether a question that was sent to this address of one's own is taken. */
export function takes(p: Process, config: Config, to: Inet): boolean {
  if (config.listen.length === 0 && config.interfaces.length === 0) return true
  if (config.listen.includes(to)) return true
  if (config.interfaces.length === 0) return false
  return ownAddresses(p).some(({ address, device }) => address === to && takesDevice(config, device))
}

export function ownAddresses(p: Process): readonly { readonly address: Inet; readonly device: string }[] {
  const links = p.net.rtnetlink({ type: 'RTM_GETLINK' }).messages ?? []
  const names = new Map(
    links.flatMap((m) => (m.type === 'RTM_NEWLINK' ? [[m.index, m.ifname] as const] : [])),
  )
  const all = p.net.rtnetlink({ type: 'RTM_GETADDR', family: AF_INET }).messages ?? []
  return all.flatMap((m) =>
    m.type === 'RTM_NEWADDR' && typeof m.local === 'number'
      ? [{ address: m.local, device: names.get(m.index) ?? '' }]
      : [],
  )
}

function indexOf(p: Process, ifname: string): number | null {
  const [link] = p.net.rtnetlink({ type: 'RTM_GETLINK', ifname }).messages ?? []
  return link?.type === 'RTM_NEWLINK' ? link.index : null
}
