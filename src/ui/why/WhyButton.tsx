import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import type { FinishedRun } from '../../store/asker.ts'
import type { LabStoreState } from '../../store/lab.ts'
import { useLabContext, useSlice } from '../app/labContext.ts'
import { Button } from '../parts/Button.tsx'
import { askingOf } from './asking.ts'
import { useWhyText } from './words.ts'

const selectRun = (s: LabStoreState): FinishedRun | null => s.run

/** Asks from beside the list of packets what the bar below the terminal then says. */
export function WhyButton({ onAsked }: { readonly onAsked: () => void }): ReactNode {
  const w = useWhyText()
  const { store } = useLabContext()
  const run = useSlice(selectRun)
  const asking = askingOf(store)
  const asked = useStore(asking.state)
  if (run?.failed !== 'yes') return null
  const ask = (): void => {
    if (asked.run !== run || asked.hidden === run) asking.why(run)
    onAsked()
  }
  return <Button onClick={ask}>{w('why')}</Button>
}
