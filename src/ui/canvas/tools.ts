// What the palette and the canvas agree on. The palette shows TOOLS as buttons:
//   placeTool(store, tool, null)              makes one where there is room, no pointer needed (placing.ts)
//   beginToolDrag(event.dataTransfer, tool)   on dragstart; the canvas takes the drop
//   <Canvas tool={tool} onToolDone={disarm}>  armed: the next press on the canvas says where, of a cable its two ends
// Escape on the canvas, and a finished placement, call onToolDone.

const TOOLS = [
  'Select',
  'Machine',
  'Namespace',
  'Bridge',
  'Cable',
  'Switch',
  'Container',
  'Pod',
  'Note',
] as const
export type Tool = (typeof TOOLS)[number]

/** Tools that commands make a thing for. */
export type Maker = Exclude<Tool, 'Select' | 'Cable' | 'Container' | 'Pod' | 'Note'>

/** Where there is a cluster pods are run, elsewhere containers. */
export function toolsOf(world: string): readonly Tool[] {
  const other = world === 'cluster' ? 'Container' : 'Pod'
  return TOOLS.filter((tool) => tool !== other)
}

/** On a machine, or in one of its namespaces, and not on the canvas itself. */
export function needsMachine(tool: Tool): boolean {
  return tool === 'Namespace' || tool === 'Bridge' || tool === 'Container'
}

/** Types of the drag are this and the tool in lower case: only a type, not its data, can be read while dragging. */
const DRAG_TYPE = 'application/x-vethlab-tool-'

/** Where a thing is dropped: pixels from the corner of the box it is dropped into, or of the canvas. */
export interface Spot {
  readonly container: { readonly kind: 'machine' | 'netns'; readonly id: string } | null
  readonly x: number
  readonly y: number
}

/** Fills the dataTransfer of a drag that starts on a palette button. */
export function beginToolDrag(data: DataTransfer, tool: Tool): void {
  data.effectAllowed = 'copy'
  data.setData(DRAG_TYPE + tool.toLowerCase(), tool)
}

/** The tool that is being dragged, if it is one. */
export function draggedTool(types: readonly string[]): Tool | null {
  return TOOLS.find((tool) => types.includes(DRAG_TYPE + tool.toLowerCase())) ?? null
}
