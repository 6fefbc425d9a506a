// The CNI plugin that gives a container a macvlan of a device of the host.
// (Ref: containernetworking/plugins plugins/main/macvlan/macvlan.go)
import type { Command } from '../../commands/command.ts'
import type { Blocking } from '../../os/program.ts'
import {
  MACVLAN_MODE_BRIDGE,
  MACVLAN_MODE_PASSTHRU,
  MACVLAN_MODE_PRIVATE,
  MACVLAN_MODE_VEPA,
} from '../../uapi/if_link.ts'
import type { LinkMessage } from '../../uapi/rtnetlink.ts'
import { ipamCheck, ipamDel } from './delegate.ts'
import { envArgs } from './envargs.ts'
import { containerNetns, linkByName, LINK_NOT_FOUND } from './links.ts'
import { readNetConf, type NetConf } from './netconf.ts'
import { cniProgram, type CniCall, type CniOutput } from './skel.ts'
import {
  bringUpStacked,
  checkMtu,
  checkStacked,
  createStacked,
  defaultRouteDevice,
  stackedAddresses,
} from './stacked.ts'
import { deleteDevice, macOf } from './veth.ts'

const MODES = new Map([
  ['bridge', MACVLAN_MODE_BRIDGE],
  ['private', MACVLAN_MODE_PRIVATE],
  ['vepa', MACVLAN_MODE_VEPA],
  ['passthru', MACVLAN_MODE_PASSTHRU],
])

export const macvlanPlugin: Command = {
  name: 'macvlan',
  path: '/opt/cni/bin/macvlan',
  summary: 'CNI plugin: give a namespace a macvlan',
  supports: [
    'master mode mtu mac ipam dns',
    'CNI_COMMAND=ADD|CHECK|DEL|VERSION, the configuration on standard input',
  ],
  run: cniProgram({ name: 'macvlan', add, check, del }),
}

interface MacvlanConf extends NetConf {
  readonly master: LinkMessage
  readonly mode: string
  readonly mtu: number
  readonly mac: string
}

function readConf(cni: CniCall): MacvlanConf {
  const read = readNetConf(cni, 'failed to load netconf: ')
  const { conf } = read
  const mtu = conf.int('mtu')
  const name = conf.string('master') || defaultRouteDevice(cni)
  const master = linkByName(cni.p, name) ?? cni.fail(LINK_NOT_FOUND)
  checkMtu(cni, master, mtu)
  const fromEnvironment = envArgs(cni, ['MAC']).get('MAC') ?? ''
  const fromRuntime = conf.object('runtimeConfig', 'NetConf')?.string('mac') ?? ''
  const mac = fromRuntime || fromEnvironment || conf.string('mac')
  return { ...read, master, mode: conf.string('mode'), mtu, mac }
}

function modeOf(cni: CniCall, mode: string): number {
  return MODES.get(mode || 'bridge') ?? cni.fail(`unknown macvlan mode: "${mode}"`)
}

function* add(cni: CniCall): Blocking<CniOutput> {
  const { master, mode: word, mtu, mac, ipam, dns } = readConf(cni)
  const netns = containerNetns(cni)
  const mode = modeOf(cni, word)
  const address = mac === '' ? null : (macOf(mac) ?? badMac(cni, mac))
  const own = createStacked(cni, netns, {
    master,
    mtu,
    linkinfo: { kind: 'macvlan', macvlan: { mode } },
    ...(address === null ? {} : { address }),
  })
  if (ipam !== '') return { ...(yield* stackedAddresses(cni, netns, ipam, own, true)), dns }
  bringUpStacked(cni, netns)
  return { interfaces: [own], ips: [], routes: [], dns }
}

function badMac(cni: CniCall, mac: string): never {
  return cni.fail(`invalid args ${mac} for MAC addr: address ${mac}: invalid MAC address`)
}

function* del(cni: CniCall): Blocking<null> {
  const { ipam } = readConf(cni)
  if (ipam !== '') yield* ipamDel(cni, ipam)
  if (cni.netns !== '') deleteDevice(cni)
  return null
}

function* check(cni: CniCall): Blocking<null> {
  const { master, mode: word, ipam } = readConf(cni)
  containerNetns(cni)
  if (ipam !== '') yield* ipamCheck(cni, ipam)
  return checkStacked(cni, 'macvlan', master.ifname, (link) => {
    const mode = modeOf(cni, word)
    const now = link.linkinfo?.macvlan?.mode
    if (now === mode) return
    const [is = ''] = [...MODES].find(([, value]) => value === now) ?? []
    cni.fail(`Container macvlan mode ${is} does not match expected value: ${word || 'bridge'}`)
  })
}
