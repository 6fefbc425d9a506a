// Classes of differentiated services (Ref: extensions/dscp_helper.c; RFC 2474, RFC 2597, RFC 3246).
import type { Given } from './option.ts'

const CLASSES: readonly (readonly [name: string, value: number])[] = [
  ...[0, 1, 2, 3, 4, 5, 6, 7].map((n) => [`CS${n}`, n * 8] as const),
  ['BE', 0],
  ...[1, 2, 3, 4].flatMap((c) => [1, 2, 3].map((drop) => [`AF${c}${drop}`, c * 8 + drop * 2] as const)),
  ['EF', 0x2e],
]

export function parseDscpClass(given: Given): number {
  const name = given.value.toUpperCase()
  const found = CLASSES.find(([known]) => known === name)
  return found ? found[1] : given.problem(`Invalid DSCP value \`${given.value}'`)
}
