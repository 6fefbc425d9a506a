// Variables that the shell works out when they are read (bash(1), Shell Variables).
import type { ShellState } from './state.ts'
import { SET_OPTIONS } from './state.ts'
import { Variable } from './variables.ts'

export function installDynamic(shell: ShellState): void {
  const { p, vars } = shell
  const computed = (name: string, compute: () => string): void => {
    const variable = new Variable()
    variable.compute = compute
    vars.table.set(name, variable)
  }
  const list = (name: string, computeList: () => readonly string[]): void => {
    const variable = new Variable()
    variable.computeList = computeList
    vars.table.set(name, variable)
  }
  const second = (): number => Math.floor(p.clock.now() / 1e9)
  const birth = second()
  let secondsBase = 0
  let secondsFrom = birth
  computed('RANDOM', () => String(p.random() & 32767))
  computed('SRANDOM', () => String(p.random()))
  computed('SECONDS', () => String(second() - secondsFrom + secondsBase))
  vars.watchers.set('SECONDS', () => {
    secondsBase = Number(vars.table.get('SECONDS')?.value ?? 0)
    secondsFrom = second()
    computed('SECONDS', () => String(second() - secondsFrom + secondsBase))
  })
  computed('EPOCHSECONDS', () => String(Math.floor(p.clock.epoch())))
  computed('EPOCHREALTIME', () => p.clock.epoch().toFixed(6))
  computed('LINENO', () => String(shell.line()))
  computed('BASHPID', () => String(p.pid))
  computed('BASH_SUBSHELL', () => String(shell.subshell))
  computed('SHELLOPTS', () => optionNames(shell).join(':'))
  computed('BASHOPTS', () => [...shell.shopts].sort().join(':'))
  list('PIPESTATUS', () => shell.pipeStatus.map(String))
  list('DIRSTACK', () => [vars.get('PWD') ?? '', ...shell.directories])
  list('GROUPS', () => ['0'])
  list('FUNCNAME', () => functionNames(shell))
  list('BASH_SOURCE', () => shell.calls.map((call) => call.origin.name).reverse())
  list('BASH_LINENO', () => shell.calls.map((call) => String(call.callLine)).reverse())
  vars.watchers.set('PATH', () => shell.hash.clear())
}

function functionNames(shell: ShellState): string[] {
  if (shell.calls.length === 0) return []
  const names = shell.calls.map((call) => call.name).reverse()
  return shell.origin.input === '-c' || !shell.origin.numbered ? names : [...names, 'main']
}

/** Long names of the options that are set. */
export function optionNames(shell: ShellState): string[] {
  return Object.keys(SET_OPTIONS).filter((name) => shell.options.has(name as keyof typeof SET_OPTIONS))
}

/** `$-` */
export function optionLetters(shell: ShellState): string {
  const letters: string[] = shell.interactive ? ['i'] : []
  for (const [name, letter] of Object.entries(SET_OPTIONS))
    if (letter && shell.options.has(name as keyof typeof SET_OPTIONS)) letters.push(letter)
  const lower = letters.filter((c) => c >= 'a').sort()
  const upper = letters.filter((c) => c < 'a').sort()
  return [...lower, ...upper].join('') + (shell.commandString ? 'c' : shell.readsInput ? 's' : '')
}
