// Sizes in pixels at zoom 1, computed and never measured, so that the layout is the same everywhere and nothing is
// laid out twice. The styles take the same numbers: chips and boxes are drawn at the size that is given here.
import type { Chip } from './scene.ts'
import { isLoopback, linkState } from './view.ts'

export interface Size {
  readonly w: number
  readonly h: number
}

/** Widest advance of the monospace faces that --mono asks for, at 12 and at 11 pixels. */
const NAME_CHAR = 7.25
const SMALL_CHAR = 6.65
const TITLE_CHAR = 7.6

/** Padding, border, dot and the gap behind it. */
const CHIP_FRAME = 36
const CHIP_MIN = 76
const CHIP_LINE = 28
const ADDRESS_LINE = 14
/** A line about a process, above the chips. */
export const PROCESS_LINE = 15

export const CHIP_GAP = 12
/** Between the chips and the border of their box. */
export const BOX_PAD = 14
/** From the border down to the chips: the title hangs over the border. */
export const BOX_TOP = 20
/** Between a bridge's own interface and its ports. */
export const OWN_GAP = 25
/** Above this many, ports stand in rows of a common width. */
export const PORTS_IN_ROW = 16

export const NETNS_MIN: Size = { w: 232, h: BOX_TOP + CHIP_LINE + ADDRESS_LINE + BOX_PAD }
export const BRIDGE_MIN: Size = { w: 260, h: BOX_TOP + CHIP_LINE + BOX_PAD }
export const SWITCH_MIN: Size = { w: 200, h: BOX_TOP + CHIP_LINE + BOX_PAD }
export const MACHINE_MIN: Size = { w: 300, h: 150 }

/** Written behind the name of an interface that is not simply up, or a port that the spanning tree holds back. */
export function stateWord(device: Chip): string {
  const state = linkState(device)
  if (state !== 'up') return state
  const { portState } = device
  return portState === null || portState === 'forwarding' || portState === 'disabled' ? '' : portState
}

/** Addresses written on a chip: IPv4 ones, and IPv6 ones that are not link-local; not lo's own. */
export function chipAddresses(device: Chip): readonly string[] {
  return device.addresses.filter((a) => a.scope === 'global').map((a) => a.text)
}

/** What is written below the name: what distinguishes it among its kind, then its addresses. */
function chipLines(device: Chip): readonly string[] {
  const addresses = chipAddresses(device)
  return device.note === null ? addresses : [device.note, ...addresses]
}

export function chipSize(device: Chip): Size {
  const word = stateWord(device)
  const name = device.name.length * NAME_CHAR + (word ? 6 + word.length * 6.2 : 0)
  const glyph = device.kind === 'ethernet' ? 20 : 0
  const lines = chipLines(device)
  const longest = lines.reduce((most, a) => Math.max(most, a.length * SMALL_CHAR), 0)
  const least = isLoopback(device) ? 0 : CHIP_MIN
  return {
    w: Math.ceil(Math.max(least, CHIP_FRAME + Math.max(name + glyph, longest))),
    h: CHIP_LINE + lines.length * ADDRESS_LINE,
  }
}

/** Of the longest line about a process. */
export function processesWidth(lines: readonly string[]): number {
  return Math.ceil(lines.reduce((most, line) => Math.max(most, line.length * SMALL_CHAR), 0))
}

/** The tab with a box's name, its menu button included. */
export function titleWidth(title: string): number {
  return Math.ceil(title.length * TITLE_CHAR + 56)
}
