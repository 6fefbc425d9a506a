import { bracketCommand } from '../test/test.ts'
import type { Applet } from './applet.ts'
import { sharedApplet } from './shared.ts'

export const bracketApplet: Applet = sharedApplet({
  tool: bracketCommand,
  options: '',
  words: [
    [/^missing '\]'$/, 'missing ]'],
    [/^invalid integer '(.*)'$/s, '$1: bad number'],
    [/^'(.*)': (?:unary|binary) operator expected$/s, '$1: unknown operand'],
  ],
  usage: null,
})
