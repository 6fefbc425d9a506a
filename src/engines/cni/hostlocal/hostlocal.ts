// The IPAM plugin that gives out addresses of ranges, and keeps count of them in files of the host.
// (Ref: containernetworking/plugins plugins/ipam/host-local/main.go, dns.go)
import type { Command } from '../../../commands/command.ts'
import type { Blocking } from '../../../os/program.ts'
import { isErrno } from '../../../uapi/errno.ts'
import { goErrno } from '../links.ts'
import type { CniDns, CniIp } from '../result.ts'
import { cniProgram, type CniCall, type CniOutput } from '../skel.ts'
import { allocate } from './allocator.ts'
import { formatIps, readHostLocal } from './config.ts'
import { setContains } from './range.ts'
import { AddressStore } from './store.ts'

export const hostLocalPlugin: Command = {
  name: 'host-local',
  path: '/opt/cni/bin/host-local',
  summary: 'CNI plugin: addresses of ranges kept in files',
  supports: [
    'subnet rangeStart rangeEnd gateway ranges routes dataDir resolvConf, runtimeConfig ips and ipRanges',
    'CNI_COMMAND=ADD|CHECK|DEL|VERSION, the configuration on standard input',
  ],
  run: cniProgram({ name: 'host-local', add, check, del }),
}

function* add(cni: CniCall): Blocking<CniOutput> {
  const conf = readHostLocal(cni)
  const dns = conf.resolvConf === '' ? {} : readResolvConf(cni, conf.resolvConf)
  const store = new AddressStore(cni, conf.dataDir, conf.network)
  const requested = new Set(conf.requested)
  const ips: CniIp[] = []
  /** Once it has taken one it gives back all that the container's device has, of earlier calls too. */
  const giveUp = (message: string): never => {
    if (ips.length > 0) store.releaseOwn()
    return cni.fail(message)
  }
  for (const [i, set] of conf.sets.entries()) {
    const asked = [...requested].find((ip) => setContains(set, ip)) ?? null
    if (asked !== null) requested.delete(asked)
    const ip = allocate(store, set, String(i), cni.containerId, asked)
    if (typeof ip === 'string') return giveUp(`failed to allocate for range ${i}: ${ip}`)
    ips.push(ip)
  }
  if (requested.size > 0) return giveUp(`failed to allocate all requested IPs:${formatIps([...requested])}`)
  return { interfaces: [], ips, routes: conf.routes, dns }
}

function* check(cni: CniCall): Blocking<null> {
  const { dataDir, network } = readHostLocal(cni)
  const store = new AddressStore(cni, dataDir, network)
  if (!store.holdsContainer()) {
    cni.fail(`host-local: Failed to find address added by container ${cni.containerId}`)
  }
  return null
}

function* del(cni: CniCall): Blocking<null> {
  const { dataDir, network } = readHostLocal(cni)
  new AddressStore(cni, dataDir, network).releaseOwn()
  return null
}

/** Settings of a file as resolv.conf(5). Ref: dns.go:parseResolvConf() */
function readResolvConf(cni: CniCall, path: string): CniDns {
  const text = cni.p.fs.readText(path)
  if (isErrno(text)) return cni.fail(`open ${path}: ${goErrno(text)}`)
  const nameservers: string[] = []
  const search: string[] = []
  const options: string[] = []
  let domain = ''
  for (const line of text.split('\n')) {
    const [word = '', ...rest] = line.trim().split(/\s+/)
    const [first] = rest
    if (first === undefined || /^[#;]/.test(word)) continue
    if (word === 'nameserver') nameservers.push(first)
    else if (word === 'domain') domain = first
    else if (word === 'search') search.push(...rest)
    else if (word === 'options') options.push(...rest)
  }
  return {
    ...(nameservers.length > 0 ? { nameservers } : {}),
    ...(domain === '' ? {} : { domain }),
    ...(search.length > 0 ? { search } : {}),
    ...(options.length > 0 ? { options } : {}),
  }
}
