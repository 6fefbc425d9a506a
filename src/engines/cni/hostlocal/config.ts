// The configuration of host-local. (Ref: containernetworking/plugins plugins/ipam/host-local/backend/allocator/
// config.go)
import { formatAddress } from '../../../wire/inet6.ts'
import { goQuote, isV4, parseCidr, parseIp, type Ip } from '../address.ts'
import { Conf } from '../conf.ts'
import { envArgs } from '../envargs.ts'
import { isObject } from '../gojson.ts'
import { readAddress, readNet, readRoutes, type CniRoute } from '../result.ts'
import type { CniCall } from '../skel.ts'
import { canonicalSet, setsOverlap, type RangeSet, type RangeSpec } from './range.ts'

export interface HostLocalConf {
  readonly network: string
  readonly sets: readonly RangeSet[]
  readonly routes: CniRoute[]
  readonly dataDir: string
  readonly resolvConf: string
  /** Addresses that are asked for by name. */
  readonly requested: Ip[]
}

export function readHostLocal(cni: CniCall): HostLocalConf {
  const conf = new Conf(cni.config, 'Net', cni.fail)
  const ipam = conf.object('ipam', 'allocator.IPAMConfig')
  if (!ipam) return cni.fail("IPAM config missing 'ipam' key")
  const runtime = conf.object('runtimeConfig', 'Net')
  const routes = readRoutes(ipam)
  const sets = [
    ...(runtime ? readSets(runtime, 'ipRanges') : []),
    ...(ipam.raw('subnet') === undefined ? [] : [[readRange(ipam)]]),
    ...readSets(ipam, 'ranges'),
  ]
  const requested = requestedAddresses(cni, conf, runtime)
  if (sets.length === 0) return cni.fail('no IP ranges specified')
  return {
    network: conf.string('name'),
    sets: checkSets(cni, sets),
    routes,
    dataDir: ipam.string('dataDir'),
    resolvConf: ipam.string('resolvConf'),
    requested,
  }
}

function readSets(conf: Conf, key: string): RangeSpec[][] {
  return (conf.list(key, 'allocator.RangeSet') ?? []).map((set) => {
    if (!Array.isArray(set))
      return conf.fail(`json: cannot unmarshal into Go value of type allocator.RangeSet`)
    return set.map((item: unknown) =>
      readRange(new Conf(isObject(item) ? item : {}, 'Range', (m) => conf.fail(m))),
    )
  })
}

function readRange(conf: Conf): RangeSpec {
  return {
    subnet: readNet(conf, 'subnet'),
    rangeStart: readAddress(conf, 'rangeStart'),
    rangeEnd: readAddress(conf, 'rangeEnd'),
    gateway: readAddress(conf, 'gateway'),
  }
}

function requestedAddresses(cni: CniCall, conf: Conf, runtime: Conf | null): Ip[] {
  const requested: Ip[] = []
  const word = envArgs(cni, ['IP']).get('IP')
  if (word !== undefined) {
    const why = `error parsing value of pair ${goQuote(`IP=${word}`)}: invalid IP address ${word}`
    requested.push(parseIp(word) ?? cni.fail(`ARGS: ${why}`))
  }
  const named = conf.object('args', 'Net')?.object('cni', 'allocator.IPAMArgs')?.strings('ips') ?? []
  for (const text of [...named, ...(runtime?.strings('ips') ?? [])]) {
    requested.push(parseIp(text) ?? parseCidr(text)?.ip ?? cni.fail(`invalid IP address: ${text}`))
  }
  return requested
}

function checkSets(cni: CniCall, specs: readonly RangeSpec[][]): RangeSet[] {
  const sets = specs.map((spec, i) => {
    const set = canonicalSet(spec)
    return typeof set === 'string' ? cni.fail(`invalid range set ${i}: ${set}`) : set
  })
  const v4 = sets.filter(([first]) => first && isV4(first.start)).length
  if ((v4 > 1 || sets.length - v4 > 1) && ['', '0.1.0', '0.2.0'].includes(cni.version)) {
    cni.fail(`CNI version ${cni.version} does not support more than 1 address per family`)
  }
  for (const [i, set] of sets.entries()) {
    const j = sets.findIndex((other, at) => at > i && setsOverlap(set, other))
    if (j >= 0) cni.fail(`range set ${i} overlaps with ${j}`)
  }
  return sets
}

export function formatIps(ips: readonly Ip[]): string {
  return ips.map((ip) => ` ${formatAddress(ip)}`).join('')
}
