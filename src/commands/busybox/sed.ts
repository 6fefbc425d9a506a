import { sedCommand } from '../sed/sed.ts'
import type { Applet } from './applet.ts'
import { sharedApplet } from './shared.ts'

export const sedApplet: Applet = sharedApplet({
  tool: sedCommand,
  worst: 1,
  options: 'nrEfei',
  words: [
    [/^can't read (.*): (.*)$/s, '$1: $2'],
    [/^-e expression #\d+, char \d+: unknown command: `(.)'$/s, 'unsupported command $1'],
    [/^-e expression #\d+, char \d+: unterminated.*$/s, "unmatched '/'"],
  ],
  usage: ` [-i[SFX]] [-nrE] [-f FILE]... [-e CMD]... [FILE]...
or: sed [-i[SFX]] [-nrE] CMD [FILE]...

	-e CMD	Add CMD to sed commands to be executed
	-f FILE	Add FILE contents to sed commands to be executed
	-i[SFX]	Edit files in-place (otherwise write to stdout)
		Optionally back files up, appending SFX
	-n	Suppress automatic printing of pattern space
	-r,-E	Use extended regex syntax

If no -e or -f, the first non-option argument is the sed command string.
Remaining arguments are input files (stdin if none).`,
})
