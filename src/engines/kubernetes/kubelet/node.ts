// What those that look after the pods of a node share.
import type { Blocking, Process } from '../../../os/program.ts'
import type { ApiClient } from '../api/client.ts'
import type { Pod } from '../api/podtypes.ts'
import type { Cache } from '../api/watch.ts'
import type { PodContainer } from './container.ts'
import type { Sandbox } from './runtime.ts'

export interface Node {
  readonly p: Process
  readonly name: string
  readonly ip: string
  readonly clusterDns: string
  readonly cache: Cache
  readonly api: ApiClient
  start(body: Blocking<void>): void
}

/** What a kubelet's server and its loop need of whoever looks after a pod. */
export interface Worker {
  readonly node: Node
  readonly all: readonly PodContainer[]
  readonly pod: Pod
  readonly podIP: string
  readonly sandbox: Sandbox | null
  readonly finished: boolean
  update(pod: Pod): void
  run(): Blocking<void>
}
