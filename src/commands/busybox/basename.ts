import { basenameCommand } from '../basename/basename.ts'
import type { Applet } from './applet.ts'
import { sharedApplet } from './shared.ts'

export const basenameApplet: Applet = sharedApplet({
  tool: basenameCommand,
  options: 'as',
  usage: ` FILE [SUFFIX] | -a FILE... | -s SUFFIX FILE...

Strip directory path and SUFFIX from FILE

	-a		All arguments are FILEs
	-s SUFFIX	Remove SUFFIX (implies -a)`,
})
