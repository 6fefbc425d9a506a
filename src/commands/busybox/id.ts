import { idCommand } from '../id/id.ts'
import type { Applet } from './applet.ts'
import { sharedApplet } from './shared.ts'

export const idApplet: Applet = sharedApplet({
  tool: idCommand,
  options: 'ugGnr',
  words: [[/^'(.*)': no such user$/s, 'unknown user $1']],
  usage: ` [-ugGnr] [USER]

Print information about USER or the current user

	-u	User ID
	-g	Group ID
	-G	Supplementary group IDs
	-n	Print names instead of numbers
	-r	Print real ID instead of effective ID`,
})
