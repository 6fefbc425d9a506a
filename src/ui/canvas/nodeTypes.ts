// Registered once, at module level: a new object on each render would mount every node anew.
import type { EdgeTypes, NodeTypes } from '@xyflow/react'
import { CableEdge } from './CableEdge.tsx'
import { BridgeNode, InterfaceNode, MachineNode, NamespaceNode } from './nodes.tsx'
import type { BoxKind } from './scene.ts'

export const nodeTypes = {
  machine: MachineNode,
  switch: MachineNode,
  netns: NamespaceNode,
  bridge: BridgeNode,
  interface: InterfaceNode,
} satisfies Record<BoxKind, NodeTypes[string]>

export const edgeTypes = { cable: CableEdge } satisfies EdgeTypes
