import { useEffect } from 'react'
import type { InsideView, LabStoreState } from '../../store/lab.ts'
import { useLabContext, useSlice } from '../app/labContext.ts'

const selectInside = (s: LabStoreState): LabStoreState['inside'] => s.inside

/** The rule sets and flows of a namespace, kept up to date while they are looked at; null until they are there. */
export function useInside(netns: string): InsideView | null {
  const inside = useSlice(selectInside)
  useLook(netns, true)
  return inside?.netns === netns ? inside.inside : null
}

/** Keeps the counters of a namespace's devices up to date. */
export function useCounters(netns: string): void {
  useLook(netns, false)
}

function useLook(netns: string, inside: boolean): void {
  const { store } = useLabContext()
  useEffect(() => {
    store.send({ type: 'look', netns, inside })
    return () => store.send({ type: 'look', netns: null, inside: false })
  }, [store, netns, inside])
}
