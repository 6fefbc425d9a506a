import { whichCommand } from '../which/which.ts'
import type { Applet } from './applet.ts'
import { sharedApplet } from './shared.ts'

export const whichApplet: Applet = sharedApplet({
  tool: whichCommand,
  options: 'a',
  usage: ` [-a] COMMAND...

Locate COMMAND

	-a	Show all matches`,
})
