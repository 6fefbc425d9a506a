// The parts of the shell joined: see Language in state.ts.
import type { Statement, SyntaxNode } from 'unbash'
import { forEachChild } from 'unbash'
import type { Blocking, Process } from '../os/program.ts'
import { isErrno } from '../uapi/errno.ts'
import { flat } from './deep.ts'
import { joinVariables } from './dynamic.ts'
import { runCommand, runLast, runList, runScript, runStatements, runSubshellBody } from './eval/list.ts'
import { evaluate } from './expand/arithmetic.ts'
import { newShell } from './start.ts'
import type { Dialect, Language, Origin, ShellState } from './state.ts'
import { lineAt } from './state.ts'
import { readText } from './syntax/parse.ts'
import { lineAfter, reportSyntax } from './syntax/report.ts'
import { runTrap } from './traps.ts'

export const LANGUAGE: Language = {
  script: runScript,
  list: runList,
  command: runCommand,
  last: runLast,
  subshell: runSubshellBody,
  text: runText,
  arithmetic: evaluate,
  prepare: joinVariables,
  file: (p, path, args) => flat(runFile(p, path, args)),
}

/** What can be run of a text is run, then what is wrong with it is told. */
export function* runText(shell: ShellState, origin: Origin): Blocking<number> {
  const extglob = shell.shopts.has('extglob')
  const { statements, wrong } = readText(origin.text, extglob, !shell.dialect)
  if (statements.length === 0) shell.status = 0
  if (origin.text.includes('<<')) warnOfOpenDocument(shell, origin, statements)
  if (statements.length > 0) yield* runStatements(shell, statements, origin)
  if (!wrong || shell.unwind) return shell.status
  if (extglob || !shell.shopts.has('extglob')) {
    reportSyntax(shell, origin, wrong)
    return shell.status
  }
  // The lines before it have turned extglob on: what follows is read again.
  const again = readText(origin.text, true, !shell.dialect)
  yield* runStatements(
    shell,
    again.statements.filter((one) => one.pos >= wrong.start),
    origin,
  )
  if (again.wrong && !shell.unwind) reportSyntax(shell, origin, again.wrong)
  return shell.status
}

/** The end of a shell: its EXIT trap, its status. */
export function* finish(shell: ShellState): Blocking<number> {
  if (shell.traps.has('EXIT')) {
    shell.unwind = null
    yield* runTrap(shell, 'EXIT')
  }
  return shell.status & 255
}

/** A script: `FILE: line 3: …` are its messages. */
export function* runFile(
  p: Process,
  path: string,
  args: readonly string[],
  dialect: Dialect | null = null,
): Blocking<number> {
  const shell = newShell(p, LANGUAGE, dialect)
  const text = p.fs.readText(path)
  if (isErrno(text)) {
    shell.err(`bash: ${path}: ${text.text}\n`)
    return text.name === 'ENOENT' ? 127 : 126
  }
  shell.arg0 = path
  shell.positional = [...args]
  yield* runText(shell, { text, name: path, input: null, firstLine: 1, numbered: true })
  return yield* finish(shell)
}

/** A here-document without its end takes the rest of the text. */
function warnOfOpenDocument(shell: ShellState, origin: Origin, statements: readonly Statement[]): void {
  const last = statements.at(-1)
  if (!last) return
  const search = (node: SyntaxNode): void => {
    if (node.type === 'HereDoc' && !node.closing && node.delimiter) {
      const line = lineAt(origin, node.pos)
      const where =
        origin.numbered && !shell.interactive ? `${origin.name}: line ${lineAfter(origin) - 1}: ` : 'bash: '
      const warning = `here-document at line ${line} delimited by end-of-file (wanted \`${node.delimiter.value}')`
      shell.err(`${where}warning: ${warning}\n`)
    }
    if (node.type !== 'Word') forEachChild(node, search)
  }
  search(last)
}
