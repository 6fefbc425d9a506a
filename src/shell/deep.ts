// Functions that call functions, as deep as they like: each call's generator is resumed by itself, not through those
// of all its callers, which would take the stack of the machine that runs us.
import type { Blocking, Wait, WakeReason } from '../os/program.ts'

class Deeper implements Wait {
  readonly on = []
  readonly until = Infinity
  constructor(readonly run: Blocking<unknown>) {}
}

/** Runs it to its end, below a `flat` that takes care of it. */
export function* deeper(run: Blocking<unknown>): Blocking<void> {
  yield new Deeper(run)
}

/** The bottom of a process's calls: what its `deeper` ask for is run here. */
export function* flat<T>(run: Blocking<T>): Blocking<T> {
  const calls: Blocking<unknown>[] = []
  let wake: WakeReason = 'ready'
  try {
    for (;;) {
      const call = calls.at(-1)
      const step: IteratorResult<Wait, unknown> = (call ?? run).next(wake)
      wake = 'ready'
      if (step.done) {
        if (!call) return step.value as T
        calls.pop()
      } else if (step.value instanceof Deeper) calls.push(step.value.run)
      else wake = yield step.value
    }
  } finally {
    // A process that is killed in the middle: what its calls hold is given back, the innermost first.
    for (const call of calls.reverse()) call.return(undefined)
    run.return(undefined as T)
  }
}
