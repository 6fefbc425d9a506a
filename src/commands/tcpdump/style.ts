// How lines are to be made, and what is remembered from one to the next.
import type { Names } from './names.ts'
import type { Sequences } from './sequences.ts'

export interface Style {
  readonly names: Names
  /** -v, -vv, -vvv. */
  readonly verbose: number
  /** -q. */
  readonly quick: boolean
  /** -e. */
  readonly linkHeader: boolean
  /** -K: checksums are not looked at. */
  readonly noChecksums: boolean
  readonly sequences: Sequences
}
