// What Tab offers after `bridge`.
import type { Process } from '../../os/program.ts'
import { matches } from '../ip/args.ts'
import { deviceNames, namespaceNames } from '../ip/complete.ts'

const OPTION_WORDS: readonly string[] =
  '-batch -color -details -force -json -netns -oneline -pretty -statistics -Version'.split(' ')

const VALUED: ReadonlySet<string> = new Set(['-n', '-netns', '-b', '-batch', '-f', '-family'])

const FDB_WORDS: readonly string[] = [
  'dev',
  'dynamic',
  'local',
  'master',
  'permanent',
  'self',
  'static',
  'vlan',
]

const PORT_WORDS: readonly string[] = (
  'bcast_flood cost dev fastleave flood guard hairpin isolated learning mcast_flood ' +
  'neigh_suppress priority root_block state'
).split(' ')

const VERBS: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>> = new Map([
  [
    'fdb',
    new Map([
      ['add', FDB_WORDS],
      ['append', FDB_WORDS],
      ['delete', FDB_WORDS],
      ['get', ['br', 'brport', 'dev', 'dynamic', 'vlan']],
      ['help', []],
      ['replace', FDB_WORDS],
      ['show', ['br', 'brport', 'dev', 'dynamic', 'state', 'vlan']],
    ]),
  ],
  [
    'vlan',
    new Map([
      ['add', ['dev', 'master', 'pvid', 'self', 'untagged', 'vid']],
      ['delete', ['dev', 'master', 'self', 'vid']],
      ['help', []],
      ['set', ['dev', 'mcast_router', 'state', 'vid']],
      ['show', ['dev', 'vid']],
    ]),
  ],
  [
    'link',
    new Map([
      ['help', []],
      ['set', PORT_WORDS],
      ['show', ['dev']],
    ]),
  ],
])

const DEVICE_KEYWORDS: ReadonlySet<string> = new Set(['dev', 'br', 'brport'])

const SWITCHES: ReadonlySet<string> = new Set(
  PORT_WORDS.filter((word) => !['cost', 'dev', 'priority', 'state'].includes(word)),
)

export function completeBridge(p: Process, words: readonly string[]): readonly string[] {
  const prefix = words.at(-1) ?? ''
  return candidates(p, words).filter((word) => word.startsWith(prefix))
}

function candidates(p: Process, words: readonly string[]): readonly string[] {
  const last = words.length - 1
  let at = 1
  while (at < last && (words[at] ?? '').startsWith('-')) at += VALUED.has(words[at] ?? '') ? 2 : 1
  const before = words[last - 1] ?? ''
  if (at > last) return before === '-n' || before === '-netns' ? namespaceNames(p) : []
  if (at === last) return (words[last] ?? '').startsWith('-') ? OPTION_WORDS : [...VERBS.keys()]
  const object = [...VERBS.keys()].find((name) => matches(words[at] ?? '', name))
  const verbs = object === undefined ? undefined : VERBS.get(object)
  if (!verbs) return []
  if (at + 1 === last) return [...verbs.keys()]
  if (DEVICE_KEYWORDS.has(before)) return deviceNames(p)
  if (SWITCHES.has(before)) return ['off', 'on']
  return [...verbs.entries()].find(([name]) => matches(words[at + 1] ?? '', name))?.[1] ?? []
}
