// Where the interfaces stand in their own box.
import {
  BOX_PAD,
  BOX_TOP,
  BRIDGE_MIN,
  CHIP_GAP,
  chipSize,
  NETNS_MIN,
  OWN_GAP,
  PORTS_IN_ROW,
  PROCESS_LINE,
  processesWidth,
  type Size,
  SWITCH_MIN,
  titleWidth,
} from './metrics.ts'
import type { Box, Chip } from './scene.ts'
import type { Rect } from './space.ts'

export interface ChipRow {
  /** From the corner of the box. */
  readonly chips: ReadonlyMap<string, Rect>
  /** The box that holds them, its title and padding included. */
  readonly size: Size
  /** They stand in one row, so that each can be reached from above and below. */
  readonly single: boolean
}

const LEAST: Readonly<Record<Box['kind'], Size>> = {
  machine: NETNS_MIN,
  netns: NETNS_MIN,
  bridge: BRIDGE_MIN,
  switch: SWITCH_MIN,
  interface: { w: 0, h: 0 },
}

const rows = new WeakMap<Box<Chip>, ChipRow>()

/** The interfaces of a box in the order in which they come. */
export function chipRowOf(box: Box<Chip>): ChipRow {
  let row = rows.get(box)
  if (!row) rows.set(box, (row = chipRow(box, box.chips)))
  return row
}

/** `chips` in the order they are to stand, a bridge's own interface first. */
export function chipRow(box: Box<Chip>, chips: readonly Chip[]): ChipRow {
  const [only] = chips
  if (box.kind === 'interface' && only) {
    const size = chipSize(only)
    return { chips: new Map([[only.id, { x: 0, y: 0, ...size }]]), size, single: true }
  }
  if (chips.length > PORTS_IN_ROW) return inRows(box, chips)
  const sizes = chips.map(chipSize)
  const tallest = sizes.reduce((most, s) => Math.max(most, s.h), 0)
  const least = LEAST[box.kind]
  const lines = box.processes.length * PROCESS_LINE
  const top = BOX_TOP + lines
  const h = Math.max(least.h + lines, top + tallest + BOX_PAD)
  const rects = new Map<string, Rect>()
  let x = BOX_PAD
  for (const [i, chip] of chips.entries()) {
    const size = sizes[i] ?? { w: 0, h: 0 }
    // Chips of one row share their middle line.
    rects.set(chip.id, { x, y: Math.round(top + (h - top - BOX_PAD - size.h) / 2), ...size })
    x += size.w + (box.kind === 'bridge' && i === 0 ? OWN_GAP : CHIP_GAP)
  }
  const w = Math.max(x - CHIP_GAP + BOX_PAD, leastWidth(box))
  return { chips: rects, size: { w: Math.ceil(w), h }, single: true }
}

/** For its title and its processes to be read. */
function leastWidth(box: Box<Chip>): number {
  return Math.max(
    LEAST[box.kind].w,
    titleWidth(box.title) + 2 * BOX_PAD,
    processesWidth(box.processes) + 2 * BOX_PAD,
  )
}

function inRows(box: Box<Chip>, chips: readonly Chip[]): ChipRow {
  const sizes = chips.map(chipSize)
  const w = sizes.reduce((most, s) => Math.max(most, s.w), 0)
  const h = sizes.reduce((most, s) => Math.max(most, s.h), 0)
  const columns = Math.max(PORTS_IN_ROW, Math.ceil(Math.sqrt(chips.length * 2)))
  const top = BOX_TOP + box.processes.length * PROCESS_LINE
  const rects = new Map<string, Rect>()
  for (const [i, chip] of chips.entries()) {
    const x = BOX_PAD + (i % columns) * (w + CHIP_GAP)
    const y = top + Math.floor(i / columns) * (h + CHIP_GAP)
    rects.set(chip.id, { x, y, ...(sizes[i] ?? { w, h }) })
  }
  const rows = Math.ceil(chips.length / columns)
  const size = {
    w: Math.max(columns * (w + CHIP_GAP) - CHIP_GAP + 2 * BOX_PAD, leastWidth(box)),
    h: top + rows * (h + CHIP_GAP) - CHIP_GAP + BOX_PAD,
  }
  return { chips: rects, size, single: false }
}
