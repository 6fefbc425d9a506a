// Ranges as they are written: one number where both ends are the same.
import type { Range } from '../../uapi/xt_match.ts'

export function ranged({ min, max }: Range): string {
  return min === max ? String(min) : `${min}:${max}`
}

/** As nft writes it. */
export function dashed({ min, max }: Range): string {
  return min === max ? String(min) : `${min}-${max}`
}
