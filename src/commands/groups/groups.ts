import type { Command } from '../command.ts'
import { quoteWord } from '../lib/quote.ts'
import { defineTool } from '../lib/tool.ts'

export const groupsCommand: Command = defineTool<never>({
  name: 'groups',
  path: '/usr/bin/groups',
  summary: 'print the groups a user is in',
  usage: ['[OPTION]... [USERNAME]...'],
  options: {},
  main(tool, args) {
    let status = 0
    if (args.operands.length === 0) tool.out.print('root\n')
    for (const name of args.operands) {
      const group = { root: 'root', nobody: 'nogroup' }[name]
      if (group !== undefined) tool.out.print(`${name} : ${group}\n`)
      else {
        tool.complain(`${quoteWord(name)}: no such user`)
        status = 1
      }
    }
    return status
  },
})
