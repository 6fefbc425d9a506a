import { trueCommand } from '../true/true.ts'
import type { Applet } from './applet.ts'
import { sharedApplet } from './shared.ts'

export const trueApplet: Applet = sharedApplet({
  tool: trueCommand,
  options: '',
  usage: null,
})
