// A machine with bash and a few programs.
import type { LabDoor } from '../../uapi/lab.ts'
import { Kernel } from '../../kernel/kernel.ts'
import { MODULES } from '../../kernel/modules.ts'
import { Capture } from '../../os/capture.ts'
import { Machine } from '../../os/machine.ts'
import { Scheduler } from '../../os/scheduler.ts'
import { Clock } from '../../sim/clock.ts'
import { Random } from '../../sim/random.ts'
import { Trace } from '../../sim/trace.ts'
import { bashProgram } from '../bash.ts'
import type { InstalledProgram } from './programs.ts'
import { TOOLS } from './programs.ts'

const bash = bashProgram(function* () {
  return 1
})

const PROGRAMS: readonly InstalledProgram[] = [
  { path: '/usr/bin/bash', run: bash },
  { path: '/usr/bin/sh', run: bash },
  ...TOOLS,
]

export class ShellBench {
  readonly clock = new Clock()
  readonly scheduler = new Scheduler(this.clock)
  readonly machine: Machine

  constructor(programs: readonly InstalledProgram[] = PROGRAMS) {
    const { clock, scheduler } = this
    const random = new Random(1)
    const kernel = new Kernel({ machine: 'host', clock, random, trace: new Trace(), modules: MODULES })
    const lab: LabDoor = {
      call: () => ({ error: null, nodes: [] }),
      ask: () => ({ kind: 'lines', lines: [] }),
    }
    this.machine = new Machine({ name: 'host', kernel, scheduler, clock, random, programs, lab })
  }

  /** Until nothing is left to run and no timer to fire. */
  settle(): void {
    do this.scheduler.runReady()
    while (this.clock.step())
  }

  /** What a program printed, errors among it, and its status in brackets when it is not 0. */
  start(argv: readonly string[]): string {
    const out = new Capture()
    let status = -1
    const fds = new Map([
      [1, out],
      [2, out],
    ])
    this.machine.spawn(bash, { argv, fds, onExit: (end) => (status = end.status) })
    this.settle()
    return out.take() + (status === 0 ? '' : `[${status}]\n`)
  }

  /** `bash -c`. */
  run(text: string): string {
    return this.start(['bash', '-c', text])
  }
}
