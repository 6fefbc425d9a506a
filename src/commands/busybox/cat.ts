import { catCommand } from '../cat/cat.ts'
import type { Applet } from './applet.ts'
import { sharedApplet } from './shared.ts'

export const catApplet: Applet = sharedApplet({
  tool: catCommand,
  options: 'nbvteAu',
  words: [
    [/^.*: Is a directory$/s, 'read error: Is a directory'],
    [/^(.*): (No such file or directory|Permission denied)$/s, "can't open '$1': $2"],
  ],
  usage: ` [-nbvteA] [FILE]...

Print FILEs to stdout

	-n	Number output lines
	-b	Number nonempty lines
	-v	Show nonprinting characters as ^x or M-x
	-t	...and tabs as ^I
	-e	...and end lines with $
	-A	Same as -vte`,
})
