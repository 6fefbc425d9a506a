// The question whether one reaches another, asked from wherever on the screen: its dialog is open while it stands.
import { createStore } from 'zustand/vanilla'
import type { NetnsId } from '../../store/lab.ts'

interface Asked {
  readonly open: boolean
  /** Who is to reach the other; null: to be chosen. */
  readonly from: NetnsId | null
}

export const askedReach = createStore<Asked>()(() => ({ open: false, from: null }))

export function askReach(from: NetnsId | null): void {
  askedReach.setState({ open: true, from })
}

export function closeReach(): void {
  askedReach.setState({ open: false, from: null })
}
