// By which address a node makes itself known. (Ref: moby daemon/cluster/listen_addr.go, listen_addr_others.go)
import type { Process } from '../../../../os/program.ts'
import { IFF_LOOPBACK, IFF_UP } from '../../../../uapi/if.ts'
import { AF_INET } from '../../../../uapi/rtnetlink.ts'
import { formatInet, parseInet } from '../../../../wire/inet.ts'
import { invalidParameter, isApiError, type ApiError } from '../../libnetwork/apiError.ts'
import { addressesOf } from '../../libnetwork/netlink.ts'
import { contains, fromUapi, type Prefix } from '../../libnetwork/prefix.ts'

const CONTROL_PORT = 2377

export interface HostPort {
  readonly host: string
  readonly port: number
}

/** `ADDRESS`, `ADDRESS:PORT`, `:PORT`. */
function splitHostPort(text: string, port: number): HostPort | null {
  const [, host = '', digits] = /^([^:]*)(?::(\d+))?$/.exec(text) ?? []
  if (host === '' && digits === undefined) return null
  const number = digits === undefined ? port : Number(digits)
  return number > 0 && number < 65_536 ? { host, port: number } : null
}

export function parseRemote(text: string): { readonly address: number; readonly port: number } | ApiError {
  const split = splitHostPort(text, CONTROL_PORT)
  const address = split ? parseInet(split.host) : null
  if (!split || address === null)
    return invalidParameter(
      'remote address must be an IPv4 address: names of managers are not supported in vethlab',
    )
  return { address, port: split.port }
}

const ADVERTISE =
  'advertise address must be a non-zero IP address or network interface (with optional port number)'
const LISTEN = 'listen address must be an IP address or network interface (with optional port number)'

interface Asked {
  readonly ListenAddr?: string
  readonly AdvertiseAddr?: string
  readonly DataPathAddr?: string
}

export interface NodeAddresses {
  readonly listen: HostPort
  readonly advertise: HostPort
  readonly dataPath: string
}

/** `own`: networks of the daemon, which do not count. */
export function nodeAddresses(
  p: Process,
  { ListenAddr = '', AdvertiseAddr = '', DataPathAddr = '' }: Asked,
  own: readonly Prefix[],
): NodeAddresses | ApiError {
  const listen = resolveListen(p, ListenAddr)
  if (isApiError(listen)) return listen
  const advertise = resolveAdvertise(p, AdvertiseAddr, listen, own)
  if (isApiError(advertise)) return advertise
  const dataPath = resolveDataPath(p, DataPathAddr, advertise.host)
  return isApiError(dataPath) ? dataPath : { listen, advertise, dataPath }
}

/** Without a word it is the one that packets to the manager are sent from. */
export function joinAddresses(
  p: Process,
  asked: Asked,
  remote: { readonly address: number; readonly port: number },
  own: readonly Prefix[],
): NodeAddresses | ApiError {
  const socket = p.net.udpSocket()
  socket.connect(remote)
  const local = socket.local.address
  socket.close()
  const { AdvertiseAddr: said = '' } = asked
  return nodeAddresses(
    p,
    said === '' && local !== 0 ? { ...asked, AdvertiseAddr: formatInet(local) } : asked,
    own,
  )
}

/** An address, or that of a device. */
function resolve(p: Process, text: string, port: number, wrong: string): HostPort | ApiError {
  const split = splitHostPort(text, port)
  if (!split) return invalidParameter(wrong)
  if (parseInet(split.host) !== null) return split
  const device = devicesOf(p).find(({ name }) => name === split.host)
  if (!device) return invalidParameter(wrong)
  const [first, second] = device.addresses
  if (first === undefined)
    return invalidParameter(`interface ${device.name} has no usable IPv4 or IPv6 addresses`)
  if (second !== undefined)
    return invalidParameter(
      `interface ${device.name} has more than one IPv4 address (${first} and ${second})`,
    )
  return { host: first, port: split.port }
}

function resolveListen(p: Process, text: string): HostPort | ApiError {
  const { host, port } = splitHostPort(text, CONTROL_PORT) ?? { host: '', port: CONTROL_PORT }
  if (host === '' || host === '0.0.0.0') return { host: '0.0.0.0', port }
  return resolve(p, text, CONTROL_PORT, LISTEN)
}

/** `text` empty: the listener's own, or the machine's only one. */
function resolveAdvertise(
  p: Process,
  text: string,
  listen: HostPort,
  own: readonly Prefix[],
): HostPort | ApiError {
  if (text !== '') {
    const resolved = resolve(p, text, listen.port, ADVERTISE)
    return 'host' in resolved && resolved.host === '0.0.0.0' ? invalidParameter(ADVERTISE) : resolved
  }
  if (listen.host !== '0.0.0.0') return listen
  const host = systemAddress(p, own)
  return typeof host === 'string' ? { host, port: listen.port } : host
}

function resolveDataPath(p: Process, text: string, otherwise: string): string | ApiError {
  if (text === '') return otherwise
  const resolved = resolve(p, text, CONTROL_PORT, 'data path address must be a non-zero IP')
  return 'host' in resolved ? resolved.host : resolved
}

/** Ref: listen_addr.go:resolveSystemAddrViaSubnetCheck() */
function systemAddress(p: Process, own: readonly Prefix[]): string | ApiError {
  const all = devicesOf(p).flatMap(({ name, addresses }) => addresses.map((address) => ({ name, address })))
  const free = all.filter(({ address }) => {
    const value = parseInet(address)
    return value !== null && !own.some((prefix) => contains(prefix, fromUapi(value)))
  })
  const [first, second] = free
  if (!first) return invalidParameter("could not find the system's IP address")
  if (!second) return first.address
  const where =
    first.name === second.name
      ? `interface ${first.name} (${first.address} and ${second.address})`
      : `different interfaces (${first.address} on ${first.name} and ${second.address} on ${second.name})`
  return invalidParameter(
    `could not choose an IP address to advertise since this system has multiple addresses on ${where}`,
  )
}

/** Devices that are up, but for the loopback, with their IPv4 addresses of global scope. */
function devicesOf(p: Process): readonly { readonly name: string; readonly addresses: readonly string[] }[] {
  const links = p.net.rtnetlink({ type: 'RTM_GETLINK' }).messages ?? []
  return links.flatMap((link) => {
    if (link.type !== 'RTM_NEWLINK' || !(link.flags & IFF_UP) || link.flags & IFF_LOOPBACK) return []
    const addresses = addressesOf(p, link.index).flatMap(({ family, local }) =>
      family === AF_INET && typeof local === 'number' && local >>> 16 !== 0xa9fe ? [formatInet(local)] : [],
    )
    return [{ name: link.ifname, addresses }]
  })
}
