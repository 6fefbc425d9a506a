import { cutCommand } from '../cut/cut.ts'
import type { Applet } from './applet.ts'
import { sharedApplet } from './shared.ts'

export const cutApplet: Applet = sharedApplet({
  tool: cutCommand,
  options: 'bcdfsn',
  refused: ['-O SEP', '-D', '-F LIST'],
  words: [
    [/^you must specify a list of.*$/s, 'expected a list of bytes, characters, or fields'],
    [/^only one list may.*$/s, 'only one type of list may be specified'],
    [/^invalid (?:field|byte).* '(.*)'$/s, "invalid number '$1'"],
  ],
  usage: ` [OPTIONS] [FILE]...

Print selected fields from FILEs to stdout

	-b LIST	Output only bytes from LIST
	-c LIST	Output only characters from LIST
	-d SEP	Field delimiter for input (default -f TAB, -F run of whitespace)
	-O SEP	Field delimiter for output (default = -d for -f, one space for -F)
	-D	Don't sort/collate sections or match -fF lines without delimiter
	-f LIST	Print only these fields (-d is single char)
	-F LIST	Print only these fields (-d is regex)
	-s	Output only lines containing delimiter
	-n	Ignored`,
})
