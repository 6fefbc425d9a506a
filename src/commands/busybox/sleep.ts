import { sleepCommand } from '../sleep/sleep.ts'
import type { Applet } from './applet.ts'
import { sharedApplet } from './shared.ts'

export const sleepApplet: Applet = sharedApplet({
  tool: sleepCommand,
  options: '',
  words: [[/^invalid time interval '(.*)'$/s, "invalid number '$1'"]],
  usage: ` [N]...

Pause for a time equal to the total of the args given, where each arg can
have an optional suffix of (s)econds, (m)inutes, (h)ours, or (d)ays`,
})
