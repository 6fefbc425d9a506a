// What the parts of dockerd share.
import type { Blocking, Process } from '../../../os/program.ts'
import type { NetworkController } from '../libnetwork/controller.ts'
import type { Cluster } from './cluster/cluster.ts'
import type { DaemonConfig } from './config.ts'
import type { Container } from './container.ts'
import type { ContainerStore } from './containers.ts'
import type { Events } from './events.ts'
import type { ImageStore } from './images.ts'
import type { ExitStatus } from './runtime/shim.ts'
import type { VolumeStore } from './volumes.ts'

export interface Daemon {
  readonly p: Process
  readonly config: DaemonConfig
  readonly containers: ContainerStore
  readonly images: ImageStore
  readonly volumes: VolumeStore
  readonly networks: NetworkController
  readonly events: Events
  readonly cluster: Cluster
  /** The daemon's own id, as `docker info` shows it. */
  readonly id: string
  /** A thread of its own. */
  start(body: Blocking<void>): void
  /** What follows the end of a container's process (monitor.ts). */
  exited(container: Container, exit: ExitStatus): Blocking<void>
  /** It is being stopped: nothing is started any more. */
  readonly stopping: boolean
}

export const ROOT = '/var/lib/docker'
