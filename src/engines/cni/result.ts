// What a plugin gives back, in the form of the specification 1.0.0; read from and written in those of older ones.
// (CNI specification 1.0.0, section 5; Ref: containernetworking/cni pkg/types/{020,040,100})
import { formatAddress } from '../../wire/inet6.ts'
import { formatNet, isV4, parseCidr, parseIp, type Ip, type IpNet } from './address.ts'
import { Conf } from './conf.ts'
import { isObject } from './gojson.ts'

export interface CniInterface {
  name: string
  mac: string
  /** Path of the namespace's file; empty on the host. */
  sandbox: string
}

export interface CniIp {
  /** Which of the interfaces. */
  interface?: number
  address: IpNet
  gateway?: Ip
}

export interface CniRoute {
  dst: IpNet
  gw?: Ip
}

export interface CniDns {
  nameservers?: readonly string[]
  domain?: string
  search?: readonly string[]
  options?: readonly string[]
}

export interface CniResult {
  interfaces: CniInterface[]
  ips: CniIp[]
  routes: CniRoute[]
  dns: CniDns
}

const VERSIONS_0_2: ReadonlySet<string> = new Set(['', '0.1.0', '0.2.0'])
const VERSIONS_0_4: ReadonlySet<string> = new Set(['0.3.0', '0.3.1', '0.4.0'])

export function dnsOf(conf: Conf | null): CniDns {
  if (!conf) return {}
  const nameservers = conf.strings('nameservers')
  const search = conf.strings('search')
  const options = conf.strings('options')
  const domain = conf.string('domain')
  return {
    ...(nameservers && nameservers.length > 0 ? { nameservers } : {}),
    ...(domain === '' ? {} : { domain }),
    ...(search && search.length > 0 ? { search } : {}),
    ...(options && options.length > 0 ? { options } : {}),
  }
}

// ---- reading

/** A result in the form of `version`. */
export function readResult(
  value: Readonly<Record<string, unknown>>,
  version: string,
  fail: (message: string) => never,
): CniResult {
  const conf = new Conf(value, 'Result', fail)
  const dns = dnsOf(conf.object('dns', 'types.DNS'))
  if (VERSIONS_0_2.has(version)) return { ...readOld(conf), dns }
  return {
    interfaces: conf.objects('interfaces', 'types100.Interface').map((item) => ({
      name: item.string('name'),
      mac: item.string('mac'),
      sandbox: item.string('sandbox'),
    })),
    ips: conf.objects('ips', 'types100.IPConfig').map((item) => readIp(item, 'address')),
    routes: readRoutes(conf),
    dns,
  }
}

function readOld(conf: Conf): Omit<CniResult, 'dns'> {
  const parts = [conf.object('ip4', 'types020.IPConfig'), conf.object('ip6', 'types020.IPConfig')]
  const present = parts.flatMap((part) => (part ? [part] : []))
  return {
    interfaces: [],
    ips: present.map((part) => readIp(part, 'ip')),
    routes: present.flatMap(readRoutes),
  }
}

function readIp(item: Conf, key: string): CniIp {
  const on = item.intOr('interface')
  const gateway = readAddress(item, 'gateway')
  return {
    ...(on === null ? {} : { interface: on }),
    address: readNet(item, key),
    ...(gateway === null ? {} : { gateway }),
  }
}

export function readRoutes(conf: Conf): CniRoute[] {
  return conf.objects('routes', 'types.Route').map((item) => {
    const gw = readAddress(item, 'gw')
    return { dst: readNet(item, 'dst'), ...(gw === null ? {} : { gw }) }
  })
}

export function readNet(conf: Conf, key: string): IpNet {
  const text = conf.string(key)
  return parseCidr(text) ?? conf.fail(`invalid CIDR address: ${text}`)
}

export function readAddress(conf: Conf, key: string): Ip | null {
  const text = conf.string(key)
  return text === '' ? null : (parseIp(text) ?? conf.fail(`invalid IP address: ${text}`))
}

// ---- writing

/** The JSON of a result in the form of `version`; a message when it cannot be put so. */
export function resultJson(result: CniResult, version: string): object | string {
  const cniVersion = version === '' ? '0.1.0' : version
  if (VERSIONS_0_2.has(version)) return oldJson(result, cniVersion)
  const old = VERSIONS_0_4.has(version)
  const { interfaces, ips, routes, dns } = result
  return {
    cniVersion,
    ...(interfaces.length > 0 ? { interfaces: interfaces.map(interfaceJson) } : {}),
    ...(ips.length > 0 ? { ips: ips.map((ip) => ipJson(ip, old)) } : {}),
    ...(routes.length > 0 ? { routes: routes.map(routeJson) } : {}),
    dns,
  }
}

function interfaceJson({ name, mac, sandbox }: CniInterface): object {
  return { name, ...(mac === '' ? {} : { mac }), ...(sandbox === '' ? {} : { sandbox }) }
}

function ipJson({ interface: on, address, gateway }: CniIp, old: boolean): object {
  return {
    ...(old ? { version: isV4(address.ip) ? '4' : '6' } : {}),
    ...(on === undefined ? {} : { interface: on }),
    address: formatNet(address),
    ...(gateway === undefined ? {} : { gateway: formatAddress(gateway) }),
  }
}

function routeJson({ dst, gw }: CniRoute): object {
  return { dst: formatNet(dst), ...(gw === undefined ? {} : { gw: formatAddress(gw) }) }
}

/** One address a family, each with the routes of its own. */
function oldJson({ ips, routes, dns }: CniResult, cniVersion: string): object | string {
  const of = (v4: boolean): object | null => {
    const ip = ips.find(({ address }) => isV4(address.ip) === v4)
    if (!ip) return null
    const own = routes.filter(({ dst }) => isV4(dst.ip) === v4)
    return {
      ip: formatNet(ip.address),
      ...(ip.gateway === undefined ? {} : { gateway: formatAddress(ip.gateway) }),
      ...(own.length > 0 ? { routes: own.map(routeJson) } : {}),
    }
  }
  const [ip4, ip6] = [of(true), of(false)]
  if (!ip4 && !ip6) return 'cannot convert: no valid IP addresses'
  return { cniVersion, ...(ip4 ? { ip4 } : {}), ...(ip6 ? { ip6 } : {}), dns }
}

/** The result of the plugins before this one, which a runtime puts into the configuration; null when there is none. */
export function prevResult(
  config: Readonly<Record<string, unknown>>,
  version: string,
  fail: (message: string) => never,
): CniResult | null {
  const value = config['prevResult'] ?? null
  if (!isObject(value)) return null
  return readResult(value, version, (message) => fail(`could not parse prevResult: ${message}`))
}
