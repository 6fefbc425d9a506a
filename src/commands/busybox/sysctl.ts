import { sysctlCommand } from '../sysctl/sysctl.ts'
import type { Applet } from './applet.ts'
import { sharedApplet } from './shared.ts'

export const sysctlApplet: Applet = sharedApplet({
  tool: sysctlCommand,
  options: 'enqapw',
  words: [
    [/^setting key "(.*)": (.*)$/s, "error setting key '$1': $2"],
    [/^cannot stat \/proc\/sys\/(.*): No such file or directory$/s, "error: '$1' is an unknown key"],
  ],
  usage: ` [-enq] { -a | -p [FILE]... | [-w] [KEY[=VALUE]]... }

Show/set kernel parameters

	-e	Don't warn about unknown keys
	-n	Don't show key names
	-q      Quiet
	-a	Show all values
	-p	Set values from FILEs (default /etc/sysctl.conf)
	-w	Set values`,
})
