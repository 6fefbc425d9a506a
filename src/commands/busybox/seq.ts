import { seqCommand } from '../seq/seq.ts'
import type { Applet } from './applet.ts'
import { sharedApplet } from './shared.ts'

export const seqApplet: Applet = sharedApplet({
  tool: seqCommand,
  options: 'ws',
  words: [[/^invalid floating point argument.*$/s, null]],
  usage: ` [-w] [-s SEP] [FIRST [INC]] LAST

Print numbers from FIRST to LAST, in steps of INC.
FIRST, INC default to 1.

	-w	Pad to last with leading zeros
	-s SEP	String separator`,
})
