import type { Command } from '../command.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { defineTool, type Tool } from '../lib/tool.ts'

type IdOption = 'g' | 'G' | 'n' | 'r' | 'u' | 'z' | 'a'

const OPTIONS: OptionTable<IdOption> = {
  a: ['-a', 'ignore, for compatibility with other versions'],
  g: ['-g, --group', 'print only the effective group ID'],
  G: ['-G, --groups', 'print all group IDs'],
  n: ['-n, --name', 'print a name instead of a number, for -ugG'],
  r: ['-r, --real', 'print the real ID instead of the effective ID, with -ugG'],
  u: ['-u, --user', 'print only the effective user ID'],
  z: ['-z, --zero', 'delimit entries with NUL characters, not whitespace'],
}

export const idCommand: Command = defineTool<IdOption>({
  name: 'id',
  path: '/usr/bin/id',
  summary: 'print user and group IDs',
  usage: ['[OPTION]... [USER]...'],
  options: OPTIONS,
  refused: ['-Z, --context'],
  main: id,
})

/** Every program in a lab runs as root, and there is no other user. */
function id(tool: Tool, args: Args<IdOption>): number {
  const what = args.options.filter((o) => o.id === 'u' || o.id === 'g' || o.id === 'G')
  if (new Set(what.map((o) => o.id)).size > 1) {
    tool.complain('cannot print "only" of more than one choice')
    return 1
  }
  if (what.length === 0 && (args.has('n') || args.has('r'))) {
    tool.complain('cannot print only names or real IDs in default format')
    return 1
  }
  let status = 0
  for (const name of args.operands.length > 0 ? args.operands : ['root']) {
    if (name !== 'root' && name !== '0') {
      tool.complain(`‘${name}’: no such user`)
      status = 1
      continue
    }
    const end = args.has('z') ? '\0' : '\n'
    if (what.length === 0)
      tool.out.print(`uid=0(root) gid=0(root)${tool.make === 'gnu' ? ' groups=0(root)' : ''}\n`)
    else tool.out.print(`${args.has('n') ? 'root' : '0'}${end}`)
  }
  return status
}
