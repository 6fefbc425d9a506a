// GNU wget 1.21.3 as Debian 12 has it, for single pages over HTTP. Read retrieve.ts for what becomes of a URL.
import type { Blocking } from '../../os/program.ts'
import { SECOND } from '../../sim/clock.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { Command } from '../command.ts'
import { hostNames } from '../lib/complete.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { quoteWord } from '../lib/quote.ts'
import { defineTool, type Tool } from '../lib/tool.ts'
import { decimal, formatRate, human } from './progress.ts'
import { now, retrieve, type WgetSettings } from './retrieve.ts'

type WgetOption = '4' | '6' | 'header' | 'O' | 'q' | 'S' | 'spider' | 't' | 'T' | 'U' | 'v' | 'n' | 'nv'

const OPTIONS: OptionTable<WgetOption> = {
  '4': ['-4, --inet4-only', 'IPv4 addresses only'],
  '6': ['-6, --inet6-only', 'IPv6 addresses only'],
  header: ['--header=STRING', 'a header field to send'],
  n: ['-nKIND', '-nv: say little'],
  nv: ['--no-verbose', 'say little'],
  O: ['-O, --output-document=FILE', 'write into FILE'],
  q: ['-q, --quiet', 'say nothing'],
  S: ['-S, --server-response', 'show the head of the answer'],
  spider: ['--spider', 'only see whether it is there'],
  t: ['-t, --tries=NUMBER', 'how often to try (0: without end)'],
  T: ['-T, --timeout=SECONDS', 'how long to wait for names, connections and data'],
  U: ['-U, --user-agent=AGENT', 'name of the client'],
  v: ['-v, --verbose', 'say what happens'],
}

const HINT = "Usage: wget [OPTION]... [URL]...\n\nTry `wget --help' for more options.\n"

export const wgetCommand: Command = defineTool<WgetOption>({
  name: 'wget',
  path: '/usr/bin/wget',
  summary: 'fetches pages over HTTP into files',
  usage: ['[OPTION]... [URL]...'],
  options: OPTIONS,
  refused: [
    '-a, --append-output=FILE',
    '-b, --background',
    '-B, --base=URL',
    '-c, --continue',
    '-d, --debug',
    '-e, --execute=COMMAND',
    '-i, --input-file=FILE',
    '-k, --convert-links',
    '-l, --level=NUMBER',
    '-m, --mirror',
    '-N, --timestamping',
    '-o, --output-file=FILE',
    '-p, --page-requisites',
    '-P, --directory-prefix=PREFIX',
    '-r, --recursive',
    '-w, --wait=SECONDS',
    '-x, --force-directories',
    '--bind-address=ADDRESS',
    '--connect-timeout=SECONDS',
    '--content-on-error',
    '--dns-timeout=SECONDS',
    '--limit-rate=RATE',
    '--max-redirect=NUMBER',
    '--method=METHOD',
    '--no-check-certificate',
    '--no-proxy',
    '--password=PASS',
    '--post-data=STRING',
    '--post-file=FILE',
    '--progress=TYPE',
    '--read-timeout=SECONDS',
    '--retry-connrefused',
    '--show-progress',
    '--user=USER',
    '--waitretry=SECONDS',
  ],
  badUsage: 2,
  hint: HINT,
  completeWord: (p) => hostNames(p),
  main: wget,
})

function* wget(t: Tool, args: Args<WgetOption>): Blocking<number> {
  const { p } = t
  const urls = args.operands
  const timeout = args.last('T')
  if (timeout !== null && !/^\d+(\.\d+)?$/.test(timeout)) {
    t.complain(`--timeout: Invalid time period ${quoteWord(timeout)}`)
    return 2
  }
  const kinds = args.all('n').join('')
  if (/[^v]/.test(kinds)) return t.unsupported(`-n${kinds}`)
  const tries = args.last('t')
  if (tries !== null && !/^\d+$/.test(tries) && tries !== 'inf') {
    t.complain(`--tries: Invalid number ${quoteWord(tries)}`)
    return 2
  }
  if (urls.length === 0) {
    p.io.err(`wget: missing URL\n${HINT}`)
    return 1
  }
  const document = args.last('O')
  if (document !== null && document !== '-') {
    const file = p.fs.open(document, { write: true, create: true, truncate: true })
    if (isErrno(file)) {
      p.io.err(`${document}: ${file.text}\n`)
      return 1
    }
    file.close()
  }
  const set: WgetSettings = {
    level: args.has('q') ? 'quiet' : kinds !== '' || args.has('nv') ? 'brief' : 'full',
    family: args.has('4') ? 'inet' : args.has('6') ? 'inet6' : 'any',
    document,
    headers: args.all('header'),
    response: args.has('S'),
    spider: args.has('spider'),
    timeout: Number(timeout ?? 0) || null,
    tries: tries === 'inf' || tries === '0' ? Infinity : Number(tries ?? 20),
    agent: args.last('U') ?? 'Wget/1.21.3',
    tally: { files: 0, octets: 0, seconds: 0 },
  }
  const began = p.clock.now()
  let status = 0
  for (const url of urls) {
    const code = yield* retrieve(p, set, url)
    if (status === 0 || (code !== 0 && code < status)) status = code
  }
  const { files, octets, seconds } = set.tally
  if (urls.length > 1 && octets > 0 && set.level !== 'quiet') {
    const size = octets < 1024 ? String(octets) : human(octets)
    p.io.err(
      `FINISHED --${now(p)}--\nTotal wall clock time: ${decimal((p.clock.now() - began) / SECOND)}s\n` +
        `Downloaded: ${files} files, ${size} in ${decimal(seconds)}s (${formatRate(octets, seconds)})\n`,
    )
  }
  return status
}
