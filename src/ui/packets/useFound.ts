import { useEffect, useRef, useState } from 'react'
import type { Hop } from '../../store/lab.ts'
import { useLabContext } from '../app/labContext.ts'
import type * as Filtering from './filtering.ts'
import type { Found } from './found.ts'

/** Milliseconds in which packets and keys are gathered before the lab is asked. */
const GATHER = 120

/** What the lab finds by an expression of tcpdump; null while it was not asked, or when it is no such expression. */
export function useFound(
  filtering: typeof Filtering | null,
  text: string,
  hops: readonly Hop[],
): ReadonlySet<number> | null {
  const { store } = useLabContext()
  const expression = filtering?.expressionOf(text) ?? ''
  const known = useRef<Found | null>(null)
  const [found, setFound] = useState<Found | null>(null)
  useEffect(() => {
    if (!filtering || expression === '') return
    const { examinedUpTo, withMore } = filtering
    let left = false
    const tell = (now: Found | null): void => {
      known.current = now
      setFound(now)
    }
    const timer = setTimeout(() => {
      const last = hops.at(-1) ?? null
      const after = examinedUpTo(known.current, expression, hops)
      store.ask({ type: 'find', expression, after }).then(
        (answer) => {
          const fresh = { expression, last, after, hops: answer.hops && new Set(answer.hops) }
          if (!left) tell(withMore(known.current, fresh))
        },
        // The lab died: what it found before is gone with it.
        () => tell(null),
      )
    }, GATHER)
    return () => {
      left = true
      clearTimeout(timer)
    }
  }, [store, filtering, expression, hops])
  return found?.expression === expression ? found.hops : null
}
