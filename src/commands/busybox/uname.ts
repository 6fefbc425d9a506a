import { unameCommand } from '../uname/uname.ts'
import type { Applet } from './applet.ts'
import { sharedApplet } from './shared.ts'

export const unameApplet: Applet = sharedApplet({
  tool: unameCommand,
  options: 'amnrspvio',
  usage: ` [-amnrspvio]

Print system information

	-a	Print all
	-m	Machine (hardware) type
	-n	Hostname
	-r	Kernel release
	-s	Kernel name (default)
	-p	Processor type
	-v	Kernel version
	-i	Hardware platform
	-o	OS name`,
})
