// Where packets died, one mark a place: on the interface, or on the box that holds it when it is not drawn.
import type { Drop } from '../../store/lab.ts'
import type { Drawing } from './drawing.ts'
import { absolute } from './layout.ts'
import { boxId } from './scene.ts'

export interface Death {
  /** Of the place. */
  readonly id: string
  /** Top right corner of what it is marked on, on the canvas. */
  readonly x: number
  readonly y: number
  /** The last packet that died there. */
  readonly drop: Drop
  readonly count: number
}

export function deathsOf(drops: readonly Drop[], drawing: Drawing): readonly Death[] {
  const places = new Map<string, Death>()
  for (const drop of drops) {
    const place = placeOf(drop, drawing)
    if (place) places.set(place.id, { ...place, drop, count: (places.get(place.id)?.count ?? 0) + 1 })
  }
  return [...places.values()]
}

function placeOf(drop: Drop, { scene, layout }: Drawing): { id: string; x: number; y: number } | null {
  const home = drop.device === null ? undefined : scene.homes.get(drop.device)
  const chip = drop.device === null ? undefined : layout.chips.get(drop.device)
  if (drop.device !== null && home && chip) {
    const box = absolute(scene, layout.boxes, home)
    return { id: drop.device, x: box.x + chip.x + chip.w, y: box.y + chip.y }
  }
  const [machine = ''] = drop.netns.split('/')
  const id = [boxId({ kind: 'netns', id: drop.netns }), boxId({ kind: 'machine', id: machine })].find((box) =>
    scene.boxes.has(box),
  )
  if (id === undefined) return null
  const box = absolute(scene, layout.boxes, id)
  return { id, x: box.x + box.w, y: box.y }
}
