// find(1): the walk, and what is done with what is found.
import type { Blocking } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { Command } from '../command.ts'
import { modeText } from '../lib/mode.ts'
import { baseName, dirName, joinPath } from '../lib/paths.ts'
import { definePlainTool, type PlainTool } from '../lib/plainTool.ts'
import { quoteWord } from '../lib/quote.ts'
import { spawnProgram } from '../lib/spawn.ts'
import { parseExpression, type Action, type Expression, type Found, type Node } from './expression.ts'

export const findCommand: Command = definePlainTool({
  name: 'find',
  path: '/usr/bin/find',
  summary: 'search for files in a directory hierarchy',
  supports: [
    'find [-P] [PATH]... [EXPRESSION]',
    '-name -iname -path -ipath PATTERN, -type fdlcps, -empty, -size [+-]N[cwbkMG], -perm [-/]MODE, -executable',
    '-maxdepth N, -mindepth N, -depth, -prune, -quit',
    '-print, -print0, -printf FORMAT, -delete, -exec COMMAND ;, -exec COMMAND {} +',
    '( ), !, -not, -a, -and, -o, -or, the comma',
  ],
  complete: () => [],
  main: find,
})

interface Walk {
  readonly tool: PlainTool
  readonly expression: Expression
  status: number
  /** -quit. */
  over: boolean
  /** -prune, of the file being looked at. */
  pruned: boolean
}

function* find(tool: PlainTool, words: readonly string[]): Blocking<number> {
  const { p } = tool
  let first = 0
  while (['-H', '-L', '-P'].includes(words[first] ?? '')) {
    if (words[first] === '-L') return tool.unsupported('-L')
    first++
  }
  let end = first
  while (end < words.length && !/^(?:-.|[(!),]$)/.test(words[end] ?? '')) end++
  const expression = parseExpression(p, words.slice(end))
  if ('unsupported' in expression) return tool.unsupported(expression.unsupported)
  if ('complaint' in expression) {
    p.io.err(`find: ${expression.complaint}\n`)
    return 1
  }
  const walk: Walk = { tool, expression, status: 0, over: false, pruned: false }
  const starts = end > first ? words.slice(first, end) : ['.']
  for (const start of starts) {
    if (walk.over) break
    const stat = p.fs.lstat(start)
    if (isErrno(stat)) {
      complain(walk, start, stat.text)
      continue
    }
    yield* visit(walk, { path: start, start, depth: 0, stat })
  }
  for (const action of expression.actions) {
    if (action.kind === 'exec' && action.many && action.batch.length > 0) yield* runBatch(walk, action)
  }
  return walk.status
}

function complain(walk: Walk, path: string, text: string): void {
  walk.tool.out.flush()
  walk.tool.p.io.err(`find: ${quoteWord(path)}: ${text}\n`)
  walk.status = 1
}

function* visit(walk: Walk, file: Found): Blocking<void> {
  const { expression, tool } = walk
  const inRange = file.depth >= expression.minDepth
  walk.pruned = false
  if (inRange && !expression.depthFirst) yield* evaluate(walk, expression.root, file)
  yield* tool.out.room()
  const { pruned } = walk
  if (!walk.over && !pruned && file.stat.kind === 'dir' && file.depth < expression.maxDepth) {
    const names = tool.p.fs.readdirUnsorted(file.path)
    if (isErrno(names)) complain(walk, file.path, names.text)
    else {
      for (const name of names) {
        const path = joinPath(file.path, name)
        const stat = tool.p.fs.lstat(path)
        // What has gone in the meantime is no error of its own.
        if (!isErrno(stat)) yield* visit(walk, { path, start: file.start, depth: file.depth + 1, stat })
        if (walk.over) return
      }
    }
  }
  if (inRange && expression.depthFirst && !walk.over) yield* evaluate(walk, expression.root, file)
}

function* evaluate(walk: Walk, node: Node, file: Found): Blocking<boolean> {
  switch (node.kind) {
    case 'test':
      return node.holds(file)
    case 'not':
      return !(yield* evaluate(walk, node.of, file))
    case 'and':
      return (
        (yield* evaluate(walk, node.left, file)) && !walk.over && (yield* evaluate(walk, node.right, file))
      )
    case 'or':
      return (
        (yield* evaluate(walk, node.left, file)) || walk.over || (yield* evaluate(walk, node.right, file))
      )
    case 'comma':
      yield* evaluate(walk, node.left, file)
      return yield* evaluate(walk, node.right, file)
    case 'action':
      return yield* act(walk, node.action, file)
  }
}

function* act(walk: Walk, action: Action, file: Found): Blocking<boolean> {
  const { out, p } = walk.tool
  switch (action.kind) {
    case 'print':
      out.print(`${file.path}\n`)
      return true
    case 'print0':
      out.print(`${file.path}\0`)
      return true
    case 'ls':
      walk.status = walk.tool.unsupported('-ls')
      walk.over = true
      return false
    case 'printf':
      out.print(formatted(action.format, file, (path) => p.fs.readlink(path)))
      return true
    case 'prune':
      walk.pruned = true
      return true
    case 'quit':
      walk.over = true
      return true
    case 'delete': {
      if (file.path === '.') return true
      const error = file.stat.kind === 'dir' ? p.fs.rmdir(file.path) : p.fs.unlink(file.path)
      if (!error) return true
      out.flush()
      p.io.err(`find: cannot delete ${quoteWord(file.path)}: ${error.text}\n`)
      walk.status = 1
      return false
    }
    case 'exec':
      if (action.many) {
        action.batch.push(file.path)
        return true
      }
      return (
        (yield* runProgram(
          walk,
          action.argv.map((word) => word.replaceAll('{}', file.path)),
        )) === 0
      )
  }
}

function* runProgram(walk: Walk, argv: readonly string[]): Blocking<number> {
  const { out, p } = walk.tool
  out.flush()
  const pid = spawnProgram(p, argv, (error) => p.io.err(`find: ${quoteWord(argv[0] ?? '')}: ${error.text}\n`))
  const ended = yield* p.procs.wait(pid)
  return isErrno(ended) ? 1 : ended.status
}

function* runBatch(walk: Walk, action: Action & { readonly kind: 'exec' }): Blocking<void> {
  if ((yield* runProgram(walk, [...action.argv, ...action.batch])) !== 0) walk.status = 1
}

const LETTERS: Readonly<Record<FileStatKind, string>> = {
  file: 'f',
  dir: 'd',
  link: 'l',
  char: 'c',
  fifo: 'p',
  socket: 's',
  nsfs: 'f',
}
type FileStatKind = Found['stat']['kind']

function formatted(format: string, file: Found, readlink: (path: string) => unknown): string {
  const { path, start, stat } = file
  const target = stat.kind === 'link' ? readlink(path) : ''
  const values: Readonly<Record<string, string>> = {
    '%': '%',
    p: path,
    f: baseName(path),
    h: dirName(path),
    P: path === start ? '' : path.slice(start.length).replace(/^\//, ''),
    H: start,
    d: String(file.depth),
    s: String(stat.size),
    m: stat.mode.toString(8),
    M: modeText(stat),
    i: String(stat.inode),
    l: typeof target === 'string' ? target : '',
    y: LETTERS[stat.kind],
    u: 'root',
    g: 'root',
    U: '0',
    G: '0',
  }
  const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', '0': '\0', '\\': '\\' }
  return format.replace(/%(.)|\\(.)/gs, (whole, value?: string, escape?: string) =>
    value !== undefined ? (values[value] ?? whole) : (escapes[escape ?? ''] ?? whole),
  )
}
