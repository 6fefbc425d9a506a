import { echoCommand } from '../echo/echo.ts'
import type { Applet } from './applet.ts'
import { sharedApplet } from './shared.ts'

export const echoApplet: Applet = sharedApplet({
  tool: echoCommand,
  options: '',
  usage: null,
})
