import { clearCommand } from '../clear/clear.ts'
import type { Applet } from './applet.ts'
import { sharedApplet } from './shared.ts'

export const clearApplet: Applet = sharedApplet({
  tool: clearCommand,
  options: '',
  usage: `

Clear screen`,
})
