// What the `lab` program can do to the lab it runs in: machines, switches, and the cables between them.
import type { NetDevice } from '../kernel/core/net.ts'
import type { CableEnd, LabNode, LabReply, LabRequest, LabWork } from '../uapi/lab.ts'
import {
  freePort,
  joinNics,
  nicFor,
  nicNamed,
  nicsOf,
  pullCable,
  type MachineNode,
  type Node,
  type NicOrError,
} from './nodes.ts'

/** The lab, as its door changes it. */
export interface Nodes {
  readonly nodes: ReadonlyMap<string, Node>
  addMachine(name: string): void
  addSwitch(name: string): void
  remove(name: string): void
  /** Runs a command on a machine, beside whatever else is under way. */
  start(node: MachineNode, command: string): LabWork
}

/** Nodes of a lab: more than anybody looks at, fewer than would stop a browser. */
const MOST_NODES = 500
const NAME = /^[a-z][a-z0-9-]{0,30}$/

/** Adds a cluster beside the machine that asks. */
export type AddCluster = (lab: Nodes, machine: string, wanted: WantedCluster) => LabReply
export type WantedCluster = Extract<LabRequest, { readonly op: 'add-cluster' }>

/**
 * Does what is asked on a machine. An error is one line without its program's name; nothing has changed then.
 * `addCluster`: null as long as it is not loaded.
 */
export function answer(
  lab: Nodes,
  machine: string,
  request: LabRequest,
  addCluster: AddCluster | null,
): LabReply {
  if (request.op === 'add-cluster')
    return addCluster?.(lab, machine, request) ?? { error: 'no cluster can be added yet' }
  if (request.op === 'start') return start(lab, request.machine, request.script)
  const error = act(lab, request)
  return error === null ? { error: null, nodes: describe(lab) } : { error }
}

function start(lab: Nodes, machine: string, script: string): LabReply {
  const node = lab.nodes.get(machine)
  if (!node) return { error: missing(machine) }
  if (node.kind === 'switch') return { error: `${machine} is a switch: it runs no programs` }
  return { error: null, nodes: describe(lab), work: lab.start(node, script) }
}

/** As answer(); null where it went well. */
export function act(
  lab: Nodes,
  request: Exclude<LabRequest, { readonly op: 'start' | 'add-cluster' }>,
): string | null {
  switch (request.op) {
    case 'list':
      return null
    case 'add-machine':
    case 'add-switch': {
      const { name } = request
      const error = nameError(lab, name)
      if (error !== null) return error
      if (request.op === 'add-machine') lab.addMachine(name)
      else lab.addSwitch(name)
      return null
    }
    case 'remove': {
      const { name } = request
      if (!lab.nodes.has(name)) return missing(name)
      if (name === 'host') return 'host cannot be removed'
      lab.remove(name)
      return null
    }
    case 'cable':
      return cable(lab, request.a, request.b)
    case 'uncable':
      return uncable(lab, request.end)
  }
}

/** Why a machine or switch cannot be added under this name. */
export function nameError(lab: Nodes, name: string): string | null {
  if (!NAME.test(name))
    return `'${name}' is not a name: lower case letters, digits and hyphens, a letter first`
  if (lab.nodes.has(name)) return `there is already a ${kindOf(lab, name)} named ${name}`
  return lab.nodes.size < MOST_NODES ? null : `a lab has room for ${MOST_NODES} machines and switches`
}

function cable(lab: Nodes, a: CableEnd, b: CableEnd): string | null {
  for (const { node } of [a, b]) if (!lab.nodes.has(node)) return missing(node)
  const same = a.node === b.node && (a.nic === b.nic || a.nic === null || b.nic === null)
  if (same) return `a cable has two ends, and both are at ${a.node}`
  for (const end of [a, b]) {
    const error = refusal(lab, end)
    if (error) return error
  }
  const near = take(lab, a)
  if ('error' in near) return near.error
  const far = take(lab, b)
  if ('error' in far) return far.error
  joinNics(near.nic, far.nic)
  return null
}

/** Why an end cannot be cabled, found before anything is made. */
function refusal(lab: Nodes, end: CableEnd): string | null {
  const node = lab.nodes.get(end.node)
  if (node?.kind === 'switch' && end.nic !== null) {
    return `${end.node} is a switch and finds a free port itself: write ${end.node}`
  }
  if (node?.kind !== 'machine' || end.nic === null) return null
  const nic = nicNamed(node, end.nic)
  if (nic) return nic.peer ? `${end.node}:${end.nic} already has a cable` : null
  return node.kernel.initNet.byName.has(end.nic) ? `${end.node}:${end.nic} is not a network card` : null
}

function take(lab: Nodes, end: CableEnd): NicOrError {
  const node = lab.nodes.get(end.node)
  if (!node) return { error: missing(end.node) }
  if (node.kind === 'machine') return nicFor(node, end.nic)
  const port = freePort(node)
  return port ? { nic: port } : { error: `${end.node} has no free port` }
}

function uncable(lab: Nodes, end: CableEnd): string | null {
  const node = lab.nodes.get(end.node)
  if (!node) return missing(end.node)
  const cabled = nicsOf(node).filter((nic) => nic.peer !== null)
  if (end.nic === null) {
    const [only, second] = cabled
    if (!only) return `${end.node} has no cable`
    if (second) return `${end.node} has ${cabled.length} cables: say which, as ${end.node}:${only.name}`
    pullCable(only, (dev) => isSwitchPort(lab, dev))
    return null
  }
  const nic = nicNamed(node, end.nic)
  if (!nic) return `${end.node} has no network card ${end.nic}`
  if (!nic.peer) return `${end.node}:${end.nic} has no cable`
  pullCable(nic, (dev) => isSwitchPort(lab, dev))
  return null
}

export function isSwitchPort(lab: Pick<Nodes, 'nodes'>, dev: NetDevice): boolean {
  return lab.nodes.get(dev.net.stack.machine)?.kind === 'switch'
}

/** Every node with its cards; the ports of a switch have names of their own, which a cable's end leaves out. */
export function describe(lab: Pick<Nodes, 'nodes'>): LabNode[] {
  return [...lab.nodes.values()].map((node) => ({
    name: node.name,
    kind: node.kind,
    nics: nicsOf(node).map((nic) => ({ name: nic.name, peer: nic.peer && endOf(lab, nic.peer) })),
  }))
}

function endOf(lab: Pick<Nodes, 'nodes'>, dev: NetDevice): CableEnd {
  return { node: dev.net.stack.machine, nic: isSwitchPort(lab, dev) ? null : dev.name }
}

export function nicNames(lab: Pick<Nodes, 'nodes'>, machine: string): string[] {
  const node = lab.nodes.get(machine)
  return node ? nicsOf(node).map(({ name }) => name) : []
}

function kindOf(lab: Nodes, name: string): string {
  return lab.nodes.get(name)?.kind ?? 'machine'
}

function missing(name: string): string {
  return `there is no machine or switch named ${name}`
}
