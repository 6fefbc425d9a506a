// What a lab is made of: machines that run programs, and switches that only forward frames.
import type { NetDevice } from '../kernel/core/net.ts'
import { addNic, isNic, isPlugged, plug, removeNic, unplug } from '../kernel/drivers/ethernet.ts'
import type { Kernel, Net } from '../kernel/kernel.ts'
import type { Machine } from '../os/machine.ts'
import { isErrno } from '../uapi/errno.ts'
import { IFF_UP } from '../uapi/if.ts'

export interface MachineNode {
  readonly kind: 'machine'
  readonly name: string
  readonly kernel: Kernel
  readonly machine: Machine
}

/** A kernel with one namespace and one bridge, every card a port of it. */
export interface SwitchNode {
  readonly kind: 'switch'
  readonly name: string
  readonly kernel: Kernel
}

export type Node = MachineNode | SwitchNode

/** The bridge inside a switch. */
const SWITCH_BRIDGE = 'br0'

/** Makes a switch of a fresh kernel. */
export function switchNode(name: string, kernel: Kernel): SwitchNode {
  const net = kernel.initNet
  setUp(kernel, net, 'lo')
  kernel.rtnetlink(net, {
    type: 'RTM_NEWLINK',
    flags: { create: true, excl: true },
    link: { ifname: SWITCH_BRIDGE, linkinfo: { kind: 'bridge' } },
  })
  setUp(kernel, net, SWITCH_BRIDGE)
  return { kind: 'switch', name, kernel }
}

/** A port that has no cable: a new one, for a port that loses its cable is taken out. */
export function freePort(node: SwitchNode): NetDevice | null {
  const net = node.kernel.initNet
  const port = addNic(net, `port${lowestFree(net, 'port', 1)}`)
  if (!isDevice(port)) return null
  const bridge = net.byName.get(SWITCH_BRIDGE)
  if (bridge) {
    node.kernel.rtnetlink(net, {
      type: 'RTM_NEWLINK',
      flags: {},
      link: { index: port.index, master: bridge.index, flags: IFF_UP, change: IFF_UP },
    })
  }
  return port
}

/** The machine's cards, in the order they were put in, wherever they were moved. */
export function nicsOf(node: Node): NetDevice[] {
  const nics: NetDevice[] = []
  for (const net of node.kernel.nets) for (const dev of net.devices.values()) if (isNic(dev)) nics.push(dev)
  return nics.sort((a, b) => a.serial - b.serial)
}

export type NicOrError = { readonly nic: NetDevice } | { readonly error: string }

/** The card of that name, or a new one; without a name the next `ethN`. It has no cable. */
export function nicFor(node: MachineNode, name: string | null): NicOrError {
  const net = node.kernel.initNet
  const wanted = name ?? `eth${lowestFree(net, 'eth', 0)}`
  const there = nicNamed(node, wanted)
  if (there) {
    return isPlugged(there) ? { error: `${node.name}:${wanted} already has a cable` } : { nic: there }
  }
  if (!/^[A-Za-z][\w.-]{0,14}$/.test(wanted)) return { error: `'${wanted}' is not a name for a network card` }
  if (net.byName.has(wanted)) return { error: `${node.name}:${wanted} is not a network card` }
  const nic = addNic(net, wanted)
  return isDevice(nic) ? { nic } : { error: `${node.name}:${wanted}: ${nic.errno.text}` }
}

/** The card of that name: one in the machine's own namespace before one that was moved elsewhere. */
export function nicNamed(node: Node, name: string): NetDevice | null {
  const named = nicsOf(node).filter((nic) => nic.name === name)
  return named.find((nic) => nic.net === node.kernel.initNet) ?? named[0] ?? null
}

/** Takes a cable away; the port of a switch goes with it. */
export function pullCable(nic: NetDevice, isSwitchPort: (dev: NetDevice) => boolean): void {
  const far = nic.peer
  unplug(nic)
  for (const end of [nic, far]) if (end && isSwitchPort(end)) removeNic(end)
}

export function joinNics(a: NetDevice, b: NetDevice): void {
  plug(a, b)
}

/** Takes every device out of a node that is to go, and with them what hangs on their far ends. */
export function emptyNode(node: Node, isSwitchPort: (dev: NetDevice) => boolean): void {
  for (const net of [...node.kernel.nets]) {
    for (const dev of [...net.devices.values()]) {
      if (!net.devices.has(dev.index) || dev.name === 'lo') continue
      if (isNic(dev)) {
        pullCable(dev, isSwitchPort)
        if (net.devices.has(dev.index)) removeNic(dev)
      } else dev.ops.dellink?.(dev)
    }
  }
}

export function setUp(kernel: Kernel, net: Net, ifname: string): void {
  kernel.rtnetlink(net, { type: 'RTM_NEWLINK', flags: {}, link: { ifname, flags: IFF_UP, change: IFF_UP } })
}

function lowestFree(net: Net, stem: string, from: number): number {
  let n = from
  while (net.byName.has(`${stem}${n}`)) n++
  return n
}

function isDevice(result: ReturnType<typeof addNic>): result is NetDevice {
  return 'serial' in result
}

/** What was found below /run/netns last, and what its file systems' count of changes was then. */
interface Found {
  readonly changes: number
  readonly nets: ReadonlyMap<string, Net>
}

const lastFound = new WeakMap<MachineNode, Found>()

/** Namespaces with a name below /run/netns, by name: the same map for as long as they are the same. */
export function namedNets(node: MachineNode): ReadonlyMap<string, Net> {
  const { changes } = node.machine.system.sb
  const last = lastFound.get(node)
  if (last?.changes === changes) return last.nets
  const { nets, fixed } = findNamedNets(node)
  const kept = last && sameNets(last.nets, nets) ? last.nets : nets
  if (fixed) lastFound.set(node, { changes, nets: kept })
  else lastFound.delete(node)
  return kept
}

/** `fixed`: no name is a symbolic link, which may lead elsewhere (/proc/PID/ns/net) without any name changing. */
function findNamedNets(node: MachineNode): { readonly nets: Map<string, Net>; readonly fixed: boolean } {
  const { fs, net } = node.machine.init
  const nets = new Map<string, Net>()
  const names = fs.readdir('/run/netns')
  if (isErrno(names)) return { nets, fixed: true }
  let fixed = true
  const byInode = new Map([...node.kernel.nets].map((n) => [n.inode, n]))
  for (const name of names) {
    const path = `/run/netns/${name}`
    const ref = net.openNetns(path)
    const found = isErrno(ref) ? undefined : byInode.get(ref.inode)
    if (found) nets.set(name, found)
    const stat = fs.lstat(path)
    if (!isErrno(stat) && stat.kind === 'link') fixed = false
  }
  return { nets, fixed }
}

function sameNets(a: ReadonlyMap<string, Net>, b: ReadonlyMap<string, Net>): boolean {
  if (a.size !== b.size) return false
  for (const [name, net] of b) if (a.get(name) !== net) return false
  return true
}
