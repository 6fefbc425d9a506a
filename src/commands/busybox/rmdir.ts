import { rmdirCommand } from '../rmdir/rmdir.ts'
import type { Applet } from './applet.ts'
import { sharedApplet } from './shared.ts'

export const rmdirApplet: Applet = sharedApplet({
  tool: rmdirCommand,
  options: 'p --ignore-fail-on-non-empty --parents',
  words: [[/^failed to remove (?:directory )?/, '']],
  usage: ` [-p] DIRECTORY...

Remove DIRECTORY if it is empty

	-p	Include parents
	--ignore-fail-on-non-empty`,
})
