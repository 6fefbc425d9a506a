// lsns of util-linux 2.38: the namespaces that somebody is in. Ref: util-linux sys-utils/lsns.c
import type { Command } from '../command.ts'
import { wholeNumber } from '../lib/numbers.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { defineTool, type Tool } from '../lib/tool.ts'
import { COLUMNS, DEFAULT, type ColumnName } from './columns.ts'
import { namespaceTypes, readNamespaces, type NamespaceEntry } from './namespaces.ts'
import { arrange, byProcess, processTree, type Line } from './tree.ts'
import { formatJson, formatRaw, formatTable } from './table.ts'
import { USAGE } from './usage.ts'

type LsnsOption = 'J' | 'l' | 'n' | 'o' | 'all' | 'p' | 'r' | 'u' | 'W' | 't' | 'T' | 'h' | 'V'

const OPTIONS: OptionTable<LsnsOption> = {
  J: ['-J, --json', 'use JSON output format'],
  l: ['-l, --list', 'use list format output'],
  n: ['-n, --noheadings', "don't print headings"],
  o: ['-o, --output=LIST', 'define which output columns to use'],
  all: ['--output-all', 'output all columns'],
  p: ['-p, --task=PID', 'print process namespaces'],
  r: ['-r, --raw', 'use the raw output format'],
  u: ['-u, --notruncate', "don't truncate text in columns"],
  W: ['-W, --nowrap', "don't use multi-line representation"],
  t: ['-t, --type=NAME', 'namespace type (mnt, net, ipc, user, pid, uts, cgroup, time)'],
  T: ['-T, --tree[=REL]', 'use tree format (parent, owner, or process)'],
  h: ['-h, --help', 'display this help'],
  V: ['-V, --version', 'display version'],
}

export const lsnsCommand: Command = defineTool<LsnsOption>({
  name: 'lsns',
  path: '/usr/bin/lsns',
  summary: 'list namespaces',
  usage: ['[options] [namespace]'],
  options: OPTIONS,
  ownHelp: true,
  main: lsns,
})

function lsns(tool: Tool, args: Args<LsnsOption>): number {
  if (args.has('h') || args.has('V')) {
    tool.out.print(args.has('V') ? 'lsns from util-linux 2.38.1\n' : USAGE)
    return 0
  }
  const types = args.all('t').flatMap((list) => list.split(','))
  const strange = types.find((type) => !namespaceTypes.some((known) => known === type))
  if (strange !== undefined) return fail(tool, `unknown namespace type: ${strange}`)
  const relation = args.has('T') ? (args.last('T') ?? 'owner') : 'process'
  if (!['parent', 'owner', 'process'].includes(relation)) return fail(tool, `unknown tree type: ${relation}`)
  if (args.has('T') && relation !== 'process') return tool.unsupported(`--tree=${relation}`)
  const task = args.last('p')
  if (task !== null && wholeNumber(task) === null) return fail(tool, `invalid PID argument: '${task}'`)
  const [inode, extra] = args.operands
  if (extra !== undefined || (inode !== undefined && task !== null)) return tool.usageError('bad usage')
  if (inode !== undefined && wholeNumber(inode) === null) {
    return fail(tool, `invalid namespace argument: '${inode}'`)
  }
  const columns = columnsOf(args, types)
  if (typeof columns === 'string') return fail(tool, `unknown column: ${columns}`)
  const all = readNamespaces(tool.p)
  if (inode !== undefined) return one(tool, args, all, Number(inode))
  const chosen = all.filter(
    (entry) =>
      (types.length === 0 || types.includes(entry.type)) &&
      (task === null || entry.members.some(({ pid }) => pid === Number(task))),
  )
  print(
    tool,
    args,
    columns,
    args.has('l') || args.has('r') || args.has('J') ? chosen.map(plain) : arrange(chosen),
  )
  return 0
}

function plain(entry: NamespaceEntry): Line {
  return { entry, branch: '' }
}

function columnsOf(args: Args<LsnsOption>, types: readonly string[]): readonly ColumnName[] | string {
  const all = Object.keys(COLUMNS) as ColumnName[]
  if (args.has('all')) return all
  const list = args.last('o')
  if (list === null)
    return types.includes('net') ? [...DEFAULT.slice(0, 5), 'NETNSID', 'NSFS', 'COMMAND'] : DEFAULT
  const more = list.startsWith('+')
  const names: ColumnName[] = more ? [...DEFAULT] : []
  for (const word of list.replace(/^\+/, '').split(',')) {
    const name = all.find((known) => known === word.toUpperCase())
    if (name === undefined) return word
    names.push(name)
  }
  return names
}

function print(
  tool: Tool,
  args: Args<LsnsOption>,
  names: readonly ColumnName[],
  lines: readonly Line[],
): void {
  if (lines.length === 0 && !args.has('J')) return
  const columns = names.map((name) => ({ name, ...COLUMNS[name] }))
  if (args.has('J')) tool.out.print(formatJson(tool.p, columns, lines))
  else if (args.has('r')) tool.out.print(formatRaw(tool.p, columns, lines, !args.has('n')))
  else tool.out.print(formatTable(tool.p, columns, lines, !args.has('n')))
}

/** The processes of one namespace, as they descend from one another. */
function one(tool: Tool, args: Args<LsnsOption>, all: readonly NamespaceEntry[], inode: number): number {
  const entry = all.find((each) => each.inode === inode)
  if (!entry) return fail(tool, `not found namespace: ${inode}`)
  const names = args.has('o') ? columnsOf(args, []) : (['PID', 'PPID', 'USER', 'COMMAND'] as const)
  if (typeof names === 'string') return fail(tool, `unknown column: ${names}`)
  const lines = processTree(byProcess(entry))
  print(tool, args, names, lines)
  return 0
}

function fail(tool: Tool, text: string): number {
  tool.complain(text)
  return 1
}
