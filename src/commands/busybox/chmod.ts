import { chmodCommand } from '../chmod/chmod.ts'
import type { Applet } from './applet.ts'
import { sharedApplet } from './shared.ts'

export const chmodApplet: Applet = sharedApplet({
  tool: chmodCommand,
  options: 'Rcvf',
  words: [
    [/^cannot access '(.*)': (.*)$/s, '$1: $2'],
    [/^invalid mode: /, 'invalid mode '],
  ],
  usage: ` [-Rcvf] MODE[,MODE]... FILE...

MODE is octal number (bit pattern sstrwxrwxrwx) or [ugoa]{+|-|=}[rwxXst]

	-R	Recurse
	-c	List changed files
	-v	Verbose
	-f	Hide errors`,
})
