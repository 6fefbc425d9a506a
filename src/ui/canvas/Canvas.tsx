// The canvas: the lab as boxes and cables. Read first: scene.ts (what is drawn), layout.ts (where), gestures/ (what a
// drag types).
import '@xyflow/react/dist/style.css'
import {
  Background,
  BackgroundVariant,
  MiniMap,
  ReactFlow,
  ReactFlowProvider,
  useNodesState,
  useStore as useFlowStore,
} from '@xyflow/react'
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { useStore } from 'zustand'
import type { LabStore } from '../../store/lab.ts'
import { later, useTouched } from '../parts/later.tsx'
import styles from './Canvas.module.css'
import { CanvasContext, FarContext, TabContext, type CanvasParts } from './canvasContext.ts'
import type { CableEnd } from './cables.ts'
import { Controls } from './Controls.tsx'
import { draw, NO_DRAWING, type BoxNode, type CableEdge, type Drawing } from './drawing.ts'
import { useDrawnView } from './drawn.ts'
import { useHand } from './hand.ts'
import { createInteraction } from './interaction.ts'
import { absolute } from './layout.ts'
import { followFlights } from './lights.ts'
import { useNearRect } from './nearRect.ts'
import { edgeTypes, nodeTypes } from './nodeTypes.ts'
import { FarCables } from './FarCables.tsx'
import { overlaps, type Rect } from './space.ts'
import type { NoteNode } from './notes/noteNodes.ts'
import type { Tool } from './tools.ts'
import { useAutoFit } from './useAutoFit.ts'
import { useWords } from './words.ts'

const Hands = later(async () => (await import('./Hands.tsx')).Hands)
const Notes = later(async () => (await import('./notes/Notes.tsx')).Notes)
const Traffic = later(async () => (await import('./Traffic.tsx')).Traffic)

interface CanvasProps {
  readonly store: LabStore
  /** The palette's armed tool: the next press on the canvas places it; a cable takes two. */
  readonly tool: Tool | null
  readonly onToolDone: () => void
}

/** Below this zoom names cannot be read. */
const FAR = 0.35
const MINI_MAP_FROM = 15
const MOST_TAB_STOPS = 60
/** Above this many cables, those that end elsewhere are left out. */
const MOST_EDGES = 250
const NO_EDGES: CableEdge[] = []

export function Canvas(props: CanvasProps): ReactNode {
  return (
    <ReactFlowProvider>
      <Board {...props} />
    </ReactFlowProvider>
  )
}

function Board({ store, tool, onToolDone }: CanvasProps): ReactNode {
  const parts = useParts(store)
  const words = useWords()
  const region = useRef<HTMLDivElement>(null)
  const drawing = useDrawing(store)
  const latest = useRef(drawing)
  latest.current = drawing
  const [nodes, setNodes, onNodesChange] = useNodesState<BoxNode | NoteNode>([])
  const group = useStore(parts.interaction, (s) => s.group)
  const notes = useStore(parts.interaction, (s) => s.notes)
  useEffect(() => setNodes([...marked(drawing.nodes, group), ...notes]), [drawing, group, notes, setNodes])
  const hasNotes = useStore(store.api, (s) => s.notes.length > 0)
  const far = useFlowStore((s) => s.transform[2] < FAR)
  const touched = useTouched()
  const hand = useHand()
  const restore = useCallback(() => {
    const { group: together, notes: written } = parts.interaction.getState()
    setNodes([...marked(latest.current.nodes, together), ...written])
  }, [parts, setNodes])
  const map = useStore(parts.interaction, (s) => s.map)
  const onMoved = useAutoFit(drawing, notes)
  useEffect(() => {
    if (!tool) parts.interaction.setState({ waiting: null })
  }, [tool, parts])

  const many = drawing.edges.length > MOST_EDGES
  const edges = useEdges(drawing, far, many)
  const boxes = drawing.nodes.length
  const titled = drawing.nodes.filter((n) => n.type !== 'interface').length
  return (
    <CanvasContext value={parts}>
      <FarContext value={far}>
        <TabContext value={boxes <= MOST_TAB_STOPS}>
          <div
            ref={region}
            role="region"
            aria-label="Canvas"
            className={styles.canvas}
            data-tool={tool ?? undefined}
            {...hand.region}
          >
            <ReactFlow<BoxNode | NoteNode, CableEdge>
              nodes={nodes}
              edges={edges}
              nodeTypes={nodeTypes}
              edgeTypes={edgeTypes}
              onNodesChange={onNodesChange}
              onNodeDrag={hand.onNodeDrag}
              onNodeDragStop={hand.onNodeDragStop}
              onMoveEnd={onMoved}
              zIndexMode="manual"
              onlyRenderVisibleElements
              disableKeyboardA11y
              elementsSelectable={false}
              nodesConnectable={false}
              nodesDraggable={tool !== 'Cable'}
              panOnDrag={tool !== 'Cable' && tool !== 'Select'}
              nodeDragThreshold={4}
              zoomOnDoubleClick={false}
              deleteKeyCode={null}
              selectionKeyCode={null}
              multiSelectionKeyCode={null}
              panActivationKeyCode={null}
              minZoom={0.04}
              maxZoom={2.5}
            >
              <Background variant={BackgroundVariant.Dots} gap={20} size={2.2} color="var(--grid)" />
              {far ? <FarCables drawing={drawing} /> : null}
              {touched ? <Traffic drawing={drawing} /> : null}
              {hasNotes ? <Notes /> : null}
              <Controls />
              {(map ?? titled > MINI_MAP_FROM) ? (
                <MiniMap
                  pannable
                  zoomable
                  ariaLabel={words.map}
                  className={styles.map}
                  nodeColor={mapColour}
                />
              ) : null}
            </ReactFlow>
            {touched ? (
              <Hands
                drawing={latest}
                region={region}
                tool={tool}
                onToolDone={onToolDone}
                restore={restore}
                take={hand.take}
              />
            ) : null}
          </div>
        </TabContext>
      </FarContext>
    </CanvasContext>
  )
}

/** React Flow drags those together that are marked. */
function marked(nodes: readonly BoxNode[], group: ReadonlySet<string>): BoxNode[] {
  return nodes.map((node) => (group.has(node.id) ? { ...node, selected: true } : node))
}

function mapColour(node: BoxNode | NoteNode): string {
  if (node.type === 'note') return 'var(--nic)'
  if (node.type === 'netns') return 'var(--ns)'
  if (node.type === 'bridge') return 'var(--bridge)'
  return node.type === 'machine' ? 'var(--line)' : 'var(--machine)'
}

function useParts(store: LabStore): CanvasParts {
  const [interaction] = useState(createInteraction)
  const followed = useMemo(() => followFlights(store), [store])
  useEffect(() => followed.start(), [followed])
  return useMemo(() => ({ store, interaction, lights: followed.lights }), [store, interaction, followed])
}

/** Cables as things of their own: none from afar, and of very many those that end near the view. */
function useEdges(drawing: Drawing, far: boolean, many: boolean): CableEdge[] {
  const near = useNearRect(many && !far)
  return useMemo(() => {
    if (far) return NO_EDGES
    if (!near) return [...drawing.edges]
    return drawing.edges.filter(
      ({ data }) => data && (endsIn(drawing, data.route.a, near) || endsIn(drawing, data.route.b, near)),
    )
  }, [drawing, far, near])
}

function endsIn({ scene, layout }: Drawing, end: CableEnd, near: Rect): boolean {
  const box = absolute(scene, layout.boxes, end.box)
  return overlaps({ x: box.x + end.x, y: box.y + end.y, w: 1, h: 1 }, near)
}

/** Redrawn when what is drawn changes; new things leave the old where they were. */
function useDrawing(store: LabStore): Drawing {
  const view = useDrawnView(store)
  const placements = useStore(store.api, (s) => s.placements)
  const before = useRef(NO_DRAWING)
  return useMemo(() => {
    before.current = draw(view, placements, before.current)
    return before.current
  }, [view, placements])
}
