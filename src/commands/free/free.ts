import { isErrno } from '../../uapi/errno.ts'
import type { Command } from '../command.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { defineTool, type Tool } from '../lib/tool.ts'

type FreeOption = 'b' | 'k' | 'm' | 'g' | 'h' | 't'

const OPTIONS: OptionTable<FreeOption> = {
  b: ['-b, --bytes', 'show output in bytes'],
  k: ['-k, --kibi', 'show output in kibibytes'],
  m: ['-m, --mebi', 'show output in mebibytes'],
  g: ['-g, --gibi', 'show output in gibibytes'],
  h: ['-h, --human', 'show human-readable output'],
  t: ['-t, --total', 'show total for RAM + swap'],
}

export const freeCommand: Command = defineTool<FreeOption>({
  name: 'free',
  path: '/usr/bin/free',
  summary: 'display amount of free and used memory',
  usage: ['[options]'],
  options: OPTIONS,
  refused: ['-s, --seconds=N', '-c, --count=N', '-w, --wide', '-l, --lohi', '--si', '-v, --committed'],
  main: free,
})

/** Ref: procps library/meminfo.c */
function free(tool: Tool, args: Args<FreeOption>): number {
  const text = tool.p.fs.readText('/proc/meminfo')
  if (isErrno(text)) {
    tool.complain(`Unable to create meminfo structure: ${text.text}`)
    return 1
  }
  const kib = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0)
  const cache = kib('Buffers') + kib('Cached') + kib('SReclaimable')
  const available = kib('MemAvailable')
  const memory = [
    kib('MemTotal'),
    kib('MemTotal') - available,
    kib('MemFree'),
    kib('Shmem'),
    cache,
    available,
  ]
  const swap = [kib('SwapTotal'), kib('SwapTotal') - kib('SwapFree'), kib('SwapFree')]
  const unit = args.lastOf('b', 'k', 'm', 'g', 'h') ?? 'k'
  const row = (label: string, values: readonly number[]): void => {
    tool.out.print(`${label.padEnd(9)}${values.map((value) => scaled(value, unit).padStart(11)).join(' ')}\n`)
  }
  const heads = ['total', 'used', 'free', 'shared', 'buff/cache', 'available']
  tool.out.print(`${' '.repeat(9)}${heads.map((head) => head.padStart(11)).join(' ')}\n`)
  row('Mem:', memory)
  row('Swap:', swap)
  if (args.has('t'))
    row(
      'Total:',
      swap.map((value, i) => value + (memory[i] ?? 0)),
    )
  return 0
}

function scaled(kib: number, unit: 'b' | 'k' | 'm' | 'g' | 'h'): string {
  if (unit === 'b') return String(kib * 1024)
  if (unit === 'k') return String(kib)
  if (unit === 'm') return String(Math.trunc(kib / 1024))
  if (unit === 'g') return String(Math.trunc(kib / 1024 ** 2))
  let value = kib * 1024
  for (const suffix of ['B', 'Ki', 'Mi', 'Gi', 'Ti']) {
    if (suffix !== 'B' && value < 10 && value > 0) {
      const tenths = Math.trunc(value * 10) / 10
      return `${tenths.toFixed(1)}${suffix}`
    }
    if (value < 1000 || suffix === 'Ti') return `${Math.trunc(value)}${suffix}`
    value /= 1024
  }
  return ''
}
