// A terminal with an interactive bash on it.
import type { Machine } from '../../os/machine.ts'
import type { Program } from '../../os/program.ts'
import type { ShellHooks } from '../hooks.ts'
import { createShell } from '../interactive.ts'
import { LineSource } from '../linesource.ts'
import { ShellBench } from './bench.ts'
import { TOOLS } from './programs.ts'
import { Screen } from './screen.mjs'

export class TerminalBench extends ShellBench {
  readonly screen: Screen
  readonly accepted: string[] = []
  readonly lines = new LineSource()
  prompts = 0
  ended: number | null = null
  #raw = ''
  readonly #shell: Program
  readonly #tty: ReturnType<Machine['openTty']>

  constructor(columns = 60, completions: ShellHooks['completions'] = () => undefined) {
    const hooks: ShellHooks = {
      completions,
      onCommand: (_, line) => this.accepted.push(line),
      onPrompt: () => this.prompts++,
      injected: () => this.lines,
      before: () => null,
    }
    const shell = createShell(hooks)
    super([{ path: '/usr/bin/bash', run: shell }, ...TOOLS])
    this.screen = new Screen(columns)
    this.#tty = this.machine.openTty(columns, 24)
    this.#tty.onOutput((text) => {
      this.#raw += text
      this.screen.write(text)
    })
    this.#shell = shell
  }

  /** Opens the window: the prompt is there. */
  open(): void {
    const file = this.#tty.open()
    const fds = new Map([
      [0, file],
      [1, file],
      [2, file],
    ])
    this.machine.spawn(this.#shell, { argv: ['bash'], fds, onExit: (end) => (this.ended = end.status) })
    file.close()
    this.scheduler.runReady()
  }

  /** Keystrokes; then everybody runs for `seconds`. What the screen shows. */
  type(keys: string, seconds = 0): string {
    this.#tty.input(keys)
    this.pass(seconds)
    return this.screen.text
  }

  pass(seconds: number): void {
    const end = this.clock.now + seconds * 1e9
    do this.scheduler.runReady()
    while (this.clock.next <= end && this.clock.step())
    this.clock.advanceTo(end)
  }

  resize(columns: number): void {
    this.#tty.resize(columns, 24)
    this.scheduler.runReady()
  }

  /** What was sent since the last take, as it was sent. */
  take(): string {
    const raw = this.#raw
    this.#raw = ''
    return raw
  }
}
