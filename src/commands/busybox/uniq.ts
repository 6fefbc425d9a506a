import { uniqCommand } from '../uniq/uniq.ts'
import type { Applet } from './applet.ts'
import { sharedApplet } from './shared.ts'

export const uniqApplet: Applet = sharedApplet({
  tool: uniqCommand,
  options: 'cduizfsw',
  words: [[/^(.*): (No such file or directory|Permission denied)$/s, "can't open '$1': $2"]],
  usage: ` [-cduiz] [-f,s,w N] [FILE [OUTFILE]]

Discard duplicate lines

	-c	Prefix lines by the number of occurrences
	-d	Only print duplicate lines
	-u	Only print unique lines
	-i	Ignore case
	-z	NUL terminated output
	-f N	Skip first N fields
	-s N	Skip first N chars (after any skipped fields)
	-w N	Compare N characters in line`,
})
