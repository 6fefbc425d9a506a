/** Order of device names: numbers at the same place count as numbers (`eth2` before `eth10`). Ref: lib/nstrcmp.c */
export function nstrcmp(a: string, b: string): number {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  if (at === a.length && at === b.length) return 0
  if (isDigit(a[at]) && isDigit(b[at])) {
    let from = at
    while (from > 0 && isDigit(a[from - 1])) from--
    const [left, right] = [Number.parseInt(a.slice(from), 10), Number.parseInt(b.slice(from), 10)]
    if (left !== right) return left - right
  }
  return (a[at] ?? '') < (b[at] ?? '') ? -1 : 1
}

function isDigit(c: string | undefined): boolean {
  return c !== undefined && c >= '0' && c <= '9'
}
