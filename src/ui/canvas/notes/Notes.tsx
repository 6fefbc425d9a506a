// There are notes: their nodes are given to the canvas. Nothing of it is loaded before there is one.
import { useEffect, type ReactNode } from 'react'
import { useStore } from 'zustand'
import { useCanvas } from '../canvasContext.ts'
import { noteNodes } from './noteNodes.ts'

export function Notes(): ReactNode {
  const { store, interaction } = useCanvas()
  const notes = useStore(store.api, (s) => s.notes)
  const group = useStore(interaction, (s) => s.group)
  useEffect(() => interaction.setState({ notes: noteNodes(notes, group) }), [notes, group, interaction])
  useEffect(() => () => interaction.setState({ notes: [] }), [interaction])
  return null
}
