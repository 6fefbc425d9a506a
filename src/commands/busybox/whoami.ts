import { whoamiCommand } from '../whoami/whoami.ts'
import type { Applet } from './applet.ts'
import { sharedApplet } from './shared.ts'

export const whoamiApplet: Applet = sharedApplet({
  tool: whoamiCommand,
  options: '',
  usage: `

Print the user name associated with the current effective user id`,
})
