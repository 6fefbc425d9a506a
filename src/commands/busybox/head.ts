import { headCommand } from '../head/head.ts'
import type { Applet } from './applet.ts'
import { sharedApplet } from './shared.ts'

export const headApplet: Applet = sharedApplet({
  tool: headCommand,
  options: 'ncqv',
  words: [
    [/^cannot open '(.*)' for reading: (.*)$/s, '$1: $2'],
    [/^error reading '(.*)': (.*)$/s, 'read error: $2'],
    [/^invalid number of \w+: '(.*)'$/s, "invalid number '$1'"],
  ],
  usage: ` [OPTIONS] [FILE]...

Print first 10 lines of FILEs (or stdin).
With more than one FILE, precede each with a filename header.

	-n N[bkm]	Print first N lines
	-n -N[bkm]	Print all except N last lines
	-c [-]N[bkm]	Print first N bytes
			(b:*512 k:*1024 m:*1024^2)
	-q		Never print headers
	-v		Always print headers`,
})
