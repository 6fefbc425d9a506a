// Which boxes and cables are things of their own on the page. Of a large lab only those near the view are; from afar it
// is the outermost boxes alone, and what stands in them is one picture (FarBoxes.tsx, FarCables.tsx).
import type { CableEnd } from './cables.ts'
import type { BoxNode, CableEdge, Drawing } from './drawing.ts'
import { absolute } from './layout.ts'
import { overlaps, type Rect } from './space.ts'

/** Above this many, those elsewhere are left out. */
const MOST_BOXES = 300
const MOST_EDGES = 250

export function isLarge({ nodes, edges }: Drawing): boolean {
  return nodes.length > MOST_BOXES || edges.length > MOST_EDGES
}

/** `near`: null from afar. `held`: boxes that are there wherever they stand. */
export function boxesInPlay(drawing: Drawing, near: Rect | null, held: Iterable<string>): readonly BoxNode[] {
  const { scene, layout, routes } = drawing
  const ids = new Set(held)
  for (const { id, parent } of scene.boxes.values()) {
    if (parent === null || (near && overlaps(absolute(scene, layout.boxes, id), near))) ids.add(id)
  }
  if (near) {
    for (const { a, b } of routes.values())
      if (endsIn(drawing, a, near) || endsIn(drawing, b, near)) ids.add(a.box).add(b.box)
  }
  // A box is drawn from the corner of the one it stands in.
  for (const id of ids) {
    const parent = scene.boxes.get(id)?.parent
    if (parent) ids.add(parent)
  }
  return drawing.nodes.filter((node) => ids.has(node.id))
}

/** Those that end near the view. */
export function cablesInPlay(drawing: Drawing, near: Rect): CableEdge[] {
  return drawing.edges.filter(
    ({ data }) => data && (endsIn(drawing, data.route.a, near) || endsIn(drawing, data.route.b, near)),
  )
}

function endsIn({ scene, layout }: Drawing, end: CableEnd, near: Rect): boolean {
  const box = absolute(scene, layout.boxes, end.box)
  return overlaps({ x: box.x + end.x, y: box.y + end.y, w: 1, h: 1 }, near)
}

/** The innermost box at a point of the canvas that is not an outermost one. */
export function boxAt(
  { scene, layout }: Drawing,
  at: { readonly x: number; readonly y: number },
): string | null {
  let found: string | null = null
  // Parents come before children.
  for (const { id, parent } of scene.boxes.values())
    if (parent !== null && overlaps(absolute(scene, layout.boxes, id), { ...at, w: 0.1, h: 0.1 })) found = id
  return found
}
