import { sortCommand } from '../sort/sort.ts'
import type { Applet } from './applet.ts'
import { sharedApplet } from './shared.ts'

export const sortApplet: Applet = sharedApplet({
  tool: sortCommand,
  options: 'nrugMcszbdfiokTtV',
  badUsage: 2,
  words: [
    [/^cannot read: (.*)$/s, '$1'],
    [/^(.*):(\d+): disorder: .*$/s, 'Check line $2'],
  ],
  usage: ` [-nrugMcszbdfiokt] [-o FILE] [-k START[.OFS][OPTS][,END[.OFS][OPTS]] [-t CHAR] [FILE]...

Sort lines of text

	-o FILE	Output to FILE
	-c	Check whether input is sorted
	-b	Ignore leading blanks
	-f	Ignore case
	-i	Ignore unprintable characters
	-d	Dictionary order (blank or alphanumeric only)
	-n	Sort numbers
	-g	General numerical sort
	-M	Sort month
	-V	Sort version
	-t CHAR	Field separator
	-k N[,M] Sort by Nth field
	-r	Reverse sort order
	-s	Stable (don't sort ties alphabetically)
	-u	Suppress duplicate lines
	-z	NUL terminated input and output`,
})
