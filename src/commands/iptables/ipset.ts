// Sets of addresses as rules name them: a set and which addresses or ports of a packet are looked up in it
// (Ref: extensions/libxt_set.h:get_set_byname(), parse_dirs()).
import type { Given } from './option.ts'

/** IPSET_MAXNAMELEN */
const LONGEST_NAME = 31
/** IPSET_DIM_MAX */
const MAX_DIRECTIONS = 6

export interface NamedSet {
  readonly set: string
  readonly directions: readonly ('src' | 'dst')[]
}

export function parseSet(given: Given, option: string): NamedSet {
  const words = given.nextWord()
  if (words === null) return given.problem(`${option} requires two args.`)
  const { x, value: name } = given
  if (name.length > LONGEST_NAME) {
    return given.problem(`setname \`${name}' too long, max ${LONGEST_NAME} characters.`)
  }
  const [set] = x.p.net.ipset({ type: 'LIST', name }).sets ?? []
  if (!set) return given.problem(`Set ${name} doesn't exist.\n`)
  const { family } = set.options
  if (x.ipv6 !== (family === 'inet6')) {
    const other = family === 'inet6' ? 'IPv6' : 'IPv4'
    return given.problem(`The protocol family of set ${name} is ${other}, which is not applicable.\n`)
  }
  const directions: ('src' | 'dst')[] = []
  for (const word of words.split(',')) {
    if (directions.length === MAX_DIRECTIONS) {
      return given.problem(`Can't be more src/dst options than ${MAX_DIRECTIONS}.`)
    }
    if (word.startsWith('src')) directions.push('src')
    else if (word.startsWith('dst')) directions.push('dst')
    else return given.problem("You must spefify (the comma separated list of) 'src' or 'dst'.")
  }
  return { set: name, directions }
}
