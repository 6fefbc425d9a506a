import { awkCommand } from '../awk/awk.ts'
import type { Applet } from './applet.ts'
import { showUsage } from './getopt.ts'
import { withErrors } from './process.ts'

export const awkApplet: Applet = {
  name: 'awk',
  usage: ` [OPTIONS] [AWK_PROGRAM] [FILE]...

	-v VAR=VAL	Set variable
	-F SEP		Use SEP as field separator
	-f FILE		Read program from FILE
	-e AWK_PROGRAM`,
  // mawk's core; only its usage is BusyBox's own.
  *run(p) {
    if (p.argv.length === 1) return showUsage(p, awkApplet)
    return yield* awkCommand.run(withErrors(p, reworded))
  },
}

/** `awk: cannot open nosuch (No such file or directory)` */
function reworded(text: string): string {
  return text.replace(/^awk: cannot open (\S+) \((.*)\)$/m, 'awk: $1: $2')
}
