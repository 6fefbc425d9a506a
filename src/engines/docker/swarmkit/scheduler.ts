// Finds a node for a task. (Ref: swarmkit manager/scheduler/scheduler.go, filter.go, pipeline.go)
import { meetsConstraints } from './constraints.ts'
import { isOver, type NodeObject, type ServiceTask } from './objects.ts'

/** What keeps nodes away, in the order that they are asked. */
interface Filter {
  passes(node: NodeObject): boolean
  /** So many did not pass. */
  explain(count: number): string
}

/** A node of `nodes`, or why there is none. `tasks`: all that there are. */
export function findNode(
  task: ServiceTask,
  nodes: readonly NodeObject[],
  tasks: readonly ServiceTask[],
): NodeObject | string {
  const running = tasks.filter(
    (other) =>
      other.nodeId !== '' && !isOver(other) && (other.desired === 'running' || other.desired === 'ready'),
  )
  const own = running.filter(({ serviceId }) => serviceId === task.serviceId)
  const failures = new Map<Filter, number>()
  const filters = filtersOf(task, own)
  const fit = nodes.filter((node) => {
    const refused = filters.find((filter) => !filter.passes(node))
    if (refused) failures.set(refused, (failures.get(refused) ?? 0) + 1)
    return !refused
  })
  const on = (list: readonly ServiceTask[], { id }: NodeObject): number =>
    list.filter(({ nodeId }) => nodeId === id).length
  const branches = branchesOf(task, nodes, own)
  // Those of its service are spread first, then all. (Ref: scheduler.go: spread)
  const [best] = fit.toSorted(
    (a, b) => byBranches(branches, a, b) || on(own, a) - on(own, b) || on(running, a) - on(running, b),
  )
  if (best) return best
  const why = [...failures].toSorted(([, a], [, b]) => b - a).map(([filter, count]) => filter.explain(count))
  return why.length > 0 ? `no suitable node (${why.join('; ')})` : 'no suitable node'
}

export function isAvailable({ state, availability }: NodeObject): boolean {
  return state === 'ready' && availability === 'active'
}

/** Whether the service of a task may be on a node. */
export function mayBeOn({ spec }: Pick<ServiceTask, 'spec'>, node: NodeObject): boolean {
  return meetsConstraints(node, spec.TaskTemplate.Placement.Constraints ?? [])
}

function filtersOf(task: ServiceTask, own: readonly ServiceTask[]): readonly Filter[] {
  const { MaxReplicas = 0 } = task.spec.TaskTemplate.Placement
  const counted = (count: number): string => `${count} node${count === 1 ? '' : 's'}`
  return [
    { passes: isAvailable, explain: (count) => `${counted(count)} not available for new tasks` },
    {
      passes: (node) => mayBeOn(task, node),
      explain: (count) => `scheduling constraints not satisfied on ${counted(count)}`,
    },
    {
      passes: ({ id }) => MaxReplicas === 0 || own.filter(({ nodeId }) => nodeId === id).length < MaxReplicas,
      explain: () => 'max replicas per node limit exceed',
    },
  ]
}

type Branches = readonly ReadonlyMap<string, number>[]

/** For each preference: how many of the service are on the nodes that share a node's labels so far. */
function branchesOf(task: ServiceTask, nodes: readonly NodeObject[], own: readonly ServiceTask[]): Branches {
  const keys = (task.spec.TaskTemplate.Placement.Preferences ?? []).map(
    ({ Spread }) => Spread.SpreadDescriptor,
  )
  return keys.map((_, depth) => {
    const branch = (node: NodeObject): string =>
      JSON.stringify(keys.slice(0, depth + 1).map((key) => labelOf(node, key)))
    const count = (node: NodeObject): number => {
      const members = new Set(nodes.filter((one) => branch(one) === branch(node)).map(({ id }) => id))
      return own.filter(({ nodeId }) => members.has(nodeId)).length
    }
    return new Map(nodes.map((node) => [node.id, count(node)]))
  })
}

function byBranches(branches: Branches, a: NodeObject, b: NodeObject): number {
  for (const counts of branches) {
    const difference = (counts.get(a.id) ?? 0) - (counts.get(b.id) ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** Nodes without the label are a branch of their own. */
function labelOf({ labels }: NodeObject, descriptor: string): string {
  const [, name = ''] = /^node\.labels\.(.+)$/i.exec(descriptor) ?? []
  return name === '' ? '' : (labels[name] ?? '')
}
