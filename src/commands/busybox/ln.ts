import { lnCommand } from '../ln/ln.ts'
import type { Applet } from './applet.ts'
import { sharedApplet } from './shared.ts'

export const lnApplet: Applet = sharedApplet({
  tool: lnCommand,
  options: 'sfnbtvT',
  refused: ['-S SUF'],
  words: [[/^failed to create (?:symbolic|hard) link '(.*)'(?: => '.*')?: (.*)$/s, '$1: $2']],
  usage: ` [-sfnbtv] [-S SUF] TARGET... LINK|DIR

Create a link LINK or DIR/TARGET to the specified TARGET(s)

	-s	Make symlinks instead of hardlinks
	-f	Remove existing destinations
	-n	Don't dereference symlinks - treat like normal file
	-b	Make a backup of the target (if exists) before link operation
	-S SUF	Use suffix instead of ~ when making backup files
	-T	Treat LINK as a file, not DIR
	-v	Verbose`,
})
