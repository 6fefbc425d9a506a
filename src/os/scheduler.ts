// Runs processes. One scheduler serves all machines of a lab: whoever can go on stands in one queue, and each runs until
// it waits. Virtual time stands still meanwhile; it is moved by whoever turns the clock when nobody is left to run.
import type { Clock } from '../sim/clock.ts'
import type { Signal } from '../uapi/signal.ts'
import { encodeUtf8 } from '../wire/utf8.ts'
import { exitTask } from './exit.ts'
import type { Wait } from './program.ts'
import { deliverSignals, fatalPending } from './signals.ts'
import type { Runner, Task } from './task.ts'
import { Exit, OutOfMemory } from './task.ts'

/** What a process ends with that a fault of the simulator's own killed: as if by SIGSEGV. */
const STATUS_OF_A_BUG = 139
/** What bash, and what takes its memory as GNU's programs do, ends with when there is no more. */
const STATUS_OUT_OF_MEMORY = 2
/** Octets that are asked for where a text cannot become longer. */
const TOO_MANY_OCTETS = 2 ** 30
/** How often a dying program may still wait in its `finally` blocks: each such wait ends at once. */
const MOST_WAITS_OF_THE_DYING = 100

export class Scheduler implements Runner {
  current: Task | null = null
  /** The clock is held by whoever turns it: programs start at once, so that a person can look around meanwhile. */
  held = false
  /** Told of every process as it ends, before it gives anything back. */
  onExit: ((task: Task) => void) | null = null
  #queue: Task[] = []
  #head = 0

  constructor(readonly clock: Clock) {}

  enqueue(task: Task): void {
    if (task.queued) return
    task.queued = true
    this.#queue.push(task)
  }

  /** Somebody can run. */
  get ready(): boolean {
    return this.#head < this.#queue.length
  }

  /** Runs processes until all of them wait; false when `turns` were not enough for that. */
  runReady(turns = Infinity): boolean {
    for (let left = turns; this.ready; left--) {
      if (left <= 0) return false
      const task = this.#queue[this.#head++]
      if (this.#head > 512 && this.#head * 2 > this.#queue.length) {
        this.#queue.splice(0, this.#head)
        this.#head = 0
      }
      if (task) this.#resume(task)
    }
    this.#queue.length = 0
    this.#head = 0
    return true
  }

  #resume(task: Task): void {
    task.queued = false
    if (task.state !== 'R' || task.stopped) return
    this.current = task
    try {
      this.#run(task)
    } catch (thrown) {
      this.#unwound(task, thrown)
    }
    this.current = null
  }

  /** Up to the next wait. What the program throws comes out of here. */
  #run(task: Task): void {
    let { reason } = task
    if (task.pending !== 0) {
      const outcome = deliverSignals(task)
      if (outcome === 'caught') task.reason = reason = 'signal'
      else if (outcome) return this.#kill(task, outcome)
      if (task.stopped) return
    }
    const step = advance(task, reason)
    if (step.done) this.#end(task, step.value)
    else this.#sleep(task, step.value)
  }

  #sleep(task: Task, wait: Wait): void {
    task.reason = 'timeout'
    if (task.pending !== 0) {
      const outcome = deliverSignals(task)
      if (outcome === 'caught') {
        task.reason = 'signal'
        return this.enqueue(task)
      }
      if (outcome) return this.#kill(task, outcome)
    }
    const { now } = this.clock
    if (wait.until <= now) {
      if (!task.stopped) this.enqueue(task)
      return
    }
    task.state = 'S'
    for (const waitable of wait.on) task.subscriptions.push(waitable.subscribe(task.onWake))
    if (wait.until !== Infinity) task.timer = this.clock.after(wait.until - now, timeUp, task, null)
  }

  /** Its `finally` blocks run, as they would not on Linux: programs of ours give back there what they hold. */
  #kill(task: Task, signal: Signal): void {
    const { generator } = task
    for (let i = 0; generator && i < MOST_WAITS_OF_THE_DYING; i++) {
      try {
        if (generator.return(0).done) break
      } catch (thrown) {
        if (!(thrown instanceof Exit)) complain(task, thrown)
        break
      }
    }
    exitTask(task, 0, signal)
  }

  #unwound(task: Task, thrown: unknown): void {
    if (thrown instanceof Exit) return this.#end(task, thrown.status)
    if (isTooDeep(thrown)) return exitTask(task, 0, 'SEGV')
    if (isTooBig(thrown)) {
      sayOutOfMemory(task)
      return exitTask(task, STATUS_OUT_OF_MEMORY, null)
    }
    complain(task, thrown)
    exitTask(task, STATUS_OF_A_BUG, null)
  }

  /** It came to its end, unless something it did last kills it (a write to a pipe that nobody reads). */
  #end(task: Task, status: number): void {
    exitTask(task, status, task.pending === 0 ? null : fatalPending(task))
  }
}

function advance(task: Task, reason: Task['reason']): IteratorResult<Wait, number> {
  const { generator } = task
  if (!generator) {
    if (!task.program || !task.process) return { done: true, value: 0 }
    task.generator = task.program(task.process)
    return task.generator.next(reason)
  }
  if (task.unwind === null) return generator.next(reason)
  const thrown = task.unwind
  task.unwind = null
  return generator.throw(thrown)
}

function timeUp(task: Task): void {
  task.timer = null
  task.wake('timeout')
}

/** Calls within calls took the whole stack: what Linux kills a process for. */
function isTooDeep(thrown: unknown): boolean {
  return thrown instanceof RangeError && /call stack/i.test(thrown.message)
}

/** A text or a list grew beyond what there can be. */
function isTooBig(thrown: unknown): boolean {
  return (
    thrown instanceof OutOfMemory ||
    (thrown instanceof RangeError && /length|allocation/i.test(thrown.message))
  )
}

/** Ref: bash xmalloc.c:allocerr(), gnulib xalloc-die.c */
function sayOutOfMemory(task: Task): void {
  const name = nameOf(task)
  const text = /^(?:ba|da)?sh$/.test(task.comm)
    ? `xrealloc: cannot allocate ${TOO_MANY_OCTETS} bytes`
    : 'memory exhausted'
  task.fds.get(2)?.write(encodeUtf8(`${name}: ${text}\n`))
}

function nameOf(task: Task): string {
  return (task.argv[0] ?? task.comm).replace(/^.*\//, '')
}

function complain(task: Task, thrown: unknown): void {
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  task.fds.get(2)?.write(encodeUtf8(`${nameOf(task)}: internal error: ${message}\n`))
}
