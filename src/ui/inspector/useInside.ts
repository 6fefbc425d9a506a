import { useEffect } from 'react'
import type { InsideView, LabStoreState } from '../../store/lab.ts'
import { useLabContext, useSlice } from '../app/labContext.ts'

const selectInside = (s: LabStoreState): LabStoreState['inside'] => s.inside

/** The rule sets and flows of a namespace, kept up to date while they are looked at; null until they are there. */
export function useInside(netns: string): InsideView | null {
  const { store } = useLabContext()
  const inside = useSlice(selectInside)
  useEffect(() => {
    store.send({ type: 'look', netns })
    return () => store.send({ type: 'look', netns: null })
  }, [store, netns])
  return inside?.netns === netns ? inside.inside : null
}
