// The primaries that `test` and `[[` share.
import { isErrno } from '../uapi/errno.ts'
import type { FileStat } from '../os/program.ts'
import { parseReference, readElement } from './assign.ts'
import type { SetOption } from './options.ts'
import type { ShellState } from './state.ts'
import { SET_OPTIONS } from './options.ts'

export const UNARY: ReadonlySet<string> = new Set(
  'a b c d e f g h k n o p r s t u v w x z G L N O R S'.split(' ').map((letter) => `-${letter}`),
)

export function testUnary(shell: ShellState, operator: string, operand: string): boolean {
  switch (operator) {
    case '-n':
      return operand !== ''
    case '-z':
      return operand === ''
    case '-t':
      return /^\d+$/.test(operand) && shell.p.io.isatty(Number(operand))
    case '-v':
      return isSet(shell, operand)
    case '-R':
      return shell.vars.table.get(operand)?.nameref ?? false
    case '-o':
      return operand in SET_OPTIONS && shell.option(operand as SetOption)
    default:
      return testFile(shell, operator, operand)
  }
}

function isSet(shell: ShellState, text: string): boolean {
  const reference = parseReference(text)
  if (!reference) return /^\d+$/.test(text) && shell.positional[Number(text) - 1] !== undefined
  const { name, subscript } = reference
  if (subscript === null) return shell.vars.get(name) !== null
  if (subscript === '@' || subscript === '*') return shell.vars.find(name)?.isSet ?? false
  return readElement(shell, name, subscript) !== null
}

function testFile(shell: ShellState, operator: string, path: string): boolean {
  if (path === '') return false
  const { fs } = shell.p
  const stat = operator === '-h' || operator === '-L' ? fs.lstat(path) : fs.stat(path)
  if (isErrno(stat)) return false
  switch (operator) {
    case '-a':
    case '-e':
    case '-O':
    case '-G':
      return true
    case '-f':
      return stat.kind === 'file' || stat.kind === 'nsfs'
    case '-d':
      return stat.kind === 'dir'
    case '-c':
      return stat.kind === 'char'
    case '-p':
      return stat.kind === 'fifo'
    case '-S':
      return stat.kind === 'socket'
    case '-h':
    case '-L':
      return stat.kind === 'link'
    case '-s':
      return stat.size > 0
    // Root may read and write whatever there is; it may run what somebody may.
    case '-r':
    case '-w':
      return true
    case '-x':
      return stat.kind === 'dir' || (stat.mode & 0o111) !== 0
    case '-u':
      return (stat.mode & 0o4000) !== 0
    case '-g':
      return (stat.mode & 0o2000) !== 0
    case '-k':
      return (stat.mode & 0o1000) !== 0
    default:
      return false
  }
}

export function compareFiles(
  shell: ShellState,
  operator: '-nt' | '-ot' | '-ef',
  a: string,
  b: string,
): boolean {
  const left = present(shell, a)
  const right = present(shell, b)
  if (operator === '-ef') return left !== null && right !== null && left.inode === right.inode
  if (operator === '-ot') return right !== null && (left === null || left.mtime < right.mtime)
  return left !== null && (right === null || left.mtime > right.mtime)
}

function present(shell: ShellState, path: string): FileStat | null {
  const stat = shell.p.fs.stat(path)
  return isErrno(stat) ? null : stat
}
