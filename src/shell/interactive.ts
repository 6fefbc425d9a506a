// The shell on a terminal: prompt, line editor, history, job control.
import type { Blocking, Program } from '../os/program.ts'
import { isErrno } from '../uapi/errno.ts'
import { expandAliases } from './aliases.ts'
import { ashDialect } from './ash.ts'
import { bashProgram, posixProgram } from './bash.ts'
import { reap } from './children.ts'
import { completeLine } from './complete.ts'
import { expandHistory } from './historyexpansion.ts'
import { addHistory, joinLine, loadHistory, saveHistory } from './historylist.ts'
import type { ShellHooks } from './hooks.ts'
import { formatJob, signalText } from './jobs.ts'
import { finish, runText } from './language.ts'
import type { LineSource } from './linesource.ts'
import { decodePrompt, standardPrompt } from './prompt.ts'
import { LineEditor } from './readline/editor.ts'
import type { ShellState } from './state.ts'
import { isUnfinished } from './syntax/parse.ts'

/** /bin/bash with a line editor. */
export function createShell(hooks: ShellHooks): Program {
  return bashProgram((shell) => interactive(shell, hooks))
}

/** BusyBox's sh, in which `applets` need not be looked for along PATH. */
export function createAsh(hooks: ShellHooks, applets: ReadonlySet<string>): Program {
  return posixProgram(ashDialect(applets), (shell) => interactive(shell, hooks))
}

function* interactive(shell: ShellState, hooks: ShellHooks): Blocking<number> {
  const session = setUp(shell, hooks)
  if (!session) {
    shell.err(
      `${shell.dialect ? 'sh' : 'bash'}: an interactive shell without a terminal is not supported in vethlab\n`,
    )
    return 1
  }
  if (shell.dialect) shell.err(shell.dialect.greeting)
  yield* startUp(shell, hooks)
  for (;;) {
    notices(shell)
    yield* promptCommand(shell)
    const line = yield* session.readCommand()
    if (line === null) {
      shell.err(shell.dialect ? '\n' : 'exit\n')
      if (!mayLeave(shell)) continue
      break
    }
    if (line === '') continue
    yield* run(shell, line)
    if (shell.unwind?.kind === 'exit') break
    if (shell.unwind?.kind === 'interrupt') session.drop()
    reset(shell)
  }
  saveHistory(shell)
  return yield* finish(shell)
}

function setUp(shell: ShellState, hooks: ShellHooks): Session | null {
  const { p } = shell
  const file = p.io.fds.get(0)
  const tty = file?.tty
  if (!file || !tty) return null
  shell.interactive = true
  shell.arg0 = p.argv[0] ?? 'bash'
  for (const option of ['monitor', 'history', 'emacs'] as const) shell.options.add(option)
  if (!shell.dialect) shell.options.add('histexpand')
  shell.shopts.add('expand_aliases')
  shell.origin = { text: '', name: shell.dialect ? 'sh' : 'bash', input: null, firstLine: 1, numbered: false }
  // A process group of its own, which has the terminal.
  p.procs.setpgid(p.pid, p.pid)
  tty.foreground = p.pid
  for (const signal of ['TERM', 'QUIT', 'TSTP', 'TTIN', 'TTOU'] as const) p.procs.onSignal(signal, 'ignore')
  p.procs.onSignal('INT', () => {
    shell.interrupted = true
  })
  const { vars } = shell
  vars.put('PS1', shell.dialect?.prompt ?? standardPrompt(shell))
  vars.put('PS2', '> ')
  for (const name of ['HISTSIZE', 'HISTFILESIZE']) vars.put(name, '500')
  vars.put('HISTFILE', `${vars.get('HOME') ?? '/root'}/.${shell.dialect?.name ?? 'bash'}_history`)
  const injected = hooks.injected(p)
  const editor = new LineEditor({
    file,
    tty,
    write: (text) => p.io.err(text),
    history: shell.historyLines,
    complete: (before) => completeLine(shell, before, hooks.completions),
    outside: injected,
  })
  p.procs.onSignal('WINCH', () => editor.resized())
  return new Session(shell, hooks, editor, injected)
}

/** Start-up files and the history of earlier shells. */
function* startUp(shell: ShellState, hooks: ShellHooks): Blocking<void> {
  loadHistory(shell)
  const before = hooks.before(shell.p)
  if (before) {
    shell.historyLines.push(...before.history)
    shell.status = before.status
  }
  const path = shell.dialect ? (shell.vars.get('ENV') ?? '') : `${shell.vars.get('HOME') ?? '/root'}/.bashrc`
  const text = shell.p.fs.readText(path)
  if (isErrno(text)) return
  shell.sourcing++
  yield* runText(shell, { text, name: path, input: null, firstLine: 1, numbered: true })
  shell.sourcing--
  reset(shell)
}

function* run(shell: ShellState, line: string): Blocking<void> {
  const { p } = shell
  shell.interrupted = false
  const text = expandAliases(shell, line)
  yield* runText(shell, { text, name: shell.origin.name, input: null, firstLine: 1, numbered: false })
  const tty = p.io.fds.get(0)?.tty
  if (!tty || !shell.shopts.has('checkwinsize')) return
  shell.vars.put('COLUMNS', String(tty.columns))
  shell.vars.put('LINES', String(tty.rows))
}

function reset(shell: ShellState): void {
  if (shell.unwind?.kind === 'interrupt') shell.status = 130
  shell.unwind = null
  shell.interrupted = false
  shell.loops = 0
  shell.tested = 0
  shell.evals = 0
}

/** Ctrl-D and `exit` with stopped jobs need to be said twice. */
function mayLeave(shell: ShellState): boolean {
  if (shell.warnedOfJobs || !shell.jobs.jobs.some((job) => job.state === 'stopped')) return true
  shell.err('There are stopped jobs.\n')
  shell.warnedOfJobs = true
  return false
}

/** `[1]+  Done                    sleep 5` */
function notices(shell: ShellState): void {
  reap(shell)
  const { jobs: table } = shell
  for (const job of [...table.jobs]) {
    if (job.notified || job.state === 'running') continue
    job.notified = true
    const last = job.ended.get(job.pids.at(-1) ?? 0)
    if (job.foreground && last?.signal) shell.err(`${signalText(last.signal)}\n`)
    else shell.err(formatJob(table, job, shell.p.fs.cwd(), shell.dialect?.name === 'ash'))
    if (job.state === 'done') table.remove(job)
  }
}

function* promptCommand(shell: ShellState): Blocking<void> {
  const command = shell.vars.get('PROMPT_COMMAND')
  if (!command) return
  const { status } = shell
  yield* runText(shell, { ...shell.origin, text: command })
  reset(shell)
  shell.status = status
}

/** Where the lines of a terminal come from: the keyboard, a paste of many lines, the lab. */
class Session {
  /** Lines that have come, and been shown, with the last one read. */
  #typed: string[] = []
  /** Lines from outside that are still to be shown. */
  #outside: string[] = []
  #draft = ''
  #unfinishedEnd = false

  constructor(
    private readonly shell: ShellState,
    private readonly hooks: ShellHooks,
    private readonly editor: LineEditor,
    private readonly injected: LineSource | null,
  ) {}

  /** Ctrl-C: what else was pasted is not run. */
  drop(): void {
    this.#typed = []
    this.#outside = []
  }

  /** The next whole command; empty when there is nothing to run, null at the end of the input. */
  *readCommand(): Blocking<string | null> {
    const { shell, hooks } = this
    if (this.#typed.length === 0) hooks.onPrompt(shell.p)
    const first = yield* this.#line('PS1')
    if (first === null) return null
    const expanded = this.#historyOf(first)
    if (expanded === null) return ''
    let text = expanded
    let entry = expanded
    while (isUnfinished(text)) {
      const next = yield* this.#line('PS2')
      if (next === null) {
        if (this.#unfinishedEnd) break
        addHistory(shell, entry)
        return ''
      }
      entry = joinLine(entry, text, next)
      text += `\n${next}`
    }
    if (text.trim() === '') return ''
    addHistory(shell, entry)
    hooks.onCommand(shell.p, text)
    return text
  }

  /** History references replaced and shown; null when the line is not to be run. */
  #historyOf(line: string): string | null {
    const { shell } = this
    if (!shell.option('histexpand')) return line
    const found = expandHistory(line, shell.historyLines, shell.historyBase)
    if (found.error !== null) {
      shell.err(`bash: ${found.error}\n`)
      return null
    }
    if (found.text === null) return line
    shell.err(`${found.text}\n`)
    if (!found.print) return found.text
    addHistory(shell, found.text)
    return null
  }

  /** One line. Null: the end of the input or Ctrl-C (told apart by #unfinishedEnd). */
  *#line(variable: 'PS1' | 'PS2'): Blocking<string | null> {
    const { shell, editor, injected } = this
    const typed = this.#typed.shift()
    if (typed !== undefined) return typed
    const prompt = yield* decodePrompt(shell, shell.vars.get(variable) ?? '')
    for (;;) {
      if (this.#outside.length === 0) {
        const line = injected?.take()
        if (line !== null && line !== undefined) this.#outside = line.split('\n')
      }
      const outside = this.#outside.shift()
      if (outside !== undefined) {
        editor.screen.begin(prompt)
        editor.screen.finish(prompt, outside)
        return outside
      }
      const result = yield* editor.read(prompt, this.#draft)
      this.#draft = ''
      if (result.kind === 'injected') {
        this.#draft = editor.line.text
        continue
      }
      if (result.kind === 'line') {
        const [line = '', ...more] = result.text.split('\n')
        this.#typed = more.at(-1) === '' ? more.slice(0, -1) : more
        return line
      }
      this.#unfinishedEnd = result.kind === 'end'
      if (result.kind === 'end') {
        return null
      }
      shell.status = 130
      this.drop()
      return variable === 'PS1' ? '' : null
    }
  }
}
