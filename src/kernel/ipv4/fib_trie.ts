// /proc/net/fib_trie, fib_triestat and rt_cache: routing tables as the trie that Linux keeps them in. Here tables are
// maps (fib_table.ts), so the trie is grown when somebody looks. Ref: net/ipv4/fib_trie.c
import { RT_SCOPE_HOST, RT_SCOPE_LINK, RT_SCOPE_NOWHERE, RT_SCOPE_SITE } from '../../uapi/rtnetlink.ts'
import { RTN_NAMES } from '../../uapi/rtnnames.ts'
import { formatInet } from '../../wire/inet.ts'
import type { KernelModule } from '../core/module.ts'
import type { Net } from '../core/net.ts'
import type { FibAlias } from './fib_table.ts'
import { growTrie, isTnode, type TrieNode } from './lc_trie.ts'
import { ipv4Of } from './netns_ipv4.ts'

export const fibTrieModule: KernelModule = {
  name: 'fib_trie',
  init(stack) {
    stack.procNet.set('fib_trie', fibTrie)
    stack.procNet.set('fib_triestat', fibTriestat)
    stack.procNet.set('rt_cache', rtCache)
  },
}

/** The routing cache is gone since Linux 3.6, its file is not. Ref: net/ipv4/route.c:rt_cache_seq_show() */
function rtCache(): string {
  const titles =
    'Iface\tDestination\tGateway \tFlags\t\tRefCnt\tUse\tMetric\tSource\t\tMTU\tWindow\tIRTT\tTOS\tHHRef\tHHUptod\tSpecDst'
  return `${titles.padEnd(127)}\n`
}

interface Trie {
  readonly title: string
  readonly root: TrieNode | null
  readonly aliases: ReadonlyMap<number, readonly FibAlias[]>
}

/** Until there are rules of one's own, local and main are one trie. Ref: fib_trie_table() */
function tries(net: Net): Trie[] {
  const { fib } = ipv4Of(net)
  const { local, main } = fib
  const shared = !fib.rules.custom
  return fib.all().flatMap((table) => {
    const one = shared && (table === local || table === main)
    if (!table.made && !(one && local.made)) return []
    const title = table === local ? 'Local' : table === main ? 'Main' : `Id ${table.id}`
    return trieOf(title, one ? [...local.all(), ...main.all()] : table.all())
  })
}

function trieOf(title: string, routes: readonly FibAlias[]): Trie {
  const sorted = routes.toSorted((a, b) => a.dst - b.dst || b.length - a.length)
  const aliases = new Map<number, FibAlias[]>()
  for (const alias of sorted) {
    const there = aliases.get(alias.dst)
    if (there) there.push(alias)
    else aliases.set(alias.dst, [alias])
  }
  // Its shape has to do with the order in which keys came.
  const born = [...aliases].map(([key, list]) => ({ key, at: Math.min(...list.map(({ serial }) => serial)) }))
  born.sort((a, b) => a.at - b.at)
  return { title, root: growTrie(born.map(({ key }) => key)), aliases }
}

/** Ref: fib_trie_seq_show() */
function fibTrie(net: Net): string {
  return tries(net)
    .map(({ title, root, aliases }) => (root ? `${title}:\n${showNode(root, aliases, 0)}` : ''))
    .join('')
}

function showNode(node: TrieNode, aliases: Trie['aliases'], depth: number): string {
  const indent = '   '.repeat(depth)
  const address = formatInet(node.key)
  if (!isTnode(node)) {
    const routes = aliases.get(node.key) ?? []
    return `${indent}  |-- ${address}\n` + routes.map((alias) => showAlias(alias, `${indent}     `)).join('')
  }
  const { bits, fullChildren, emptyChildren } = node
  const length = 32 - node.pos - bits
  const children = node.children.flatMap((child) => (child ? [showNode(child, aliases, depth + 1)] : []))
  return `${indent}  +-- ${address}/${length} ${bits} ${fullChildren} ${emptyChildren}\n${children.join('')}`
}

function showAlias({ length, tos, info }: FibAlias, indent: string): string {
  const scope = SCOPES.get(info.scope) ?? `scope=${info.scope}`
  const type = RTN_NAMES[info.type] ?? `type ${info.type}`
  return `${indent}/${length} ${scope} ${type}${tos === 0 ? '' : ` tos=${tos}`}\n`
}

const SCOPES: ReadonlyMap<number, string> = new Map([
  [0, 'universe'],
  [RT_SCOPE_SITE, 'site'],
  [RT_SCOPE_LINK, 'link'],
  [RT_SCOPE_HOST, 'host'],
  [RT_SCOPE_NOWHERE, 'nowhere'],
])

/** Octets on a 64-bit machine: struct key_vector's, struct tnode's, struct fib_alias's, a pointer's. */
const LEAF_SIZE = 48
const TNODE_SIZE = 40
const ALIAS_SIZE = 56
const POINTER_SIZE = 8

interface TrieStat {
  totalDepth: number
  maxDepth: number
  leaves: number
  nullPointers: number
  /** How many inner nodes there are of each number of bits. */
  readonly nodeSizes: Map<number, number>
}

/** Ref: fib_triestat_seq_show() */
function fibTriestat(net: Net): string {
  const basic = `Basic info: size of leaf: ${LEAF_SIZE} bytes, size of tnode: ${TNODE_SIZE} bytes.\n`
  return basic + tries(net).map(showStat).join('')
}

/** Ref: trie_collect_stats() */
function collect(node: TrieNode | null, depth: number, stat: TrieStat): void {
  if (!node) return
  if (!isTnode(node)) {
    stat.leaves++
    stat.totalDepth += depth
    stat.maxDepth = Math.max(stat.maxDepth, depth)
    return
  }
  stat.nodeSizes.set(node.bits, (stat.nodeSizes.get(node.bits) ?? 0) + 1)
  stat.nullPointers += node.emptyChildren
  for (const child of node.children) collect(child, depth + 1, stat)
}

/** Ref: trie_show_stats() */
function showStat({ title, root, aliases }: Trie): string {
  const stat: TrieStat = { totalDepth: 0, maxDepth: 0, leaves: 0, nullPointers: 0, nodeSizes: new Map() }
  collect(root, 0, stat)
  const depth = stat.leaves === 0 ? 0 : Math.floor((stat.totalDepth * 100) / stat.leaves)
  const prefixes = [...aliases.values()].reduce((sum, list) => sum + list.length, 0)
  const sizes = [...stat.nodeSizes].sort(([a], [b]) => a - b)
  const tnodes = sizes.reduce((sum, [, count]) => sum + count, 0)
  const pointers = sizes.reduce((sum, [bits, count]) => sum + 2 ** bits * count, 0)
  const octets =
    LEAF_SIZE * stat.leaves + ALIAS_SIZE * prefixes + TNODE_SIZE * tnodes + POINTER_SIZE * pointers
  return [
    `${title}:`,
    `\tAver depth:     ${Math.floor(depth / 100)}.${String(depth % 100).padStart(2, '0')}`,
    `\tMax depth:      ${stat.maxDepth}`,
    `\tLeaves:         ${stat.leaves}`,
    `\tPrefixes:       ${prefixes}`,
    `\tInternal nodes: ${tnodes}`,
    `\t${sizes.map(([bits, count]) => `  ${bits}: ${count}`).join('')}`,
    `\tPointers: ${pointers}`,
    `Null ptrs: ${stat.nullPointers}`,
    `Total size: ${Math.ceil(octets / 1024)}  kB`,
    '',
  ].join('\n')
}
