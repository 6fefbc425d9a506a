// How diff writes changes: normal, unified, context.
import type { Change } from './edits.ts'

export interface Side {
  readonly lines: readonly string[]
  /** The last line ended with a newline. */
  readonly terminated: boolean
}

const NO_NEWLINE = '\\ No newline at end of file\n'

function lineOf(side: Side, index: number, mark: string): string {
  const text = `${mark}${side.lines[index] ?? ''}\n`
  return index === side.lines.length - 1 && !side.terminated ? text + NO_NEWLINE : text
}

function linesOf(side: Side, from: number, to: number, mark: string): string {
  let text = ''
  for (let i = from; i < to; i++) text += lineOf(side, i, mark)
  return text
}

/** `3`, `3,5`; where there are none, the line before. */
function range(from: number, to: number): string {
  if (to <= from + 1) return String(to > from ? from + 1 : from)
  return `${from + 1},${to}`
}

export function normalDiff(a: Side, b: Side, changes: readonly Change[]): string {
  return changes
    .map(({ from, to, newFrom, newTo }) => {
      const letter = from === to ? 'a' : newFrom === newTo ? 'd' : 'c'
      const parting = letter === 'c' ? '---\n' : ''
      const head = `${range(from, to)}${letter}${range(newFrom, newTo)}\n`
      return head + linesOf(a, from, to, '< ') + parting + linesOf(b, newFrom, newTo, '> ')
    })
    .join('')
}

/** Changes that are near enough to share their context. */
function hunks(changes: readonly Change[], context: number): readonly (readonly Change[])[] {
  const groups: Change[][] = []
  for (const change of changes) {
    const last = groups.at(-1)?.at(-1)
    if (last && change.from - last.to <= 2 * context) groups.at(-1)?.push(change)
    else groups.push([change])
  }
  return groups
}

/** `start,count` from 1; a count of 1 is left out, and 0 counts from the line before. */
function unifiedRange(from: number, to: number): string {
  const count = to - from
  if (count === 1) return String(from + 1)
  return `${count === 0 ? from : from + 1},${count}`
}

interface Bounds {
  readonly from: number
  readonly to: number
  readonly newFrom: number
  readonly newTo: number
}

function boundsOf(group: readonly Change[], a: Side, context: number): Bounds {
  const first = group[0] ?? { from: 0, to: 0, newFrom: 0, newTo: 0 }
  const last = group.at(-1) ?? first
  const before = Math.min(context, first.from)
  const after = Math.min(context, a.lines.length - last.to)
  return {
    from: first.from - before,
    to: last.to + after,
    newFrom: first.newFrom - before,
    newTo: last.newTo + after,
  }
}

export function unifiedDiff(a: Side, b: Side, changes: readonly Change[], context: number): string {
  let text = ''
  for (const group of hunks(changes, context)) {
    const bounds = boundsOf(group, a, context)
    text += `@@ -${unifiedRange(bounds.from, bounds.to)} +${unifiedRange(bounds.newFrom, bounds.newTo)} @@\n`
    let at = bounds.from
    for (const change of group) {
      text += linesOf(a, at, change.from, ' ')
      text += linesOf(a, change.from, change.to, '-')
      text += linesOf(b, change.newFrom, change.newTo, '+')
      at = change.to
    }
    text += linesOf(a, at, bounds.to, ' ')
  }
  return text
}

export function contextDiff(a: Side, b: Side, changes: readonly Change[], context: number): string {
  let text = ''
  for (const group of hunks(changes, context)) {
    const bounds = boundsOf(group, a, context)
    text += `***************\n*** ${range(bounds.from, bounds.to)} ****\n`
    if (group.some((c) => c.to > c.from)) {
      let at = bounds.from
      for (const c of group) {
        text += linesOf(a, at, c.from, '  ') + linesOf(a, c.from, c.to, c.newTo > c.newFrom ? '! ' : '- ')
        at = c.to
      }
      text += linesOf(a, at, bounds.to, '  ')
    }
    text += `--- ${range(bounds.newFrom, bounds.newTo)} ----\n`
    if (group.some((c) => c.newTo > c.newFrom)) {
      let at = bounds.newFrom
      for (const c of group) {
        text += linesOf(b, at, c.newFrom, '  ') + linesOf(b, c.newFrom, c.newTo, c.to > c.from ? '! ' : '+ ')
        at = c.newTo
      }
      text += linesOf(b, at, bounds.newTo, '  ')
    }
  }
  return text
}
