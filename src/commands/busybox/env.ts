import { envCommand } from '../env/env.ts'
import type { Applet } from './applet.ts'
import { sharedApplet } from './shared.ts'

export const envApplet: Applet = sharedApplet({
  tool: envCommand,
  options: 'iu0',
  words: [[/^'?(.*?)'?: (No such file or directory|Permission denied)$/s, "can't execute '$1': $2"]],
  usage: ` [-i0] [-u NAME]... [-] [NAME=VALUE]... [PROG ARGS]

Print current environment or run PROG after setting up environment

	-, -i	Start with empty environment
	-0	NUL terminated output
	-u NAME	Remove variable from environment`,
})
