// The canvas: the lab as boxes and cables. Read first: scene.ts (what is drawn), layout.ts (where), gestures/ (what a
// drag types).
import '@xyflow/react/dist/style.css'
import {
  Background,
  BackgroundVariant,
  MiniMap,
  ReactFlow,
  ReactFlowProvider,
  type OnMove,
  useNodesState,
  useReactFlow,
  useStore as useFlowStore,
} from '@xyflow/react'
import { useCallback, useEffect, useMemo, useRef, useState, type PointerEvent, type ReactNode } from 'react'
import { useStore } from 'zustand'
import type { LabStore } from '../../store/lab.ts'
import { textNow } from '../i18n/text.ts'
import { later, useTouched } from '../parts/later.tsx'
import styles from './Canvas.module.css'
import { CanvasContext, DrawingContext, FarContext, TabContext, type CanvasParts } from './canvasContext.ts'
import { Controls } from './Controls.tsx'
import { NO_DRAWING, type BoxNode, type CableEdge, type Drawing } from './drawing.ts'
import { useHand } from './hand.ts'
import { createInteraction } from './interaction.ts'
import { boxAt, boxesInPlay, cablesInPlay, isLarge } from './inPlay.ts'
import { followFlights } from './lights.ts'
import { useNearRect } from './nearRect.ts'
import { edgeTypes, nodeTypes } from './nodeTypes.ts'
import type { NoteNode } from './notes/noteNodes.ts'
import type { Tool } from './tools.ts'
import { MIN_ZOOM, useAutoFit } from './useAutoFit.ts'
import { useDrawing } from './useDrawing.ts'
import { useWords } from './words.ts'

const FarBoxes = later(async () => (await import('./FarBoxes.tsx')).FarBoxes)
const FarCables = later(async () => (await import('./FarCables.tsx')).FarCables)
const Ground = later(async () => (await import('./Ground.tsx')).Ground)
const Hands = later(async () => (await import('./Hands.tsx')).Hands)
const MapBoxes = later(async () => (await import('./MapBoxes.tsx')).MapBoxes)
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
  const far = useFlowStore((s) => s.transform[2] < FAR)
  const large = isLarge(drawing)
  const pointed = usePointed(latest, large && far)
  const { boxes, edges } = useInPlay(drawing, far, large, group, pointed.box)
  useEffect(() => setNodes([...marked(boxes, group), ...notes]), [boxes, group, notes, setNodes])
  const hasNotes = useStore(store.api, (s) => s.notes.length > 0)
  const inPlay = useRef(boxes)
  inPlay.current = boxes
  const touched = useTouched()
  const hand = useHand()
  const restore = useCallback(() => {
    const { group: together, notes: written } = parts.interaction.getState()
    setNodes([...marked(inPlay.current, together), ...written])
  }, [parts, setNodes])
  const map = useStore(parts.interaction, (s) => s.map)
  const onMoved = useAutoFit(drawing, notes)
  useEffect(() => {
    if (!tool) parts.interaction.setState({ waiting: null })
  }, [tool, parts])

  const pan = usePan(region, large)
  const titled = drawing.nodes.filter((n) => n.type !== 'interface').length
  return (
    <CanvasContext value={parts}>
      <FarContext value={far}>
        <TabContext value={drawing.nodes.length <= MOST_TAB_STOPS}>
          <div
            ref={region}
            role="region"
            aria-label={textNow('region.canvas')}
            className={styles.canvas}
            data-tool={tool ?? undefined}
            onPointerMove={pointed.onPointerMove}
            onPointerDownCapture={pointed.onPointerDownCapture}
            {...hand.region}
          >
            <ReactFlow<BoxNode | NoteNode, CableEdge>
              nodes={nodes}
              edges={edges}
              nodeTypes={nodeTypes}
              edgeTypes={edgeTypes}
              onNodesChange={(changes) => onNodesChange(hand.settle(changes))}
              onNodeDrag={hand.onNodeDrag}
              onNodeDragStop={hand.onNodeDragStop}
              onMove={pan.moved}
              onMoveEnd={(event, view) => {
                pan.end()
                onMoved(event, view)
              }}
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
              minZoom={MIN_ZOOM}
              maxZoom={2.5}
            >
              {large ? (
                <Ground />
              ) : (
                <Background variant={BackgroundVariant.Dots} gap={20} size={2.2} color="var(--grid)" />
              )}
              {far ? <FarCables drawing={drawing} /> : null}
              {far && large ? <FarBoxes drawing={drawing} /> : null}
              {touched ? <Traffic drawing={drawing} /> : null}
              {hasNotes ? <Notes /> : null}
              <Controls />
              {(map ?? titled > MINI_MAP_FROM) ? (
                <DrawingContext value={large ? drawing : NO_DRAWING}>
                  <MiniMap
                    pannable
                    zoomable
                    ariaLabel={words.map}
                    className={styles.map}
                    nodeColor={mapColour}
                    {...(large ? { nodeComponent: MapBoxes } : {})}
                  />
                </DrawingContext>
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

/** What React Flow is given: everything, unless there is too much of it. */
function useInPlay(
  drawing: Drawing,
  far: boolean,
  large: boolean,
  group: ReadonlySet<string>,
  pointed: string | null,
): { readonly boxes: readonly BoxNode[]; readonly edges: CableEdge[] } {
  const near = useNearRect(large && !far)
  const boxes = useMemo(
    () =>
      large ? boxesInPlay(drawing, near, pointed === null ? group : [...group, pointed]) : drawing.nodes,
    [drawing, near, large, group, pointed],
  )
  const edges = useMemo(() => {
    if (far) return NO_EDGES
    return near ? cablesInPlay(drawing, near) : [...drawing.edges]
  }, [drawing, far, near])
  return { boxes, edges }
}

/** The box below the pointer: also where boxes are one picture it is a thing, to be pressed and dragged. */
function usePointed(
  drawing: { readonly current: Drawing },
  wanted: boolean,
): {
  readonly box: string | null
  readonly onPointerMove: (event: PointerEvent) => void
  readonly onPointerDownCapture: (event: PointerEvent) => void
} {
  const flow = useReactFlow()
  const [box, setBox] = useState<string | null>(null)
  const point = (event: PointerEvent): void =>
    setBox(boxAt(drawing.current, flow.screenToFlowPosition({ x: event.clientX, y: event.clientY })))
  return {
    box: wanted ? box : null,
    onPointerMove: (event) => {
      if (wanted && event.buttons === 0) point(event)
    },
    // A finger points at nothing before it is down.
    onPointerDownCapture: (event) => {
      if (wanted && event.pointerType === 'touch') point(event)
    },
  }
}

/** While a large lab is panned, it is moved as one picture that is not painted again. */
function usePan(
  region: { readonly current: HTMLElement | null },
  large: boolean,
): { readonly moved: OnMove; readonly end: () => void } {
  return {
    moved: (event) => {
      const zooms = !event || event.type === 'wheel' || ('touches' in event && event.touches.length > 1)
      if (large && !zooms) region.current?.setAttribute('data-panned', '')
    },
    end: () => region.current?.removeAttribute('data-panned'),
  }
}
