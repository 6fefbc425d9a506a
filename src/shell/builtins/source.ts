import type { Blocking } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import { deeper } from '../deep.ts'
import type { ShellState } from '../state.ts'
import { runTrap } from '../traps.ts'
import type { PlainBuiltin } from './builtin.ts'
import { builtin, usageError } from './builtin.ts'

/** bash allows 4096. */
const DEEPEST = 4096

const SUMMARY = 'Execute commands from a file in the current shell.'

export const source: PlainBuiltin = builtin('source', 'filename [arguments]', SUMMARY, run)
export const dot: PlainBuiltin = builtin('.', 'filename [arguments]', SUMMARY, run)

function* run(shell: ShellState, args: readonly string[], name: string): Blocking<number> {
  const rest = args[0] === '--' ? args.slice(1) : args
  const [file, ...parameters] = rest
  if (file === undefined) {
    shell.report(`${name}: filename argument required`)
    return usageError(shell, source, name)
  }
  const path = find(shell, file)
  const text = shell.p.fs.readText(path)
  const stat = shell.p.fs.stat(path)
  if (!isErrno(stat) && stat.kind === 'dir') return shell.fail(name, `${file}: is a directory`)
  if (isErrno(text)) {
    shell.report(`${shell.dialect?.name === 'ash' ? `${name}: ` : ''}${file}: ${text.text}`)
    return shell.dialect?.name === 'ash' ? 2 : 1
  }
  if (shell.sourcing >= DEEPEST) {
    shell.discard(`${name}: maximum source nesting level exceeded (${DEEPEST})`)
    return shell.status
  }
  const { positional, loops } = shell
  if (parameters.length > 0) shell.positional = parameters
  const given = shell.positional
  shell.sourcing++
  shell.loops = 0
  yield* deeper(shell.language.text(shell, { text, name: file, input: null, firstLine: 1, numbered: true }))
  shell.sourcing--
  shell.loops = loops
  // `set -- …` within the file stays, unless the file had parameters of its own.
  if (parameters.length > 0 && shell.positional === given) shell.positional = positional
  if (shell.unwind?.kind === 'return') shell.unwind = null
  if (shell.traps.has('RETURN') && !shell.unwind) yield* runTrap(shell, 'RETURN')
  return shell.status
}

/** A name without a slash is looked for along PATH first. */
function find(shell: ShellState, file: string): string {
  if (file.includes('/')) return file
  for (const directory of (shell.vars.get('PATH') ?? '').split(':')) {
    const path = `${directory === '' ? '.' : directory}/${file}`
    const stat = shell.p.fs.stat(path)
    if (!isErrno(stat) && stat.kind === 'file') return path
  }
  return file
}
