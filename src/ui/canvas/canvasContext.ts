import { createContext, useContext, useRef } from 'react'
import { useStore } from 'zustand'
import type { DeviceView, LabStore, LabStoreState, NetnsView } from '../../store/lab.ts'
import { type Drawing, NO_DRAWING } from './drawing.ts'
import { sameDevice, sameNetns } from './drawn.ts'
import type { Interaction } from './interaction.ts'
import type { Lights } from './lights.ts'

/** What every part of the canvas stands on. The same for the life of a canvas. */
export interface CanvasParts {
  readonly store: LabStore
  readonly interaction: Interaction
  readonly lights: Lights
}

export const CanvasContext = createContext<CanvasParts | null>(null)
/** Zoomed out so far that names cannot be read: boxes are drawn without what is in them. */
export const FarContext = createContext(false)
/** What is drawn, for who shows it in other ways than box by box. */
export const DrawingContext = createContext<Drawing>(NO_DRAWING)
/** Interfaces are stops of the Tab key: not where there are very many. */
export const TabContext = createContext(true)

export function useCanvas(): CanvasParts {
  const parts = useContext(CanvasContext)
  if (!parts) throw new Error('no CanvasContext above')
  return parts
}

export function useFar(): boolean {
  return useContext(FarContext)
}

/** A slice that stays the same object while `same` says so. */
function useSlice<T>(select: (state: LabStoreState) => T, same: (a: T, b: T) => boolean): T {
  const last = useRef<{ value: T } | null>(null)
  return useStore(useCanvas().store.api, (state) => {
    const value = select(state)
    if (!last.current || !same(last.current.value, value)) last.current = { value }
    return last.current.value
  })
}

/** A device as far as it is drawn: packets counted do not render it again. */
export function useDevice(id: string): DeviceView | undefined {
  return useSlice(
    (s) => s.devices.get(id),
    (a, b) => (b ? sameDevice(a, b) : a === b),
  )
}

export function useNetns(id: string): NetnsView | undefined {
  return useSlice(
    (s) => s.namespaces.get(id),
    (a, b) => (b ? sameNetns(a, b) : a === b),
  )
}

/** Alone, or as one of several, or because it is searched for. */
export function useSelected(kind: 'machine' | 'netns' | 'device', id: string): boolean {
  const { store, interaction } = useCanvas()
  const box = `${kind}:${id}`
  const together = useStore(interaction, (s) => s.group.has(box) || s.sought.has(box))
  const alone = useStore(store.api, (s) => s.selection?.kind === kind && s.selection.id === id)
  return alone || together
}
