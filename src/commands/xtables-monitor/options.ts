// The command line of xtables-monitor. Ref: iptables/xtables-monitor.c:xtables_monitor_main()
import type { NftFamily } from '../../uapi/netfilter.ts'
import { Getopt, type LongOption } from '../iptables/getopt.ts'

type Letter = 'h' | 'V' | '4' | '6' | 'c' | 'e' | 't'

const LONGS: readonly LongOption<Letter>[] = (
  [
    ['help', 'h'],
    ['version', 'V'],
    ['ipv4', '4'],
    ['ipv6', '6'],
    ['counters', 'c'],
    ['event', 'e'],
    ['trace', 't'],
  ] as const
).map(([name, letter]) => ({ name, letter, id: letter, argument: 'none' }))

const SHORTS = new Map(LONGS.map((option) => [option.id as string, option]))

export interface MonitorSettings {
  readonly trace: boolean
  readonly event: boolean
  readonly counters: boolean
  /** Only of this family; null: of all. */
  readonly family: NftFamily | null
}

/** `wrong`: one that it does not know. What asks for help or the version is done where it stands. */
export function readWords(words: readonly string[]): MonitorSettings | 'help' | 'version' | 'wrong' {
  const getopt = new Getopt<Letter>('xtables-monitor', words, { longs: LONGS, shorts: SHORTS })
  const given = new Set<Letter>()
  let family: NftFamily | null = null
  for (let got = getopt.read(); got !== null; got = getopt.read()) {
    if (got.kind === 'word') continue
    if (got.kind !== 'option') return 'wrong'
    if (got.id === 'h') return 'help'
    if (got.id === 'V') return 'version'
    if (got.id === '4') family = 'ip'
    if (got.id === '6') family = 'ip6'
    given.add(got.id)
  }
  const [trace, event] = [given.has('t'), given.has('e')]
  return trace || event ? { trace, event, counters: given.has('c'), family } : 'help'
}
