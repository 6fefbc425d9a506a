// The shortest way from one list of lines to another (Myers, "An O(ND) difference algorithm", 1986).

/** Lines from…to−1 of the first are replaced by lines of the second; either may be none. From 0. */
export interface Change {
  readonly from: number
  readonly to: number
  readonly newFrom: number
  readonly newTo: number
}

export function changesBetween(a: readonly string[], b: readonly string[]): readonly Change[] {
  const removed = new Uint8Array(a.length + 1)
  const added = new Uint8Array(b.length + 1)
  mark(a, b, removed, added)
  slide(a, removed, added)
  slide(b, added, removed)
  return collect(removed, added, a.length, b.length)
}

/** Marks the lines that are not common to both. */
function mark(a: readonly string[], b: readonly string[], removed: Uint8Array, added: Uint8Array): void {
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let [endA, endB] = [a.length, b.length]
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--
    endB--
  }
  const [n, m] = [endA - start, endB - start]
  const size = 2 * (n + m) + 3
  const offset = n + m + 1
  const reach = new Int32Array(size)
  const history: Int32Array[] = []
  for (let d = 0; d <= n + m; d++) {
    history.push(reach.slice())
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && at(reach, offset + k - 1) < at(reach, offset + k + 1))
      let x = down ? at(reach, offset + k + 1) : at(reach, offset + k - 1) + 1
      let y = x - k
      while (x < n && y < m && a[start + x] === b[start + y]) {
        x++
        y++
      }
      reach[offset + k] = x
      if (x < n || y < m) continue
      walkBack(history, offset, n, m, start, removed, added)
      return
    }
  }
}

function at(list: Int32Array, index: number): number {
  return list[index] ?? 0
}

function walkBack(
  history: readonly Int32Array[],
  offset: number,
  n: number,
  m: number,
  start: number,
  removed: Uint8Array,
  added: Uint8Array,
): void {
  let [x, y] = [n, m]
  for (let d = history.length - 1; d > 0; d--) {
    const reach = history[d]
    if (!reach) return
    const k = x - y
    const down = k === -d || (k !== d && at(reach, offset + k - 1) < at(reach, offset + k + 1))
    const before = down ? k + 1 : k - 1
    const fromX = at(reach, offset + before)
    const fromY = fromX - before
    if (down) added[start + fromY] = 1
    else removed[start + fromX] = 1
    x = fromX
    y = fromY
  }
}

/** Moves a run of changed lines down while the line after it is the same as its first, as GNU diff does. */
function slide(lines: readonly string[], changed: Uint8Array, other: Uint8Array): void {
  let i = 0
  let j = 0
  while (i < lines.length) {
    if (changed[i] !== 1) {
      while (other[j] === 1) j++
      i++
      j++
      continue
    }
    let end = i
    while (end < lines.length && changed[end] === 1) end++
    while (other[j] === 1) j++
    let first = i
    while (end < lines.length && lines[first] === lines[end] && other[j] !== 1) {
      changed[first++] = 0
      changed[end++] = 1
      j++
      while (end < lines.length && changed[end] === 1) end++
    }
    i = end
  }
}

function collect(removed: Uint8Array, added: Uint8Array, n: number, m: number): readonly Change[] {
  const changes: Change[] = []
  let [i, j] = [0, 0]
  while (i < n || j < m) {
    if (removed[i] !== 1 && added[j] !== 1) {
      i++
      j++
      continue
    }
    const [from, newFrom] = [i, j]
    while (removed[i] === 1) i++
    while (added[j] === 1) j++
    changes.push({ from, to: i, newFrom, newTo: j })
  }
  return changes
}
