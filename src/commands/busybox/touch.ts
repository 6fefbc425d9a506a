import { touchCommand } from '../touch/touch.ts'
import type { Applet } from './applet.ts'
import { sharedApplet } from './shared.ts'

export const touchApplet: Applet = sharedApplet({
  tool: touchCommand,
  options: 'chamdtr',
  words: [
    [/^cannot touch '(.*)': (.*)$/s, '$1: $2'],
    [/^invalid date format /, 'invalid date '],
  ],
  usage: ` [-cham] [-d DATE] [-t DATE] [-r FILE] FILE...

Update mtime of FILEs

	-c	Don't create files
	-h	Don't follow links
	-a	Change only atime
	-m	Change only mtime
	-d DT	Date/time to use
	-t DT	Date/time to use
	-r FILE	Use FILE's date/time`,
})
