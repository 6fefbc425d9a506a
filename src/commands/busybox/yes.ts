import { yesCommand } from '../yes/yes.ts'
import type { Applet } from './applet.ts'
import { sharedApplet } from './shared.ts'

export const yesApplet: Applet = sharedApplet({
  tool: yesCommand,
  options: '',
  usage: ` [STRING]

Repeatedly print a line with STRING, or 'y'`,
})
