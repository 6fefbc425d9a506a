// A new cluster: its id, its authority, its tokens. (Ref: swarmkit manager/manager.go:defaultClusterObject())
import type { Process } from '../../../os/program.ts'
import { makeCertificate } from './certificate.ts'
import { newDigest, newId } from './identity.ts'
import type { ClusterObject } from './objects.ts'

export const DEFAULT_VXLAN_PORT = 4789
const DEFAULT_SUBNET_SIZE = 24
const DEFAULT_TASK_HISTORY = 5

export interface ClusterSettings {
  readonly taskHistory: number | undefined
  readonly pools: readonly string[] | undefined
  /** 0: the usual. */
  readonly subnetSize: number | undefined
  readonly dataPathPort: number | undefined
}

export function makeCluster(p: Process, settings: ClusterSettings): ClusterObject {
  const now = p.clock.now()
  return {
    id: newId(p),
    meta: { created: now, updated: now, index: 1 },
    digest: newDigest(p),
    certificate: makeCertificate(p),
    workerSecret: newId(p),
    managerSecret: newId(p),
    taskHistory: settings.taskHistory ?? DEFAULT_TASK_HISTORY,
    pools: settings.pools ?? [],
    subnetSize: settings.subnetSize || DEFAULT_SUBNET_SIZE,
    dataPathPort: settings.dataPathPort || DEFAULT_VXLAN_PORT,
  }
}
