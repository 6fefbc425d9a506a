import type { ReactNode } from 'react'
import type { LabStoreState } from '../../store/lab.ts'
import { useSlice } from '../app/labContext.ts'
import { later } from '../parts/later.tsx'
import { Outline } from './Outline.tsx'

const PacketView = later(async () => (await import('./PacketView.tsx')).PacketView)
const ThingView = later(async () => (await import('./ThingView.tsx')).ThingView)

/** A packet's story stays while its steps select devices. */
const selectShown = (s: LabStoreState): 'packet' | 'thing' | 'outline' =>
  s.story !== null || s.selection?.kind === 'packet' ? 'packet' : s.selection === null ? 'outline' : 'thing'

/** The inside of what is selected; of nothing, the list of all there is. */
export function Inspector(): ReactNode {
  const shown = useSlice(selectShown)
  if (shown === 'packet') return <PacketView />
  return shown === 'thing' ? <ThingView /> : <Outline />
}
