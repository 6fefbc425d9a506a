// Ref: busybox archival/tar.c
import type { Blocking, Process } from '../../os/program.ts'
import { runTar, type TarWords } from '../lib/tar.ts'
import type { Applet } from './applet.ts'
import { getoptLong, showUsage } from './getopt.ts'

const LONG = {
  list: 't',
  extract: 'x',
  create: 'c',
  directory: 'C',
  file: 'f',
  'to-stdout': 'O',
  touch: 'm',
  verbose: 'v',
  'no-same-owner': 'o',
  'preserve-permissions': 'p',
  'no-same-permissions': false,
} as const

const WORDS: TarWords = {
  leadingSlash: "removing leading '/' from member names",
  empty: 'empty archive',
  notArchive: ['short read'],
  delayed: (verb) => (verb === 'c' ? 'error exit delayed from previous errors' : null),
  status: 1,
  blocks: 1,
  seconds: true,
  missing: (name, why) => `${name}: ${why}`,
  unopened: (file, why) => [`can't open '${file}': ${why}`],
  noFolder: (folder, why) => [`can't change directory to '${folder}': ${why}`],
  notFound: (name) => `${name}: not found in archive`,
  isArchive: (name) => `${name}: file is the archive; skipping`,
}

export const tarApplet: Applet = {
  name: 'tar',
  usage: ` c|x|t [-ZzJjahmvokO] [-f TARFILE] [-C DIR] [FILE]...

Create, extract, or list files from a tar file

	c	Create
	x	Extract
	t	List
	-f FILE	Name of TARFILE ('-' for stdin/out)
	-C DIR	Change to DIR before operation
	-v	Verbose
	-O	Extract to stdout
	-m	Don't restore mtime
	-o	Don't restore user:group
	-k	Don't replace existing files
	-Z	(De)compress using compress
	-z	(De)compress using gzip
	-J	(De)compress using xz
	-j	(De)compress using bzip2
	--lzma	(De)compress using lzma
	-a	(De)compress based on extension
	-h	Follow symlinks
	--overwrite		Replace existing files
	--strip-components NUM	NUM of leading components to strip
	--no-recursion		Don't descend in directories
	--numeric-owner		Use numeric user:group
	--no-same-permissions	Don't restore access permissions
	--to-command COMMAND	Pipe files to COMMAND`,
  run: tar,
}

function* tar(p: Process): Blocking<number> {
  const [first = '', ...rest] = p.argv.slice(1)
  // The first word may be letters without `-`.
  const typed = first === '' || first.startsWith('-') ? p.argv.slice(1) : [`-${first}`, ...rest]
  const options = getoptLong(p, tarApplet, 'txcC:f:OpvmokZzJjah', LONG, typed)
  if (!options) return 1
  const { given, operands } = options
  const verbs = (['c', 'x', 't'] as const).filter((verb) => given.has(verb))
  const [verb] = verbs
  if (verb === undefined || verbs.length > 1) return showUsage(p, tarApplet)
  for (const letter of 'kZzJjah') {
    if (!given.has(letter)) continue
    p.io.err(`tar: -${letter} is not supported in vethlab\n`)
    return 1
  }
  return yield* runTar(
    p,
    {
      verb,
      file: given.get('f') ?? '-',
      folder: given.get('C') ?? null,
      verbose: given.has('v'),
      toStdout: given.has('O'),
      newTimes: given.has('m'),
      operands,
    },
    WORDS,
  )
}
