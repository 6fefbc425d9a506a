// What a swarm keeps of its nodes, networks and tasks: plain values, so that they can be written down and sent.
// (Ref: swarmkit api/objects.proto)
import type { IpamConfig } from '../libnetwork/types.ts'
import type { ServicePort, ServiceSpec } from '../api/service.ts'
import type { Certificate } from './certificate.ts'

/** When an object was made and changed: nanoseconds of the lab's clock, and a number that grows with every change. */
export interface Meta {
  readonly created: number
  updated: number
  index: number
}

export interface NodeDescription {
  readonly hostname: string
  readonly engineVersion: string
  readonly nanoCpus: number
  readonly memory: number
}

export interface NodeObject {
  readonly id: string
  readonly meta: Meta
  labels: Record<string, string>
  readonly role: 'manager' | 'worker'
  availability: string
  description: NodeDescription
  /** Where others reach it. */
  addr: string
  state: 'unknown' | 'ready' | 'down'
  /** Addresses that it has for itself in networks it takes part in, by the network's id. */
  attachments: Record<string, string>
}

export interface NetworkSpec {
  readonly name: string
  readonly driver: string
  readonly labels: Readonly<Record<string, string>> | null
  readonly internal: boolean
  readonly attachable: boolean
  readonly ingress: boolean
  readonly enableIPv6: boolean
  readonly ipam: readonly IpamConfig[]
  readonly options: Readonly<Record<string, string>>
}

export interface NetworkObject {
  readonly id: string
  readonly meta: Meta
  readonly spec: NetworkSpec
  /** What was chosen for it; null while it has none: there was no free or no such subnet. */
  allocated: { readonly subnet: string; readonly gateway: string; readonly vni: number } | null
}

/** A container that somebody attached to a network by hand. */
export interface AttachmentTask {
  readonly id: string
  readonly nodeId: string
  readonly networkId: string
  readonly containerId: string
  readonly address: string
}

export interface ClusterObject {
  readonly id: string
  readonly meta: Meta
  readonly digest: string
  readonly certificate: Certificate
  workerSecret: string
  managerSecret: string
  taskHistory: number
  /** Where subnets are cut from, and how long they are. */
  readonly pools: readonly string[]
  readonly subnetSize: number
  readonly dataPathPort: number
}

/** In the order that a task goes through them; from `complete` on it is over. */
export const TASK_STATES = [
  'new',
  'pending',
  'assigned',
  'accepted',
  'preparing',
  'ready',
  'starting',
  'running',
  'complete',
  'shutdown',
  'failed',
  'rejected',
] as const

export type TaskState = (typeof TASK_STATES)[number]

/** How a service is reached, as it was chosen: its ports, and its address in each of its networks. */
export interface ServiceEndpoint {
  readonly mode: string
  readonly ports: readonly ServicePort[]
  readonly vips: readonly { readonly networkId: string; readonly address: string }[]
}

/** How far a service's tasks are on their way to what is asked for now. */
export interface ServiceUpdate {
  readonly state:
    | 'updating'
    | 'paused'
    | 'completed'
    | 'rollback_started'
    | 'rollback_paused'
    | 'rollback_completed'
  readonly rollback: boolean
  readonly message: string
  readonly started: number
  readonly completed: number | null
  /** The one that was replaced last. */
  readonly task: string
  /** When it is to be looked at again. */
  readonly until: number
}

export interface ServiceObject {
  readonly id: string
  readonly meta: Meta
  spec: ServiceSpec
  previous: ServiceSpec | null
  endpoint: ServiceEndpoint
  update: ServiceUpdate | null
}

export interface ServiceTask {
  readonly id: string
  readonly meta: Meta
  readonly serviceId: string
  /** `web.1`, or with its node's id where each node has one. */
  readonly name: string
  readonly slot: number
  readonly spec: ServiceSpec
  /** The ports of its service, when it was made. */
  readonly ports: readonly ServicePort[]
  /** The task in whose place it comes, as soon as that is over; empty: none. */
  readonly follows: string
  /** Empty until one is found. */
  nodeId: string
  networks: readonly { readonly networkId: string; readonly address: string }[]
  desired: 'ready' | 'running' | 'shutdown' | 'remove'
  state: TaskState
  /** When it came to be so. */
  since: number
  message: string
  error: string
  containerId: string
  exitCode: number
}

export function isOver({ state }: ServiceTask): boolean {
  return TASK_STATES.indexOf(state) >= TASK_STATES.indexOf('complete')
}

/** All of it, as the manager writes it down. */
export interface StoreRecord {
  readonly cluster: ClusterObject
  readonly nodes: readonly NodeObject[]
  readonly networks: readonly NetworkObject[]
  readonly tasks: readonly AttachmentTask[]
  readonly services: readonly ServiceObject[]
  readonly serviceTasks: readonly ServiceTask[]
  readonly index: number
  readonly nextVni: number
}
