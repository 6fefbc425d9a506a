// A URL fetched into a file: tried again when time ran out, followed where it moved. Ref: src/http.c, src/connect.c
import type { Blocking, Process } from '../../os/program.ts'
import { SECOND } from '../../sim/clock.ts'
import { EAGAIN, ETIMEDOUT, isErrno, type Errno } from '../../uapi/errno.ts'
import type { StreamSocket } from '../../uapi/socket.ts'
import { formatAddress } from '../../wire/inet6.ts'
import { encodeUtf8 } from '../../wire/utf8.ts'
import { strftime } from '../lib/calendar.ts'
import { fieldOf } from '../lib/http/fields.ts'
import { ResponseParser, type ResponseHead } from '../lib/http/response.ts'
import { quoteWord } from '../lib/quote.ts'
import { getaddrinfo, type AddressFamily } from '../lib/resolv/getaddrinfo.ts'
import { connectStream, recvStream, sendStream } from '../lib/stream.ts'
import { formatRate, human, Progress } from './progress.ts'

const NETWORK_FAILURE = 4
const SERVER_ERROR = 8
const MAX_REDIRECTIONS = 20
/** --read-timeout of itself. */
const READ_TIMEOUT = 900
/** Waits between tries grow up to this. */
const LONGEST_WAIT = 10

export interface WgetSettings {
  readonly level: 'quiet' | 'brief' | 'full'
  readonly family: AddressFamily
  readonly document: string | null
  readonly headers: readonly string[]
  readonly response: boolean
  readonly spider: boolean
  /** Seconds. */
  readonly timeout: number | null
  readonly tries: number
  readonly agent: string
  /** What has come so far. */
  readonly tally: { files: number; octets: number; seconds: number }
}

interface Target {
  readonly host: string
  readonly port: number
  readonly explicitPort: boolean
  readonly path: string
  /** Path of the URL that was asked for, before it moved: files are named after it. */
  readonly asked: string
}

/** `again`: it may pass. */
type Attempt = { readonly status: number } | { readonly again: string } | { readonly moved: string }

/** Gives the exit status. */
export function* retrieve(p: Process, set: WgetSettings, text: string): Blocking<number> {
  const [, scheme = 'http', rest = ''] = /^(?:([a-zA-Z][\w+.-]*):\/\/)?(.*)$/s.exec(text) ?? []
  const fail = (words: string): number => {
    p.io.err(`${text}: ${words}\n`)
    return 1
  }
  if (/^(https|ftps?)$/i.test(scheme)) {
    p.io.err(`wget: ${scheme.toLowerCase()} is not supported in vethlab\n`)
    return 1
  }
  if (scheme.toLowerCase() !== 'http') return fail(`Unsupported scheme ${quoteWord(scheme)}.`)
  const first = targetOf(rest)
  if (first === null) return fail('Invalid host name.')
  let target: Target = first
  if (set.spider && set.level === 'full') p.io.err('Spider mode enabled. Check if remote file exists.\n')
  for (let redirections = 0; ; redirections++) {
    const outcome = yield* tryAgain(p, set, target)
    if (typeof outcome === 'number') return outcome
    const next = targetOf(outcome.moved.replace(/^http:\/\//i, ''))
    if (next === null || !/^http:\/\//i.test(outcome.moved))
      return fail(`${outcome.moved} is not supported in vethlab`)
    if (redirections >= MAX_REDIRECTIONS) {
      p.io.err(`${MAX_REDIRECTIONS} redirections exceeded.\n`)
      return SERVER_ERROR
    }
    target = { ...next, asked: first.asked }
  }
}

function targetOf(rest: string): Target | null {
  const parts = /^([^/:?#[\]]+|\[[^\]]*\])(?::(\d*))?([/?][^#]*)?(?:#.*)?$/s.exec(rest)
  if (!parts) return null
  const [, host = '', port = '', path = '/'] = parts
  const full = path.startsWith('/') ? path : `/${path}`
  return {
    host: host.replace(/^\[|\]$/g, ''),
    port: port === '' ? 80 : Number(port),
    explicitPort: port !== '' && port !== '80',
    path: full,
    asked: full,
  }
}

function hostPort({ host, port, explicitPort }: Target): string {
  const shown = host.includes(':') ? `[${host}]` : host
  return explicitPort ? `${shown}:${port}` : shown
}

function* tryAgain(
  p: Process,
  set: WgetSettings,
  target: Target,
): Blocking<number | { readonly moved: string }> {
  for (let count = 1; ; count++) {
    const again = count > 1 ? `  (try:${String(count).padStart(2)})` : ''
    say(p, set, `--${now(p)}--${again}  http://${hostPort(target)}${target.path}\n`)
    const attempt = yield* once(p, set, target)
    if ('status' in attempt) return attempt.status
    if ('moved' in attempt) return attempt
    const last = count >= set.tries
    say(p, set, `${attempt.again}${last ? 'Giving up.' : 'Retrying.'}\n\n`)
    if (last) return NETWORK_FAILURE
    yield* p.clock.sleep(Math.min(count, LONGEST_WAIT) * SECOND)
  }
}

/** As its messages begin. */
export function now(p: Process): string {
  return strftime('%Y-%m-%d %H:%M:%S', p.clock.epoch())
}

function say(p: Process, set: WgetSettings, text: string): void {
  if (set.level === 'full') p.io.err(text)
}

function sayUnlessQuiet(p: Process, set: WgetSettings, text: string): void {
  if (set.level !== 'quiet') p.io.err(text)
}

function* once(p: Process, set: WgetSettings, target: Target): Blocking<Attempt> {
  const socket = yield* connect(p, set, target)
  if (!('recv' in socket)) return socket
  try {
    return yield* exchange(p, set, target, socket)
  } finally {
    socket.close()
  }
}

function* connect(p: Process, set: WgetSettings, target: Target): Blocking<StreamSocket | Attempt> {
  const { host, port } = target
  const found = yield* getaddrinfo(p, host, set.family)
  const named = 'error' in found || !found.numeric
  if (named) say(p, set, `Resolving ${host} (${host})... `)
  if ('error' in found) {
    say(p, set, `failed: ${found.error}.\n`)
    sayUnlessQuiet(p, set, `wget: unable to resolve host address ${quoteWord(host)}\n`)
    return { status: NETWORK_FAILURE }
  }
  const { addresses } = found
  const shown = addresses.map(formatAddress)
  if (named) say(p, set, `${shown.slice(0, 3).join(', ')}${shown.length > 3 ? ', ...' : ''}\n`)
  let late = false
  for (const [i, address] of addresses.entries()) {
    const text = shown[i] ?? ''
    const where = named ? `${host} (${host})|${text}|` : text.includes(':') ? `[${text}]` : text
    say(p, set, `Connecting to ${where}:${port}... `)
    const socket = p.net.streamSocket(typeof address === 'number' ? 'inet' : 'inet6')
    const until = set.timeout === null ? Infinity : p.clock.now() + set.timeout * SECOND
    const error = yield* connectStream(p, socket, { address, port }, until)
    if (error === null) {
      say(p, set, 'connected.\n')
      return socket
    }
    socket.close()
    late = error === ETIMEDOUT
    sayUnlessQuiet(p, set, `failed: ${error.text}.\n`)
  }
  return late ? { again: '' } : { status: NETWORK_FAILURE }
}

function requestText(set: WgetSettings, target: Target): string {
  const lines = [
    `${set.spider ? 'HEAD' : 'GET'} ${target.path} HTTP/1.1`,
    `Host: ${hostPort(target)}`,
    `User-Agent: ${set.agent}`,
    'Accept: */*',
    'Accept-Encoding: identity',
    'Connection: Keep-Alive',
    ...set.headers,
  ]
  return `${lines.join('\r\n')}\r\n\r\n`
}

function* exchange(p: Process, set: WgetSettings, target: Target, socket: StreamSocket): Blocking<Attempt> {
  const patience = (set.timeout ?? READ_TIMEOUT) * SECOND
  say(p, set, 'HTTP request sent, awaiting response... ')
  const unsent = yield* sendStream(p, socket, encodeUtf8(requestText(set, target)), p.clock.now() + patience)
  if (unsent) return { again: `Failed writing HTTP request: ${reason(unsent)}.\n` }
  const parser = new ResponseParser(set.spider)
  let body: Uint8Array = new Uint8Array(0)
  while (!parser.head && !parser.headless) {
    const octets = yield* recvStream(p, socket, 65536, p.clock.now() + patience)
    if (isErrno(octets)) return { again: `Read error (${reason(octets)}) in headers.\n` }
    if (octets.length === 0) return { again: 'No data received.\n' }
    body = parser.push(octets)
  }
  if (parser.headless) body = parser.takeHeadless()
  const { head } = parser
  const ended = head === null ? null : yield* afterHead(p, set, target, head)
  if (ended) return ended
  if (head === null) say(p, set, '200 No headers, assuming HTTP/0.9\n')
  return yield* download(p, set, target, socket, parser, body)
}

/** A time-out of its own is one of the connection. */
function reason(error: Errno): string {
  return error === EAGAIN ? ETIMEDOUT.text : error.text
}

/** What ends it without a body. */
function* afterHead(
  p: Process,
  set: WgetSettings,
  target: Target,
  head: ResponseHead,
): Blocking<Attempt | null> {
  const phrase = head.statusLine.replace(/^HTTP\/\S+ +/, '')
  if (set.response) {
    const lines = head.lines.map((line) => line.trimEnd()).filter((line) => line !== '')
    say(p, set, '\n')
    p.io.err(lines.map((line) => `  ${line}\n`).join(''))
  } else say(p, set, `${phrase}\n`)
  const location = fieldOf(head.fields, 'Location')
  if (head.status >= 300 && head.status < 400 && location !== null) {
    say(p, set, `Location: ${location} [following]\n`)
    return { moved: absolute(target, location) }
  }
  if (head.status < 400) return null
  if (set.spider) {
    say(p, set, 'Remote file does not exist -- broken link!!!\n\n')
    return { status: SERVER_ERROR }
  }
  if (set.level === 'brief') p.io.err(`http://${hostPort(target)}${target.path}:\n`)
  const words = phrase.replace(/^\d+ */, '')
  sayUnlessQuiet(p, set, `${now(p)} ERROR ${head.status}: ${words}.\n${set.level === 'full' ? '\n' : ''}`)
  return { status: SERVER_ERROR }
}

function absolute(target: Target, location: string): string {
  if (/^[a-z][\w+.-]*:\/\//i.test(location)) return location
  const base = `http://${hostPort(target)}`
  if (location.startsWith('/')) return base + location
  const path = target.path.split('?', 1)[0] ?? '/'
  return base + path.slice(0, path.lastIndexOf('/') + 1) + location
}

function* download(
  p: Process,
  set: WgetSettings,
  target: Target,
  socket: StreamSocket,
  parser: ResponseParser,
  first: Uint8Array,
): Blocking<Attempt> {
  const fields = parser.head?.fields ?? []
  const type = fieldOf(fields, 'Content-Type')?.split(';', 1)[0] ?? null
  const length = fieldOf(fields, 'Content-Length')
  const total = length === null || parser.chunked ? null : Number(length)
  const size = total === null ? 'unspecified' : `${total}${total >= 1024 ? ` (${human(total)})` : ''}`
  say(p, set, `Length: ${size}${type === null ? '' : ` [${type}]`}\n`)
  if (set.spider) {
    const page = type === 'text/html'
    const more =
      'Remote file exists and could contain further links,\nbut recursion is disabled -- not retrieving.\n\n'
    say(p, set, page ? more : 'Remote file exists.\n\n')
    return { status: 0 }
  }
  const name = set.document ?? freeName(p, target)
  const standard = name === '-'
  say(p, set, `Saving to: ${quoteWord(standard ? 'STDOUT' : name)}\n`)
  const file = standard ? null : p.fs.open(name, { write: true, create: true, append: set.document !== null })
  if (file !== null && isErrno(file)) {
    p.io.err(`${name}: ${file.text}\n\nCannot write to ${quoteWord(name)} (${file.text}).\n`)
    return { status: 3 }
  }
  const started = p.clock.now()
  const progress = set.level === 'full' ? new Progress(p, name, total) : null
  const patience = (set.timeout ?? READ_TIMEOUT) * SECOND
  let received = 0
  let failed: Errno | null = null
  try {
    for (let body = first; ;) {
      if (file === null) p.io.out(body)
      else file.write(body)
      received += body.length
      progress?.add(body.length)
      if (parser.done) break
      const octets = yield* recvStream(p, socket, 65536, p.clock.now() + patience)
      if (isErrno(octets)) failed = octets
      if (isErrno(octets) || octets.length === 0) break
      body = parser.headless ? octets : parser.push(octets)
    }
  } finally {
    file?.close()
  }
  progress?.end()
  const seconds = (p.clock.now() - started) / SECOND
  const rate = formatRate(received, seconds)
  if (failed !== null)
    return { again: `${now(p)} (${rate}) - Read error at byte ${received} (${reason(failed)}).` }
  const short = (total !== null && received < total) || (parser.chunked && !parser.done)
  if (short) return { again: `${now(p)} (${rate}) - Connection closed at byte ${received}. ` }
  set.tally.files++
  set.tally.octets += received
  set.tally.seconds += seconds
  const counted = total === null ? `[${received}]` : `[${received}/${total}]`
  if (set.level === 'brief')
    p.io.err(`${now(p)} URL:http://${hostPort(target)}${target.path} ${counted} -> "${name}" [1]\n`)
  const saved = standard ? 'written to stdout' : `${quoteWord(name)} saved`
  say(p, set, `${now(p)} (${rate}) - ${saved} ${counted}\n\n`)
  return { status: 0 }
}

/** The last part of the path, with a number when there is such a file already. */
function freeName(p: Process, { asked }: Target): string {
  const name = asked.slice(asked.lastIndexOf('/') + 1) || 'index.html'
  if (isErrno(p.fs.lstat(name))) return name
  for (let n = 1; ; n++) if (isErrno(p.fs.lstat(`${name}.${n}`))) return `${name}.${n}`
}
