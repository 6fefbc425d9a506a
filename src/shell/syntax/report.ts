// Syntax errors in bash's words.
import type { Origin, ShellState } from '../state.ts'
import { lineAt } from '../state.ts'
import type { Diagnosis } from './diagnose.ts'
import { diagnose } from './diagnose.ts'

/** Says what is wrong with a text and sets `$?`. */
export function reportSyntax(
  shell: ShellState,
  origin: Origin,
  found: Diagnosis = diagnose(origin.text),
): void {
  const { problem } = found
  if (!problem) {
    say(shell, origin, origin.firstLine, 'syntax error')
    shell.status = 2
    return
  }
  shell.status = problem.inArray && !shell.dialect ? 1 : 2
  if (shell.dialect) {
    shell.err(shell.dialect.syntax(origin, problem))
    return
  }
  const { kind, text, pos } = problem
  const line = kind === 'end' || pos > origin.text.length ? lineAfter(origin) : lineAt(origin, pos)
  switch (kind) {
    case 'end':
      return say(shell, origin, line, 'syntax error: unexpected end of file')
    case 'matching':
      return say(shell, origin, line, `unexpected EOF while looking for matching \`${text}'`)
    case 'sentence':
      if (text !== '') say(shell, origin, line, text)
      if (origin.input !== 'eval' && origin.numbered && origin.text.slice(pos).trim() !== '') shell.status = 0
      return
    case 'arithmetic': {
      const many = text.split(';').length > 3
      say(shell, origin, line, `syntax error: ${many ? "`;' unexpected" : 'arithmetic expression required'}`)
      return say(shell, origin, line, `syntax error: \`${text}'`)
    }
    case 'token':
      if (problem.inSubstitution && origin.input === '-c') shell.status = 127
      say(shell, origin, line, `syntax error near unexpected token \`${text}'`)
      // What a person has just typed is not shown again.
      if (shell.interactive && !origin.numbered) return
      say(shell, origin, line, `\`${lineText(origin.text, pos)}'`)
  }
}

function say(shell: ShellState, origin: Origin, line: number, message: string): void {
  const plain = !origin.numbered
  if (plain) {
    shell.err(`bash: ${message}\n`)
    return
  }
  // An interactive shell names itself, then the text.
  const input = shell.interactive ? `${origin.name}: ` : origin.input === null ? '' : `${origin.input}: `
  shell.err(`${shell.interactive ? 'bash' : origin.name}: ${input}line ${line}: ${message}\n`)
}

/** The line after the text's last one. */
export function lineAfter(origin: Origin): number {
  const lines = origin.text.split('\n').length
  return origin.firstLine + lines - (origin.text.endsWith('\n') ? 1 : 0)
}

function lineText(text: string, pos: number): string {
  const start = text.lastIndexOf('\n', pos - 1) + 1
  const end = text.indexOf('\n', pos)
  return text.slice(start, end < 0 ? undefined : end)
}
