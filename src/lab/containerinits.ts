// The first process of each container that runs: Docker's by their shims, a cluster's by what its containerd writes down.
import type { Task } from '../os/task.ts'
import { isErrno } from '../uapi/errno.ts'
import { readJson } from './jsonfiles.ts'
import type { MachineNode } from './nodes.ts'

export const CONTAINERS = '/var/lib/docker/containers'
export const TASKS = '/run/containerd/io.containerd.runtime.v2.task/k8s.io'

const SHIM = /(^|\/)containerd-shim-runc-v2$/

/** What is read of a bundle's config.json. */
export interface Bundle {
  readonly linux: { readonly namespaces: readonly { readonly path?: string }[] }
  readonly annotations: Readonly<Record<string, string>>
}

/** Docker's, by id. */
export function dockerInits({ machine }: MachineNode): ReadonlyMap<string, Task> {
  const inits = new Map<string, Task>()
  for (const task of machine.system.table.all()) {
    const shim = task.parent?.argv ?? []
    // A shim is first its own starter's child.
    if (task.state === 'Z' || !SHIM.test(shim[0] ?? '') || SHIM.test(task.argv[0] ?? '')) continue
    const id = shim[shim.indexOf('-id') + 1] ?? ''
    // What `docker exec` starts comes later.
    if (!inits.has(id)) inits.set(id, task)
  }
  return inits
}

/** The pods' bundles, pauses among them, by id. */
export function bundlesOf(node: MachineNode): ReadonlyMap<string, Bundle> {
  const bundles = new Map<string, Bundle>()
  const ids = node.machine.init.fs.readdir(TASKS)
  for (const id of isErrno(ids) ? [] : ids) {
    const bundle = readJson<Bundle>(node, `${TASKS}/${id}/config.json`)
    if (bundle) bundles.set(id, bundle)
  }
  return bundles
}

export function annotated({ annotations }: Bundle, name: string): string {
  return annotations[`io.kubernetes.cri.${name}`] ?? ''
}

/** The names of containers by the machine's numbers of their first processes; a pod's pause has none. */
export function containerNames(node: MachineNode): ReadonlyMap<number, string> {
  const names = new Map<number, string>()
  for (const [id, { pid }] of dockerInits(node)) {
    const kept = readJson<{ readonly name: string }>(node, `${CONTAINERS}/${id}/config.v2.json`)
    names.set(pid, kept?.name ?? id.slice(0, 12))
  }
  for (const [id, bundle] of bundlesOf(node)) {
    const pid = readJson<number>(node, `${TASKS}/${id}/init.pid`)
    if (pid !== null) names.set(pid, annotated(bundle, 'container-name'))
  }
  return names
}
