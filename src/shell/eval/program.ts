// Programs: found by PATH, run in a child or, at the end of a forked shell, in its place.
import type { Command } from 'unbash'
import type { Blocking, FileStat, OpenFile, Process } from '../../os/program.ts'
import type { Errno } from '../../uapi/errno.ts'
import { isErrno } from '../../uapi/errno.ts'
import { canFork } from '../fork.ts'
import { waitForeground } from '../foreground.ts'
import { printCommand } from '../print/command.ts'
import type { ShellState } from '../state.ts'
import type { Undo } from './redirect.ts'
import { release } from './redirect.ts'

/** What a shell that holds a program itself runs it from. */
const OWN_FILE = '/proc/self/exe'

/** Where a command is; null when nowhere. A name with a slash is its own place. */
export function locate(shell: ShellState, name: string): string | null {
  if (name.includes('/')) return name
  if (shell.dialect?.isApplet(name)) return OWN_FILE
  const known = shell.hash.get(name)
  if (known) {
    shell.hash.set(name, { path: known.path, hits: known.hits + 1 })
    return known.path
  }
  const path = name === '' ? null : shell.p.procs.find(name)
  if (path !== null && shell.option('hashall')) shell.hash.set(name, { path, hits: 1 })
  return path
}

/** In a child. The descriptors that `undo` made are closed here once the child has them. */
export function* runProgram(
  shell: ShellState,
  words: readonly string[],
  fds: ReadonlyMap<number, OpenFile>,
  undo: Undo | null,
  node: Command | null,
): Blocking<number> {
  const { p } = shell
  const path = locate(shell, words[0] ?? '')
  if (!(yield* canFork(shell))) {
    if (undo) release(undo)
    return shell.status
  }
  const group = shell.option('monitor') ? { pgid: 'own' as const } : {}
  const pid = p.procs.spawn((child) => become(shell, child, path, words), {
    argv: words,
    fds,
    ...shell.inheritance(),
    ...group,
  })
  if (undo) release(undo)
  const [status] = yield* waitForeground(shell, [pid], () =>
    node ? printCommand(node, shell.origin.text) : words.join(' '),
  )
  return status ?? 0
}

/** In this very process. */
export function* execProgram(shell: ShellState, words: readonly string[]): Blocking<number> {
  return yield* become(shell, shell.p, locate(shell, words[0] ?? ''), words)
}

function* become(
  shell: ShellState,
  p: Process,
  path: string | null,
  words: readonly string[],
): Blocking<number> {
  const name = words[0] ?? ''
  if (path === null) {
    complain(shell, p, `${name}: command not found`)
    return 127
  }
  const inside = path === OWN_FILE && shell.dialect?.isApplet(name, true) === true
  const result = yield* p.procs.exec(path, words, undefined, inside ? shell.p.argv : null)
  if (!isErrno(result)) return result
  if (result.name === 'ENOEXEC') return yield* shell.language.file(p, path, words.slice(1))
  const stat = p.fs.stat(path)
  complain(shell, p, `${path}: ${reasonOf(result, stat)}`)
  return result.name === 'ENOENT' ? 127 : 126
}

function reasonOf(errno: Errno, stat: FileStat | Errno): string {
  if (isErrno(stat)) return errno.text
  if (stat.kind === 'dir') return 'Is a directory'
  // The file is there: its interpreter is not.
  return errno.name === 'ENOENT' ? 'cannot execute: required file not found' : errno.text
}

/** On the descriptors of the process concerned. */
function complain(shell: ShellState, p: Process, message: string): void {
  p.io.err(shell.complaint(message))
}
