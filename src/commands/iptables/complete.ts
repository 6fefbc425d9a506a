// What Tab offers on a command line of iptables: options, tables, chains, targets, matches and interfaces.
import type { Process } from '../../os/program.ts'
import type { NftFamily } from '../../uapi/netfilter.ts'
import { deviceNames } from '../lib/complete.ts'
import { builtinChains, isTableName, TABLE_NAMES } from './builtin.ts'
import { findMatch, matches } from './matches/registry.ts'
import { OWN_OPTIONS } from './options.ts'
import { PROTOCOL_NAMES } from './protocol.ts'
import { findTarget, targets } from './targets/registry.ts'

function chainNames(p: Process, family: NftFamily, table: string): readonly string[] {
  if (!isTableName(table)) return []
  const reply = p.net.nftables({ type: 'GETRULESET', family, table, rulesOf: null })
  const own = builtinChains(table).map(({ name }) => name as string)
  const there = (reply.tables ?? []).flatMap(({ chains }) => chains.map(({ name }) => name))
  return [...new Set([...own, ...there])]
}

/** The value behind the last of some options. */
function valueOf(words: readonly string[], ...options: readonly string[]): string | null {
  const at = words.findLastIndex((word) => options.includes(word))
  return at < 0 ? null : (words[at + 1] ?? null)
}

/** Letters whose value is a chain that is there. */
const CHAIN_OPTIONS = new Set(
  OWN_OPTIONS.filter(({ letter }) => 'ADCIRLSFZXEP'.includes(letter)).flatMap(({ letter, names }) => [
    `-${letter}`,
    ...names.map((name) => `--${name}`),
  ]),
)

export function completeIptables(p: Process, family: NftFamily, words: readonly string[]): readonly string[] {
  const typed = words.at(-1) ?? ''
  const before = words.slice(1, -1)
  return candidates(p, family, before, typed).filter((word) => word.startsWith(typed))
}

function candidates(
  p: Process,
  family: NftFamily,
  before: readonly string[],
  typed: string,
): readonly string[] {
  const last = before.at(-1) ?? ''
  const table = valueOf(before, '-t', '--table') ?? 'filter'
  if (last === '-t' || last === '--table') return TABLE_NAMES
  if (CHAIN_OPTIONS.has(last) && !typed.startsWith('-')) return chainNames(p, family, table)
  if (last === '-j' || last === '--jump' || last === '-g' || last === '--goto') {
    const users = chainNames(p, family, table).filter(
      (name) => !isTableName(table) || !builtinChains(table).some((chain) => chain.name === name),
    )
    return last === '-j' || last === '--jump' ? [...names(targets, family), ...users] : users
  }
  if (last === '-m' || last === '--match') return names(matches, family)
  if (['-i', '-o', '--in-interface', '--out-interface'].includes(last)) return deviceNames(p)
  if (last === '-p' || last === '--protocol') return PROTOCOL_NAMES
  if (['-P', '--policy'].includes(before.at(-2) ?? '')) return ['ACCEPT', 'DROP']
  return [...ownOptions(), ...extensionOptions(family, before)]
}

function names(
  extensions: readonly { readonly name: string; readonly family: NftFamily | null }[],
  family: NftFamily,
): readonly string[] {
  return extensions.filter((extension) => (extension.family ?? family) === family).map(({ name }) => name)
}

function ownOptions(): readonly string[] {
  return OWN_OPTIONS.flatMap(({ letter, names: long }) => [
    ...(letter === '0' ? [] : [`-${letter}`]),
    ...long.map((name) => `--${name}`),
  ])
}

/** Options of the matches and the target that the line names. */
function extensionOptions(family: NftFamily, before: readonly string[]): readonly string[] {
  const named = before.flatMap((word, i) => {
    const option = before[i - 1]
    if (option === '-m' || option === '--match' || option === '-p' || option === '--protocol') {
      return findMatch(word, family) ?? []
    }
    return option === '-j' || option === '--jump' ? (findTarget(word, family) ?? []) : []
  })
  return named.flatMap(({ options }) =>
    options.filter(({ absent }) => !absent).map(({ name }) => `--${name}`),
  )
}
