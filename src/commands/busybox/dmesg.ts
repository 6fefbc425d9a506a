import { dmesgCommand } from '../dmesg/dmesg.ts'
import type { Applet } from './applet.ts'
import { sharedApplet } from './shared.ts'

export const dmesgApplet: Applet = sharedApplet({
  tool: dmesgCommand,
  options: 'cr',
  refused: ['-n LEVEL', '-s SIZE'],
  usage: ` [-cr] [-n LEVEL] [-s SIZE]

Print or control the kernel ring buffer

	-c		Clear ring buffer after printing
	-n LEVEL	Set console logging level
	-s SIZE		Buffer size
	-r		Print raw message buffer`,
})
