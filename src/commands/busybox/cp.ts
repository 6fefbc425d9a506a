import { cpCommand } from '../cp/cp.ts'
import type { Applet } from './applet.ts'
import { sharedApplet } from './shared.ts'

export const cpApplet: Applet = sharedApplet({
  tool: cpCommand,
  options: 'arPLHpfinlsTudRt',
  words: [
    [/^cannot stat /, "can't stat "],
    [/^-r not specified; omitting/, 'omitting'],
    [/^cannot create (?:regular file|directory) '(.*)': (.*)$/s, "can't create '$1': $2"],
    [/^cannot open (.*) for reading: /, "can't open $1: "],
    [/^target '(.*)'(?:: .*)?$/s, "'$1' is not a directory"],
  ],
  usage: ` [-arPLHpfinlsTu] SOURCE DEST
or: cp [-arPLHpfinlsu] SOURCE... { -t DIRECTORY | DIRECTORY }

Copy SOURCEs to DEST

	-a	Same as -dpR
	-R,-r	Recurse
	-d,-P	Preserve symlinks (default if -R)
	-L	Follow all symlinks
	-H	Follow symlinks on command line
	-p	Preserve file attributes if possible
	-f	Overwrite
	-i	Prompt before overwrite
	-n	Don't overwrite
	-l,-s	Create (sym)links
	-T	Refuse to copy if DEST is a directory
	-t DIR	Copy all SOURCEs into DIR
	-u	Copy only newer files`,
})
