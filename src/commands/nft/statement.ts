// What nft is told, as far as vethlab has it: to list, and to take away what iptables made. Native rules are refused.
// Ref: nftables src/parser_bison.y
import type { NftFamily } from '../../uapi/netfilter.ts'

/** A word and where it stands in its line. */
export interface Word {
  readonly text: string
  readonly at: number
}

export type Statement =
  | {
      readonly verb:
        | 'list ruleset'
        | 'list tables'
        | 'list chains'
        | 'list sets'
        | 'list counters'
        | 'flush ruleset'
      readonly family: NftFamily | 'none' | null
    }
  | {
      readonly verb: 'list table' | 'delete table' | 'flush table'
      readonly family: NftFamily
      readonly table: Word
    }
  | {
      readonly verb: 'list chain' | 'delete chain' | 'flush chain'
      readonly family: NftFamily
      readonly table: Word
      readonly chain: Word
    }
  | {
      readonly verb: 'delete rule'
      readonly family: NftFamily
      readonly table: Word
      readonly chain: Word
      readonly handle: Word
    }

export type Parsed =
  | { readonly statement: Statement }
  | { readonly unsupported: string }
  /** What was not expected, and what was. */
  | { readonly syntax: string; readonly at: Word }

const FAMILIES: Readonly<Record<string, NftFamily>> = { ip: 'ip', ip6: 'ip6' }
/** Real, but no table of iptables is in them. */
const OTHER_FAMILIES = new Set(['inet', 'arp', 'bridge', 'netdev'])
const VERBS = new Set([
  'add',
  'create',
  'insert',
  'replace',
  'reset',
  'rename',
  'describe',
  'monitor',
  'import',
  'export',
  'destroy',
])
const OTHER_OBJECTS = new Set([
  'set',
  'map',
  'element',
  'counter',
  'quota',
  'quotas',
  'limit',
  'limits',
  'meter',
  'meters',
  'flowtable',
  'flowtables',
  'hooks',
  'secmark',
  'secmarks',
  'synproxy',
  'synproxys',
  'ct',
  'flow',
])
const WHOLE = new Set(['ruleset', 'tables', 'chains', 'sets', 'maps', 'counters'])
const END = 'expecting end of file or newline or semicolon'

export function wordsOf(line: string): readonly Word[] {
  return [...line.matchAll(/\S+/g)].map((found) => ({ text: found[0], at: found.index }))
}

export function parseStatement(line: string): Parsed {
  const words = wordsOf(line)
  let i = 0
  const end: Word = { text: '', at: line.length }
  const unexpected = (expecting = ''): Parsed => {
    const word = words[i] ?? end
    const what = word === end ? 'newline' : 'string'
    return { syntax: `unexpected ${what}${expecting === '' ? '' : `, ${expecting}`}`, at: word }
  }
  const verb = words[i++]?.text ?? ''
  if (VERBS.has(verb)) return { unsupported: verb }
  if (verb !== 'list' && verb !== 'flush' && verb !== 'delete') return unexpected('expecting string')
  const object = words[i]?.text ?? ''
  if (OTHER_OBJECTS.has(object)) return { unsupported: `${verb} ${object}` }
  if (WHOLE.has(object)) {
    if (verb === 'delete' || (verb === 'flush' && object !== 'ruleset')) return unexpected()
    i++
    const family = words[i]?.text
    const known = family === undefined ? null : (FAMILIES[family] ?? null)
    const other = family !== undefined && OTHER_FAMILIES.has(family)
    if (known !== null || other) i++
    if (i < words.length) return unexpected(END)
    const name = object === 'maps' ? 'sets' : object
    return { statement: { verb: `${verb} ${name}` as 'list ruleset', family: other ? 'none' : known } }
  }
  if (object !== 'table' && object !== 'chain' && !(verb === 'delete' && object === 'rule'))
    return unexpected()
  i++
  const written = words[i]?.text ?? ''
  if (OTHER_FAMILIES.has(written)) return { unsupported: `the family ${written}` }
  const family = FAMILIES[written] ?? 'ip'
  if (written in FAMILIES) i++
  const table = words[i]
  if (table === undefined) return unexpected('expecting string')
  i++
  if (object === 'table') {
    if (i < words.length) return unexpected(END)
    return { statement: { verb: `${verb} table` as 'list table', family, table } }
  }
  const chain = words[i]
  if (chain === undefined) return unexpected('expecting string')
  i++
  if (object === 'chain') {
    if (i < words.length) return unexpected(END)
    return { statement: { verb: `${verb} chain` as 'list chain', family, table, chain } }
  }
  if (words[i]?.text !== 'handle') return unexpected('expecting handle')
  i++
  const handle = words[i]
  if (handle === undefined || !/^\d+$/.test(handle.text)) return unexpected('expecting number')
  i++
  if (i < words.length) return unexpected(END)
  return { statement: { verb: 'delete rule', family, table, chain, handle } }
}
