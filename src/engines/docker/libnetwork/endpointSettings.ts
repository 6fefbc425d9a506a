// EndpointSettings: what may be asked of an endpoint, and what is shown of it. (Ref: moby daemon/container_operations.go,
// api/types/network/endpoint.go)
import { formatMac } from '../../../wire/mac.ts'
import { invalidParameter, type ApiError } from './apiError.ts'
import type { ContainerNetworking, EndpointRequest } from './controller.ts'
import { sysctlsOf, wrongSysctls } from './interfaceSysctls.ts'
import type { Endpoint, Network } from './network.ts'
import { isPredefined } from './network.ts'
import { contains, formatAddr, masked, parseAddress, parsePrefix, type Address } from './prefix.ts'
import type { EndpointSettings } from './types.ts'

const SHORT_ID = 12

/** null when nothing is wrong; `network` null: it is not there (yet). */
export function validateEndpoint(
  name: string,
  network: Network | null,
  request: EndpointRequest,
): ApiError | null {
  const errors: string[] = []
  const { IPv4Address = '', IPv6Address = '' } = request.IPAMConfig ?? {}
  const wanted = [IPv4Address, IPv6Address].filter((text) => text !== '')
  if (wanted.length > 0 && isPredefined(name))
    errors.push('user specified IP address is supported on user defined networks only')
  for (const [family, text] of [
    [4, IPv4Address],
    [6, IPv6Address],
  ] as const) {
    if (text === '') continue
    const address = parseAddress(text)
    if (address?.family !== family) errors.push(`invalid IPv${family} address: ${text}`)
    if (network) errors.push(...notIn(network, family, address, text))
  }
  for (const text of request.IPAMConfig?.LinkLocalIPs ?? [])
    if (!parseAddress(text)) errors.push(`invalid link-local IP address: ${text}`)
  errors.push(...wrongSysctls(sysctlsOf(request.DriverOpts)))
  if (request.MacAddress && !/^([0-9a-fA-F]{2}[:-]){5}[0-9a-fA-F]{2}$/.test(request.MacAddress))
    errors.push(`invalid MAC address ${request.MacAddress}`)
  if (errors.length === 0) return null
  const [first = ''] = errors
  const text = errors.length === 1 ? first : errors.map((error) => `* ${error}`).join('\n')
  return invalidParameter(`invalid endpoint settings:\n${text}`)
}

function notIn({ record }: Network, family: 4 | 6, address: Address | null, text: string): string[] {
  const subnets = record.ipamConfig.flatMap(({ Subnet = '' }) => {
    const prefix = parsePrefix(Subnet)
    return prefix?.family === family ? [masked(prefix)] : []
  })
  if (subnets.length === 0)
    return [
      'user specified IP address is supported only when connecting to networks with user configured subnets',
    ]
  if (address && subnets.some((subnet) => contains(subnet, address))) return []
  return [`no configured subnet or ip-range contain the IP address ${text}`]
}

/** As asked for, nothing come of it yet. */
export function newSettings(request: EndpointRequest): EndpointSettings {
  return {
    IPAMConfig: request.IPAMConfig ?? null,
    Links: request.Links ?? null,
    Aliases: request.Aliases ?? null,
    MacAddress: request.MacAddress ?? '',
    DriverOpts: request.DriverOpts ?? null,
    GwPriority: request.GwPriority ?? 0,
    NetworkID: '',
    ...NOTHING,
    DNSNames: null,
    ...(request.MacAddress ? { DesiredMacAddress: request.MacAddress } : {}),
  }
}

const NOTHING = {
  EndpointID: '',
  Gateway: '',
  IPAddress: '',
  IPPrefixLen: 0,
  IPv6Gateway: '',
  GlobalIPv6Address: '',
  GlobalIPv6PrefixLen: 0,
}

/** How a container is called on a network with DNS: null on others. */
export function dnsNamesOf(
  c: ContainerNetworking,
  network: Network,
  aliases: readonly string[],
): string[] | null {
  if (!network.hasDns) return null
  const names = [c.name, ...aliases, c.id.slice(0, SHORT_ID), c.hostname]
  return [...new Set(names.filter((name) => name !== ''))]
}

export function fillSettings(
  settings: EndpointSettings,
  endpoint: Endpoint,
  gateways: { readonly v4: string; readonly v6: string },
): void {
  const { addr4, addr6, mac, network } = endpoint
  settings.NetworkID = network.id
  settings.EndpointID = endpoint.id
  settings.MacAddress = mac === 0 ? '' : formatMac(mac)
  settings.Gateway = gateways.v4
  settings.IPAddress = addr4 ? formatAddr(addr4) : ''
  settings.IPPrefixLen = addr4?.length ?? 0
  settings.IPv6Gateway = gateways.v6
  settings.GlobalIPv6Address = addr6 ? formatAddr(addr6) : ''
  settings.GlobalIPv6PrefixLen = addr6?.length ?? 0
}

/** After it is gone. */
export function clearSettings(settings: EndpointSettings): void {
  Object.assign(settings, NOTHING, { MacAddress: '' })
  if (settings.IPAMOperational) settings.IPAMConfig = null
  delete settings.IPAMOperational
  delete settings.SwarmTask
  delete settings.IngressPorts
}
