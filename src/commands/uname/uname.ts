import type { Command } from '../command.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { defineTool, type Tool } from '../lib/tool.ts'

type UnameOption = 'a' | 's' | 'n' | 'r' | 'v' | 'm' | 'p' | 'i' | 'o'

const OPTIONS: OptionTable<UnameOption> = {
  a: ['-a, --all', 'print all information'],
  s: ['-s, --kernel-name', 'print the kernel name'],
  n: ['-n, --nodename', 'print the network node hostname'],
  r: ['-r, --kernel-release', 'print the kernel release'],
  v: ['-v, --kernel-version', 'print the kernel version'],
  m: ['-m, --machine', 'print the machine hardware name'],
  p: ['-p, --processor', 'print the processor type (non-portable)'],
  i: ['-i, --hardware-platform', 'print the hardware platform (non-portable)'],
  o: ['-o, --operating-system', 'print the operating system'],
}

const RELEASE = '6.18.0'
const VERSION = '#1 SMP PREEMPT_DYNAMIC vethlab'

export const unameCommand: Command = defineTool<UnameOption>({
  name: 'uname',
  path: '/usr/bin/uname',
  summary: 'print system information',
  usage: ['[OPTION]...'],
  options: OPTIONS,
  main: uname,
})

function uname(tool: Tool, args: Args<UnameOption>): number {
  const [extra] = args.operands
  if (extra !== undefined) return tool.usageError(`extra operand ‘${extra}’`)
  const parts: readonly (readonly [UnameOption, string])[] = [
    ['s', 'Linux'],
    ['n', tool.p.net.hostname()],
    ['r', RELEASE],
    ['v', VERSION],
    ['m', 'x86_64'],
    ['p', 'unknown'],
    ['i', 'unknown'],
    ['o', 'GNU/Linux'],
  ]
  const asked = args.has('a')
    ? parts.filter(([, text]) => text !== 'unknown')
    : parts.filter(([id]) => args.has(id) || (args.options.length === 0 && id === 's'))
  tool.out.print(`${asked.map(([, text]) => text).join(' ')}\n`)
  return 0
}
