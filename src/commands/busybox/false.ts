import { falseCommand } from '../false/false.ts'
import type { Applet } from './applet.ts'
import { sharedApplet } from './shared.ts'

export const falseApplet: Applet = sharedApplet({
  tool: falseCommand,
  options: '',
  usage: null,
})
