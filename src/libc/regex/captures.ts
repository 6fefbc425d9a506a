// What the groups of a match hold, once it is known where the match begins and ends. glibc takes, of all ways that reach
// that end, the one that prefers earlier alternatives and more rounds. No place of the program is tried twice at the same
// character, so time and memory grow with their product.
import { codeAt, codeBefore, kindOf, unitsOf } from './charset.ts'
import type { Compiled } from './program.ts'
import { holds } from './program.ts'

/** Places times characters; beyond, there is no more memory. */
const MOST_VISITED = 1_000_000_000

/** Slots of the groups, −1 where one took no part; null when there is no such match. */
export function captures(program: Compiled, text: string, start: number, end: number): number[] | null {
  const { code } = program
  const size = code.length
  if (size * (end - start + 1) > MOST_VISITED) throw new RangeError('no allocation is enough for this text')
  const visited = new Uint8Array(Math.ceil((size * (end - start + 1)) / 8))
  const slots = Array.from({ length: program.slots }, () => -1)
  /** Places to try yet, pairs of instruction and character; a negative instruction restores a slot. */
  const todo: number[] = [0, start]
  while (todo.length > 0) {
    let at = todo.pop() ?? 0
    let pc = todo.pop() ?? 0
    if (pc < 0) {
      slots[-pc - 1] = at
      continue
    }
    for (;;) {
      const bit = (at - start) * size + pc
      const octet = visited[bit >>> 3] ?? 0
      const mask = 1 << (bit & 7)
      if ((octet & mask) !== 0) break
      visited[bit >>> 3] = octet | mask
      const instruction = code[pc]
      if (!instruction) break
      if (instruction.op === 'char' || instruction.op === 'set') {
        const c = at < end ? codeAt(text, at) : -1
        if (c < 0) break
        if (instruction.op === 'char' ? instruction.code !== c : !instruction.set.has(c)) break
        at += unitsOf(c)
      } else if (instruction.op === 'split') {
        todo.push(instruction.second, at)
        pc = instruction.first
        continue
      } else if (instruction.op === 'jump') {
        pc = instruction.to
        continue
      } else if (instruction.op === 'save') {
        todo.push(-instruction.slot - 1, slots[instruction.slot] ?? -1)
        slots[instruction.slot] = at
      } else if (instruction.op === 'assert') {
        if (!holds(instruction.what, kindOf(codeBefore(text, at)), kindOf(codeAt(text, at)))) break
      } else if (instruction.op === 'match') {
        if (at !== end) break
        slots[0] = start
        slots[1] = end
        return slots
      }
      pc++
    }
  }
  return null
}
