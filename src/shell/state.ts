// One bash: everything that a subshell gets a copy of.
import type { AndOr, Function as FunctionNode, ParsedScript, PipelineNode, Statement } from 'unbash'
import type { Blocking, Process } from '../os/program.ts'
import type { Signal } from '../uapi/signal.ts'
import { SIGNALS } from '../uapi/signal.ts'
import type { Problem } from './syntax/scanner.ts'
import { JobTable } from './jobs.ts'
import { Variables } from './variables.ts'

/** A text that is being run: where it came from, as error messages name it. */
export interface Origin {
  readonly text: string
  /** `bash`, a script's path, or `environment` for a function of a -c string. */
  readonly name: string
  /** Syntax errors name it beside `name`: `-c`, `eval`; null when it is the same. */
  readonly input: string | null
  /** Line of the text's first line, from 1. */
  readonly firstLine: number
  /** False where a person types: errors then carry no line. */
  readonly numbered: boolean
}

export interface ShellFunction {
  readonly node: FunctionNode
  readonly origin: Origin
}

/** Why what is being run is being left. */
export type Unwind =
  | { readonly kind: 'break' | 'continue'; levels: number }
  | { readonly kind: 'return' | 'exit' }
  /** An expansion failed: the rest of the line is given up. */
  | { readonly kind: 'discard' }
  /** Ctrl-C in an interactive shell: everything up to the prompt is given up. */
  | { readonly kind: 'interrupt' }

export interface CallFrame {
  readonly name: string
  readonly origin: Origin
  readonly callLine: number
}

/** What the parts of a shell ask of one another across files: expansions run commands, commands expand words. */
export interface Language {
  /** Runs a parsed text in this shell: its exit status. */
  script(shell: ShellState, script: ParsedScript, origin: Origin): Blocking<number>
  /** Runs the statements of a compound list. */
  list(shell: ShellState, statements: readonly Statement[]): Blocking<number>
  command(shell: ShellState, node: PipelineNode): Blocking<number>
  /** Runs one command as the last thing this (forked) shell does. */
  last(shell: ShellState, node: PipelineNode | AndOr): Blocking<number>
  /** The body of `( … )`, `$( … )` in the shell forked for it: its exit status. */
  subshell(shell: ShellState, statements: readonly Statement[]): Blocking<number>
  /** Runs a script's file in a process as a new shell. */
  file(p: Process, path: string, args: readonly string[]): Blocking<number>
  /** Parses and runs a text, syntax errors told: `eval`, `.`, `-c`, traps. */
  text(shell: ShellState, origin: Origin): Blocking<number>
  /** The value of an arithmetic expression; null, having reported, when it is none. */
  arithmetic(shell: ShellState, text: string, label?: string): bigint | null
  /** Puts the computed variables in place. */
  prepare(shell: ShellState): void
}

/** How another shell than bash says things. */
export interface Dialect {
  /** The message in its words. */
  message(message: string): string
  redirect(target: string, operator: string, reason: string): string
  isBuiltin(name: string): boolean
  /** A builtin whose error ends the shell. */
  isSpecial(name: string): boolean
  /** A syntax error, whole. */
  syntax(origin: Origin, problem: Problem): string
}

/** One letter options by their long names (set(1)). */
export const SET_OPTIONS = {
  allexport: 'a',
  braceexpand: 'B',
  emacs: '',
  errexit: 'e',
  errtrace: 'E',
  functrace: 'T',
  hashall: 'h',
  histexpand: 'H',
  history: '',
  ignoreeof: '',
  'interactive-comments': '',
  keyword: 'k',
  monitor: 'm',
  noclobber: 'C',
  noexec: 'n',
  noglob: 'f',
  nolog: '',
  notify: 'b',
  nounset: 'u',
  onecmd: 't',
  physical: 'P',
  pipefail: '',
  posix: '',
  privileged: 'p',
  verbose: 'v',
  vi: '',
  xtrace: 'x',
} as const

export type SetOption = keyof typeof SET_OPTIONS

export type Trap = Signal | 'EXIT' | 'ERR' | 'DEBUG' | 'RETURN'

export class ShellState {
  readonly vars: Variables
  functions = new Map<string, ShellFunction>()
  aliases = new Map<string, string>()
  options = new Set<SetOption>(['braceexpand', 'hashall', 'interactive-comments'])
  shopts: Set<string>
  positional: string[] = []
  arg0 = 'bash'
  /** `$?` */
  status = 0
  /** `$$`: of the first shell, also in its subshells. */
  readonly shellPid: number
  /** `$!` */
  lastBackground: number | null = null
  pipeStatus: number[] = [0]
  /** Where commands were found, and how often since. */
  hash = new Map<string, { path: string; hits: number }>()
  /** Other entries of the directory stack, top first; the present directory is not among them. */
  directories: string[] = []
  traps = new Map<Trap, string>()
  /** Signals that came in and whose traps are still to be run. */
  pendingTraps: Signal[] = []
  readonly jobs = new JobTable()
  interactive = false
  /** `-c`: an unset variable under `set -u` then exits 127, not 1. */
  commandString = false
  login = false
  /** It is /bin/sh: see dash.ts. Null: bash. */
  readonly dialect: Dialect | null
  /** Commands come from standard input. */
  readsInput = false
  subshell = 0
  /** Depth of command substitutions, for the trace. */
  substituted = 0

  // ---- what is being run
  unwind: Unwind | null = null
  origin: Origin
  /** Offset in origin.text of the command being run, for $LINENO and errors. */
  pos = 0
  loops = 0
  calls: CallFrame[] = []
  /** Depth of sourced files. */
  sourcing = 0
  /** Above 0 while a failing command does not end the shell under `set -e`: conditions, `!`, `&&`. */
  tested = 0
  /** The exit status is to be that of the last command substitution, when a command has no words. */
  substitutionStatus: number | null = null
  inTrap = false
  /** Descriptors of process substitutions, to be closed after the command. */
  substitutions: number[] = []
  /** A Ctrl-C reached the interactive shell itself. */
  interrupted = false
  /** `exit` has said that there are stopped jobs. */
  warnedOfJobs = false
  /** Turns of loops, so that an endless one lets time pass. */
  turns = 0
  historyLines: string[] = []
  /** Number of the first of them. */
  historyBase = 1
  /** Where `getopts` stands within an argument. */
  optionPlace = { index: 1, place: 1 }
  readonly p: Process

  readonly language: Language

  constructor(
    p: Process,
    language: Language,
    parent: ShellState | null,
    vars: Variables,
    dialect: Dialect | null,
  ) {
    this.p = p
    this.dialect = dialect
    this.language = language
    this.vars = vars
    vars.env = p.env
    this.shellPid = parent ? parent.shellPid : p.pid
    this.shopts = new Set(parent ? parent.shopts : DEFAULT_SHOPTS)
    this.origin = parent
      ? parent.origin
      : { text: '', name: 'bash', input: null, firstLine: 1, numbered: true }
    language.prepare(this)
  }

  option(name: SetOption): boolean {
    return this.options.has(name)
  }

  /** Line of the command being run. */
  line(): number {
    return lineAt(this.origin, this.pos)
  }

  // ---- messages

  err(text: string): void {
    this.p.io.err(text)
  }

  /** `bash: line 3: MESSAGE`, as the place asks for. */
  report(message: string): void {
    this.err(this.complaint(message))
  }

  complaint(message: string): string {
    return `${this.prefix()}${this.dialect ? this.dialect.message(message) : message}\n`
  }

  prefix(): string {
    if (this.dialect) return `${this.origin.name}: ${this.line()}: `
    if (this.interactive || !this.origin.numbered) return 'bash: '
    return `${this.origin.name}: line ${this.line()}: `
  }

  /** Reports, and gives up the rest of the line: what a failed expansion does. */
  discard(message: string): void {
    this.report(message)
    this.status = this.dialect ? 2 : 1
    this.unwind = { kind: this.dialect && !this.interactive ? 'exit' : 'discard' }
  }

  /** Reports, and ends a shell that is not interactive: `${x:?}` and unset variables under -u. */
  fatal(message: string): void {
    this.report(message)
    this.status = this.dialect ? 2 : this.commandString ? 127 : 1
    this.unwind = { kind: this.interactive || !this.origin.numbered ? 'discard' : 'exit' }
  }

  /** Signals whose trap is empty: children ignore them too. */
  ignoredSignals(): Signal[] {
    if (this.traps.size === 0) return NO_SIGNALS
    const out: Signal[] = []
    for (const [name, action] of this.traps) if (action === '' && name in SIGNALS) out.push(name as Signal)
    return out
  }

  /** How children are spawned: what an interactive shell ignores for itself they do not; other shells hand it on. */
  inheritance(): { readonly ignore?: readonly Signal[] } {
    return this.interactive ? { ignore: this.ignoredSignals() } : {}
  }

  exit(status: number): number {
    this.status = status & 255
    this.unwind = { kind: 'exit' }
    return this.status
  }

  /** A builtin's whole output at once; its status. A failed write is told as bash tells it. */
  emit(name: string, text: string | Uint8Array, status = 0): number {
    if (text.length === 0) return status
    const errno = this.p.io.write(1, text)
    if (!errno || errno.name === 'EPIPE') return errno ? 1 : status
    this.report(`${name}: write error: ${errno.text}`)
    return 1
  }

  /** `bash: line 1: NAME: MESSAGE`; the status a builtin ends with. */
  fail(name: string, message: string, status = 1): number {
    this.report(`${name}: ${message}`)
    return this.dialect ? 2 : status
  }

  // ---- fork

  /** What a forked child starts with. It is to be taken at the time of the fork: the child runs later. */
  fork(): (child: Process) => ShellState {
    const frozen = new Variables(new Map())
    this.vars.copyTo(frozen)
    if (this.vars.depth > 0) frozen.push()
    const { functions, aliases, options, positional, traps, directories, hash, calls } = this
    const parts = {
      functions: new Map(functions),
      aliases: new Map(aliases),
      options: new Set(options),
      shopts: new Set(this.shopts),
      positional: positional.slice(),
      directories: directories.slice(),
      hash: new Map(hash),
      calls: calls.slice(),
      arg0: this.arg0,
      status: this.status,
      lastBackground: this.lastBackground,
      pipeStatus: this.pipeStatus,
      origin: this.origin,
      pos: this.pos,
      loops: this.loops,
      sourcing: this.sourcing,
      tested: this.tested,
      commandString: this.commandString,
      subshell: this.subshell + 1,
      substituted: this.substituted,
      // Ignored signals stay ignored; the others' traps are only listed by a child, not run.
      traps: new Map([...traps].filter(([, action]) => action === '')),
      historyLines: this.historyLines,
    }
    const knownJobs = this.jobs.snapshot()
    return (child) => {
      const state = new ShellState(child, this.language, this, frozen, this.dialect)
      Object.assign(state, parts)
      state.jobs.inherit(knownJobs)
      return state
    }
  }
}

/** Line of an offset, as messages count it. */
export function lineAt(origin: Origin, pos: number): number {
  let line = origin.firstLine
  const text = origin.text
  for (let i = text.indexOf('\n'); i >= 0 && i < pos; i = text.indexOf('\n', i + 1)) line++
  return line
}

const NO_SIGNALS: Signal[] = []

const DEFAULT_SHOPTS: readonly string[] = [
  'checkwinsize',
  'cmdhist',
  'complete_fullquote',
  'extquote',
  'force_fignore',
  'globasciiranges',
  'globskipdots',
  'hostcomplete',
  'interactive_comments',
  'patsub_replacement',
  'progcomp',
  'promptvars',
  'sourcepath',
]
