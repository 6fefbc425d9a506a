// The threads of a daemon: generators in one process, each resumed when what it waits for has come (goroutines, to dockerd).
import type { Blocking, Process, Wait, WakeReason } from '../../../os/program.ts'
import type { Maker } from '../../../sim/provenance.ts'
import { WaitQueue } from '../../../sim/wait.ts'

interface Thread {
  readonly body: Blocking<void>
  wait: Wait | null
  /** For whom it acts. */
  maker: Maker | null
  unsubscribe: (() => void)[]
  queued: boolean
}

export class Threads {
  readonly #all = new Set<Thread>()
  readonly #ready: Thread[] = []
  readonly #woken = new WaitQueue()

  constructor(private readonly p: Process) {}

  start(body: Blocking<void>): void {
    const thread: Thread = { body, wait: null, maker: null, unsubscribe: [], queued: false }
    this.#all.add(thread)
    this.#enqueue(thread)
  }

  /** Turns them until `ended`, which is looked at whenever something has happened; then all of them end. */
  *run(ended: () => boolean): Blocking<void> {
    try {
      while (!ended()) {
        this.#advance()
        if (ended()) return
        if (this.#ready.length > 0) continue
        const until = Math.min(Infinity, ...[...this.#all].map(({ wait }) => wait?.until ?? 0))
        yield { on: [this.#woken], until }
        this.#timeOut()
      }
    } finally {
      for (const thread of this.#all) this.#end(thread)
    }
  }

  /** Each that could go on when this began, once. */
  #advance(): void {
    for (const thread of this.#ready.splice(0)) {
      thread.queued = false
      const now = this.p.clock.now()
      const reason: WakeReason = thread.wait !== null && now >= thread.wait.until ? 'timeout' : 'ready'
      this.#forget(thread)
      this.p.procs.setMaker(thread.maker)
      const step = thread.body.next(reason)
      thread.maker = this.p.procs.maker()
      if (step.done) {
        this.#all.delete(thread)
        continue
      }
      thread.wait = step.value
      if (step.value.until <= now) this.#enqueue(thread)
      else
        for (const waitable of step.value.on)
          thread.unsubscribe.push(waitable.subscribe(() => this.#enqueue(thread)))
    }
  }

  #timeOut(): void {
    const now = this.p.clock.now()
    for (const thread of this.#all)
      if (thread.wait !== null && thread.wait.until <= now) this.#enqueue(thread)
  }

  #enqueue(thread: Thread): void {
    if (thread.queued || !this.#all.has(thread)) return
    thread.queued = true
    this.#ready.push(thread)
    this.#woken.wake()
  }

  #forget(thread: Thread): void {
    for (const unsubscribe of thread.unsubscribe) unsubscribe()
    thread.unsubscribe = []
  }

  #end(thread: Thread): void {
    this.#forget(thread)
    this.#all.delete(thread)
    thread.body.return(undefined)
  }
}

/** Sleeps its time out, whatever wakes the process meanwhile. */
export function* sleepFor(p: Process, span: number): Blocking<void> {
  const until = p.clock.now() + span
  while (p.clock.now() < until) yield { on: [], until }
}
