// Copying and moving files and trees, for cp and mv.
import { EXDEV, isErrno, type Errno } from '../../uapi/errno.ts'
import { baseName, joinPath } from './paths.ts'
import { quote } from './quote.ts'
import type { Tool } from './tool.ts'

export interface CopyOptions {
  readonly recursive: boolean
  /** Links below are copied as links; at the top too when `linksAtTop`. */
  readonly linksAtTop: boolean
  readonly force: boolean
  readonly noClobber: boolean
  readonly update: boolean
  readonly verbose: boolean
}

/** Copies `from` to `to`, which is the name it is to have. False when something failed; it was said. */
export function copyPath(tool: Tool, from: string, to: string, options: CopyOptions, top = true): boolean {
  const { fs } = tool.p
  const fail = (message: string): boolean => {
    tool.complain(message)
    return false
  }
  const follow = top && !options.linksAtTop
  const stat = follow ? fs.stat(from) : fs.lstat(from)
  if (isErrno(stat)) return fail(`cannot stat ${quote(from)}: ${stat.text}`)
  const target = fs.stat(to)
  if (stat.kind === 'dir') {
    if (!options.recursive) return fail(`-r not specified; omitting directory ${quote(from)}`)
    return copyDirectory(tool, from, to, stat.mode, options)
  }
  if (!isErrno(target) && target.kind === 'dir') {
    return fail(`cannot overwrite directory ${quote(to)} with non-directory`)
  }
  if (!isErrno(target)) {
    if (fs.realpath(from) === fs.realpath(to))
      return fail(`${quote(from)} and ${quote(to)} are the same file`)
    if (options.noClobber) return true
    if (options.update && target.mtime >= stat.mtime) return true
  }
  if (stat.kind === 'link') return copyLink(tool, from, to, options)
  const data = fs.readFile(from)
  if (isErrno(data)) return fail(`cannot open ${quote(from)} for reading: ${data.text}`)
  const error = fs.writeFile(to, data)
  if (error !== null) {
    const what = isErrno(target) ? 'cannot create regular file' : 'cannot open'
    return fail(`${what} ${quote(to)}${isErrno(target) ? '' : ' for writing'}: ${error.text}`)
  }
  if (isErrno(target)) fs.chmod(to, stat.mode)
  if (options.verbose) tool.out.print(`${quote(from)} -> ${quote(to)}\n`)
  return true
}

function copyLink(tool: Tool, from: string, to: string, options: CopyOptions): boolean {
  const { fs } = tool.p
  const target = fs.readlink(from)
  if (!isErrno(fs.lstat(to))) fs.unlink(to)
  const error = isErrno(target) ? target : fs.symlink(target, to)
  if (error !== null) {
    tool.complain(`cannot create symbolic link ${quote(to)}: ${error.text}`)
    return false
  }
  if (options.verbose) tool.out.print(`${quote(from)} -> ${quote(to)}\n`)
  return true
}

function copyDirectory(tool: Tool, from: string, to: string, mode: number, options: CopyOptions): boolean {
  const { fs } = tool.p
  const [source, aim] = [fs.realpath(from), fs.realpath(to)]
  if (aim === source || aim.startsWith(`${source}/`)) {
    tool.complain(`cannot copy a directory, ${quote(from)}, into itself, ${quote(to)}`)
    return false
  }
  const target = fs.stat(to)
  if (!isErrno(target) && target.kind !== 'dir') {
    tool.complain(`cannot overwrite non-directory ${quote(to)} with directory ${quote(from)}`)
    return false
  }
  if (isErrno(target)) {
    const error = fs.mkdir(to, mode)
    if (error !== null) {
      tool.complain(`cannot create directory ${quote(to)}: ${error.text}`)
      return false
    }
    if (options.verbose) tool.out.print(`${quote(from)} -> ${quote(to)}\n`)
  }
  const names = fs.readdir(from)
  if (isErrno(names)) {
    tool.complain(`cannot access ${quote(from)}: ${names.text}`)
    return false
  }
  let all = true
  for (const name of names) {
    if (!copyPath(tool, joinPath(from, name), joinPath(to, name), options, false)) all = false
  }
  return all
}

/** Renames, or across file systems copies and removes. */
export function movePath(tool: Tool, from: string, to: string, options: CopyOptions): boolean {
  const { fs } = tool.p
  const fail = (message: string): boolean => {
    tool.complain(message)
    return false
  }
  const stat = fs.lstat(from)
  if (isErrno(stat)) return fail(`cannot stat ${quote(from)}: ${stat.text}`)
  const target = fs.lstat(to)
  if (!isErrno(target)) {
    if (fs.realpath(from) === fs.realpath(to))
      return fail(`${quote(from)} and ${quote(to)} are the same file`)
    if (options.noClobber) return true
    if (options.update && target.mtime >= stat.mtime) return true
    if (target.kind === 'dir' && stat.kind !== 'dir') {
      return fail(`cannot overwrite directory ${quote(to)} with non-directory`)
    }
    if (target.kind !== 'dir' && stat.kind === 'dir') {
      return fail(`cannot overwrite non-directory ${quote(to)} with directory ${quote(from)}`)
    }
  }
  if (stat.kind === 'dir' && fs.realpath(to).startsWith(`${fs.realpath(from)}/`)) {
    return fail(`cannot move ${quote(from)} to a subdirectory of itself, ${quote(to)}`)
  }
  const error: Errno | null = fs.rename(from, to)
  if (error === EXDEV) {
    const copied = copyPath(tool, from, to, { ...options, recursive: true, linksAtTop: true, verbose: false })
    if (!copied || !removeTree(tool, from)) return false
  } else if (error !== null) return fail(`cannot move ${quote(from)} to ${quote(to)}: ${error.text}`)
  if (options.verbose) tool.out.print(`renamed ${quote(from)} -> ${quote(to)}\n`)
  return true
}

function removeTree(tool: Tool, path: string): boolean {
  const { fs } = tool.p
  const stat = fs.lstat(path)
  if (!isErrno(stat) && stat.kind === 'dir') {
    const names = fs.readdir(path)
    if (!isErrno(names)) for (const name of names) removeTree(tool, joinPath(path, name))
    return fs.rmdir(path) === null
  }
  return fs.unlink(path) === null
}

export interface Destination {
  readonly from: string
  readonly to: string
}

/**
 * What goes where, from the operands of cp, mv and ln: into a directory, or to a name. A number is the exit status
 * after a complaint.
 */
export function destinations(
  tool: Tool,
  operands: readonly string[],
  directory: string | null,
  noTargetDirectory: boolean,
): readonly Destination[] | number {
  const { fs } = tool.p
  const isDirectory = (path: string): boolean => {
    const stat = fs.stat(path)
    return !isErrno(stat) && stat.kind === 'dir'
  }
  const into = (sources: readonly string[], target: string): readonly Destination[] =>
    sources.map((from) => ({ from, to: joinPath(target, baseName(from)) }))
  if (operands.length === 0) return tool.usageError('missing file operand')
  if (directory !== null) {
    if (isDirectory(directory)) return into(operands, directory)
    const stat = fs.stat(directory)
    const why = isErrno(stat) ? stat.text : 'Not a directory'
    tool.complain(`target directory ${quote(directory)}: ${why}`)
    return 1
  }
  const [first = '', second] = operands
  if (second === undefined) return tool.usageError(`missing destination file operand after ${quote(first)}`)
  const sources = operands.slice(0, -1)
  const target = operands.at(-1) ?? ''
  if (noTargetDirectory) {
    if (sources.length > 1) return tool.usageError(`extra operand ${quote(operands[2] ?? '')}`)
    return [{ from: first, to: target }]
  }
  if (isDirectory(target)) return into(sources, target)
  if (sources.length > 1) {
    const stat = fs.stat(target)
    tool.complain(`target ${quote(target)}${isErrno(stat) ? `: ${stat.text}` : ': Not a directory'}`)
    return 1
  }
  return [{ from: first, to: target }]
}
