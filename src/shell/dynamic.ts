// Variables that the shell works out when they are read (bash(1), Shell Variables).
import { printHead } from './print/command.ts'
import type { ShellState } from './state.ts'
import { SET_OPTIONS } from './options.ts'
import type { Computed } from './variables.ts'
import { Variable } from './variables.ts'

const DYNAMIC: Record<string, (shell: ShellState) => Computed> = {
  RANDOM: ({ p }) => String(p.random() & 32767),
  SRANDOM: ({ p }) => String(p.random()),
  SECONDS: (shell) => String(second(shell) - shell.secondsFrom),
  EPOCHSECONDS: ({ p }) => String(Math.floor(p.clock.epoch())),
  EPOCHREALTIME: ({ p }) => p.clock.epoch().toFixed(6),
  BASH_COMMAND: (shell) => (shell.node ? printHead(shell.node, shell.origin.text) : ''),
  LINENO: (shell) => String(shell.line()),
  BASHPID: ({ p }) => String(p.pid),
  BASH_SUBSHELL: (shell) => String(shell.level),
  SHELLOPTS: (shell) => optionNames(shell).join(':'),
  BASHOPTS: (shell) => [...shell.shopts].sort().join(':'),
  PIPESTATUS: (shell) => shell.pipeStatus.map(String),
  DIRSTACK: (shell) => [shell.vars.get('PWD') ?? '', ...shell.directories],
  GROUPS: () => ['0'],
  FUNCNAME: functionNames,
  BASH_SOURCE: (shell) => [
    ...shell.calls.map((call) => call.origin.name).reverse(),
    ...(isScript(shell) ? [shell.arg0] : []),
  ],
  BASH_LINENO: (shell) => shell.calls.map((call) => String(call.callLine)).reverse(),
}

function second(shell: ShellState): number {
  return Math.floor(shell.p.clock.now() / 1e9)
}

const MARK = new Variable()
MARK.dynamic = true

/** Makes the names dynamic: once for a shell that is no fork. */
export function installDynamic(shell: ShellState): void {
  shell.secondsFrom = second(shell)
  for (const name of Object.keys(DYNAMIC)) shell.vars.table.set(name, MARK)
}

/** Joins the variables to the shell they are now of. */
export function joinVariables(shell: ShellState): void {
  const { vars } = shell
  vars.compute = (name) => DYNAMIC[name]?.(shell) ?? ''
  vars.onChange = (name, variable) => {
    if (name === 'PATH') shell.hash.clear()
    else if (variable && Object.hasOwn(DYNAMIC, name) && !vars.table.get(name)?.dynamic) {
      // An assignment to one of them changes what it counts from, or nothing.
      if (name === 'SECONDS') shell.secondsFrom = second(shell) - Number(variable.scalar() ?? 0)
      vars.table.set(name, MARK)
    }
  }
}

function functionNames(shell: ShellState): string[] {
  if (shell.calls.length === 0) return []
  const names = shell.calls.map((call) => call.name).reverse()
  return isScript(shell) ? [...names, 'main'] : names
}

/** The shell runs a file. */
function isScript(shell: ShellState): boolean {
  return shell.origin.input !== '-c' && shell.origin.numbered && !shell.interactive
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
