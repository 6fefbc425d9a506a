import { trCommand } from '../tr/tr.ts'
import type { Applet } from './applet.ts'
import { sharedApplet } from './shared.ts'

export const trApplet: Applet = sharedApplet({
  tool: trCommand,
  options: 'cdsC',
  usage: ` [-cds] STRING1 [STRING2]

Translate, squeeze, or delete characters from stdin, writing to stdout

	-c	Take complement of STRING1
	-d	Delete input characters coded STRING1
	-s	Squeeze multiple output characters of STRING2 into one character`,
})
