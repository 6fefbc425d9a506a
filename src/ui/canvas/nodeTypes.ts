// Registered once, at module level: a new object on each render would mount every node anew.
import type { EdgeTypes, NodeTypes } from '@xyflow/react'
import { later } from '../parts/later.tsx'
import { CableEdge } from './CableEdge.tsx'
import { BridgeNode, InterfaceNode, MachineNode, NamespaceNode } from './nodes.tsx'
import type { BoxKind } from './scene.ts'

export const nodeTypes = {
  machine: MachineNode,
  switch: MachineNode,
  netns: NamespaceNode,
  bridge: BridgeNode,
  interface: InterfaceNode,
  note: later(async () => (await import('./notes/Note.tsx')).Note),
} satisfies Record<BoxKind | 'note', NodeTypes[string]>

export const edgeTypes = { cable: CableEdge } satisfies EdgeTypes
