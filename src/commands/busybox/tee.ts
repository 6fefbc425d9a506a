import { teeCommand } from '../tee/tee.ts'
import type { Applet } from './applet.ts'
import { sharedApplet } from './shared.ts'

export const teeApplet: Applet = sharedApplet({
  tool: teeCommand,
  options: 'ai',
  usage: ` [-ai] [FILE]...

Copy stdin to each FILE, and also to stdout

	-a	Append to the given FILEs, don't overwrite
	-i	Ignore interrupt signals (SIGINT)`,
})
