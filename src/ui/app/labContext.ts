// The one lab of the page, for every component.
import { createContext, useContext } from 'react'
import { useLab, type LabStore, type LabStoreState } from '../../store/lab.ts'
import type { Saving } from '../../store/saving.ts'

export interface Lab {
  readonly store: LabStore
  readonly saving: Saving
}

export const LabContext = createContext<Lab | null>(null)

export function useLabContext(): Lab {
  const lab = useContext(LabContext)
  if (!lab) throw new Error('no LabContext above')
  return lab
}

/** A slice of the lab's projection. */
export function useSlice<T>(selector: (state: LabStoreState) => T): T {
  return useLab(useLabContext().store, selector)
}
