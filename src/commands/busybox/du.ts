// Ref: coreutils/du.c
import type { Blocking, Process } from '../../os/program.ts'
import { measure, type DuWalk } from '../du/du.ts'
import type { Applet } from './applet.ts'
import { getopt, xatou } from './getopt.ts'
import { humanReadable } from './human.ts'

export const duApplet: Applet = {
  name: 'du',
  usage: ` [-aHLdclsxhmk] [FILE]...

Summarize disk space used for FILEs (or directories)

	-a	Show file sizes too
	-b	Apparent size (including holes)
	-L	Follow all symlinks
	-H	Follow symlinks on command line
	-d N	Limit output to directories (and files with -a) of depth < N
	-c	Show grand total
	-l	Count sizes many times if hard linked
	-s	Display only a total for each argument
	-x	Skip directories on different filesystems
	-h	Sizes in human readable format (e.g., 1K 243M 2G)
	-m	Sizes in megabytes
	-k	Sizes in kilobytes (default)`,
  run: du,
}

function* du(p: Process): Blocking<number> {
  const options = getopt(p, duApplet, 'aHkLsxd:lcbhm')
  if (!options) return 1
  const { given, operands } = options
  for (const letter of 'HLlx') {
    if (!given.has(letter)) continue
    p.io.err(`du: -${letter} is not supported in vethlab\n`)
    return 1
  }
  const depth = given.has('d') ? xatou(p, 'du', given.get('d') ?? '') : Infinity
  if (depth === null) return 1
  const shown = (octets: number): string => {
    if (given.has('b')) return String(octets)
    return given.has('h')
      ? humanReadable(octets)
      : String(Math.ceil(octets / (given.has('m') ? 1024 ** 2 : 1024)))
  }
  const walk: DuWalk = {
    p,
    apparent: given.has('b'),
    all: given.has('a'),
    deepest: given.has('s') ? 0 : depth,
    *found(size, path) {
      p.io.out(`${shown(size)}\t${path}\n`)
      yield* p.io.drain(1)
    },
    failed: (path, error) => p.io.err(`du: ${path}: ${error.text}\n`),
  }
  let status = 0
  let total = 0
  for (const path of operands.length > 0 ? operands : ['.']) {
    const size = yield* measure(walk, path, 0)
    if (size === null) status = 1
    total += size ?? 0
  }
  if (given.has('c')) p.io.out(`${shown(total)}\ttotal\n`)
  return status
}
