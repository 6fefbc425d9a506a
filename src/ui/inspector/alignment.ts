// Two ways of a packet, step beside step: what both did stands in one row.
import type { StoryStep } from '../../store/lab.ts'

export interface Row {
  readonly left: StoryStep | null
  readonly right: StoryStep | null
  readonly same: boolean
}

/** The longest common subsequence of two runs; steps that depend on what a cache holds are left out. */
export function align(before: readonly StoryStep[], now: readonly StoryStep[]): Row[] {
  const left = before.filter(({ aside }) => !aside)
  const right = now.filter(({ aside }) => !aside)
  const a = left.map(keyOf)
  const b = right.map(keyOf)
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  const length = lengths(a, b, start)
  const rows: Row[] = []
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    const l = left[i] ?? null
    const r = right[j] ?? null
    if (l && r && a[i] === b[j]) {
      rows.push({ left: l, right: r, same: true })
      i++
      j++
    } else if (l && r && length(i + 1, j + 1) === length(i, j)) {
      rows.push({ left: l, right: r, same: false })
      i++
      j++
    } else if (l && (!r || length(i + 1, j) >= length(i, j + 1))) {
      rows.push({ left: l, right: null, same: false })
      i++
    } else {
      rows.push({ left: null, right: r, same: false })
      j++
    }
  }
  return rows
}

/** How many steps the rests from `i` and `j` on have in common; both ways are the same before `start`. */
function lengths(
  a: readonly string[],
  b: readonly string[],
  start: number,
): (i: number, j: number) => number {
  const width = b.length - start + 1
  const table = new Uint16Array((a.length - start + 1) * width)
  const at = (i: number, j: number): number => table[(i - start) * width + (j - start)] ?? 0
  for (let i = a.length - 1; i >= start; i--) {
    for (let j = b.length - 1; j >= start; j--) {
      table[(i - start) * width + (j - start)] =
        a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  return at
}

/** Place, title and detail, without the numbers that no two runs share. */
function keyOf({ machine, netns, device, title, detail }: StoryStep): string {
  return [machine, netns, device, title, plain(detail)].join('\n')
}

function plain(detail: string): string {
  return detail
    .replace(/\b(id|seq|ack|packet|val|ecr) \d+(:\d+)?/g, '$1')
    .replace(/([.:])(\d{5})\b/g, (whole, before: string, port: string) =>
      Number(port) >= FIRST_EPHEMERAL && Number(port) <= LAST_EPHEMERAL ? `${before}port` : whole,
    )
}

/** net.ipv4.ip_local_port_range. */
const FIRST_EPHEMERAL = 32768
const LAST_EPHEMERAL = 60999
