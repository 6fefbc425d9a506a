// curl 7.88.1 as Debian 12 has it, for HTTP. Read operate.ts for what becomes of a URL, transfer.ts for one request.
import type { Blocking, Process } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import { encodeUtf8 } from '../../wire/utf8.ts'
import type { Command } from '../command.ts'
import { hostNames } from '../lib/complete.ts'
import { Stdout } from '../lib/stdout.ts'
import { globUrls } from './glob.ts'
import { operate } from './operate.ts'
import { completeOption, parseCurl, SUPPORTS } from './options.ts'
import { Session } from './session.ts'
import { HELP, HINT, VERSION } from './texts.ts'

const USAGE_STATUS = 2

export const curlCommand: Command = {
  name: 'curl',
  path: '/usr/bin/curl',
  summary: 'fetches what a URL names, over HTTP',
  supports: ['curl URL…', ...SUPPORTS],
  run: curl,
  complete: (p, words) => {
    const word = words.at(-1) ?? ''
    return word.startsWith('-') ? completeOption(word) : hostNames(p).filter((name) => name.startsWith(word))
  },
}

function* curl(p: Process): Blocking<number> {
  const missing: string[] = []
  const words = p.argv.slice(1)
  const input = words.some((word) => word.endsWith('@-')) ? encodeUtf8(yield* p.io.text(0)) : null
  const parsed = parseCurl(words, (path) => {
    const octets = path === '-' ? input : p.fs.readFile(path)
    if (octets !== null && !isErrno(octets)) return octets
    missing.push(path)
    return new Uint8Array(0)
  })
  if ('unsupported' in parsed) {
    p.io.err(`curl: ${parsed.unsupported} is not supported in vethlab\n`)
    return USAGE_STATUS
  }
  if ('complaint' in parsed) {
    p.io.err(`curl: ${parsed.complaint}\n${HINT}`)
    return USAGE_STATUS
  }
  const { settings } = parsed
  const { flags, urls } = settings
  if (flags.has('help')) return help(p, urls[0])
  if (flags.has('version')) {
    p.io.out(VERSION)
    return 0
  }
  const warn = (text: string): void => {
    if (!flags.has('silent')) p.io.err(`Warning: ${text}\n`)
  }
  for (const path of missing) warn(`Couldn't read data from file "${path}", this makes an empty POST.`)
  if (urls.length === 0) {
    p.io.err(HINT)
    return USAGE_STATUS
  }
  if (flags.has('head') && settings.data !== null && !flags.has('get')) {
    warn('You can only select one HTTP request method! You asked for both POST ')
    warn('(-d, --data) and HEAD (-I, --head).')
    return USAGE_STATUS
  }
  p.procs.onSignal('PIPE', 'ignore')
  const session = new Session(p, settings)
  const out = new Stdout(p)
  const resolved = session.addResolved()
  let number = 0
  let status = 0
  for (const [i, text] of urls.entries()) {
    const all = flags.has('globoff') ? [text] : globUrls(text)
    const failed = 'code' in all ? all : resolved
    if (failed || 'code' in all) {
      if (failed && (!flags.has('silent') || flags.has('show-error')))
        p.io.err(`curl: (${failed.code}) ${failed.text}\n`)
      return failed?.code ?? 0
    }
    for (const url of all) {
      const output = settings.outputs[i] ?? null
      status = yield* operate(session, out, { text: url, output, number: number++ })
    }
  }
  return status
}

function help(p: Process, category: string | undefined): number {
  if (category === undefined) {
    p.io.out(HELP)
    return 0
  }
  p.io.err(`curl: --help ${category} is not supported in vethlab\n`)
  return USAGE_STATUS
}
