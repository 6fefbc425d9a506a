import { dirnameCommand } from '../dirname/dirname.ts'
import type { Applet } from './applet.ts'
import { sharedApplet } from './shared.ts'

export const dirnameApplet: Applet = sharedApplet({
  tool: dirnameCommand,
  options: '',
  usage: ` FILENAME

Strip non-directory suffix from FILENAME`,
})
