// Options of a bridge network. (Ref: moby libnetwork/drivers/bridge/bridge_linux.go:fromLabels(), labels.go)
import { invalidParameter, isApiError, type ApiError } from '../apiError.ts'
import { parseAddress, type Address } from '../prefix.ts'

export type GatewayMode = '' | 'nat' | 'nat-unprotected' | 'routed' | 'isolated'

export interface BridgeConfig {
  readonly bridge: string
  readonly defaultBridge: boolean
  /** 0: the kernel's. */
  readonly mtu: number
  readonly icc: boolean
  readonly masquerade: boolean
  readonly inhibitIPv4: boolean
  readonly gatewayMode4: GatewayMode
  readonly gatewayMode6: GatewayMode
  /** Where ports are published unless they say; null: everywhere. */
  readonly bindingAddress: Address | null
  readonly ifacePrefix: string
  /** SNAT to these. */
  readonly hostIPv4: Address | null
  readonly hostIPv6: Address | null
}

const BRIDGE = 'com.docker.network.bridge.'
const TRUE = new Set(['1', 't', 'T', 'TRUE', 'true', 'True'])
const FALSE = new Set(['0', 'f', 'F', 'FALSE', 'false', 'False'])
const MODES: readonly GatewayMode[] = ['nat', 'nat-unprotected', 'routed', 'isolated']

/** Ref: Go's strconv.ParseBool */
export function parseGoBool(text: string): boolean | null {
  if (TRUE.has(text)) return true
  return FALSE.has(text) ? false : null
}

export function parseBridgeConfig(
  id: string,
  options: Readonly<Record<string, string>>,
  internal: boolean,
): BridgeConfig | ApiError {
  const readers = {
    bool: (label: string, otherwise: boolean) => readBool(options, label, otherwise),
    mode: (label: string) => readMode(options, label),
    address: (label: string) => readAddress(options, label),
  }
  const defaultBridge = readers.bool(`${BRIDGE}default_bridge`, false)
  const mtu = readMtu(options)
  const icc = readers.bool(`${BRIDGE}enable_icc`, true)
  const masquerade = readers.bool(`${BRIDGE}enable_ip_masquerade`, true)
  const inhibitIPv4 = readers.bool(`${BRIDGE}inhibit_ipv4`, false)
  const gatewayMode4 = readers.mode(`${BRIDGE}gateway_mode_ipv4`)
  const gatewayMode6 = readers.mode(`${BRIDGE}gateway_mode_ipv6`)
  const bindingAddress = readers.address(`${BRIDGE}host_binding_ipv4`)
  const hostIPv4 = readers.address('com.docker.network.host_ipv4')
  const hostIPv6 = readers.address('com.docker.network.host_ipv6')
  if (isApiError(defaultBridge)) return defaultBridge
  if (isApiError(mtu)) return mtu
  if (isApiError(icc)) return icc
  if (isApiError(masquerade)) return masquerade
  if (isApiError(inhibitIPv4)) return inhibitIPv4
  if (isApiError(gatewayMode4)) return gatewayMode4
  if (isApiError(gatewayMode6)) return gatewayMode6
  if (isApiError(bindingAddress)) return bindingAddress
  if (isApiError(hostIPv4)) return hostIPv4
  if (isApiError(hostIPv6)) return hostIPv6
  if ((gatewayMode4 === 'isolated' || gatewayMode6 === 'isolated') && !internal)
    return invalidParameter("gateway mode 'isolated' can only be used for an internal network")
  return {
    bridge: options[`${BRIDGE}name`] || (defaultBridge ? 'docker0' : `br-${id.slice(0, 12)}`),
    defaultBridge,
    mtu,
    icc,
    masquerade,
    inhibitIPv4,
    gatewayMode4,
    gatewayMode6,
    bindingAddress,
    ifacePrefix: options['com.docker.network.container_iface_prefix'] || 'eth',
    hostIPv4,
    hostIPv6,
  }
}

type Options = Readonly<Record<string, string>>

function cannotParse(label: string, value: string, why: string): ApiError {
  return invalidParameter(`failed to parse ${label} value: ${value} (${why})`)
}

function readBool(options: Options, label: string, otherwise: boolean): boolean | ApiError {
  const value = options[label]
  if (value === undefined) return otherwise
  return (
    parseGoBool(value) ??
    cannotParse(label, value, `strconv.ParseBool: parsing ${JSON.stringify(value)}: invalid syntax`)
  )
}

function readMtu(options: Options): number | ApiError {
  const label = 'com.docker.network.driver.mtu'
  const value = options[label]
  if (value === undefined) return 0
  if (!/^[+-]?\d+$/.test(value))
    return cannotParse(label, value, `strconv.Atoi: parsing ${JSON.stringify(value)}: invalid syntax`)
  const mtu = Number(value)
  return mtu < 0 ? invalidParameter(`invalid MTU number: ${mtu}`) : mtu
}

function readMode(options: Options, label: string): GatewayMode | ApiError {
  const value = options[label]
  if (value === undefined) return ''
  return MODES.find((mode) => mode === value) ?? cannotParse(label, value, `unknown gateway mode ${value}`)
}

function readAddress(options: Options, label: string): Address | null | ApiError {
  const value = options[label]
  if (value === undefined) return null
  return parseAddress(value) ?? cannotParse(label, value, 'nil ip')
}
