// The options by which MARK and CONNMARK set a mark, and their words in `-L`.
import { hex } from './numbers.ts'
import type { ExtensionOption, Given } from './option.ts'

const NAMES = ['set-xmark', 'set-mark', 'and-mark', 'or-mark', 'xor-mark']

export const SET_MARK_OPTIONS: readonly ExtensionOption[] = NAMES.map((name) => ({
  name,
  argument: true,
  excludes: NAMES.filter((other) => other !== name),
}))

interface MarkAndMask {
  readonly mark: number
  readonly mask: number
}

export function setMark(given: Given): MarkAndMask {
  switch (given.id) {
    case 'set-xmark':
      return given.markMask()
    case 'set-mark': {
      const { mark, mask } = given.markMask()
      return { mark, mask: (mark | mask) >>> 0 }
    }
    case 'and-mark':
      return { mark: 0, mask: ~given.uint() >>> 0 }
    case 'or-mark': {
      const bits = given.uint()
      return { mark: bits, mask: bits }
    }
    default:
      return { mark: given.uint(), mask: 0 }
  }
}

export function setMarkWords({ mark, mask }: MarkAndMask): string {
  if (mark === 0) return `and ${hex(~mask >>> 0)}`
  if (mark === mask) return `or ${hex(mark)}`
  if (mask === 0) return `xor ${hex(mark)}`
  if (mask === 0xffffffff) return `set ${hex(mark)}`
  return `xset ${hex(mark)}/${hex(mask)}`
}
