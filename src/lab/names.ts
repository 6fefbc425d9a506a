// Names of namespaces and devices by the numbers the trace knows them by.
import { namedNets, type Node } from './nodes.ts'
import type { Containers } from './programs.ts'
import type { Names } from './story.ts'

/** As they are now; each machine is looked at once, when first asked about. */
export function namesOf(nodes: ReadonlyMap<string, Node>, containers: Containers | null): Names {
  const machines = new Map<string, MachineNames>()
  const of = (machine: string): MachineNames => {
    let names = machines.get(machine)
    if (!names) machines.set(machine, (names = machineNames(nodes.get(machine), containers)))
    return names
  }
  return {
    netns: (machine, inode) => of(machine).netns.get(inode) ?? null,
    device: (machine, serial) => of(machine).devices.get(serial) ?? null,
  }
}

interface MachineNames {
  readonly netns: ReadonlyMap<number, string>
  readonly devices: ReadonlyMap<number, string>
}

function machineNames(node: Node | undefined, containers: Containers | null): MachineNames {
  const netns = new Map<number, string>()
  const devices = new Map<number, string>()
  if (!node) return { netns, devices }
  if (node.kind === 'machine') {
    for (const [net, { name }] of containers?.of(node) ?? []) netns.set(net.inode, name)
    for (const [name, net] of namedNets(node)) netns.set(net.inode, name)
  }
  for (const net of node.kernel.nets) {
    const where = netns.get(net.inode) ?? node.name
    for (const dev of net.devices.values()) devices.set(dev.serial, `${dev.name} in ${where}`)
  }
  return { netns, devices }
}
