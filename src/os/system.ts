// What the processes of one machine share.
import type { KernelApi } from '../kernel/kernel.ts'
import type { Clock } from '../sim/clock.ts'
import type { Random } from '../sim/random.ts'
import type { LabDoor } from '../uapi/lab.ts'
import type { SuperBlock } from './inode.ts'
import { MemoryDirectory } from './inode.ts'
import type { Program } from './program.ts'
import type { Scheduler } from './scheduler.ts'
import { ProcessTable } from './task.ts'

export class System {
  hostname: string
  readonly table = new ProcessTable()
  readonly root: MemoryDirectory
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
    this.hostname = name
    this.root = new MemoryDirectory(sb)
  }
}
