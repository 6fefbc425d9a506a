// Which frames are on their way, and along which path each goes.
import type { Hop, LabStoreState } from '../../store/lab.ts'
import { cablePath, type CableEnd, reversed } from './cables.ts'
import type { Drawing } from './drawing.ts'
import { absolute } from './layout.ts'
import type { Protocol } from './lights.ts'
import { cableId } from './scene.ts'

export interface Frame {
  readonly hop: number
  readonly skb: number
  readonly protocol: Protocol
  /** `ICMP echo request`: the protocol's word first. */
  readonly label: string
  /** What it carries, when it is a tunnel's. */
  readonly inner: Hop['inner']
  /** SVG path on the canvas. */
  readonly path: string
  /** Nothing is plugged in where it was sent. */
  readonly lost: boolean
}

/** How far a frame goes that nothing receives, in pixels. */
const LOST = 44

/** Frames of a flight that can be drawn, in the lab's order. */
export function framesOf(flight: NonNullable<LabStoreState['flight']>, drawing: Drawing): readonly Frame[] {
  return flight.hops.flatMap((hop) => {
    const path = pathOf(drawing, hop.from, hop.to)
    if (path === null) return []
    const label =
      hop.label.startsWith(hop.protocol) || hop.protocol === 'other'
        ? hop.label
        : `${hop.protocol} ${hop.label}`
    const { id, skb, protocol, inner } = hop
    return [{ hop: id, skb, protocol, label, inner, path, lost: hop.to === null }]
  })
}

function pathOf(drawing: Drawing, from: string, to: string | null): string | null {
  if (to === null) return lostPath(drawing, from)
  const route = drawing.routes.get(cableId(from, to))
  if (!route) return null
  const forth = route.a.device === from
  const directed = forth ? route : reversed(route)
  return cablePath(directed, originOf(drawing, directed.a), originOf(drawing, directed.b))
}

function originOf(drawing: Drawing, end: CableEnd): { x: number; y: number } {
  return absolute(drawing.scene, drawing.layout.boxes, end.box)
}

function lostPath(drawing: Drawing, from: string): string | null {
  const home = drawing.scene.homes.get(from)
  const chip = drawing.layout.chips.get(from)
  if (!home || !chip) return null
  const box = absolute(drawing.scene, drawing.layout.boxes, home)
  const x = box.x + chip.x + chip.w / 2
  const y = box.y + chip.y + chip.h
  return `M${x},${y} L${x},${y + LOST}`
}
