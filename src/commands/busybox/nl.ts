import { nlCommand } from '../nl/nl.ts'
import type { Applet } from './applet.ts'
import { sharedApplet } from './shared.ts'

export const nlApplet: Applet = sharedApplet({
  tool: nlCommand,
  options: 'bisvwn',
  usage: ` [OPTIONS] [FILE]...

Write FILEs to standard output with line numbers added

	-b STYLE	Which lines to number - a: all, t: nonempty, n: none
	-i N		Line number increment
	-s STRING	Use STRING as line number separator
	-v N		Start from N
	-w N		Width of line numbers`,
})
