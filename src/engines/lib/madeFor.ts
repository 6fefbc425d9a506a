import type { Blocking, Process } from '../../os/program.ts'
import type { Maker } from '../../sim/provenance.ts'

/** Does the work with its doer known: what it makes is made for that. */
export function* madeFor<T>({ procs }: Process, maker: Maker, work: () => Blocking<T>): Blocking<T> {
  const before = procs.maker()
  procs.setMaker(maker)
  try {
    return yield* work()
  } finally {
    procs.setMaker(before)
  }
}

/** What an engine makes for all that it runs. */
export function forEngine(by: string, ofRule?: NonNullable<Maker['ofRule']>): Maker {
  return { provenance: { by, kind: 'engine', name: '', detail: '' }, ...(ofRule ? { ofRule } : {}) }
}
