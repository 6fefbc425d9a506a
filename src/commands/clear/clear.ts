import type { Command } from '../command.ts'
import { defineTool } from '../lib/tool.ts'

const USAGE = `Usage: clear [options]

Options:
  -T TERM     use this instead of $TERM
  -V          print curses-version
  -x          do not try to clear scrollback
`

export const clearCommand: Command = defineTool<'x'>({
  name: 'clear',
  path: '/usr/bin/clear',
  summary: 'clear the terminal screen',
  usage: ['[options]'],
  options: { x: ['-x', 'do not try to clear scrollback'] },
  refused: ['-T TERM', '-V'],
  hint: USAGE,
  main: (tool, args) => {
    // Cursor home, erase the display, and with it what scrolled away (terminfo: clear, E3).
    tool.out.print(`\x1b[H\x1b[2J${args.has('x') ? '' : '\x1b[3J'}`)
    return 0
  },
})
