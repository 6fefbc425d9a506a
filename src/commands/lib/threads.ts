// Threads of one process: generators that are run by turns, so that one of them can wait while others go on.
import type { Blocking, Process, Wait, WakeReason } from '../../os/program.ts'
import type { Maker } from '../../sim/provenance.ts'

interface Thread {
  readonly body: Blocking<void>
  /** What it sleeps on; null before it has begun. */
  wait: Wait | null
  /** For whom it acts. */
  maker: Maker | null
}

/** Runs `main` and what it starts; all end with it. Signals are for `main`, as they are in Python. */
export function* withThreads<T>(
  p: Process,
  main: (start: (body: Blocking<void>) => void) => Blocking<T>,
): Blocking<T> {
  const threads = new Set<Thread>()
  const first = main((body) => void threads.add({ body, wait: null, maker: p.procs.maker() }))
  let reason: WakeReason = 'ready'
  try {
    for (;;) {
      const step = first.next(reason)
      if (step.done) return step.value
      const maker = p.procs.maker()
      let ended = false
      for (const thread of threads) {
        if (advance(p, thread)) continue
        threads.delete(thread)
        ended = true
      }
      p.procs.setMaker(maker)
      const waits = [step.value, ...[...threads].flatMap(({ wait }) => wait ?? [])]
      // `main` may have waited for one that ended.
      const until = ended ? 0 : Math.min(...waits.map((wait) => wait.until))
      const why: WakeReason = yield { on: waits.flatMap((wait) => [...wait.on]), until }
      reason = why === 'timeout' && p.clock.now() < step.value.until ? 'ready' : why
    }
  } finally {
    for (const { body } of threads) body.return(undefined)
  }
}

/** Lets it try again, whatever woke the process; false when it has ended. */
function advance(p: Process, thread: Thread): boolean {
  const late = thread.wait !== null && p.clock.now() >= thread.wait.until
  p.procs.setMaker(thread.maker)
  const step = thread.body.next(late ? 'timeout' : 'ready')
  thread.maker = p.procs.maker()
  if (step.done) return false
  thread.wait = step.value
  return true
}
