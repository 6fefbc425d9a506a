import { fgrepCommand } from '../grep/grep.ts'
import type { Applet } from './applet.ts'
import { sharedApplet } from './shared.ts'

export const fgrepApplet: Applet = sharedApplet({
  tool: fgrepCommand,
  options: 'HhnlLoqvsrRiwFEzxcmABCef --color',
  badUsage: 2,
  usage: null,
})
