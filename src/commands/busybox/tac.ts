import { tacCommand } from '../tac/tac.ts'
import type { Applet } from './applet.ts'
import { sharedApplet } from './shared.ts'

export const tacApplet: Applet = sharedApplet({
  tool: tacCommand,
  options: '',
  words: [[/^(.*): (No such file or directory|Permission denied)$/s, "can't open '$1': $2"]],
  usage: ` [FILE]...

Concatenate FILEs and print them in reverse`,
})
