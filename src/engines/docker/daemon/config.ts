// /etc/docker/daemon.json. Ref: moby daemon/config/config.go
import type { Process } from '../../../os/program.ts'
import { isErrno } from '../../../uapi/errno.ts'
import { parseJson } from '../../cni/json.ts'
import type { NetworkConfig } from '../libnetwork/controller.ts'
import { parseAddress } from '../libnetwork/prefix.ts'

const CONFIG_FILE = '/etc/docker/daemon.json'

interface DaemonJson {
  readonly iptables?: boolean
  readonly ip6tables?: boolean
  readonly 'ip-forward'?: boolean
  readonly 'ip-forward-no-drop'?: boolean
  readonly 'ip-masq'?: boolean
  readonly 'userland-proxy'?: boolean
  readonly icc?: boolean
  readonly bridge?: string
  readonly bip?: string
  readonly 'fixed-cidr'?: string
  readonly 'default-gateway'?: string
  readonly mtu?: number
  readonly ip?: string
  readonly 'default-address-pools'?: readonly { readonly base: string; readonly size: number }[]
  readonly dns?: readonly string[]
  readonly 'dns-search'?: readonly string[]
  readonly 'dns-opts'?: readonly string[]
  readonly 'host-gateway-ip'?: string
  readonly 'default-network-opts'?: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly debug?: boolean
  readonly labels?: readonly string[]
  readonly 'log-level'?: string
  readonly 'log-driver'?: string
  readonly hosts?: readonly string[]
  readonly 'storage-driver'?: string
  readonly 'shutdown-timeout'?: number
  readonly 'registry-mirrors'?: readonly string[]
  readonly 'insecure-registries'?: readonly string[]
  readonly features?: Readonly<Record<string, boolean>>
  readonly 'live-restore'?: boolean
  readonly 'exec-opts'?: readonly string[]
  readonly 'log-opts'?: Readonly<Record<string, string>>
}

/** Each option's type, as Go names it. */
const TYPES: Readonly<Record<string, string>> = {
  ...typed(
    'bool',
    'iptables ip6tables ip-forward ip-forward-no-drop ip-masq userland-proxy icc debug live-restore',
  ),
  ...typed('string', 'bridge bip fixed-cidr default-gateway log-level log-driver storage-driver data-root'),
  ...typed('int', 'mtu shutdown-timeout'),
  ...typed('[]string', 'dns-search dns-opts labels hosts registry-mirrors insecure-registries exec-opts'),
  ...typed('[]net.IP', 'dns'),
  ...typed('net.IP', 'ip'),
  ...typed('', 'default-address-pools host-gateway-ip default-network-opts features log-opts'),
}

function typed(type: string, names: string): Record<string, string> {
  return Object.fromEntries(names.split(' ').map((name) => [name, type]))
}

export interface DaemonConfig {
  readonly network: NetworkConfig
  readonly debug: boolean
  readonly labels: readonly string[]
}

/** The words a daemon dies with, or its configuration. `named`: the file is asked for, and has to be there. */
export function readConfig(p: Process, named: string | null = null): DaemonConfig | string {
  const file = named ?? CONFIG_FILE
  const unable = `unable to configure the Docker daemon with file ${file}: `
  const text = p.fs.readText(file)
  if (isErrno(text)) {
    return named === null
      ? fromJson({})
      : `${unable}open ${file}: ${text.text.charAt(0).toLowerCase()}${text.text.slice(1)}`
  }
  if (text.trim() === '') return fromJson({})
  const parsed = parseJson(text)
  if ('error' in parsed) return `${unable}invalid JSON: ${parsed.error}`
  const kind = kindOf(parsed.value)
  if (kind !== 'object')
    return `${unable}invalid JSON: json: cannot unmarshal ${kind} into Go value of type map[string]interface {}`
  const json = parsed.value as DaemonJson
  const unknown = Object.keys(json).filter((key) => !(key in TYPES))
  if (unknown.length > 0) {
    return `${unable}the following directives don't match any configuration option: ${unknown.join(', ')}`
  }
  const wrong = wrongType(json) ?? wrongValue(json)
  if (wrong !== null) return unable + wrong
  if (json['live-restore'] === true) return 'live-restore is not supported in vethlab'
  return fromJson(json)
}

/** As Go's encoding/json names what stands there. */
function kindOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return typeof value === 'boolean' ? 'bool' : typeof value
}

const KINDS: Readonly<Record<string, string>> = {
  bool: 'bool',
  string: 'string',
  int: 'number',
  'net.IP': 'string',
  '[]string': 'array',
  '[]net.IP': 'array',
}

function wrongType(json: DaemonJson): string | null {
  for (const [key, value] of Object.entries(json) as [string, unknown][]) {
    const type = TYPES[key] ?? ''
    const kind = kindOf(value)
    const fraction = type === 'int' && typeof value === 'number' && !Number.isInteger(value)
    if (value === null || type === '' || (kind === KINDS[type] && !fraction)) continue
    const what = fraction ? `number ${value}` : kind
    return `invalid JSON: json: cannot unmarshal ${what} into Go struct field Config.${key} of type ${type}`
  }
  return null
}

/** Ref: moby daemon/config/config.go:Validate() */
function wrongValue({
  ip,
  dns = [],
  labels = [],
  mtu = 0,
  'log-level': level = '',
}: DaemonJson): string | null {
  const address = [...(ip === undefined ? [] : [ip]), ...dns].find((each) => parseAddress(each) === null)
  if (address !== undefined) return `invalid JSON: invalid IP address: ${address}`
  const failed = 'merged configuration validation from file and command line flags failed: '
  if (level !== '' && !LEVELS.includes(level)) return `${failed}invalid logging level: ${level}`
  const label = labels.find((each) => !each.includes('='))
  if (label !== undefined) return `${failed}bad attribute format: ${label}`
  return mtu < 0 ? `${failed}invalid default MTU: ${mtu}` : null
}

const LEVELS = 'panic fatal error warn warning info debug trace'.split(' ')

function fromJson(json: DaemonJson): DaemonConfig {
  return {
    debug: json.debug ?? false,
    labels: json.labels ?? [],
    network: {
      iptables: json.iptables ?? true,
      ip6tables: json.ip6tables ?? true,
      ipForward: json['ip-forward'] ?? true,
      ipForwardNoDrop: json['ip-forward-no-drop'] ?? false,
      ipMasq: json['ip-masq'] ?? true,
      userlandProxy: json['userland-proxy'] ?? true,
      icc: json.icc ?? true,
      bridge: json.bridge ?? '',
      bip: json.bip ?? '',
      fixedCidr: json['fixed-cidr'] ?? '',
      defaultGateway: json['default-gateway'] ?? '',
      mtu: json.mtu ?? 0,
      ip: json.ip ?? '0.0.0.0',
      defaultAddressPools: json['default-address-pools'] ?? [],
      dns: json.dns ?? [],
      dnsSearch: json['dns-search'] ?? [],
      dnsOpts: json['dns-opts'] ?? [],
      hostGatewayIp: json['host-gateway-ip'] ?? '',
      defaultNetworkOpts: json['default-network-opts'] ?? {},
    },
  }
}
