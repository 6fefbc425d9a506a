// Redirections, on a table of descriptors: the shell's own or one made for a child.
import type { HereDoc, HereString, Redirect, Redirection } from 'unbash'
import type { Blocking, OpenFile, OpenFlags } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import { encodeUtf8 } from '../../wire/utf8.ts'
import { expandParts, expandText, expandWord } from '../expand/word.ts'
import { TextSink } from '../expand/sink.ts'
import { assign } from '../assign.ts'
import type { ShellState } from '../state.ts'
import { isNetPath, openNetFile } from './netfile.ts'

type Fds = Map<number, OpenFile>

/** What was where, so that it can be put back; `now` is what was opened in its stead. */
export type Undo = {
  readonly fd: number
  readonly old: OpenFile | undefined
  readonly now: OpenFile | undefined
}[]

/** Carries them out, left to right. Null, having said why and put everything back, when one failed. */
export function* redirect(
  shell: ShellState,
  redirects: readonly Redirection[],
  fds: Fds,
): Blocking<Undo | null> {
  const undo: Undo = []
  for (const node of redirects) {
    const done =
      node.type === 'Redirect'
        ? yield* redirectFile(shell, node, fds, undo)
        : yield* hereText(shell, node, fds, undo)
    if (done) continue
    putBack(fds, undo)
    return null
  }
  return undo
}

function putBack(fds: Fds, undo: Undo): void {
  for (const { fd, old, now } of undo.toReversed()) {
    now?.close()
    if (old) fds.set(fd, old)
    else fds.delete(fd)
  }
}

export function restore(shell: ShellState, undo: Undo): void {
  putBack(shell.p.io.fds, undo)
}

/** `exec > file`: for good. */
export function keep(undo: Undo): void {
  for (const { old } of undo) old?.close()
}

/** The child has them: the shell lets go of what it opened. */
export function release(undo: Undo): void {
  for (const { now } of undo) now?.close()
}

function put(fds: Fds, undo: Undo, fd: number, now: OpenFile | undefined): void {
  undo.push({ fd, old: fds.get(fd), now })
  if (now) fds.set(fd, now)
  else fds.delete(fd)
}

const FLAGS: Record<string, OpenFlags> = {
  '<': { read: true },
  '>': { write: true, create: true, truncate: true },
  '>|': { write: true, create: true, truncate: true },
  '&>': { write: true, create: true, truncate: true },
  '>&': { write: true, create: true, truncate: true },
  '>>': { write: true, create: true, append: true },
  '&>>': { write: true, create: true, append: true },
  '<>': { read: true, write: true, create: true },
}

function* redirectFile(shell: ShellState, node: Redirect, fds: Fds, undo: Undo): Blocking<boolean> {
  const { operator } = node
  const target = yield* targetOf(shell, node)
  if (target === null) return false
  const fd = descriptor(shell, node, fds, operator.startsWith('<') ? 0 : 1)
  if (fd === null) return false
  if (operator === '<&' || operator === '>&') {
    const duplicated = /^(\d+)(-?)$/.exec(target)
    if (target === '-') {
      put(fds, undo, fd, undefined)
      return true
    }
    if (duplicated) return duplicate(shell, fds, undo, fd, Number(duplicated[1]), duplicated[2] === '-')
    if (operator === '<&' || node.descriptor) {
      shell.report(`${node.target?.text ?? target}: ambiguous redirect`)
      return false
    }
  }
  const file = yield* openTarget(shell, target, operator)
  if (!file) return false
  put(fds, undo, fd, file)
  if (operator === '&>' || operator === '&>>' || operator === '>&') {
    file.ref()
    put(fds, undo, 2, file)
  }
  return true
}

/** One word; null, having said why, when it is not one. */
function* targetOf(shell: ShellState, node: Redirect): Blocking<string | null> {
  if (!node.target) return null
  const fields: string[] = []
  if (!(yield* expandWord(shell, node.target, fields))) return null
  const [target] = fields
  if (target !== undefined && fields.length === 1) return target
  shell.report(`${node.target.text}: ambiguous redirect`)
  return null
}

/** The number before the operator; `{name}` takes a free one from 10 up and keeps it in the variable. */
function descriptor(shell: ShellState, node: Redirection, fds: Fds, standard: number): number | null {
  const given = node.descriptor
  if (!given) return standard
  if (given.type === 'FileDescriptor') return given.value
  let fd = 10
  while (fds.has(fd)) fd++
  return assign(shell, given.name, null, String(fd)) ? fd : null
}

function duplicate(
  shell: ShellState,
  fds: Fds,
  undo: Undo,
  fd: number,
  from: number,
  move: boolean,
): boolean {
  const file = fds.get(from)
  if (!file) {
    shell.report(`${from}: Bad file descriptor`)
    return false
  }
  file.ref()
  put(fds, undo, fd, file)
  if (move && from !== fd) put(fds, undo, from, undefined)
  return true
}

function* openTarget(shell: ShellState, target: string, operator: string): Blocking<OpenFile | null> {
  const { fs } = shell.p
  if (shell.option('noclobber') && (operator === '>' || operator === '&>')) {
    const stat = fs.stat(target)
    if (!isErrno(stat) && stat.kind === 'file') {
      shell.report(`${target}: cannot overwrite existing file`)
      return null
    }
  }
  const file =
    !shell.dialect && isNetPath(target)
      ? yield* openNetFile(shell, target)
      : fs.open(target, FLAGS[operator] ?? { read: true })
  if (!isErrno(file)) return file
  const { dialect } = shell
  shell.report(dialect ? dialect.redirect(target, operator, file.text) : `${target}: ${file.text}`)
  return null
}

/** The text in a pipe of which only the reading end stays open. */
function* hereText(shell: ShellState, node: HereDoc | HereString, fds: Fds, undo: Undo): Blocking<boolean> {
  const text = node.type === 'HereDoc' ? yield* hereDocument(shell, node) : yield* hereString(shell, node)
  if (text === null) return false
  const fd = descriptor(shell, node, fds, 0)
  if (fd === null) return false
  const pipe = shell.p.fs.pipe()
  pipe.write.write(encodeUtf8(text))
  pipe.write.close()
  put(fds, undo, fd, pipe.read)
  return true
}

function* hereString(shell: ShellState, node: HereString): Blocking<string | null> {
  const text = node.target ? yield* expandText(shell, node.target) : ''
  return text === null ? null : `${text}\n`
}

function* hereDocument(shell: ShellState, node: HereDoc): Blocking<string | null> {
  const { body } = node
  const strip = node.operator === '<<-'
  if (!body.parts) return whole(node, unquotedBody(node, strip ? body.text.replace(/^\t+/gm, '') : body.text))
  const sink = new TextSink(true)
  const parts = strip ? body.parts.map((part, i) => stripped(part, i)) : body.parts
  return (yield* expandParts(shell, parts, sink, true)) ? whole(node, sink.text) : null
}

/** A body that the end of the text has cut off ends in a newline all the same. */
function whole(node: HereDoc, text: string): string {
  return node.closing || text === '' || text.endsWith('\n') ? text : `${text}\n`
}

/** Without parts a body has no expansions; in an unquoted one a backslash still quotes. */
function unquotedBody(node: HereDoc, text: string): string {
  return node.delimiter?.quoted ? text : text.replace(/\\([$`\\])/g, '$1').replaceAll('\\\n', '')
}

function stripped<P extends NonNullable<HereDoc['body']['parts']>[number]>(part: P, index: number): P {
  if (part.type !== 'Literal') return part
  const value = part.value.replace(/\n\t+/g, '\n')
  return { ...part, value: index === 0 ? value.replace(/^\t+/, '') : value }
}
