// `lab add cluster`: machines, a switch and what they do by themselves.
import { act, describe, nameError, nicNames, type Nodes, type WantedCluster } from './door.ts'
import { addedCluster, CLUSTER_SWITCH } from './worlds/addedcluster.ts'
import { BACKENDS } from './worlds/clusternodes.ts'
import type { LabReply } from '../uapi/lab.ts'

const MOST_CLUSTER = 9

/** A control plane and nodes on a switch of their own, and the machine that asks beside them. */
export function addCluster(lab: Nodes, machine: string, wanted: WantedCluster): LabReply {
  const { size } = wanted
  const backend = wanted.backend ?? BACKENDS[0]
  const known = BACKENDS.find((one) => one === backend)
  if (!known) return { error: `'${backend}' is not a way between pods: ${BACKENDS.join(' or ')}` }
  if (size > MOST_CLUSTER) return { error: `a cluster has at most ${MOST_CLUSTER} machines here` }
  const { plan, scripts, script } = addedCluster(size, known)
  for (const name of [CLUSTER_SWITCH, ...plan.nodes.map((node) => node.name)]) {
    const error = nameError(lab, name)
    if (error !== null) return { error }
  }
  lab.addSwitch(CLUSTER_SWITCH)
  const join = (node: string, nic: string | null): string | null => {
    return act(lab, { op: 'cable', a: { node, nic }, b: { node: CLUSTER_SWITCH, nic: null } })
  }
  const before = new Set(nicNames(lab, machine))
  const error = join(machine, null)
  if (error !== null) return { error }
  for (const { name } of plan.nodes) {
    lab.addMachine(name)
    join(name, 'eth0')
  }
  for (const [name, commands] of scripts) {
    const node = lab.nodes.get(name)
    if (node?.kind === 'machine') lab.start(node, commands)
  }
  const card = nicNames(lab, machine).find((name) => !before.has(name)) ?? ''
  return { error: null, nodes: describe(lab), script: script(card) }
}
