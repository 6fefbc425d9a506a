// What the page loads before a person has done anything: the worker's own imports, and theirs.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { mightNeedMore } from './needs.ts'

const SRC = resolve(import.meta.dirname, '..')
/** A static import or re-export; those of types only are gone from what is built. */
const IMPORT = /^(?:import|export)\s+(?!type\b)(?:([^'"]*?)\s+from\s+)?'(\.[^']+)'/gms

function importsOf(file: string): readonly string[] {
  return [...readFileSync(file, 'utf8').matchAll(IMPORT)].flatMap(([, names = '', path = '']) => {
    const members = /^\{(.*)\}$/s
      .exec(names)?.[1]
      ?.split(',')
      .map((name) => name.trim())
    const typesOnly = members?.every((name) => name === '' || name.startsWith('type '))
    return typesOnly ? [] : [resolve(dirname(file), path)]
  })
}

/** Files below src/ that come with `entry`. */
function graphOf(entry: string): readonly string[] {
  const seen = new Set<string>()
  const left = [resolve(SRC, entry)]
  for (let file = left.pop(); file !== undefined; file = left.pop()) {
    if (seen.has(file) || !existsSync(file)) continue
    seen.add(file)
    left.push(...importsOf(file))
  }
  return [...seen].map((file) => relative(SRC, file)).sort()
}

/** Parts that come with the rest (src/lab/full.ts). */
const LATER: readonly RegExp[] = [
  /^kernel\/(?:modules|procfs|procsnmp|procsock|procmcast|sysfs|sysfs_bridge)\.ts$/,
  /^kernel\/bridge\/br_(?:changelink|netfilter_hooks)\.ts$/,
  /^kernel\/drivers\/(?!ethernet|loopback|veth)/,
  /^kernel\/ipv4\/(?:nexthop|tcp_ext_mib)\.ts$/,
  /^kernel\/ipv6\/sysctl\.ts$/,
  /^kernel\/netfilter\/(?!core\.ts)/,
  /^kernel\/rtnetlink\/(?:brvlan|fdb|link6|netconf|rtnetlink_module|rule)\.ts$/,
  /^kernel\/transport\/(?:tcp|inet_|netns_tcp|packet|raw6|udp6)/,
  /^commands\/(?!core\.ts|ip\/|lab\/|lib\/|ping\/|sysctl\/)/,
  /^commands\/ip\/(?:usage\/\w+|ip|show|monitor|rule|neigh|link|addr|route|netns)\.ts$/,
  /^commands\/lib\/(?:options|tool|complete|input)\.ts$/,
  /^commands\/(?:ping|sysctl)\/(?:ping|ping6|options|sysctl|usage)\.ts$/,
  /^lab\/(?:full|headers|netfilterview|story|worldtext)\.ts$/,
  /^shell\/(?!starter\.ts|linesource\.ts)/,
  /^engines\//,
]

it('the worker starts without what the first lab does not need', () => {
  const graph = graphOf('session/worker.ts')
  expect(graph).toContain('kernel/kernel.ts')
  expect(graph).toContain('commands/ip/core.ts')
  expect(graph.filter((file) => LATER.some((part) => part.test(file)))).toEqual([])
})

it('the rest holds all of it', () => {
  const graph = graphOf('lab/full.ts')
  expect(LATER.filter((part) => !graph.some((file) => part.test(file))).map(String)).toEqual([])
})

it('only what asks for more of the lab waits for the rest', () => {
  const gesture = (line: string) => ({ type: 'gesture', machine: 'host', lines: [line], note: '' }) as const
  const few = [gesture('ip netns add red'), { type: 'step' }, { type: 'story', skb: 0 }] as const
  expect(few.map(mightNeedMore)).toEqual([false, false, false])
  const more = [
    gesture('ls'),
    { type: 'story', skb: 7 },
    { type: 'terminal-input', id: '1', data: 'x' },
  ] as const
  expect(more.map(mightNeedMore)).toEqual([true, true, true])
})
