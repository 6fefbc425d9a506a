// What is installed on every machine of a lab.
import { commands } from '../commands/registry.ts'
import type { Program } from '../os/program.ts'
import { createShell, type ShellHooks } from '../shell/interactive.ts'

export interface InstalledProgram {
  readonly path: string
  readonly run: Program
}

export interface Programs {
  readonly bash: Program
  readonly all: readonly InstalledProgram[]
}

/** `hooks` are what the shells on this lab's terminals tell and ask. */
export function programsWith(hooks: Omit<ShellHooks, 'completions'>): Programs {
  const completers = new Map(commands.map((command) => [command.name, command.complete]))
  const bash = createShell({ ...hooks, completions: (name) => completers.get(name) })
  return {
    bash,
    all: [{ path: '/usr/bin/bash', run: bash }, { path: '/usr/bin/sh', run: bash }, ...commands],
  }
}
