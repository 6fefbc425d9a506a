import type { Process } from '../../os/program.ts'
import type { Command } from '../command.ts'
import { readEscape } from '../lib/escapes.ts'
import { encodeUtf8 } from '../../wire/utf8.ts'

const ROWS = [
  '-n: do not output the trailing newline',
  '-e: enable interpretation of backslash escapes',
  '-E: disable it',
]

/** Has no option parser: what does not look like one of its options is printed. */
export const echoCommand: Command = {
  name: 'echo',
  path: '/usr/bin/echo',
  summary: 'display a line of text',
  supports: ROWS,
  *run(p: Process) {
    const words = p.argv.slice(1)
    let newline = true
    let escapes = false
    while (words[0] !== undefined && /^-[neE]+$/.test(words[0])) {
      for (const letter of words.shift() ?? '') {
        if (letter === 'n') newline = false
        if (letter === 'e') escapes = true
        if (letter === 'E') escapes = false
      }
    }
    const text = words.join(' ')
    const shown = escapes ? interpret(text) : { text, stop: false }
    const error = p.io.write(1, encodeUtf8(shown.text + (newline && !shown.stop ? '\n' : '')))
    yield* p.io.drain(1)
    if (error === null) return 0
    p.io.err(`echo: write error: ${error.text}\n`)
    return 1
  },
}

/** `stop` when a `\c` cut it short. */
export function interpret(text: string): { readonly text: string; readonly stop: boolean } {
  let out = ''
  let at = 0
  for (;;) {
    const backslash = text.indexOf('\\', at)
    if (backslash < 0) return { text: out + text.slice(at), stop: false }
    out += text.slice(at, backslash)
    const escape = readEscape(text, backslash, true)
    out += escape.text
    at = escape.end
    if (escape.stop) return { text: out, stop: true }
  }
}
