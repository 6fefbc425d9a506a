// Ref: coreutils/dd.c
import type { Blocking, Process } from '../../os/program.ts'
import { DdCopy, type Records } from '../dd/copy.ts'
import { openFiles } from '../dd/files.ts'
import { readOperands } from '../dd/operands.ts'
import type { Applet } from './applet.ts'
import { showUsage } from './getopt.ts'

const KNOWN = {
  conv: ['notrunc', 'noerror', 'sync', 'fsync', 'swab'],
  iflag: ['skip_bytes', 'count_bytes', 'fullblock'],
  oflag: ['seek_bytes', 'append'],
  status: ['noxfer', 'none'],
}

export const ddApplet: Applet = {
  name: 'dd',
  usage: ` [if=FILE] [of=FILE] [ibs=N obs=N/bs=N] [count=N] [skip=N] [seek=N]
	[conv=notrunc|noerror|sync|fsync]
	[iflag=skip_bytes|count_bytes|fullblock|direct] [oflag=seek_bytes|append|direct]

Copy a file with converting and formatting

	if=FILE		Read from FILE instead of stdin
	of=FILE		Write to FILE instead of stdout
	bs=N		Read and write N bytes at a time
	ibs=N		Read N bytes at a time
	obs=N		Write N bytes at a time
	count=N		Copy only N input blocks
	skip=N		Skip N input blocks
	seek=N		Skip N output blocks
	conv=notrunc	Don't truncate output file
	conv=noerror	Continue after read errors
	conv=sync	Pad blocks with zeros
	conv=fsync	Physically write data out before finishing
	conv=swab	Swap every pair of bytes
	iflag=skip_bytes	skip=N is in bytes
	iflag=count_bytes	count=N is in bytes
	oflag=seek_bytes	seek=N is in bytes
	iflag=direct	O_DIRECT input
	oflag=direct	O_DIRECT output
	iflag=fullblock	Read full blocks
	oflag=append	Open output in append mode
	status=noxfer	Suppress rate output
	status=none	Suppress all output

N may be suffixed by c (1), w (2), b (512), kB (1000), k (1024), MB, M, GB, G`,
  run: dd,
}

function* dd(p: Process): Blocking<number> {
  const set = readOperands(p.argv.slice(1), KNOWN)
  const fail = (words: string): number => {
    p.io.err(`dd: ${words}\n`)
    return 1
  }
  if ('wrong' in set) {
    const { wrong, text } = set
    if (wrong === 'operand') return showUsage(p, ddApplet)
    if (wrong === 'zero') return fail(`number ${text} is not in 1..9223372036854775807 range`)
    if (wrong === 'number') return fail(`invalid number '${text}'`)
    return fail(
      text === 'direct'
        ? `${wrong}=direct is not supported in vethlab`
        : `invalid argument '${text}' to '${wrong}'`,
    )
  }
  const failed = openFiles(p, set)
  if (failed) return fail(`can't open '${failed.path}': ${failed.error.text}`)
  const copy = new DdCopy(p, set, () => {})
  const stopped = yield* copy.run()
  if (stopped)
    return fail(`${(stopped.reading ? set.input : set.output) ?? 'standard input'}: ${stopped.error.text}`)
  // The rate is left out of Debian's.
  const records = ({ full, partial }: Records): string => `${full}+${partial} records`
  if (set.status !== 'none') p.io.err(`${records(copy.read)} in\n${records(copy.written)} out\n`)
  return 0
}
