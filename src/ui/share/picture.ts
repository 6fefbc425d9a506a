// The canvas as a picture that stands alone: an SVG of what the layout says, with the colours of the theme that is shown,
// and a PNG made from it.
import type { DeviceView, LabStoreState, Note } from '../../store/lab.ts'
import { cablePath, type Route } from '../canvas/cables.ts'
import { type Door, DOORS_LEFT, doorsOf, doorText, fittingDoors } from '../canvas/doors.ts'
import { draw, NO_DRAWING, type Drawing } from '../canvas/drawing.ts'
import { absolute } from '../canvas/layout.ts'
import {
  BOX_PAD,
  chipAddresses,
  PROCESS_LINE,
  processesWidth,
  stateWord,
  titleWidth,
} from '../canvas/metrics.ts'
import { rectOf } from '../canvas/notes/edits.ts'
import { NOTE_LINE, NOTE_PAD, noteLines } from '../canvas/notes/lines.ts'
import { routesAround } from '../canvas/routing.ts'
import type { Box, BoxKind } from '../canvas/scene.ts'
import type { Rect } from '../canvas/space.ts'
import { linkState } from '../canvas/view.ts'

export interface Picture {
  readonly text: string
  readonly width: number
  readonly height: number
}

/** A custom property's value. */
export type Colours = (name: string) => string

const MARGIN = 28
/** Pixels of a PNG to one of the canvas. */
const DENSITY = 2
const MOST_PIXELS = 8192
const SANS = "font-family='Inter, system-ui, sans-serif'"
const MONO = "font-family='JetBrains Mono, DejaVu Sans Mono, monospace'"

const LOOKS: Readonly<
  Record<BoxKind, { readonly stroke: string; readonly fill: string; readonly r: number }>
> = {
  machine: { stroke: '--machine', fill: '--surface', r: 12 },
  netns: { stroke: '--ns', fill: '--ns-bg', r: 12 },
  bridge: { stroke: '--bridge', fill: '--bridge-bg', r: 8 },
  switch: { stroke: '--nic', fill: '--surface', r: 3 },
  interface: { stroke: '--line', fill: '--raised', r: 8 },
}

export function svgOf(state: LabStoreState, colours: Colours): Picture {
  const drawing = draw(state, state.placements, NO_DRAWING, routesAround)
  const { scene, layout, routes } = drawing
  const rects = new Map([...scene.boxes.keys()].map((id) => [id, absolute(scene, layout.boxes, id)]))
  const notes = state.notes.filter((note) => note.text !== '')
  const all = [...rects.values(), ...notes.map(rectOf)]
  const left = Math.min(0, ...all.map((r) => r.x)) - MARGIN
  const top = Math.min(0, ...all.map((r) => r.y)) - MARGIN
  const width = Math.max(1, ...all.map((r) => r.x + r.w)) + MARGIN - left
  const height = Math.max(1, ...all.map((r) => r.y + r.h)) + MARGIN - top

  // In the order of the canvas: a box is over the cables that pass below it, its own are over it.
  const layers: { readonly z: number; readonly svg: string }[] = []
  for (const node of drawing.nodes) {
    const box = scene.boxes.get(node.id)
    const rect = rects.get(node.id)
    if (!box || !rect) continue
    layers.push({ z: node.zIndex ?? 0, svg: boxSvg(drawing, box, rect, colours) })
    const machine = box.kind === 'machine' ? state.machines.get(box.target.id) : undefined
    // A door is over what leaves by the same wall.
    if (machine) layers.push({ z: 1, svg: doorsSvg(doorsOf(state, machine), rect, colours) })
  }
  for (const route of routes.values()) {
    const [a, b] = [rects.get(route.a.box), rects.get(route.b.box)]
    if (a && b) layers.push({ z: route.layer, svg: cableSvg(state, route, a, b, colours) })
  }
  layers.sort((one, two) => one.z - two.z)
  const text = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${left} ${top} ${width} ${height}">`,
    state.lab.title === '' ? '' : `<title>${escape(state.lab.title)}</title>`,
    `<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="${colours('--bg')}"/>`,
    ...layers.map(({ svg }) => svg),
    ...notes.map((note) => noteSvg(note, colours)),
    '</svg>',
  ]
  return { text: text.filter((line) => line !== '').join('\n') + '\n', width, height }
}

/** Rejected when the browser cannot draw it. */
export async function pngOf({ text, width, height }: Picture): Promise<Blob> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`
  await image.decode()
  const density = Math.min(DENSITY, MOST_PIXELS / width, MOST_PIXELS / height)
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * density)
  canvas.height = Math.round(height * density)
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((give, fail) =>
    canvas.toBlob((blob) => (blob ? give(blob) : fail(new Error('no picture'))), 'image/png'),
  )
}

/** The colours of the page. */
export function shownColours(): Colours {
  const style = getComputedStyle(document.documentElement)
  return (name) => style.getPropertyValue(name).trim()
}

function boxSvg({ layout }: Drawing, box: Box, rect: Rect, colours: Colours): string {
  const chips = box.chips.flatMap((chip) => {
    const at = layout.chips.get(chip.id)
    return at ? [chipSvg(chip, { ...at, x: rect.x + at.x, y: rect.y + at.y }, colours)] : []
  })
  if (box.kind === 'interface') return chips.join('\n')
  const { stroke, fill, r } = LOOKS[box.kind]
  const title = Math.min(titleWidth(box.title) - 26, rect.w - 20)
  return [
    `<rect x="${rect.x}" y="${rect.y}" width="${rect.w}" height="${rect.h}" rx="${r}" fill="${colours(fill)}" stroke="${colours(stroke)}" stroke-width="1.5"/>`,
    ...processesSvg(box, rect, colours),
    ...chips,
    `<rect x="${rect.x + 13}" y="${rect.y - 10}" width="${title}" height="20" rx="${box.kind === 'switch' ? 2 : 6}" fill="${colours(stroke)}"/>`,
    `<text x="${rect.x + 22}" y="${rect.y + 4}" ${SANS} font-size="12" font-weight="600" fill="${colours('--on-kind')}">${escape(box.title)}</text>`,
  ].join('\n')
}

function processesSvg({ kind, processes }: Box, { x, y }: Rect, colours: Colours): readonly string[] {
  const lines = kind === 'machine' && processes.length > 0 ? [processes.join('   ')] : processes
  return lines.map(
    (line, i) =>
      `<text x="${x + BOX_PAD}" y="${y + 26 + PROCESS_LINE * i}" ${MONO} font-size="11" xml:space="preserve" fill="${colours('--muted')}">${escape(line)}</text>`,
  )
}

function doorsSvg(doors: readonly Door[], { x, y, w, h }: Rect, colours: Colours): string {
  let at = x + DOORS_LEFT
  return fittingDoors(doors, w)
    .map((door) => {
      const text = doorText(door)
      const width = processesWidth([text]) + 20
      const svg =
        `<rect x="${at}" y="${y + h - 10}" width="${width}" height="20" rx="6" fill="${colours('--surface')}" stroke="${colours('--machine')}" stroke-width="1.5"/>` +
        `<text x="${at + 10}" y="${y + h + 4}" ${MONO} font-size="11" fill="${colours('--text')}">${escape(text)}</text>`
      at += width + 8
      return svg
    })
    .join('\n')
}

function chipSvg(chip: DeviceView, at: Rect, colours: Colours): string {
  const state = linkState(chip)
  const word = stateWord(chip)
  const down = state === 'down'
  const ink = colours(down ? '--faint' : '--text')
  const dot =
    state === 'up'
      ? `fill="${colours('--ok')}"`
      : `fill="none" stroke-width="1.5" stroke="${colours(down ? '--faint' : '--arp')}"`
  const lines = [...(chip.note === null ? [] : [chip.note]), ...chipAddresses(chip)]
  const x = at.x + 9
  return [
    `<rect x="${at.x}" y="${at.y}" width="${at.w}" height="${at.h}" rx="${chip.kind === 'loopback' ? 14 : 8}" fill="${colours('--raised')}" stroke="${colours('--line')}"${down ? ' stroke-dasharray="3 3"' : ''}/>`,
    `<circle cx="${x + 4}" cy="${at.y + 14}" r="${state === 'up' ? 4 : 3.3}" ${dot}/>`,
    `<text x="${x + 14}" y="${at.y + 18}" ${MONO} font-size="12" fill="${ink}">${escape(chip.name)}${
      word ? `<tspan dx="6" font-size="11" ${SANS} fill="${colours('--faint')}">${escape(word)}</tspan>` : ''
    }</text>`,
    ...lines.map(
      (line, i) =>
        `<text x="${x + 14}" y="${at.y + 32 + 14 * i}" ${MONO} font-size="11" fill="${colours('--muted')}">${escape(line)}</text>`,
    ),
  ].join('\n')
}

function noteSvg(note: Note, colours: Colours): string {
  const { x, y, w, h } = rectOf(note)
  const lines = noteLines(note.text, note.w).map(
    (line, i) =>
      `<text x="${x + NOTE_PAD}" y="${y + NOTE_PAD + 14 + NOTE_LINE * i}" ${SANS} font-size="13" xml:space="preserve" fill="${colours('--on-note')}">${escape(line)}</text>`,
  )
  return [
    `<path d="M${x},${y} h${w} v${h - 12} l-12,12 h${12 - w} z" fill="${colours('--note')}" stroke="${colours('--note-edge')}"/>`,
    ...lines,
  ].join('\n')
}

function cableSvg(state: LabStoreState, route: Route, a: Rect, b: Rect, colours: Colours): string {
  const path = cablePath(route, a, b)
  const line = (stroke: string, more: string): string =>
    `<path d="${path}" fill="none" stroke="${colours(stroke)}" ${more}/>`
  if (route.kind === 'stack')
    return line('--muted', 'stroke-width="1.6" stroke-dasharray="1.5 4" stroke-linecap="round"')
  if (route.kind === 'tunnel')
    return `${line('--bridge', 'stroke-width="13" stroke-opacity="0.18" stroke-linecap="round"')}\n${line('--bridge', 'stroke-width="2.4" stroke-dasharray="8 5"')}`
  const up = state.devices.get(route.a.device)?.up && state.devices.get(route.b.device)?.up
  return line('--muted', `stroke-width="2.4" stroke-opacity="0.6"${up ? '' : ' stroke-dasharray="5 5"'}`)
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
