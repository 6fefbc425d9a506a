// The state of a whole lab: every machine's namespaces, links and files.
import type { NetDevice } from '../kernel/core/net.ts'
import type { Net } from '../kernel/kernel.ts'
import type { Files } from '../os/program.ts'
import { isErrno } from '../uapi/errno.ts'
import { describe } from './door.ts'
import { namedNets, type MachineNode, type Node } from './nodes.ts'
import {
  netState,
  type DeviceFacts,
  type LinkState,
  type MachineState,
  type WorldState,
} from './worldstate.ts'

/** Files below these, and these files, belong to a lab's text. */
const ROOTS = ['/root', '/tmp', '/etc/netns']
const FILES = ['/etc/hosts', '/etc/resolv.conf']
/** A file bigger than this is nobody's configuration. */
const BIGGEST_FILE = 64 * 1024

export function worldState(nodes: ReadonlyMap<string, Node>): WorldState {
  const machines: MachineState[] = []
  const names = new Map<string, string>()
  for (const node of nodes.values()) {
    if (node.kind !== 'machine') continue
    for (const [name, net] of namedNets(node)) names.set(netKey(net), name)
  }
  const facts = factsOf(names)
  for (const node of nodes.values()) if (node.kind === 'machine') machines.push(machineState(node, facts))
  return { nodes: describe({ nodes }), machines }
}

function machineState(node: MachineNode, facts: DeviceFacts): MachineState {
  const named = [...namedNets(node)].sort(([a], [b]) => (a < b ? -1 : 1))
  const root = node.kernel.initNet
  const files = new Map<string, string>()
  const directories: string[] = []
  const { fs } = node.machine.init
  for (const path of FILES) readInto(fs, path, files)
  for (const path of ROOTS) walk(fs, path, files, directories)
  return {
    name: node.name,
    nets: [
      netState(node, root, null, facts),
      ...named.map(([name, net]) => netState(node, net, name, facts)),
    ],
    files,
    directories,
  }
}

function factsOf(names: ReadonlyMap<string, string>): DeviceFacts {
  const device = (net: Net, index: number): NetDevice | undefined => net.devices.get(index)
  return {
    macSet: (net, index) => device(net, index)?.macSet ?? false,
    serial: (net, index) => device(net, index)?.serial ?? 0,
    peer: (net, index): LinkState['peer'] => {
      const peer = device(net, index)?.peer
      if (!peer) return null
      return { machine: peer.net.stack.machine, netns: names.get(netKey(peer.net)) ?? null, name: peer.name }
    },
    parent: (net, index): LinkState['parent'] => {
      const dev = device(net, index)
      const lower = dev?.ops.lower?.(dev)
      return lower ? { netns: names.get(netKey(lower.net)) ?? null, name: lower.name } : null
    },
  }
}

function netKey(net: Net): string {
  return `${net.stack.machine}/${net.inode}`
}

function walk(fs: Files, path: string, files: Map<string, string>, directories: string[]): void {
  const names = fs.readdir(path)
  if (isErrno(names)) return
  for (const name of names) {
    const child = `${path}/${name}`
    const stat = fs.lstat(child)
    if (isErrno(stat)) continue
    if (stat.kind === 'dir') {
      directories.push(child)
      walk(fs, child, files, directories)
    } else if (stat.kind === 'file' && stat.size <= BIGGEST_FILE) readInto(fs, child, files)
  }
}

function readInto(fs: Files, path: string, files: Map<string, string>): void {
  const text = fs.readText(path)
  if (!isErrno(text)) files.set(path, text)
}
