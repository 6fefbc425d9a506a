// One bash: everything that a subshell gets a copy of.
import type { CompletionSpec } from './programmable.ts'
import type { AndOr, Function as FunctionNode, ParsedScript, PipelineNode, Statement } from 'unbash'
import type { Blocking, Process } from '../os/program.ts'
import type { Signal } from '../uapi/signal.ts'
import { SIGNALS } from '../uapi/signal.ts'
import type { Problem } from './syntax/scanner.ts'
import { CowMap, CowSet } from './cow.ts'
import { JobTable } from './jobs.ts'
import type { SetOption } from './options.ts'
import { DEFAULT_SHOPTS } from './options.ts'
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
  readonly name: 'dash' | 'ash'
  /** What it says first on a terminal. */
  readonly greeting: string
  /** PS1 of a terminal's shell. */
  readonly prompt: string
  /** The whole line that bash's message becomes. */
  complaint(shell: ShellState, message: string): string
  redirect(target: string, operator: string, reason: string): string
  isBuiltin(name: string): boolean
  /** A builtin whose error ends the shell. */
  isSpecial(name: string): boolean
  /** A program that is part of the shell's own file; `inside`: it keeps the shell's command line. */
  isApplet(name: string, inside?: boolean): boolean
  /** A syntax error, whole. */
  syntax(origin: Origin, problem: Problem): string
}

export type Trap = Signal | 'EXIT' | 'ERR' | 'DEBUG' | 'RETURN'

/** What a shell takes over from the one that forked it. */
type Inheritance = Readonly<
  Pick<
    ShellState,
    | 'language'
    | 'dialect'
    | 'vars'
    | 'functions'
    | 'aliases'
    | 'completions'
    | 'options'
    | 'shopts'
    | 'disabled'
    | 'traps'
    | 'parentTraps'
    | 'hash'
    | 'positional'
    | 'directories'
    | 'calls'
    | 'jobs'
    | 'historyLines'
    | 'origin'
  >
>

/** Where a command was found, and how often it was called since. */
export interface HashEntry {
  readonly path: string
  readonly hits: number
}

export class ShellState {
  readonly p: Process
  readonly language: Language
  /** It is /bin/sh: see dash.ts. Null: bash. */
  readonly dialect: Dialect | null
  readonly vars: Variables
  readonly functions: CowMap<string, ShellFunction>
  readonly aliases: CowMap<string, string>
  /** What `complete` said, by command. */
  readonly completions: CowMap<string, CompletionSpec>
  readonly options: CowSet<SetOption>
  readonly shopts: CowSet<string>
  /** Builtins that `enable -n` took away. */
  readonly disabled: CowSet<string>
  readonly traps: CowMap<Trap, string>
  /** What `trap` lists in a subshell that has set none itself. */
  parentTraps: CowMap<Trap, string> | null
  readonly hash: CowMap<string, HashEntry>
  positional: readonly string[]
  /** Other entries of the directory stack, top first; the present directory is not among them. */
  directories: readonly string[]
  readonly jobs: JobTable
  arg0 = 'bash'
  /** `$?` */
  status = 0
  /** `$$`: of the first shell, also in its subshells. */
  shellPid: number
  /** `$!` */
  lastBackground: number | null = null
  pipeStatus: readonly number[] = NO_STATUS
  /** Signals that came in and whose traps are still to be run. */
  pendingTraps: Signal[] = []
  interactive = false
  /** `-c`: an unset variable under `set -u` then exits 127, not 1. */
  commandString = false
  login = false
  /** Commands come from standard input. */
  readsInput = false
  subshell = 0
  /** $BASH_SUBSHELL: without the forks for commands of a pipeline. */
  level = 0
  /** Depth of command substitutions, for the trace. */
  substituted = 0

  // ---- what is being run
  unwind: Unwind | null = null
  origin: Origin
  /** Offset in origin.text of the command being run, for $LINENO and errors. */
  pos = 0
  /** The command being run, for $BASH_COMMAND. */
  node: PipelineNode | null = null
  loops = 0
  readonly calls: CallFrame[]
  /** Depth of sourced files. */
  sourcing = 0
  /** Depth of `eval`. */
  evals = 0
  /** Above 0 while a failing command does not end the shell under `set -e`: conditions, `!`, `&&`. */
  tested = 0
  /** The exit status is to be that of the last command substitution, when a command has no words. */
  substitutionStatus: number | null = null
  inTrap = false
  /** Descriptors of process substitutions, to be closed after the command. */
  readonly substitutions: number[] = []
  /** A Ctrl-C reached the interactive shell itself. */
  interrupted = false
  /** `exit` has said that there are stopped jobs. */
  warnedOfJobs = false
  /** Turns of loops, so that an endless one lets time pass. */
  turns = 0
  /** Second of virtual time at which $SECONDS was 0. */
  secondsFrom = 0
  readonly historyLines: string[]
  /** Number of the first of them. */
  historyBase = 1
  /** Where `getopts` stands within an argument. */
  optionPlace: { readonly index: number; readonly place: number } = AT_START

  constructor(p: Process, from: Inheritance) {
    this.p = p
    this.language = from.language
    this.dialect = from.dialect
    this.vars = from.vars
    this.functions = from.functions
    this.aliases = from.aliases
    this.completions = from.completions
    this.options = from.options
    this.shopts = from.shopts
    this.disabled = from.disabled
    this.traps = from.traps
    this.parentTraps = from.parentTraps
    this.hash = from.hash
    this.positional = from.positional
    this.directories = from.directories
    this.calls = from.calls
    this.jobs = from.jobs
    this.historyLines = from.historyLines
    this.origin = from.origin
    this.shellPid = p.pid
    this.vars.env = p.env
    from.language.prepare(this)
  }

  /** A shell that begins with nothing. */
  static fresh(p: Process, language: Language, dialect: Dialect | null): ShellState {
    return new ShellState(p, {
      language,
      dialect,
      vars: new Variables(p.env),
      functions: new CowMap(new Map()),
      aliases: new CowMap(new Map()),
      completions: new CowMap(new Map()),
      options: new CowSet<SetOption>(new Set(['braceexpand', 'hashall', 'interactive-comments'])),
      shopts: new CowSet(new Set(DEFAULT_SHOPTS)),
      disabled: new CowSet(new Set()),
      traps: new CowMap(new Map()),
      parentTraps: null,
      hash: new CowMap(new Map()),
      positional: [],
      directories: [],
      calls: [],
      jobs: new JobTable([]),
      historyLines: [],
      origin: { text: '', name: 'bash', input: null, firstLine: 1, numbered: true },
    })
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
    if (this.dialect) return this.dialect.complaint(this, message)
    return `${this.prefix()}${message}\n`
  }

  prefix(): string {
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
    const from: Inheritance = {
      language: this.language,
      dialect: this.dialect,
      vars: this.vars.fork(),
      functions: this.functions.fork(),
      aliases: this.aliases.fork(),
      completions: this.completions.fork(),
      options: this.options.fork(),
      shopts: this.shopts.fork(),
      disabled: this.disabled.fork(),
      traps: this.#inheritedTraps(),
      parentTraps: this.traps.size > 0 ? this.traps.fork() : this.parentTraps,
      hash: this.hash.fork(),
      positional: this.positional,
      directories: this.directories,
      calls: this.calls.slice(),
      jobs: new JobTable(this.jobs.jobs.slice()),
      historyLines: this.historyLines,
      origin: this.origin,
    }
    const {
      arg0,
      status,
      shellPid,
      lastBackground,
      pipeStatus,
      commandString,
      subshell,
      substituted,
      level,
    } = this
    const { pos, loops, sourcing, tested, secondsFrom } = this
    return (child) => {
      const state = new ShellState(child, from)
      state.arg0 = arg0
      state.status = status
      state.shellPid = shellPid
      state.lastBackground = lastBackground
      state.pipeStatus = pipeStatus
      state.commandString = commandString
      state.subshell = subshell + 1
      state.level = level + 1
      state.substituted = substituted
      state.pos = pos
      state.loops = loops
      state.sourcing = sourcing
      state.tested = tested
      state.secondsFrom = secondsFrom
      return state
    }
  }

  /** Ignored signals stay ignored; the others' traps are only listed by a child, not run. */
  #inheritedTraps(): CowMap<Trap, string> {
    const kept = new Map<Trap, string>()
    for (const [trap, action] of this.traps) if (action === '') kept.set(trap, action)
    return new CowMap(kept)
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
const NO_STATUS: readonly number[] = [0]
const AT_START = { index: 1, place: 1 }
