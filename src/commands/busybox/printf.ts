import { printfCommand } from '../printf/printf.ts'
import type { Applet } from './applet.ts'
import { sharedApplet } from './shared.ts'

export const printfApplet: Applet = sharedApplet({
  tool: printfCommand,
  options: '',
  words: [[/^'(.*)': expected a numeric value$/s, "invalid number '$1'"]],
  usage: ` FORMAT [ARG]...

Format and print ARG(s) according to FORMAT (a-la C printf)`,
})
