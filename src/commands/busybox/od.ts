import { odCommand } from '../od/od.ts'
import type { Applet } from './applet.ts'
import { sharedApplet } from './shared.ts'

export const odApplet: Applet = sharedApplet({
  tool: odCommand,
  options: 'AabcdfhijloNsStvwx',
  refused: ['-f', '-i', '-l', '-S'],
  words: [[/^invalid output address radix '(.*)'; .*$/s, "bad output address radix '$1' (must be [doxn])"]],
  usage: ` [-abcdfhilovxs] [-t TYPE] [-A RADIX] [-N SIZE] [-j SKIP] [-S MINSTR] [-w WIDTH] [FILE]...

Print FILEs (or stdin) unambiguously, as octal bytes by default`,
})
