// /etc/docker/daemon.json. Ref: moby daemon/config/config.go
import type { Process } from '../../../os/program.ts'
import { isErrno } from '../../../uapi/errno.ts'
import { jsonSyntaxError } from '../../cni/json.ts'
import type { NetworkConfig } from '../libnetwork/controller.ts'

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

const KNOWN =
  'iptables ip6tables ip-forward ip-forward-no-drop ip-masq userland-proxy icc bridge bip fixed-cidr default-gateway mtu ip ' +
  'default-address-pools dns dns-search dns-opts host-gateway-ip default-network-opts debug labels log-level log-driver hosts ' +
  'storage-driver shutdown-timeout registry-mirrors insecure-registries features exec-opts log-opts data-root'

export interface DaemonConfig {
  readonly network: NetworkConfig
  readonly debug: boolean
  readonly labels: readonly string[]
}

/** The words a daemon dies with, or its configuration. */
export function readConfig(p: Process): DaemonConfig | string {
  const text = p.fs.readText(CONFIG_FILE)
  if (isErrno(text)) return fromJson({})
  const unable = `unable to configure the Docker daemon with file ${CONFIG_FILE}: `
  const error = text.trim() === '' ? null : jsonSyntaxError(text)
  if (error !== null) return unable + error
  const json = text.trim() === '' ? {} : (JSON.parse(text) as DaemonJson)
  const known = new Set([...KNOWN.split(' '), 'live-restore'])
  const unknown = Object.keys(json).filter((key) => !known.has(key))
  if (unknown.length > 0) {
    return `${unable}the following directives don't match any configuration option: ${unknown.join(', ')}`
  }
  if (json['live-restore'] === true) return 'live-restore is not supported in vethlab'
  return fromJson(json)
}

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
