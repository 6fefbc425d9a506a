import { pasteCommand } from '../paste/paste.ts'
import type { Applet } from './applet.ts'
import { sharedApplet } from './shared.ts'

export const pasteApplet: Applet = sharedApplet({
  tool: pasteCommand,
  options: 'ds',
  usage: ` [-d LIST] [-s] [FILE]...

Paste lines from each input file, separated with tab

	-d LIST	Use delimiters from LIST, not tab
	-s      Serial: one file at a time`,
})
