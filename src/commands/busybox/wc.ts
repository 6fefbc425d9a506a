import { wcCommand } from '../wc/wc.ts'
import type { Applet } from './applet.ts'
import { sharedApplet } from './shared.ts'

export const wcApplet: Applet = sharedApplet({
  tool: wcCommand,
  options: 'cmlwL',
  usage: ` [-cmlwL] [FILE]...

Count lines, words, and bytes for FILEs (or stdin)

	-c	Count bytes
	-m	Count characters
	-l	Count newlines
	-w	Count words
	-L	Print longest line length`,
})
