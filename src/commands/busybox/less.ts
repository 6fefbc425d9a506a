import type { Applet } from './applet.ts'
import { catApplet } from './cat.ts'
import { withErrors } from './process.ts'

export const lessApplet: Applet = {
  name: 'less',
  usage: ` [-EFIMmNSRh~] [FILE]...

View FILE (or stdin) one screenful at a time

	-E	Quit once the end of a file is reached
	-F	Quit if entire file fits on first screen
	-I	Ignore case in all searches
	-M,-m	Display status line with line numbers
		and percentage through the file
	-N	Prefix line number to each line
	-S	Truncate long lines
	-R	Remove color escape codes in input
	-~	Suppress ~s displayed past EOF`,
  // To what is no terminal it copies, and so it does here to one.
  *run(p) {
    return yield* catApplet.run(withErrors(p, (text) => text.replace(/^cat:/, 'less:')))
  },
}
