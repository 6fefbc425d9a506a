import { egrepCommand } from '../grep/grep.ts'
import type { Applet } from './applet.ts'
import { sharedApplet } from './shared.ts'

export const egrepApplet: Applet = sharedApplet({
  tool: egrepCommand,
  options: 'HhnlLoqvsrRiwFEzxcmABCef --color',
  badUsage: 2,
  usage: null,
})
