import { readlinkCommand } from '../readlink/readlink.ts'
import type { Applet } from './applet.ts'
import { sharedApplet } from './shared.ts'

export const readlinkApplet: Applet = sharedApplet({
  tool: readlinkCommand,
  options: 'fnv',
  usage: ` [-fnv] FILE

Display the value of a symlink

	-f	Canonicalize by following all symlinks
	-n	Don't add newline
	-v	Verbose`,
})
