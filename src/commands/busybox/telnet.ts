import { telnetCommand } from '../telnet/telnet.ts'
import type { Applet } from './applet.ts'
import { sharedApplet } from './shared.ts'

export const telnetApplet: Applet = sharedApplet({
  tool: telnetCommand,
  options: 'al',
  usage: ` [-a] [-l USER] HOST [PORT]

Connect to telnet server

	-a	Automatic login with $USER variable
	-l USER	Automatic login as USER`,
})
