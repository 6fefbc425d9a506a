// Boxes put elsewhere by a person.
import type { LabStore, Placement } from '../../store/lab.ts'
import type { Drawing } from './drawing.ts'

/** `places`: from the corners of the boxes they stand in. Where they stood is kept, for it to be undone. */
export function moveBoxes(
  store: LabStore,
  { scene, layout }: Pick<Drawing, 'scene' | 'layout'>,
  places: readonly Placement[],
): void {
  const moved = new Set(places.map((p) => p.path))
  const from = [...scene.boxes.values()].flatMap(({ id, path }) => {
    const rect = moved.has(path) ? layout.boxes.get(id) : undefined
    return rect ? [{ path, x: Math.round(rect.x), y: Math.round(rect.y) }] : []
  })
  store.place(
    places.map(({ path, x, y }) => ({ path, x: Math.round(x), y: Math.round(y) })),
    from,
  )
}
