import { chrootCommand } from '../chroot/chroot.ts'
import type { Applet } from './applet.ts'
import { sharedApplet } from './shared.ts'

export const chrootApplet: Applet = sharedApplet({
  tool: chrootCommand,
  options: '',
  words: [[/^cannot change root directory to '(.*)': (.*)$/s, "can't change root directory to '$1': $2"]],
  usage: ` NEWROOT [PROG ARGS]

Run PROG with root directory set to NEWROOT`,
})
