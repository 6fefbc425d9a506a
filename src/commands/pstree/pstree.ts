// pstree of psmisc 23.6: processes as a tree. Ref: psmisc pstree.c:dump_tree()
import type { Process, ProcessInfo } from '../../os/program.ts'
import type { Command } from '../command.ts'
import { uidOf, userName, userNumber } from '../lib/owner.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { defineTool, type Tool } from '../lib/tool.ts'
import { USAGE } from './usage.ts'

type PstreeOption = 'a' | 'A' | 'c' | 'g' | 'l' | 'n' | 'p' | 's' | 'T' | 't' | 'u' | 'U'

const OPTIONS: OptionTable<PstreeOption> = {
  a: ['-a, --arguments', 'show command line arguments'],
  A: ['-A, --ascii', 'use ASCII line drawing characters'],
  c: ['-c, --compact-not', "don't compact identical subtrees"],
  g: ['-g, --show-pgids', 'show process group ids; implies -c'],
  l: ['-l, --long', "don't truncate long lines"],
  n: ['-n, --numeric-sort', 'sort output by PID'],
  p: ['-p, --show-pids', 'show PIDs; implies -c'],
  s: ['-s, --show-parents', 'show parents of the selected process'],
  T: ['-T, --hide-threads', 'hide threads, show only processes'],
  t: ['-t, --thread-names', 'show full thread names'],
  u: ['-u, --uid-changes', 'show uid transitions'],
  U: ['-U, --unicode', 'use UTF-8 (Unicode) line drawing characters'],
}

export const pstreeCommand: Command = defineTool<PstreeOption>({
  name: 'pstree',
  path: '/usr/bin/pstree',
  summary: 'processes as a tree',
  usage: ['[-acglpsStTuZ] [ PID | USER ]'],
  options: OPTIONS,
  refused: [
    '-C, --color=TYPE',
    '-G, --vt100',
    '-h, --highlight-all',
    '-H, --highlight-pid=PID',
    '-N, --ns-sort=TYPE',
    '-S, --ns-changes',
    '-V, --version',
    '-Z, --security-context',
  ],
  hint: USAGE,
  main: pstree,
})

interface Node {
  readonly text: string
  readonly info: ProcessInfo
  readonly children: readonly Node[]
}

interface Symbols {
  readonly only: string
  readonly first: string
  readonly branch: string
  readonly last: string
  readonly bar: string
}

/** `only` and `first` follow the parent's name, the others stand below it. */
const ASCII: Symbols = { only: '---', first: '-+-', branch: ' |-', last: ' `-', bar: ' | ' }
const UNICODE: Symbols = { only: '───', first: '─┬─', branch: ' ├─', last: ' └─', bar: ' │ ' }

const PLAIN_WIDTH = 132

function pstree(tool: Tool, args: Args<PstreeOption>): number {
  const { p, out } = tool
  const [word] = args.operands
  const infos = p.procs.list()
  let roots: readonly number[] = [infos.find(({ ppid }) => ppid === 0)?.pid ?? 1]
  let named = false
  if (word !== undefined && /^\d+$/.test(word)) roots = [Number(word)]
  else if (word !== undefined) {
    const uid = userNumber(p, word)
    if (uid === null) {
      p.io.err(`No such user name: ${word}\n`)
      return 1
    }
    const owned = (pid: number): boolean => uidOf(p, pid) === uid
    roots = infos.filter(({ pid, ppid }) => owned(pid) && (ppid === 0 || !owned(ppid))).map(({ pid }) => pid)
    named = true
  }
  const columns = p.io.fds.get(1)?.tty?.columns
  const printer = new TreePrinter(args.has('l') ? Infinity : (columns ?? PLAIN_WIDTH), symbolsOf(p, args))
  for (const pid of roots) {
    const info = infos.find((one) => one.pid === pid)
    if (!info) continue
    let node = nodeOf(p, info, infos, args, null)
    if (args.has('s')) node = withParents(p, node, infos, args)
    if (args.has('a')) printer.printArguments(node, '', '')
    else printer.print(node, [], 0, args.has('c') || args.has('p') || args.has('g'))
  }
  out.print(printer.text)
  if (named && roots.length === 0) {
    p.io.err('No processes found.\n')
    return 1
  }
  return 0
}

function symbolsOf(p: Process, args: Args<PstreeOption>): Symbols {
  const asked = args.lastOf('A', 'U')
  if (asked !== null) return asked === 'U' ? UNICODE : ASCII
  const locale = p.env.get('LC_ALL') ?? p.env.get('LC_CTYPE') ?? p.env.get('LANG') ?? ''
  return p.io.isatty(1) && /utf-?8/i.test(locale) ? UNICODE : ASCII
}

function nodeOf(
  p: Process,
  info: ProcessInfo,
  infos: readonly ProcessInfo[],
  args: Args<PstreeOption>,
  parentUid: number | null,
): Node {
  const uid = args.has('u') ? uidOf(p, info.pid) : 0
  const children = infos
    .filter(({ ppid, pid }) => ppid === info.pid && pid !== info.pid)
    .toSorted((a, b) => (args.has('n') ? 0 : compareText(a.comm, b.comm)) || a.pid - b.pid)
    .map((child) => nodeOf(p, child, infos, args, uid))
  return { text: labelOf(p, info, args, uid, parentUid), info, children }
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** `NAME(PID,PGID,USER)`; with -a `NAME,PID,PGID,USER ARGUMENTS`. */
function labelOf(
  p: Process,
  info: ProcessInfo,
  args: Args<PstreeOption>,
  uid: number,
  parentUid: number | null,
): string {
  const details: string[] = []
  if (args.has('p')) details.push(String(info.pid))
  if (args.has('g')) details.push(String(info.pgid))
  if (args.has('u') && uid !== (parentUid ?? 0)) details.push(userName(p, uid))
  const comm = info.state === 'Z' && args.has('a') ? `(${info.comm})` : info.comm
  if (!args.has('a')) return details.length > 0 ? `${comm}(${details.join(',')})` : comm
  return [[comm, ...details].join(','), ...info.argv.slice(1)].join(' ')
}

function withParents(p: Process, node: Node, infos: readonly ProcessInfo[], args: Args<PstreeOption>): Node {
  const parent = infos.find(({ pid }) => pid === node.info.ppid)
  if (!parent) return node
  const text = labelOf(p, parent, args, 0, null)
  return withParents(p, { text, info: parent, children: [node] }, infos, args)
}

function isSame(a: Node, b: Node): boolean {
  if (a.text !== b.text || a.children.length !== b.children.length) return false
  return a.children.every((child, i) => isSame(child, b.children[i] ?? child))
}

/** Children that look the same, once each, with how many there are. */
function counted(children: readonly Node[], each: boolean): readonly (readonly [Node, number])[] {
  if (each) return children.map((child) => [child, 1])
  const kinds: [Node, number][] = []
  for (const child of children) {
    const like = kinds.find(([node]) => isSame(node, child))
    if (like) like[1]++
    else kinds.push([child, 1])
  }
  return kinds
}

class TreePrinter {
  text = ''
  #line = ''
  #closing = 0

  constructor(
    private readonly width: number,
    private readonly symbols: Symbols,
  ) {}

  /** `above`: for each level its column and whether its bar goes on below. */
  print(
    node: Node,
    above: readonly (readonly [column: number, open: boolean])[],
    count: number,
    each: boolean,
  ): void {
    const { symbols } = this
    this.#line += count > 1 ? `${count}*[${node.text}` : node.text
    if (count > 1) this.#closing++
    const kinds = counted(node.children, each)
    if (kinds.length === 0) {
      this.#end(']'.repeat(this.#closing))
      if (count > 1) this.#closing--
      return
    }
    const column = this.#line.length
    for (const [i, [child, many]] of kinds.entries()) {
      const isLast = i === kinds.length - 1
      if (i === 0) this.#line += isLast ? symbols.only : symbols.first
      else {
        for (const [at, open] of above) this.#line = this.#line.padEnd(at) + (open ? symbols.bar : '   ')
        this.#line = this.#line.padEnd(column) + (isLast ? symbols.last : symbols.branch)
      }
      this.print(child, [...above, [column, !isLast]], many, each)
    }
    if (count > 1) this.#closing--
  }

  /** With -a each process has a line of its own. */
  printArguments(node: Node, lead: string, below: string): void {
    this.#line = lead + node.text
    this.#end('')
    for (const [i, child] of node.children.entries()) {
      const isLast = i === node.children.length - 1
      const { branch, last, bar } = this.symbols
      this.printArguments(child, `${below} ${isLast ? last : branch}`, `${below} ${isLast ? '   ' : bar}`)
    }
  }

  #end(closing: string): void {
    const whole = this.#line + closing
    this.text += whole.length > this.width ? `${whole.slice(0, this.width - 1)}+\n` : `${whole.trimEnd()}\n`
    this.#line = ''
  }
}
