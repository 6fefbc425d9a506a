// GNU tar (1.34): archives made, read and listed, without compression.
import type { Blocking, Process } from '../../os/program.ts'
import type { Command } from '../command.ts'
import { Args, grammarOf, parseOptions, type OptionTable } from '../lib/options.ts'
import { runTar, type TarWords } from '../lib/tar.ts'

type TarOption = 'c' | 'x' | 't' | 'f' | 'C' | 'v' | 'O' | 'm' | 'p' | 'owner' | 'permissions'

const OPTIONS: OptionTable<TarOption> = {
  c: ['-c, --create', 'create a new archive'],
  x: ['-x, --extract', 'extract files from an archive'],
  t: ['-t, --list', 'list the contents of an archive'],
  f: ['-f, --file=ARCHIVE', 'use archive file ARCHIVE'],
  C: ['-C, --directory=DIR', 'change to directory DIR'],
  v: ['-v, --verbose', 'verbosely list files processed'],
  O: ['-O, --to-stdout', 'extract files to standard output'],
  m: ['-m, --touch', "don't extract file modified time"],
  p: ['-p, --preserve-permissions', 'extract information about file permissions'],
  owner: ['--no-same-owner', 'extract files as yourself'],
  permissions: ['--no-same-permissions', "apply the user's umask when extracting permissions"],
}

const REFUSED = [
  ...['-A, --catenate', '-d, --diff', '-r, --append', '-u, --update', '--delete', '-k, --keep-old-files'],
  ...['-z, --gzip', '-j, --bzip2', '-J, --xz', '--zstd', '-a, --auto-compress', '-h, --dereference'],
  ...['--exclude=PATTERN', '--strip-components=NUMBER', '--transform=EXPRESSION', '-P, --absolute-names'],
  ...['-T, --files-from=FILE', '-X, --exclude-from=FILE', '--owner=NAME', '--group=NAME', '--mode=CHANGES'],
  ...['--wildcards', '--overwrite', '--numeric-owner', '-w, --interactive', '--help', '--version', '--usage'],
]

const HINT = "Try 'tar --help' or 'tar --usage' for more information.\n"
const USAGE_STATUS = 64

const GRAMMAR = grammarOf(OPTIONS, REFUSED, { digits: null, stopAtOperand: false, isOperand: () => false })
const FATAL = 'Error is not recoverable: exiting now'
const DELAYED = 'Exiting with failure status due to previous errors'

const WORDS: TarWords = {
  leadingSlash: "Removing leading `/' from member names",
  empty: `Cowardly refusing to create an empty archive\n${HINT.trimEnd()}`,
  notArchive: ['This does not look like a tar archive', DELAYED],
  delayed: () => DELAYED,
  status: 2,
  blocks: 20,
  seconds: false,
  missing: (name, why) => `${name}: Cannot stat: ${why}`,
  unopened: (file, why) => [`${file}: Cannot open: ${why}`, FATAL],
  noFolder: (folder, why) => [`${folder}: Cannot open: ${why}`, FATAL],
  notFound: (name) => `${name}: Not found in archive`,
  isArchive: (name) => `${name}: file is the archive; not dumped`,
}

export const tarCommand: Command = {
  name: 'tar',
  path: '/usr/bin/tar',
  summary: 'make, read and list archives',
  supports: Object.values(OPTIONS).map(([spelling, help]) => `${spelling}: ${help}`),
  run: tar,
}

function* tar(p: Process): Blocking<number> {
  const refuse = (message: string, status: number): number => {
    p.io.err(`tar: ${message}\n${HINT}`)
    return status
  }
  const words = plainWords(p.argv.slice(1))
  if (typeof words === 'string') return refuse(words, 2)
  const args = parseOptions(GRAMMAR, words)
  if (!(args instanceof Args)) {
    if ('complaint' in args) return refuse(args.complaint, USAGE_STATUS)
    p.io.err(`tar: option ${args.unsupported} is not supported in vethlab\n`)
    return 2
  }
  const verbs = (['c', 'x', 't'] as const).filter((verb) => args.has(verb))
  const [verb, other] = verbs
  if (verb === undefined) {
    return refuse("You must specify one of the '-Acdtrux', '--delete' or '--test-label' options", 2)
  }
  if (other !== undefined) {
    return refuse("You may not specify more than one '-Acdtrux', '--delete' or  '--test-label' option", 2)
  }
  const file = args.last('f') ?? '-'
  if (verb === 'c' && file === '-' && p.io.isatty(1)) {
    p.io.err(`tar: Refusing to write archive contents to terminal (missing -f option?)\ntar: ${FATAL}\n`)
    return 2
  }
  return yield* runTar(
    p,
    {
      verb,
      file,
      folder: args.last('C'),
      verbose: args.has('v'),
      toStdout: args.has('O'),
      newTimes: args.has('m'),
      operands: args.operands,
    },
    WORDS,
  )
}

/** The first word may be letters without `-`, whose arguments follow in their order. */
function plainWords(words: readonly string[]): readonly string[] | string {
  const [first = '', ...rest] = words
  if (first === '' || first.startsWith('-')) return words
  const plain: string[] = []
  for (const letter of first) {
    plain.push(`-${letter}`)
    if (!'fCTXbHKNFLgIV'.includes(letter)) continue
    const value = rest.shift()
    if (value === undefined) return `Old option '${letter}' requires an argument.`
    plain.push(value)
  }
  return [...plain, ...rest]
}
