import { mvCommand } from '../mv/mv.ts'
import type { Applet } from './applet.ts'
import { sharedApplet } from './shared.ts'

export const mvApplet: Applet = sharedApplet({
  tool: mvCommand,
  options: 'finTt',
  words: [
    [/^cannot stat /, "can't rename "],
    [/^cannot move ('.*') to '.*': (.*)$/s, "can't rename $1: $2"],
    [/^target '(.*)'(?:: .*)?$/s, "'$1' is not a directory"],
  ],
  usage: ` [-finT] SOURCE DEST
or: mv [-fin] SOURCE... { -t DIRECTORY | DIRECTORY }

Rename SOURCE to DEST, or move SOURCEs to DIRECTORY

	-f	Don't prompt before overwriting
	-i	Interactive, prompt before overwrite
	-n	Don't overwrite an existing file
	-T	Refuse to move if DEST is a directory
	-t DIR	Move all SOURCEs into DIR`,
})
