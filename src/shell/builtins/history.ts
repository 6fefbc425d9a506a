import { isErrno } from '../../uapi/errno.ts'
import type { ShellState } from '../state.ts'
import type { PlainBuiltin } from './builtin.ts'
import { builtin, invalidOption, notSupported } from './builtin.ts'

export const history: PlainBuiltin = builtin(
  'history',
  '[-c] [-d offset] [n] or history -anrw [filename] or history -ps arg [arg...]',
  'Display or manipulate the history list.',
  (shell, args) => {
    const [first, second] = args
    const lines = shell.historyLines
    if (first === '-c') {
      lines.length = 0
      return 0
    }
    if (first === '-d') return remove(shell, second)
    if (first === '-s') {
      lines.push(args.slice(1).join(' '))
      return 0
    }
    if (first === '-w' || first === '-a') return write(shell, second)
    if (first === '-r' || first === '-n') return readFile(shell, second)
    if (first === '-p') return notSupported(shell, 'history', '-p')
    if (first?.startsWith('-')) return invalidOption(shell, history, first)
    if (first !== undefined && !/^\d+$/.test(first))
      return shell.fail('history', `${first}: numeric argument required`)
    const from = first === undefined ? 0 : Math.max(0, lines.length - Number(first))
    const base = shell.historyBase
    return shell.emit(
      'history',
      lines
        .slice(from)
        .map((line, i) => `${String(base + from + i).padStart(5)}  ${line}\n`)
        .join(''),
    )
  },
)

function remove(shell: ShellState, offset: string | undefined): number {
  if (offset === undefined) return shell.fail('history', '-d: option requires an argument', 2)
  if (!/^-?\d+$/.test(offset)) return shell.fail('history', `${offset}: numeric argument required`)
  const lines = shell.historyLines
  const index = Number(offset) < 0 ? lines.length + Number(offset) : Number(offset) - shell.historyBase
  if (index < 0 || index >= lines.length)
    return shell.fail('history', `${offset}: history position out of range`)
  lines.splice(index, 1)
  return 0
}

function write(shell: ShellState, file: string | undefined): number {
  const path = file ?? shell.vars.get('HISTFILE') ?? '/root/.bash_history'
  const errno = shell.p.fs.writeFile(path, shell.historyLines.map((line) => `${line}\n`).join(''))
  return errno ? shell.fail('history', `${path}: cannot create: ${errno.text}`) : 0
}

function readFile(shell: ShellState, file: string | undefined): number {
  const path = file ?? shell.vars.get('HISTFILE') ?? '/root/.bash_history'
  const text = shell.p.fs.readText(path)
  if (isErrno(text)) return shell.fail('history', `${path}: cannot read: ${text.text}`)
  shell.historyLines.push(...text.split('\n').filter((line) => line !== ''))
  return 0
}
