import type { Process, Tty } from '../../os/program.ts'
import type { Command } from '../command.ts'
import { definePlainTool } from '../lib/plainTool.ts'

export const sttyCommand: Command = definePlainTool({
  name: 'stty',
  path: '/usr/bin/stty',
  summary: 'print the size of the terminal, or set it to raw or sane',
  supports: ['stty size', 'stty raw|-raw|cooked|sane'],
  complete: () => ['size', 'raw', 'sane'],
  main(tool, words) {
    const tty = terminal(tool.p)
    if (!tty) {
      tool.p.io.err("stty: 'standard input': Inappropriate ioctl for device\n")
      return 1
    }
    if (words.length === 0) return tool.unsupported('showing the settings of a terminal')
    for (const word of words) {
      if (word === 'size') tool.out.print(`${tty.rows} ${tty.columns}\n`)
      else if (word === 'raw') tty.mode = 'raw'
      else if (word === '-raw' || word === 'cooked' || word === 'sane') tty.mode = 'cooked'
      else return tool.unsupported(word)
    }
    return 0
  },
})

function terminal(p: Process): Tty | null {
  return p.io.fds.get(0)?.tty ?? null
}
