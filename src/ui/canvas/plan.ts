// A scene as it is sent to be laid out elsewhere: of the interfaces only what their places depend on.
import type { Plan } from './layout.ts'
import type { Chip, Scene } from './scene.ts'

export function planOf({ boxes, cables, homes }: Scene): Plan {
  return {
    boxes: new Map(Array.from(boxes, ([id, box]) => [id, { ...box, chips: box.chips.map(chipOf) }])),
    cables: cables.map(({ a, b }) => ({ a: { id: a.id }, b: { id: b.id } })),
    homes,
  }
}

function chipOf({ id, index, name, kind, up, operstate, peer, note, portState, addresses }: Chip): Chip {
  return { id, index, name, kind, up, operstate, peer, note, portState, addresses }
}
