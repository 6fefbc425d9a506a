import { useState } from 'react'
import { useStore } from 'zustand'
import type { LabStore } from '../../store/lab.ts'
import { Drawer, layOut } from './drawer.ts'
import type { Drawing } from './drawing.ts'
import { useDrawnView } from './drawn.ts'
import { useWords } from './words.ts'

/** Drawn anew when what is drawn changes. */
export function useDrawing(store: LabStore): Drawing {
  const view = useDrawnView(store)
  const placements = useStore(store.api, (s) => s.placements)
  const words = useWords()
  const [, landed] = useState(0)
  const [drawer] = useState(() => new Drawer(layOut, () => landed((n) => n + 1)))
  return drawer.draw({ view, placements, words })
}
