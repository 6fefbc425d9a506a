// The shell's history: how lines are added, and the file in which they are kept.
import { isErrno } from '../uapi/errno.ts'
import type { ShellState } from './state.ts'
import { diagnose } from './syntax/diagnose.ts'

export function addHistory(shell: ShellState, entry: string): void {
  const lines = shell.historyLines
  const control = (shell.vars.get('HISTCONTROL') ?? '').split(':')
  const both = control.includes('ignoreboth')
  if ((both || control.includes('ignorespace')) && entry.startsWith(' ')) return
  if ((both || control.includes('ignoredups')) && lines.at(-1) === entry) return
  if (control.includes('erasedups'))
    for (let i = lines.length - 1; i >= 0; i--) if (lines[i] === entry) lines.splice(i, 1)
  lines.push(entry)
  const most = Number(shell.vars.get('HISTSIZE') ?? 500)
  while (lines.length > most) {
    lines.shift()
    shell.historyBase++
  }
}

/** Lines of one command in one entry, as `cmdhist` has it. `text` are the lines before. Ref: bash parse.y:history_delimiting_chars() */
export function joinLine(entry: string, text: string, next: string): string {
  if (/(?:^|[^\\])(?:\\\\)*\\$/.test(text)) return entry.slice(0, -1) + next
  const { problem, open } = diagnose(text, true)
  if (open || (problem?.kind === 'matching' && /["'`]/.test(problem.text))) return `${entry}\n${next}`
  const last = text.trimEnd()
  if (/(?:[;|&({]|(?:^|[\s;])(?:do|then|else|elif|if|while|until|case|in))$/.test(last) || next.trim() === '')
    return `${entry} ${next}`
  return `${entry}; ${next.trimStart()}`
}

export function loadHistory(shell: ShellState): void {
  const text = shell.p.fs.readText(shell.vars.get('HISTFILE') ?? '')
  if (!isErrno(text)) shell.historyLines.push(...text.split('\n').filter((line) => line !== ''))
}

export function saveHistory(shell: ShellState): void {
  const path = shell.vars.get('HISTFILE')
  if (path && shell.historyLines.length > 0)
    shell.p.fs.writeFile(path, shell.historyLines.map((line) => `${line}\n`).join(''))
}
