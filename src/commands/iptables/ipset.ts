// Sets of addresses as rules name them: a set and which addresses or ports of a packet are looked up in it
// (Ref: extensions/libxt_set.h:parse_dirs()).
import type { Given } from './option.ts'

/** IPSET_DIM_MAX */
const MAX_DIRECTIONS = 6

export interface NamedSet {
  readonly set: string
  readonly directions: readonly ('src' | 'dst')[]
}

export function parseSet(given: Given, option: string): NamedSet {
  const words = given.nextWord()
  if (words === null) return given.problem(`${option} requires two args.`)
  const directions: ('src' | 'dst')[] = []
  for (const word of words.split(',')) {
    if (directions.length === MAX_DIRECTIONS) {
      return given.problem(`Can't be more src/dst options than ${MAX_DIRECTIONS}.`)
    }
    if (word.startsWith('src')) directions.push('src')
    else if (word.startsWith('dst')) directions.push('dst')
    else return given.problem("You must spefify (the comma separated list of) 'src' or 'dst'.")
  }
  // There are no sets in vethlab: none has this name.
  return given.problem(`Set ${given.value} doesn't exist.\n`)
}
