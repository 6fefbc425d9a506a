import { mkdirCommand } from '../mkdir/mkdir.ts'
import type { Applet } from './applet.ts'
import { sharedApplet } from './shared.ts'

export const mkdirApplet: Applet = sharedApplet({
  tool: mkdirCommand,
  options: 'mp',
  words: [[/^cannot create directory /, "can't create directory "]],
  usage: ` [-m MODE] [-p] DIRECTORY...

Create DIRECTORY

	-m MODE	Mode
	-p	No error if exists; make parent directories as needed`,
})
