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

/** Users that there are (/etc/passwd). */
const NAMES: Readonly<Record<number, readonly [user: string, group: string]>> = {
  0: ['root', 'root'],
  65_534: ['nobody', 'nogroup'],
}

/** `0(root)`, or a number alone that has no name. */
function labelled(id: number, kind: 0 | 1): string {
  const name = NAMES[id]?.[kind]
  return name === undefined ? String(id) : `${id}(${name})`
}

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
  const { procs } = tool.p
  for (const name of args.operands.length > 0 ? args.operands : [null]) {
    if (name !== null && name !== 'root' && name !== '0') {
      tool.complain(`‘${name}’: no such user`)
      status = 1
      continue
    }
    const end = args.has('z') ? '\0' : '\n'
    const [uid, gid] = name === null ? [procs.uid(), procs.gid()] : [0, 0]
    if (what.length === 0) {
      const group = labelled(gid, 1)
      // GNU's counts the effective one among them.
      const all = tool.make === 'gnu' ? [...new Set([gid, ...procs.groups()])] : procs.groups()
      const groups = all.length > 0 ? ` groups=${all.map((one) => labelled(one, 1)).join(',')}` : ''
      tool.out.print(`uid=${labelled(uid, 0)} gid=${group}${groups}\n`)
      continue
    }
    const [shown, kind] = what[0]?.id === 'u' ? ([uid, 0] as const) : ([gid, 1] as const)
    const named = NAMES[shown]?.[kind]
    if (args.has('n') && named === undefined) {
      tool.complain(`cannot find name for ${kind === 0 ? 'user' : 'group'} ID ${shown}`)
      status = 1
    }
    tool.out.print(`${(args.has('n') ? named : null) ?? shown}${end}`)
  }
  return status
}
