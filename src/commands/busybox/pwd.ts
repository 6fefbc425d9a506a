import { pwdCommand } from '../pwd/pwd.ts'
import type { Applet } from './applet.ts'
import { sharedApplet } from './shared.ts'

export const pwdApplet: Applet = sharedApplet({
  tool: pwdCommand,
  options: 'LP',
  usage: `

Print the full filename of the current working directory`,
})
