// What is kept of the swarm on disk. (Ref: moby daemon/cluster/utils.go: /var/lib/docker/swarm/docker-state.json)
import type { Process } from '../../../../os/program.ts'
import { isErrno } from '../../../../uapi/errno.ts'
import type { StoreRecord } from '../../swarmkit/objects.ts'
import { mkdirAll } from '../runtime/rootfs.ts'
import type { HostPort } from './addresses.ts'

const DIRECTORY = '/var/lib/docker/swarm'
const STATE = `${DIRECTORY}/docker-state.json`
const STORE = `${DIRECTORY}/raft/store.json`

export interface SavedNode {
  readonly id: string
  readonly role: 'manager' | 'worker'
  /** As others know it, for its manager and for its data. */
  readonly addr: string
  readonly port: number
  readonly listen: HostPort
  readonly dataPath: string
  /** The manager's. */
  readonly remote: { readonly address: number; readonly port: number } | null
  readonly token: string
  readonly availability: string
}

export function saveState(p: Process, node: SavedNode, store: StoreRecord | null): void {
  mkdirAll(p, `${DIRECTORY}/raft`)
  p.fs.writeFile(STATE, JSON.stringify(node))
  if (store) p.fs.writeFile(STORE, JSON.stringify(store))
}

export function loadState(
  p: Process,
): { readonly saved: SavedNode; readonly store: StoreRecord | null } | null {
  const text = p.fs.readText(STATE)
  if (isErrno(text) || text === '') return null
  const store = p.fs.readText(STORE)
  // What it wrote itself.
  return {
    saved: JSON.parse(text) as SavedNode,
    store: isErrno(store) ? null : (JSON.parse(store) as StoreRecord),
  }
}

export function forgetState(p: Process): void {
  p.fs.unlink(STATE)
  p.fs.unlink(STORE)
}
