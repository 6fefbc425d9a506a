// A terminal of the lab: a window onto a machine, with an interactive bash in it.
import type { OpenFile, Process, Program } from '../os/program.ts'
import type { TtyMaster } from '../os/tty.ts'
import { LineSource } from '../shell/linesource.ts'
import type { ShellHooks } from '../shell/hooks.ts'
import { isErrno } from '../uapi/errno.ts'
import type { MachineNode } from './nodes.ts'

/** What whoever watches a terminal is told. */
export interface TerminalListener {
  /** Bytes to be shown, lines ended by `\r\n`. */
  output(data: string): void
  /** A command line was accepted and is about to run; `netns` is the inode of the shell's namespace, `depth` 0 unless
   *  the shell was started inside another one. */
  command(line: string, netns: number, depth: number): void
  /** A shell is ready for the next line. */
  prompt(depth: number): void
  /** The shell has ended, and the window is empty. */
  ended(): void
}

/** A bracketed paste: its newlines enter nothing. */
const PASTED = /\x1b\[200~.*?\x1b\[201~/gs

export class LabTerminal {
  readonly node: MachineNode
  /** Name of the namespace it was opened in; null: the machine's own. */
  readonly netns: string | null
  /** The shell, or one started inside it, waits for the first line of a command. */
  atPrompt = false
  /** Shells inside the shell. */
  depth = 0
  readonly #tty: TtyMaster & { open(): OpenFile }
  readonly #lines = new LineSource()
  readonly #listener: TerminalListener
  /** Pids of the shells that have shown a prompt, the innermost last. */
  #shells: number[] = []
  #closed = false

  constructor(
    node: MachineNode,
    netns: string | null,
    size: { readonly columns: number; readonly rows: number },
    bash: Program,
    listener: TerminalListener,
  ) {
    this.node = node
    this.netns = netns
    this.#listener = listener
    this.#tty = node.machine.openTty(size.columns, size.rows)
    this.#tty.onOutput((text) => listener.output(text))
    const slave = this.#tty.open()
    node.machine.spawn(netns === null ? bash : insideNetns(netns), {
      argv: ['bash'],
      fds: new Map([
        [0, slave],
        [1, slave],
        [2, slave],
      ]),
      onExit: () => {
        if (this.#closed) return
        this.#closed = true
        this.#tty.close()
        listener.ended()
      },
    })
    slave.close()
  }

  /** Whether a program's descriptor 0 is this terminal. */
  owns(p: Process): boolean {
    const tty: unknown = p.io.fds.get(0)?.tty
    return tty === this.#tty
  }

  get lines(): LineSource {
    return this.#lines
  }

  /** Keystrokes, as a terminal sends them. */
  input(data: string): void {
    // Until the next prompt: what was entered may be no more than the beginning of a command.
    if (/[\r\n]/.test(data.replace(PASTED, ''))) this.atPrompt = false
    this.#tty.input(data)
  }

  /** A line that appears and runs as though typed, once the shell is ready for it. */
  type(line: string): void {
    this.atPrompt = false
    this.#lines.push(line)
  }

  /** A program, or a shell, waits for somebody to type. */
  get awaited(): boolean {
    return this.#tty.awaited
  }

  resize(columns: number, rows: number): void {
    this.#tty.resize(columns, rows)
  }

  /** While paused, what prints without end waits. */
  pause(paused: boolean): void {
    this.#tty.pause(paused)
  }

  close(): void {
    this.#closed = true
    this.#tty.close()
  }

  /** Called by the shell's hooks. */
  accepted(p: Process, line: string): void {
    this.atPrompt = false
    this.#listener.command(line, p.net.netns().inode, this.#enter(p))
  }

  prompted(p: Process): void {
    this.depth = this.#enter(p)
    this.atPrompt = !this.#lines.pending
    this.#listener.prompt(this.depth)
  }

  /** How deep the shell is: one that is seen again has none inside it any more. */
  #enter(p: Process): number {
    const at = this.#shells.indexOf(p.pid)
    this.#shells = at < 0 ? [...this.#shells, p.pid] : this.#shells.slice(0, at + 1)
    return this.#shells.length - 1
  }
}

/** The hooks that serve the shells on `terminals`. */
export function terminalHooks(
  terminals: Iterable<LabTerminal>,
): Pick<ShellHooks, 'onCommand' | 'onPrompt' | 'injected'> {
  const of = (p: Process): LabTerminal | null => {
    for (const terminal of terminals) if (terminal.owns(p)) return terminal
    return null
  }
  return {
    onCommand: (p, line) => of(p)?.accepted(p, line),
    onPrompt: (p) => of(p)?.prompted(p),
    injected: (p) => of(p)?.lines ?? null,
  }
}

/** What one would type to get there. */
function insideNetns(netns: string): Program {
  return function* (p) {
    const status = yield* p.procs.exec('/usr/sbin/ip', ['ip', 'netns', 'exec', netns, 'bash'])
    if (!isErrno(status)) return status
    p.io.err(`ip: ${status.text}\n`)
    return 1
  }
}
