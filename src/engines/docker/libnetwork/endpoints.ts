// An endpoint from its settings: addresses taken, names known.
import type { Process } from '../../../os/program.ts'
import { parseMac } from '../../../wire/mac.ts'
import { forbidden, invalidParameter, systemError, type ApiError } from './apiError.ts'
import type { ContainerNetworking } from './controller.ts'
import { generateId } from './ids.ts'
import { NONE_LEFT, takeAddress } from './ipamPlan.ts'
import type { Endpoint, Network } from './network.ts'
import { contains, parseAddress, type Prefix } from './prefix.ts'
import type { EndpointSettings } from './types.ts'

const GATEWAY_NAME_LENGTH = 12
const LINK_LOCAL_4: Prefix = { family: 4, value: 0xa9fe0000n, length: 16 }
const LINK_LOCAL_6: Prefix = { family: 6, value: 0xfe80n << 112n, length: 64 }

export function makeEndpoint(
  p: Process,
  c: ContainerNetworking,
  network: Network,
  settings: EndpointSettings,
): Endpoint | ApiError {
  const { IPv4Address = '', IPv6Address = '' } = settings.IPAMConfig ?? {}
  const linkLocal: Prefix[] = []
  for (const text of settings.IPAMConfig?.LinkLocalIPs ?? []) {
    const prefix = linkLocalOf(text)
    if (!prefix) return invalidParameter(`invalid link local IP address: ${text}`)
    linkLocal.push(prefix)
  }
  const addr4 = addressIn(network, 4, IPv4Address)
  if (addr4 instanceof Error) return refusal(addr4, network, 4)
  const addr6 = addressIn(network, 6, IPv6Address)
  if (addr6 instanceof Error) {
    if (addr4) network.subnetHolding(addr4)?.pool.release(addr4)
    return refusal(addr6, network, 6)
  }
  const links = (settings.Links ?? []).map((link) => {
    const [name = '', alias = name] = link.split(':')
    return [alias.toLowerCase(), name] as const
  })
  return {
    id: generateId(p),
    name: c.name,
    containerId: c.id,
    network,
    addr4,
    addr6,
    mac: parseMac(settings.DesiredMacAddress ?? '') ?? 0,
    srcName: '',
    hostName: '',
    ifname: '',
    dnsNames: settings.DNSNames ?? [],
    links: new Map(links),
    driverOpts: settings.DriverOpts ?? {},
    linkLocal,
    gwPriority: settings.GwPriority,
    forGateway: false,
    service: null,
    ports: [],
  }
}

/** The one by which a container gets out that is in networks without a way out. (Ref: moby default_gateway.go) */
export function makeGatewayEndpoint(
  p: Process,
  c: ContainerNetworking,
  network: Network,
  sandboxId: string,
): Endpoint | ApiError {
  const addr4 = addressIn(network, 4, '')
  if (addr4 instanceof Error) return refusal(addr4, network, 4)
  return {
    id: generateId(p),
    name: `gateway_${sandboxId.slice(0, GATEWAY_NAME_LENGTH)}`,
    containerId: c.id,
    network,
    addr4,
    addr6: null,
    mac: 0,
    srcName: '',
    hostName: '',
    ifname: '',
    dnsNames: [],
    links: new Map(),
    driverOpts: {},
    linkLocal: [],
    gwPriority: 0,
    forGateway: true,
    service: null,
    ports: [],
  }
}

/** Of 169.254.0.0/16 or fe80::/64; null when it is none. */
function linkLocalOf(text: string): Prefix | null {
  const address = parseAddress(text)
  const block = address && (address.family === 4 ? LINK_LOCAL_4 : LINK_LOCAL_6)
  return address && block && contains(block, address) ? { ...block, value: address.value } : null
}

/** From the subnet it lies in, else from the first that has one left. Ref: libnetwork/endpoint.go:assignAddressVersion() */
function addressIn(network: Network, family: 4 | 6, text: string): Prefix | null | Error {
  const own = network.subnets.filter(({ pool }) => pool.prefix.family === family)
  const wish = text === '' ? null : parseAddress(text)
  const fitting = wish && own.length > 1 ? own.filter(({ pool }) => contains(pool.prefix, wish)) : own
  if (own.length > 0 && fitting.length === 0)
    return new Error(`invalid address ${text}: It does not belong to any of this network's subnets`)
  let refused: string | null = null
  for (const { pool, range } of fitting) {
    const taken = takeAddress(pool, wish, range)
    if (typeof taken !== 'string') return taken
    refused ??= taken
    if (taken !== NONE_LEFT) break
  }
  return refused === null ? null : new Error(refused)
}

function refusal({ message }: Error, { name, id }: Network, family: 4 | 6): ApiError {
  if (message !== NONE_LEFT) return forbidden(message)
  return systemError(`no available IPv${family} addresses on this network's address pools: ${name} (${id})`)
}
