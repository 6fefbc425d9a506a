import { rmCommand } from '../rm/rm.ts'
import type { Applet } from './applet.ts'
import { sharedApplet } from './shared.ts'

export const rmApplet: Applet = sharedApplet({
  tool: rmCommand,
  options: 'irfR',
  words: [
    [/^cannot remove '(.*)': Is a directory$/s, "'$1' is a directory"],
    [/^cannot remove /, "can't remove "],
  ],
  usage: ` [-irf] FILE...

Remove (unlink) FILEs

	-i	Always prompt before removing
	-f	Never prompt
	-R,-r	Recurse`,
})
