// dd of coreutils 9.1. Read operands.ts for what it is asked, copy.ts for what it does.
import type { Blocking } from '../../os/program.ts'
import { SECOND } from '../../sim/clock.ts'
import type { Command } from '../command.ts'
import type { Args } from '../lib/options.ts'
import { quote, quoteFile, quoteWord } from '../lib/quote.ts'
import { defineTool, type Tool } from '../lib/tool.ts'
import { DdCopy, type Records } from './copy.ts'
import { openFiles } from './files.ts'
import { readOperands, type WrongOperand } from './operands.ts'

const KNOWN = {
  conv: ['notrunc', 'noerror', 'sync', 'fsync', 'fdatasync', 'swab', 'ucase', 'lcase'],
  iflag: ['fullblock', 'skip_bytes', 'count_bytes'],
  oflag: ['append', 'seek_bytes', 'sync', 'dsync'],
  status: ['none', 'noxfer', 'progress'],
}

const ELSEWHERE: Readonly<Record<string, RegExp>> = {
  conv: /^(ascii|ebcdic|ibm|block|unblock|sparse|excl|nocreat)$/,
  iflag: /^(direct|directory|dsync|sync|nocache|noatime|nonblock|noctty|nofollow)$/,
  oflag: /^(direct|directory|nocache|noatime|nonblock|noctty|nofollow)$/,
  operand: /^cbs=/,
}

export const ddCommand: Command = defineTool<never>({
  name: 'dd',
  path: '/usr/bin/dd',
  summary: 'copy a file, converting and formatting according to the operands',
  usage: ['[OPERAND]...', 'OPTION'],
  options: {},
  forms: [
    'if=FILE of=FILE: instead of standard input and output',
    'bs=N ibs=N obs=N count=N skip=N seek=N: with c, w, b, kB, K, MB, M, GB, G',
    `conv=${KNOWN.conv.join(',')}`,
    `iflag=${KNOWN.iflag.join(',')}`,
    `oflag=${KNOWN.oflag.join(',')}`,
    `status=${KNOWN.status.join('|')}`,
  ],
  main: dd,
})

function* dd(tool: Tool, args: Args<never>): Blocking<number> {
  const { p } = tool
  const set = readOperands(args.operands, KNOWN)
  if ('wrong' in set) return complain(tool, set)
  const failed = openFiles(p, set)
  if (failed) {
    tool.complain(`failed to open ${quote(failed.path)}: ${failed.error.text}`)
    return 1
  }
  let told = 0
  /** Once a second: over what stood in the line before. */
  const progress = (): void => {
    if (set.status !== 'progress' || p.clock.now() < copy.started + (told + 1) * SECOND) return
    const seconds = (p.clock.now() - copy.started) / SECOND
    told = Math.floor(seconds)
    p.io.err(`\r${transfer(copy.octets, seconds, Math.round(seconds).toString())}`)
  }
  const copy = new DdCopy(p, set, progress)
  const report = (): void => {
    if (set.status === 'none') return
    const records = ({ full, partial }: Records): string => `${full}+${partial} records`
    p.io.err(`${told > 0 ? '\n' : ''}${records(copy.read)} in\n${records(copy.written)} out\n`)
    told = 0
    if (set.status === 'noxfer') return
    const seconds = (p.clock.now() - copy.started) / SECOND
    p.io.err(`${transfer(copy.octets, seconds, general(seconds))}\n`)
  }
  p.procs.onSignal('USR1', report)
  p.procs.onSignal('INT', () => {
    report()
    p.procs.exit(130)
  })
  const stopped = yield* copy.run()
  if (stopped) {
    const [doing, name] = stopped.reading
      ? ['reading', set.input ?? 'standard input']
      : ['writing', set.output ?? 'standard output']
    tool.complain(`error ${doing} ${quote(name)}: ${stopped.error.text}`)
  }
  report()
  return stopped ? 1 : 0
}

function complain(tool: Tool, { wrong, text }: WrongOperand): number {
  if (ELSEWHERE[wrong]?.test(text))
    return tool.unsupported(wrong === 'operand' ? quoteFile(text) : `${wrong}=${text}`)
  if (wrong === 'number' || wrong === 'zero') {
    tool.complain(`invalid number: ${quoteWord(text)}`)
    return 1
  }
  const words = {
    operand: 'unrecognized operand ',
    conv: 'invalid conversion: ',
    iflag: 'invalid input flag: ',
    oflag: 'invalid output flag: ',
    status: 'invalid status level: ',
  }
  return tool.usageError(`${words[wrong]}${quoteWord(text)}`)
}

/** Ref: coreutils src/dd.c:print_xfer_stats() */
function transfer(octets: number, seconds: number, time: string): string {
  const [decimal, binary] = [size(octets, 1000, 'kMGTPE', ''), size(octets, 1024, 'KMGTPE', 'i')]
  const rate = seconds > 0 ? rateOf(octets / seconds) : 'Infinity B'
  const both = [decimal, binary].filter((text) => /[A-Za-z]B$/.test(text) && octets >= 1000)
  const inUnits = both.length > 0 ? ` (${both.join(', ')})` : ''
  return `${octets} byte${octets === 1 ? '' : 's'}${inUnits} copied, ${time} s, ${rate}/s`
}

/** `%g`. */
function general(value: number): string {
  const exact = Number(value.toPrecision(6))
  if (exact === 0 || exact >= 1e-4) return String(exact)
  return exact.toExponential().replace(/e-(\d)$/, 'e-0$1')
}

/** `45.6 MB`, `601 kB`: thousands at least. */
function rateOf(perSecond: number): string {
  let value = perSecond / 1000
  let at = 0
  for (; value >= 1000 && at < 'kMGTPE'.length - 1; at++) value /= 1000
  const tenths = value.toFixed(1)
  return `${tenths.length > 4 ? Math.round(value) : tenths} ${'kMGTPE'[at] ?? ''}B`
}

/** `2.1 MB`: a decimal below ten. Ref: gnulib lib/human.c:human_readable() */
function size(octets: number, base: number, prefixes: string, infix: string): string {
  let value = octets
  let at = -1
  while (value >= base && at < prefixes.length - 1) {
    value /= base
    at++
  }
  if (at < 0) return `${octets} B`
  const tenths = Math.round(value * 10)
  return `${tenths < 100 ? (tenths / 10).toFixed(1) : Math.round(value)} ${prefixes[at] ?? ''}${infix}B`
}
