// The CNI plugin that gives a container an ipvlan of a device of the host.
// (Ref: containernetworking/plugins plugins/main/ipvlan/ipvlan.go)
import type { Command } from '../../commands/command.ts'
import type { Blocking } from '../../os/program.ts'
import { IPVLAN_MODE_L2, IPVLAN_MODE_L3, IPVLAN_MODE_L3S } from '../../uapi/if_link.ts'
import { configureIface } from './configure.ts'
import { ipamCheck, ipamDel } from './delegate.ts'
import { containerNetns, linkByName, LINK_NOT_FOUND, within } from './links.ts'
import { readNetConf, type NetConf } from './netconf.ts'
import { cniProgram, type CniCall, type CniOutput } from './skel.ts'
import { checkStacked, createStacked, defaultRouteDevice, stackedAddresses } from './stacked.ts'
import { deleteDevice } from './veth.ts'

const MODES = new Map([
  ['l2', IPVLAN_MODE_L2],
  ['l3', IPVLAN_MODE_L3],
  ['l3s', IPVLAN_MODE_L3S],
])

export const ipvlanPlugin: Command = {
  name: 'ipvlan',
  path: '/opt/cni/bin/ipvlan',
  summary: 'CNI plugin: give a namespace an ipvlan',
  supports: [
    'master mode mtu ipam dns',
    'CNI_COMMAND=ADD|CHECK|DEL|VERSION, the configuration on standard input',
  ],
  run: cniProgram({ name: 'ipvlan', add, check, del }),
}

interface IpvlanConf extends NetConf {
  readonly master: string
  readonly mode: string
  readonly mtu: number
}

function readConf(cni: CniCall): IpvlanConf {
  const read = readNetConf(cni, 'failed to load netconf: ')
  const { conf } = read
  const named = conf.string('master')
  const master = named === '' ? masterOfChain(cni) : named
  return { ...read, master, mode: conf.string('mode'), mtu: conf.int('mtu') }
}

/** In a chain it stands on the device of the plugin before it. */
function masterOfChain(cni: CniCall): string {
  const before = cni.prevResult()
  if (!before) return defaultRouteDevice(cni)
  const [only, ...more] = before.interfaces
  if (!only || only.name === '' || more.length > 0) {
    return cni.fail('chained master failure. PrevResult lacks a single named interface')
  }
  return only.name
}

function modeOf(cni: CniCall, mode: string): number {
  return MODES.get(mode || 'l2') ?? cni.fail(`unknown ipvlan mode: "${mode}"`)
}

function* add(cni: CniCall): Blocking<CniOutput> {
  const { master: name, mode: word, mtu, ipam, dns } = readConf(cni)
  const netns = containerNetns(cni)
  const mode = modeOf(cni, word)
  const master = linkByName(cni.p, name) ?? cni.fail(`failed to lookup master "${name}": ${LINK_NOT_FOUND}`)
  const own = createStacked(cni, netns, { master, mtu, linkinfo: { kind: 'ipvlan', ipvlan: { mode } } })
  const before = ipam === '' ? cni.prevResult() : null
  if (!before || before.ips.length === 0) {
    return { ...(yield* stackedAddresses(cni, netns, ipam, own, true)), dns }
  }
  for (const ip of before.ips) ip.interface = 0
  const result = { ...before, interfaces: [own], dns }
  within(cni.p, netns, () => configureIface(cni, cni.ifName, result))
  return result
}

function* del(cni: CniCall): Blocking<null> {
  const { ipam } = readConf(cni)
  if (ipam !== '') yield* ipamDel(cni, ipam)
  if (cni.netns !== '') deleteDevice(cni)
  return null
}

function* check(cni: CniCall): Blocking<null> {
  const { ipam, conf } = readNetConf(cni, 'failed to load netconf: ')
  const [master, word] = [conf.string('master'), conf.string('mode')]
  containerNetns(cni)
  if (ipam !== '') yield* ipamCheck(cni, ipam)
  return checkStacked(cni, 'ipvlan', master, (link) => {
    const mode = modeOf(cni, word)
    const now = link.linkinfo?.ipvlan?.mode
    if (now === mode) return
    const [is = ''] = [...MODES].find(([, value]) => value === now) ?? []
    cni.fail(`Container IPVlan mode ${is} does not match expected value: ${word || 'l2'}`)
  })
}
