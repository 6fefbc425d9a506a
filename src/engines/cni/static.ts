// The IPAM plugin that gives the addresses it is told. (Ref: containernetworking/plugins plugins/ipam/static/main.go)
import type { Command } from '../../commands/command.ts'
import type { Blocking } from '../../os/program.ts'
import { formatAddress } from '../../wire/inet6.ts'
import { contains, formatNet, isV4, parseCidr, parseIp, type Ip, type IpNet } from './address.ts'
import { Conf } from './conf.ts'
import { envArgs } from './envargs.ts'
import { dnsOf, readAddress, readRoutes, type CniIp, type CniResult } from './result.ts'
import { cniProgram, type CniCall, type CniOutput } from './skel.ts'

export const staticPlugin: Command = {
  name: 'static',
  path: '/opt/cni/bin/static',
  summary: 'CNI plugin: addresses as the configuration says',
  supports: [
    'addresses routes dns, runtimeConfig ips, args cni.ips, CNI_ARGS IP and GATEWAY',
    'CNI_COMMAND=ADD|CHECK|DEL|VERSION, the configuration on standard input',
  ],
  run: cniProgram({ name: 'static', add, check, del }),
}

function* add(cni: CniCall): Blocking<CniOutput> {
  return readIpam(cni)
}

/** What is asked for in the environment adds to the configuration; args and runtimeConfig replace it. */
function readIpam(cni: CniCall): CniResult {
  const conf = new Conf(cni.config, 'Net', cni.fail)
  const ipam = conf.object('ipam', 'main.IPAMConfig')
  if (!ipam) return cni.fail("IPAM config missing 'ipam' key")
  const words = envArgs(cni, ['IP', 'GATEWAY'])
  const asked = conf.object('args', 'Net')?.object('cni', 'main.IPAMArgs')?.strings('ips') ?? []
  const runtime = conf.object('runtimeConfig', 'Net')?.strings('ips') ?? []
  let ips = ipam.objects('addresses', 'main.Address').map((item): CniIp => {
    const address = cidrOf(cni, 'address', item.string('address'))
    const gateway = readAddress(item, 'gateway')
    return gateway === null ? { address } : { address, gateway }
  })
  for (const text of split(words.get('IP'))) ips.push({ address: cidrOf(cni, 'ip', text) })
  const gateways = split(words.get('GATEWAY')).map((text) => gatewayOf(cni, text))
  if (asked.length > 0) ips = asked.map((text) => ({ address: cidrOf(cni, 'ip', text) }))
  if (runtime.length > 0) ips = runtime.map((text) => ({ address: cidrOf(cni, 'ip', text) }))
  for (const gateway of gateways) {
    for (const ip of ips) if (contains(ip.address, gateway)) ip.gateway = gateway
  }
  refuseTwoOfOld(cni, ips)
  return { interfaces: [], ips, routes: readRoutes(ipam), dns: dnsOf(ipam.object('dns', 'types.DNS')) }
}

function split(text: string | undefined): string[] {
  return text === undefined || text === '' ? [] : text.split(',').map((item) => item.trim())
}

function cidrOf(cni: CniCall, field: string, text: string): IpNet {
  return (
    parseCidr(text) ?? cni.fail(`the '${field}' field is expected to be in CIDR notation, got: '${text}'`)
  )
}

function gatewayOf(cni: CniCall, text: string): Ip {
  return parseIp(text) ?? cni.fail(`the 'gateway' field is expected to be a valid IP address, got: '${text}'`)
}

function refuseTwoOfOld(cni: CniCall, ips: readonly CniIp[]): void {
  if (!['', '0.1.0', '0.2.0'].includes(cni.version)) return
  const v4 = ips.filter(({ address }) => isV4(address.ip)).length
  if (v4 <= 1 && ips.length - v4 <= 1) return
  cni.fail(`CNI version ${cni.version} does not support more than 1 address per family`)
}

function* check(cni: CniCall): Blocking<null> {
  const { ips } = readIpam(cni)
  const before = cni.prevResult() ?? cni.fail('Required prevResult missing')
  for (const { address, gateway } of ips) {
    if (gateway === undefined) continue
    const other = before.ips.find((ip) => ip.address.ip === address.ip)
    if (!other || other.gateway === gateway) continue
    const [want, have] = [
      formatAddress(gateway),
      other.gateway === undefined ? '<nil>' : formatAddress(other.gateway),
    ]
    cni.fail(`static: Failed to match addr ${formatNet(address)} on interface: gateway ${want}, not ${have}`)
  }
  return null
}

function* del(): Blocking<null> {
  return null
}
