import { testCommand } from '../test/test.ts'
import type { Applet } from './applet.ts'
import { sharedApplet } from './shared.ts'

export const testApplet: Applet = sharedApplet({
  tool: testCommand,
  options: '',
  words: [
    [/^invalid integer '(.*)'$/s, '$1: bad number'],
    [/^'(.*)': (?:unary|binary) operator expected$/s, '$1: unknown operand'],
  ],
  usage: null,
})
