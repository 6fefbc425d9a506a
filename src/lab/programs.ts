// What is installed on every machine of a lab.
import type { Command } from '../commands/command.ts'
import type { Program } from '../os/program.ts'
import { createShell, type ShellHooks } from '../shell/interactive.ts'

export interface InstalledProgram {
  readonly path: string
  readonly run: Program
}

export interface Programs {
  readonly bash: Program
  readonly shells: readonly InstalledProgram[]
}

/** `hooks` are what the shells on this lab's terminals tell and ask; `commands` is asked for anew at each completion. */
export function programsWith(
  hooks: Omit<ShellHooks, 'completions'>,
  commands: () => readonly Command[],
): Programs {
  const completions = (name: string): Command['complete'] =>
    commands().find((command) => command.name === name)?.complete
  const bash = createShell({ ...hooks, completions })
  return {
    bash,
    shells: [
      { path: '/usr/bin/bash', run: bash },
      { path: '/usr/bin/sh', run: bash },
    ],
  }
}
