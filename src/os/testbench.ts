// A machine for this folder's tests.
import type { LabDoor } from '../uapi/lab.ts'
import { Kernel } from '../kernel/kernel.ts'
import { MODULES } from '../kernel/modules.ts'
import { Clock } from '../sim/clock.ts'
import { Random } from '../sim/random.ts'
import { Trace } from '../sim/trace.ts'
import { Machine } from './machine.ts'
import type { OpenFile, Program } from './program.ts'
import { Capture } from './capture.ts'
import { Scheduler } from './scheduler.ts'

/** A machine with one process's output in hand. */
export class TestBench {
  readonly clock = new Clock()
  readonly scheduler = new Scheduler(this.clock)
  readonly kernel = new Kernel({
    machine: 'host',
    clock: this.clock,
    random: new Random(1),
    trace: new Trace(),
    modules: MODULES,
  })
  readonly machine: Machine

  constructor(programs: Iterable<{ path: string; run: Program }> = []) {
    const { clock, scheduler, kernel } = this
    const lab: LabDoor = {
      call: () => ({ error: null, nodes: [] }),
      ask: () => ({ kind: 'lines', lines: [] }),
    }
    this.machine = new Machine({
      name: 'host',
      kernel,
      scheduler,
      clock,
      random: new Random(1),
      programs,
      lab,
    })
  }

  /** Runs until nobody is left to run and no timer is left to fire. */
  settle(): void {
    do this.scheduler.runReady()
    while (this.clock.step())
  }

  /** Runs a program to its end: what it printed, errors included, and its status in brackets when it is not 0. */
  run(program: Program, fds: readonly (readonly [number, OpenFile])[] = []): string {
    const out = new Capture()
    let status = -1
    const all = new Map<number, OpenFile>([[1, out], [2, out], ...fds])
    this.machine.spawn(program, { argv: ['test'], fds: all, onExit: (end) => (status = end.status) })
    this.settle()
    const text = out.take()
    return status === 0 ? text : `${text}[${status}]`
  }
}
