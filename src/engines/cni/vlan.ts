// The CNI plugin that gives a container a VLAN of a device of the host.
// (Ref: containernetworking/plugins plugins/main/vlan/vlan.go)
import type { Command } from '../../commands/command.ts'
import type { Blocking } from '../../os/program.ts'
import type { LinkMessage } from '../../uapi/rtnetlink.ts'
import { ipamCheck, ipamDel } from './delegate.ts'
import { containerNetns, linkByName, LINK_NOT_FOUND } from './links.ts'
import { isDnsSet, readNetConf, type NetConf } from './netconf.ts'
import { cniProgram, type CniCall, type CniOutput } from './skel.ts'
import { bringUpStacked, checkMtu, checkStacked, createStacked, stackedAddresses } from './stacked.ts'
import { deleteDevice } from './veth.ts'

export const vlanPlugin: Command = {
  name: 'vlan',
  path: '/opt/cni/bin/vlan',
  summary: 'CNI plugin: give a namespace a VLAN',
  supports: [
    'master vlanId mtu ipam dns',
    'CNI_COMMAND=ADD|CHECK|DEL|VERSION, the configuration on standard input',
  ],
  run: cniProgram({ name: 'vlan', add, check, del }),
}

interface VlanConf extends NetConf {
  readonly master: LinkMessage
  readonly id: number
  readonly mtu: number
}

function readConf(cni: CniCall): VlanConf {
  const read = readNetConf(cni, 'failed to load netconf: ')
  const { conf } = read
  const [name, id, mtu] = [conf.string('master'), conf.int('vlanId'), conf.int('mtu')]
  if (name === '') {
    cni.fail('"master" field is required. It specifies the host interface name to create the VLAN for.')
  }
  if (id < 0 || id > 4094) cni.fail(`invalid VLAN ID ${id} (must be between 0 and 4095 inclusive)`)
  const master = linkByName(cni.p, name) ?? cni.fail(LINK_NOT_FOUND)
  checkMtu(cni, master, mtu)
  return { ...read, master, id, mtu }
}

function* add(cni: CniCall): Blocking<CniOutput> {
  const { master, id, mtu, ipam, dns } = readConf(cni)
  const netns = containerNetns(cni)
  // Unless another size is asked for it is the master's.
  const own = createStacked(cni, netns, {
    master,
    mtu: mtu === 0 ? master.mtu : mtu,
    linkinfo: { kind: 'vlan', vlan: { id } },
  })
  if (ipam !== '') {
    const result = yield* stackedAddresses(cni, netns, ipam, own, false)
    return isDnsSet(dns) ? { ...result, dns } : result
  }
  bringUpStacked(cni, netns)
  return { interfaces: [own], ips: [], routes: [], dns }
}

function* del(cni: CniCall): Blocking<null> {
  const { ipam } = readNetConf(cni, 'failed to load netConf: ')
  yield* ipamDel(cni, ipam)
  if (cni.netns !== '') deleteDevice(cni)
  return null
}

function* check(cni: CniCall): Blocking<null> {
  const { master, id, ipam } = readConf(cni)
  containerNetns(cni)
  if (ipam !== '') yield* ipamCheck(cni, ipam)
  return checkStacked(cni, 'vlan', master.ifname, (link) => {
    const now = link.linkinfo?.vlan?.id
    if (now !== id)
      cni.fail(`Error: Tuning link ${cni.ifName} configured promisc is ${id}, current value is ${now}`)
  })
}
