// What Tab offers after `ip`: objects, verbs, keywords, and the names of devices and namespaces.
import type { Process } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import { NETNS_RUN_DIR } from './nsid.ts'
import { matches } from './args.ts'

const OPTION_WORDS: readonly string[] = (
  '-4 -6 -0 -all -batch -brief -color -details -family -force -human -iec -json -netns ' +
  '-Numeric -oneline -pretty -resolve -statistics -Version'
).split(' ')

/** Options that take the next word. */
const VALUED: ReadonlySet<string> = new Set([
  '-n',
  '-netns',
  '-b',
  '-batch',
  '-f',
  '-family',
  '-l',
  '-rcvbuf',
])

interface Verb {
  readonly words: readonly string[]
  /** What a word may be that follows no keyword. */
  readonly free: 'dev' | 'netns' | 'none'
}

const NONE: Verb = { words: [], free: 'none' }

const LINK_WORDS: readonly string[] = (
  'address alias arp broadcast down group master mtu multicast name netns nomaster promisc ' +
  'txqueuelen type up dev allmulticast dynamic'
).split(' ')
const ADDRESS_WORDS: readonly string[] =
  'broadcast dev label local metric noprefixroute peer scope valid_lft preferred_lft'.split(' ')
const ROUTE_WORDS: readonly string[] = (
  'advmss blackhole default dev metric mtu nexthop onlink prohibit proto scope src table ' +
  'throw tos unreachable via weight'
).split(' ')
const ROUTE_FILTERS: readonly string[] =
  'default dev exact match metric proto root scope src table type via'.split(' ')
const NEIGH_WORDS: readonly string[] = ['dev', 'lladdr', 'nud', 'proxy', 'router']

const modifyLink: Verb = { words: LINK_WORDS, free: 'dev' }
const showLink: Verb = { words: ['dev', 'group', 'master', 'type', 'up'], free: 'dev' }
const modifyAddress: Verb = { words: ADDRESS_WORDS, free: 'none' }
const showAddress: Verb = {
  words: ['dev', 'label', 'master', 'permanent', 'primary', 'scope', 'secondary', 'to', 'type', 'up'],
  free: 'dev',
}
const modifyRoute: Verb = { words: ROUTE_WORDS, free: 'none' }
const showRoute: Verb = { words: ROUTE_FILTERS, free: 'none' }
const modifyNeigh: Verb = { words: NEIGH_WORDS, free: 'none' }
const namedNetns: Verb = { words: [], free: 'netns' }

const VERBS: ReadonlyMap<string, ReadonlyMap<string, Verb>> = new Map([
  [
    'address',
    new Map([
      ['add', modifyAddress],
      ['change', modifyAddress],
      ['delete', modifyAddress],
      ['flush', showAddress],
      ['help', NONE],
      ['replace', modifyAddress],
      ['show', showAddress],
    ]),
  ],
  [
    'link',
    new Map([
      ['add', { words: LINK_WORDS, free: 'none' } satisfies Verb],
      ['delete', { words: ['dev', 'group', 'type'], free: 'dev' } satisfies Verb],
      ['help', { words: ['bridge', 'bridge_slave', 'dummy', 'veth'], free: 'none' } satisfies Verb],
      ['set', modifyLink],
      ['show', showLink],
    ]),
  ],
  [
    'neighbour',
    new Map([
      ['add', modifyNeigh],
      ['change', modifyNeigh],
      ['delete', modifyNeigh],
      ['flush', { words: ['all', 'dev', 'nud', 'to'], free: 'none' } satisfies Verb],
      ['get', modifyNeigh],
      ['help', NONE],
      ['replace', modifyNeigh],
      ['show', { words: ['dev', 'nud', 'proxy', 'to', 'unused'], free: 'none' } satisfies Verb],
    ]),
  ],
  [
    'netns',
    new Map([
      ['add', NONE],
      ['attach', NONE],
      ['delete', namedNetns],
      ['exec', namedNetns],
      ['help', NONE],
      ['identify', NONE],
      ['list', NONE],
      ['list-id', NONE],
      ['pids', namedNetns],
      ['set', namedNetns],
    ]),
  ],
  [
    'route',
    new Map([
      ['add', modifyRoute],
      ['append', modifyRoute],
      ['change', modifyRoute],
      ['delete', modifyRoute],
      ['flush', showRoute],
      ['get', { words: ['fibmatch', 'from', 'iif', 'mark', 'oif'], free: 'none' } satisfies Verb],
      ['help', NONE],
      ['replace', modifyRoute],
      ['show', showRoute],
    ]),
  ],
  [
    'rule',
    new Map([
      ['help', NONE],
      ['show', NONE],
    ]),
  ],
])

/** Values that a keyword takes from a fixed list. */
const VALUES: ReadonlyMap<string, readonly string[]> = new Map([
  ['arp', ['off', 'on']],
  ['multicast', ['off', 'on']],
  ['allmulticast', ['off', 'on']],
  ['promisc', ['off', 'on']],
  ['dynamic', ['off', 'on']],
  ['type', ['bridge', 'dummy', 'veth']],
  ['scope', ['global', 'host', 'link']],
  ['table', ['all', 'default', 'local', 'main']],
  ['nud', ['failed', 'noarp', 'permanent', 'reachable', 'stale']],
  ['proto', ['boot', 'kernel', 'static']],
])

const DEVICE_KEYWORDS: ReadonlySet<string> = new Set(['dev', 'master', 'oif', 'iif', 'link'])

export function deviceNames(p: Process): readonly string[] {
  const { messages = [] } = p.net.rtnetlink({ type: 'RTM_GETLINK' })
  const names: string[] = []
  for (const message of messages) if (message.type === 'RTM_NEWLINK') names.push(message.ifname)
  return names
}

export function namespaceNames(p: Process): readonly string[] {
  const names = p.fs.readdir(NETNS_RUN_DIR)
  return isErrno(names) ? [] : names
}

export function completeIp(p: Process, words: readonly string[]): readonly string[] {
  const prefix = words.at(-1) ?? ''
  return candidates(p, words).filter((word) => word.startsWith(prefix))
}

function candidates(p: Process, words: readonly string[]): readonly string[] {
  const last = words.length - 1
  let at = 1
  while (at < last && (words[at] ?? '').startsWith('-')) at += VALUED.has(words[at] ?? '') ? 2 : 1
  const before = words[last - 1] ?? ''
  if (at > last || (last > 1 && at === last && VALUED.has(before))) return optionValues(p, before)
  const objects = [...VERBS.keys()]
  if (at === last) return (words[last] ?? '').startsWith('-') ? OPTION_WORDS : objects
  const object = objects.find((name) => matches(words[at] ?? '', name))
  const verbs = object === undefined ? undefined : VERBS.get(object)
  if (!verbs) return []
  if (at + 1 === last) return [...verbs.keys()]
  const name = words[at + 1] ?? ''
  const verb = [...verbs.entries()].find(([one]) => matches(name, one))?.[1]
  if (!verb) return []
  const values = VALUES.get(before)
  if (values) return values
  if (DEVICE_KEYWORDS.has(before)) return deviceNames(p)
  if (before === 'netns' || (verb.free === 'netns' && at + 2 === last)) return namespaceNames(p)
  return verb.free === 'dev' ? [...verb.words, ...deviceNames(p)] : verb.words
}

function optionValues(p: Process, option: string): readonly string[] {
  if (option === '-n' || option === '-netns') return namespaceNames(p)
  return option === '-f' || option === '-family' ? ['inet', 'inet6', 'link'] : []
}
