import { useEffect, useState } from 'react'
import type { Hop } from '../../store/lab.ts'
import { useLabContext } from '../app/labContext.ts'

/** Milliseconds in which packets and keys are gathered before the lab is asked. */
const GATHER = 120

interface Found {
  readonly expression: string
  /** null: it is none of tcpdump's expressions. */
  readonly hops: ReadonlySet<number> | null
}

/** What the lab finds by an expression of tcpdump; null while it was not asked, or when it is no such expression. */
export function useFound(expression: string, hops: readonly Hop[]): ReadonlySet<number> | null {
  const { store } = useLabContext()
  const [found, setFound] = useState<Found | null>(null)
  useEffect(() => {
    if (expression === '') return
    let left = false
    const timer = setTimeout(() => {
      store.ask({ type: 'find', expression }).then(
        (answer) => {
          if (!left) setFound({ expression, hops: answer.hops && new Set(answer.hops) })
        },
        // The lab died: what it found before is gone with it.
        () => setFound(null),
      )
    }, GATHER)
    return () => {
      left = true
      clearTimeout(timer)
    }
  }, [store, expression, hops])
  return found?.expression === expression ? found.hops : null
}
