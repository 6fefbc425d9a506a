// A URL from its request to its last redirection, again after what may pass. Ref: src/tool_operate.c
import type { Blocking, Process } from '../../os/program.ts'
import { MILLISECOND, SECOND } from '../../sim/clock.ts'
import { decodeUtf8 } from '../../wire/utf8.ts'
import { fieldOf } from '../lib/http/fields.ts'
import type { Stdout } from '../lib/stdout.ts'
import { Meter, type MeterKind } from './meter.ts'
import { Output } from './output.ts'
import type { CurlSettings } from './options.ts'
import type { CurlError, Deadline, Session } from './session.ts'
import { Transfer } from './transfer.ts'
import { formatUrl, parseUrl, resolveUrl, type Url } from './url.ts'
import { writeOut, type TransferFacts } from './writeout.ts'

const MAX_REDIRS = 50
const LONGEST_DELAY = 600

export interface Job {
  readonly text: string
  readonly output: string | true | null
  readonly number: number
}

/** Gives the exit code. */
export function* operate(session: Session, out: Stdout, job: Job): Blocking<number> {
  const { p, settings } = session
  const { flags, values } = settings
  const quiet = flags.has('silent') && !flags.has('show-error')
  const warn = (text: string): void => {
    if (!flags.has('silent')) p.io.err(`Warning: ${text}\n`)
  }
  const tell = (error: CurlError): number => {
    if (!quiet) p.io.err(`curl: (${error.code}) ${error.text}\n`)
    return error.code
  }
  const file = fileOf(job)
  if (file === undefined) return tell({ code: 23, text: 'Failed writing received data to disk/application' })
  let retries = Number(values.get('retry') ?? 0)
  for (let delay = Number(values.get('retry-delay') ?? 0) || 1; ;) {
    const output = new Output(p, out, file, flags.has('no-buffer'), warn)
    const facts = emptyFacts(job, file ?? '')
    const deadline = deadlineOf(p, settings)
    const error = yield* follow(
      session,
      facts,
      deadline,
      new Meter(p, meterKind(p, settings, output)),
      output,
    )
    output.close(error === null)
    facts.total = Math.floor((p.clock.now() - deadline.start) / 1000)
    facts.code = error?.code ?? 0
    facts.error = error?.text ?? ''
    const why = retries > 0 ? passing(settings, facts) : null
    if (why === null) {
      const status = error ? tell(error) : 0
      const format = formatOf(p, values.get('write-out'))
      out.flush()
      if (format !== null) out.print(writeOut(format, facts, (words) => p.io.err(`curl: ${words}\n`)))
      out.flush()
      yield* out.room()
      return status
    }
    if (error) tell(error)
    warn(`Problem: ${why}. Will retry in ${delay} seconds. ${retries} retries left.`)
    retries--
    out.flush()
    yield* p.clock.sleep(delay * SECOND)
    if (!Number(values.get('retry-delay') ?? 0)) delay = Math.min(delay * 2, LONGEST_DELAY)
  }
}

/** Undefined: the URL names no file. */
function fileOf({ text, output }: Job): string | null | undefined {
  if (output !== true) return output === '-' ? null : output
  const path = text.replace(/^[a-z]+:\/\//i, '').replace(/[?#].*$/s, '')
  const name = path.includes('/') ? path.slice(path.lastIndexOf('/') + 1) : ''
  return name === '' ? undefined : name
}

function deadlineOf(p: Process, { values }: CurlSettings): Deadline {
  const start = p.clock.now()
  const limit = Number(values.get('max-time') ?? 0)
  // poll(2) counts whole milliseconds: a time-out is found to be over in the next.
  return { start, until: limit > 0 ? start + limit * SECOND + MILLISECOND : Infinity }
}

/** A terminal that shows the body shows no progress. */
function meterKind(p: Process, { flags }: CurlSettings, output: Output): MeterKind {
  if (flags.has('silent') || flags.has('no-progress-meter') || output.shown) return 'none'
  return flags.has('progress-bar') ? 'bar' : 'table'
}

function formatOf(p: Process, text: string | undefined): string | null {
  if (text === undefined) return null
  if (!text.startsWith('@')) return text
  const read = p.fs.readFile(text.slice(1))
  return read instanceof Uint8Array ? decodeUtf8(read) : ''
}

/** What may pass when it is tried again. */
function passing({ flags }: CurlSettings, { code, status }: TransferFacts): string | null {
  if (code === 28) return 'timeout'
  if (code === 6) return 'timeout'
  if (code === 7 && flags.has('retry-connrefused')) return 'connection refused'
  if ((code === 0 || code === 22) && [408, 429, 500, 502, 503, 504].includes(status)) return 'HTTP error'
  return code !== 0 && flags.has('retry-all-errors') ? '(retrying all errors)' : null
}

function* follow(
  session: Session,
  facts: TransferFacts,
  deadline: Deadline,
  meter: Meter,
  output: Output,
): Blocking<CurlError | null> {
  const { settings, p } = session
  const { flags, values } = settings
  const most = Number(values.get('max-redirs') ?? MAX_REDIRS)
  const first = parseUrl(facts.url)
  if ('code' in first) return first
  let url: Url = withQuery(first, settings)
  let body = flags.has('get') ? null : settings.data
  let method = values.get('request') ?? (flags.has('head') ? 'HEAD' : body ? 'POST' : 'GET')
  for (let old = false; ;) {
    facts.effectiveUrl = formatUrl(url)
    facts.method = method
    const transfer = new Transfer(session, { url, method, body, old }, facts, deadline, meter, output)
    const outcome = yield* transfer.run()
    if ('code' in outcome) return outcome
    const { head } = outcome
    const location = head && head.status >= 300 && head.status < 400 ? fieldOf(head.fields, 'Location') : null
    if (head === null || location === null) return null
    const next = resolveUrl(url, location)
    if (!flags.has('location')) {
      facts.redirectUrl = next
      return null
    }
    if (most >= 0 && facts.redirects >= most) {
      const error = { code: 47, text: `Maximum (${most}) redirects followed` }
      session.info(error.text)
      facts.redirectUrl = next
      return error
    }
    session.info(`Issue another request to this URL: '${next}'`)
    const parsed = parseUrl(next)
    if ('code' in parsed) return parsed
    url = parsed
    old = head.version === '1.0'
    facts.redirects++
    facts.redirectTime = Math.floor((p.clock.now() - deadline.start) / 1000)
    const turns = method === 'POST' && [301, 302, 303].includes(head.status)
    if (turns && values.get('request') === undefined) {
      session.info('Switch to GET')
      method = 'GET'
      body = null
    }
  }
}

/** -G */
function withQuery(url: Url, { flags, data }: CurlSettings): Url {
  if (!flags.has('get') || data === null) return url
  const mark = url.target.includes('?') ? '&' : '?'
  return { ...url, target: `${url.target}${mark}${decodeUtf8(data)}` }
}

function emptyFacts({ text, number }: Job, file: string): TransferFacts {
  return {
    url: text,
    effectiveUrl: text,
    method: 'GET',
    scheme: 'http',
    status: 0,
    version: '0',
    connects: 0,
    redirects: 0,
    redirectUrl: '',
    remoteIp: '',
    remotePort: 0,
    localIp: '',
    localPort: 0,
    downloaded: 0,
    uploaded: 0,
    headerSize: 0,
    requestSize: 0,
    fields: [],
    file,
    error: '',
    code: 0,
    urlNumber: number,
    nameLookup: 0,
    connect: 0,
    pretransfer: 0,
    startTransfer: 0,
    redirectTime: 0,
    total: 0,
  }
}
