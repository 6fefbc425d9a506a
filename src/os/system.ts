// What the processes of one machine share.
import type { KernelApi } from '../kernel/kernel.ts'
import type { Clock } from '../sim/clock.ts'
import type { Random } from '../sim/random.ts'
import type { LabDoor } from '../uapi/lab.ts'
import type { SuperBlock } from './inode.ts'
import { MemoryDirectory } from './inode.ts'
import { firstInode, firstProxy } from './namespaces.ts'
import type { NsProxy } from './namespaces.ts'
import { PidNamespace } from './pidns.ts'
import type { Program } from './program.ts'
import type { Scheduler } from './scheduler.ts'
import { ProcessTable } from './task.ts'
import type { UnixStream } from './unixsocket.ts'
import type { Terminal } from './tty.ts'

export class System {
  readonly table = new ProcessTable()
  readonly root: MemoryDirectory
  readonly pidns = new PidNamespace(firstInode('pid'), null)
  /** Namespaces of process 1. */
  readonly nsproxy: NsProxy
  /** What each devtmpfs and each devpts shows. */
  dev: { readonly dev: MemoryDirectory; readonly pts: MemoryDirectory } | null = null
  /** A new terminal at /dev/pts/N; given by the machine. */
  openTerminal: (columns: number, rows: number) => Terminal = () => {
    throw new Error('a machine without terminals')
  }
  /** Sockets of the AF_UNIX family that are open. */
  readonly unixSockets = new Set<UnixStream>()
  /** Programs by the path they were installed at. */
  readonly programs = new Map<string, Program>()

  constructor(
    readonly name: string,
    readonly kernel: KernelApi,
    readonly scheduler: Scheduler,
    readonly clock: Clock,
    readonly rng: Random,
    readonly lab: LabDoor,
    readonly sb: SuperBlock,
  ) {
    this.root = new MemoryDirectory(sb)
    this.nsproxy = firstProxy(name, this.pidns)
  }

  /** The number of a namespace's inode. */
  nextNamespace(): number {
    return this.kernel.stack.nextInode()
  }
}
