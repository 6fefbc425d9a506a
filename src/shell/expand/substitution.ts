// Command and process substitution: a forked shell at the end of a pipe.
import type { CommandExpansionPart, ParsedScript, ProcessSubstitutionPart } from 'unbash'
import type { Blocking, OpenFile } from '../../os/program.ts'
import { OutOfMemory } from '../../os/task.ts'
import { isErrno } from '../../uapi/errno.ts'
import { decodeUtf8 } from '../../wire/utf8.ts'
import { reap, waitFor } from '../children.ts'
import { forkShell } from '../fork.ts'
import { reportSyntax } from '../syntax/report.ts'
import type { Origin, ShellState } from '../state.ts'
import { lineAt } from '../state.ts'

/** Octets that a command's output may have. */
const MOST_TEXT = 64 * 1024 * 1024

/** What the command wrote, without the newlines at its end; null when it is no command. */
export function* commandSubstitution(shell: ShellState, part: CommandExpansionPart): Blocking<string | null> {
  const { script } = part
  if (!script) return ''
  const origin = originOf(shell, part, script)
  if (script.errors) {
    reportSyntax(shell, origin)
    shell.unwind = { kind: 'discard' }
    return null
  }
  const file = lonelyRedirect(script)
  if (file !== null) {
    const text = shell.p.fs.readText(file)
    if (!isErrno(text)) {
      shell.substitutionStatus = 0
      shell.status = 0
      return text.replaceAll('\0', '').replace(/\n+$/, '')
    }
    shell.report(`${file}: ${text.text}`)
    shell.substitutionStatus = 1
    shell.status = 1
    return ''
  }
  const { p } = shell
  const pipe = p.fs.pipe()
  const fds = new Map(p.io.fds)
  fds.set(1, pipe.write)
  const pid = yield* forkShell(shell, { fds }, (inner) => {
    if (!inner.shopts.has('inherit_errexit')) inner.options.delete('errexit')
    inner.substituted++
    inner.origin = origin
    return inner.language.subshell(inner, script.commands)
  })
  pipe.write.close()
  if (pid === null) {
    pipe.read.close()
    return null
  }
  let text = ''
  try {
    text = yield* readAll(pipe.read)
  } finally {
    pipe.read.close()
  }
  const status = yield* waitFor(shell, pid)
  shell.jobs.statuses.delete(pid)
  shell.substitutionStatus = status.status
  shell.status = status.status
  return text.replaceAll('\0', '').replace(/\n+$/, '')
}

/** Line numbers go on counting inside; a backtick's decoded text is its own. */
function originOf(shell: ShellState, part: { readonly pos: number }, script: ParsedScript): Origin {
  if (script.source === undefined) return shell.origin
  return { ...shell.origin, text: script.source, firstLine: lineAt(shell.origin, part.pos) }
}

/** The file of `$(< file)`; null when it is another command. */
function lonelyRedirect(script: ParsedScript): string | null {
  const only = script.commands.length === 1 ? script.commands[0]?.command : undefined
  if (only?.type !== 'Command' || only.name || only.prefix.length !== 1) return null
  const redirect = only.prefix[0]
  if (redirect?.type !== 'Redirect' || redirect.operator !== '<' || redirect.descriptor) return null
  const target = redirect.target
  return target && !target.parts && !/[\\~]/.test(target.text) ? target.text : null
}

export function* readAll(file: OpenFile): Blocking<string> {
  const chunks: Uint8Array[] = []
  for (let size = 0; ;) {
    if (size > MOST_TEXT) throw new OutOfMemory()
    const octets = file.read(65536)
    if (isErrno(octets)) {
      if (octets.name !== 'EAGAIN') break
      yield { on: [file], until: Infinity }
      continue
    }
    if (octets.length === 0) break
    chunks.push(octets)
    size += octets.length
  }
  if (chunks.length === 1 && chunks[0]) return decodeUtf8(chunks[0])
  const all = new Uint8Array(chunks.reduce((n, chunk) => n + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return decodeUtf8(all)
}

/** Starts the command at the other end of a pipe; the path by which this end can be opened. */
export function* processSubstitution(
  shell: ShellState,
  part: ProcessSubstitutionPart,
): Blocking<string | null> {
  const { script } = part
  if (!script) return null
  const origin = originOf(shell, part, script)
  if (script.errors) {
    reportSyntax(shell, origin)
    shell.unwind = { kind: 'discard' }
    return null
  }
  const { p } = shell
  const pipe = p.fs.pipe()
  const [mine, theirs] = part.operator === '<' ? [pipe.read, pipe.write] : [pipe.write, pipe.read]
  const fds = new Map(p.io.fds)
  fds.set(part.operator === '<' ? 1 : 0, theirs)
  const pid = yield* forkShell(shell, { fds }, (inner) => {
    inner.origin = origin
    return inner.language.subshell(inner, script.commands)
  })
  theirs.close()
  if (pid === null) {
    mine.close()
    return null
  }
  let fd = 63
  while (p.io.fds.has(fd)) fd--
  p.io.fds.set(fd, mine)
  shell.substitutions.push(fd)
  shell.lastBackground = pid
  return `/dev/fd/${fd}`
}

/** Closes the ends that the command which has just ended was given. */
export function closeSubstitutions(shell: ShellState, before: number): void {
  while (shell.substitutions.length > before) {
    const fd = shell.substitutions.pop() ?? -1
    shell.p.io.fds.get(fd)?.close()
    shell.p.io.fds.delete(fd)
  }
  reap(shell)
}
