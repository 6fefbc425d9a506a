// What is installed on every machine.
import { commands } from '../commands/registry.ts'
import type { Program } from '../os/program.ts'
import { bashProgram } from '../shell/bash.ts'

export const BASH: Program = bashProgram(function* () {
  return 1
})

export const PROGRAMS: readonly { readonly path: string; readonly run: Program }[] = [
  { path: '/usr/bin/bash', run: BASH },
  { path: '/usr/bin/sh', run: BASH },
  ...commands,
]
