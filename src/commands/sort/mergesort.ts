// Sorting that lets others run: pieces are sorted, then merged. What compares equal stays in order.
import type { Blocking, Process } from '../../os/program.ts'

type Compare = (a: string, b: string) => number

/** Lines that are sorted, or merged, in one turn. */
const LINES_A_TURN = 8192
/** Time that a turn takes. */
const TURN_TIME = 1_000_000

export function* sorted(p: Process, lines: readonly string[], compare: Compare): Blocking<string[]> {
  let runs: string[][] = []
  for (let at = 0; at < lines.length; at += LINES_A_TURN) {
    if (at > 0) yield* p.clock.sleep(TURN_TIME)
    runs.push(lines.slice(at, at + LINES_A_TURN).sort(compare))
  }
  while (runs.length > 1) {
    const merged: string[][] = []
    for (let i = 0; i < runs.length; i += 2) {
      const [left = [], right = []] = [runs[i], runs[i + 1]]
      merged.push(right.length > 0 ? yield* merge(p, left, right, compare) : left)
    }
    runs = merged
  }
  return runs[0] ?? []
}

function* merge(
  p: Process,
  left: readonly string[],
  right: readonly string[],
  compare: Compare,
): Blocking<string[]> {
  const out: string[] = []
  for (let l = 0, r = 0; l < left.length || r < right.length;) {
    const [a, b] = [left[l], right[r]]
    if (a !== undefined && (b === undefined || compare(a, b) <= 0)) {
      out.push(a)
      l++
    } else {
      out.push(b ?? '')
      r++
    }
    if (out.length % LINES_A_TURN === 0) yield* p.clock.sleep(TURN_TIME)
  }
  return out
}
