import { revCommand } from '../rev/rev.ts'
import type { Applet } from './applet.ts'
import { sharedApplet } from './shared.ts'

export const revApplet: Applet = sharedApplet({
  tool: revCommand,
  options: '',
  usage: ` [FILE]...

Reverse lines of FILE`,
})
