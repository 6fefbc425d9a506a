// wget, of HTTP alone. Ref: busybox networking/wget.c
import type { Blocking, Process } from '../../os/program.ts'
import { SECOND } from '../../sim/clock.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { StreamSocket } from '../../uapi/socket.ts'
import { formatAddress } from '../../wire/inet6.ts'
import { encodeUtf8 } from '../../wire/utf8.ts'
import { fieldOf } from '../lib/http/fields.ts'
import { ResponseParser } from '../lib/http/response.ts'
import { getaddrinfo } from '../lib/resolv/getaddrinfo.ts'
import { connectStream, recvStream, sendStream } from '../lib/stream.ts'
import type { Applet } from './applet.ts'
import { cannotConnect } from './connect.ts'
import { getoptLong, showUsage, xatou } from './getopt.ts'

export const wgetApplet: Applet = {
  name: 'wget',
  usage: ` [-cqS] [--spider] [-O FILE] [-o LOGFILE] [--header STR]
	[--post-data STR | --post-file FILE] [-Y on/off]
	[--no-check-certificate] [-P DIR] [-U AGENT] URL...

Retrieve files via HTTP or FTP

	--spider	Only check URL existence: $? is 0 if exists
	--header STR	Add STR (of form 'header: value') to headers
	--post-data STR	Send STR using POST method
	--post-file FILE	Send FILE using POST method
	--no-check-certificate	Don't validate the server's certificate
	-c		Continue retrieval of aborted transfer
	-q		Quiet
	-P DIR		Save to DIR (default .)
	-S    		Show server response
	-O FILE		Save to FILE ('-' for stdout)
	-o LOGFILE	Log messages to FILE
	-U STR		Use STR for User-Agent header
	-Y on/off	Use proxy`,
  run: wget,
}

const MOST_REDIRECTIONS = 5
/** Seconds that the network may be silent, unless -T says. */
const PATIENCE = 900

interface Settings {
  readonly quiet: boolean
  readonly spider: boolean
  readonly response: boolean
  readonly again: boolean
  readonly document: string | null
  readonly folder: string | null
  readonly fields: readonly string[]
  readonly post: string | null
  /** Seconds; 0: for ever. */
  readonly patience: number
  readonly log: (text: string) => void
}

/** Gives up: what it has said already. */
class Stop {
  constructor(readonly status: number) {}
}

function* wget(p: Process): Blocking<number> {
  const options = getoptLong(p, wgetApplet, 'cqSO:o:P:Y:U:T:t:', {
    spider: false,
    header: true,
    'post-data': true,
    'post-file': true,
    'no-check-certificate': false,
    quiet: 'q',
    continue: 'c',
    'server-response': 'S',
    'output-document': 'O',
    'output-file': 'o',
    'directory-prefix': 'P',
    proxy: 'Y',
    'user-agent': 'U',
    timeout: 'T',
    tries: 't',
  })
  if (!options) return 1
  const { given, operands, all } = options
  if (operands.length === 0) return showUsage(p, wgetApplet)
  // Debian's build leaves the timeouts out and dies of SIGSEGV at -T; the images people pull have them.
  const patience = given.has('T') ? xatou(p, 'wget', given.get('T') ?? '') : PATIENCE
  if (patience === null) return 1
  const file = given.get('post-file')
  const text = file === undefined ? (given.get('post-data') ?? null) : p.fs.readText(file)
  if (text !== null && isErrno(text)) return complain(p, `can't open '${file ?? ''}': ${text.text}`)
  const log = given.get('o')
  const set: Settings = {
    quiet: given.has('q'),
    spider: given.has('spider'),
    response: given.has('S'),
    again: given.has('c'),
    document: given.get('O') ?? null,
    folder: given.get('P') ?? null,
    fields: [`User-Agent: ${given.get('U') ?? 'Wget'}`, ...(all.get('header') ?? [])],
    post: text,
    patience,
    log: (line) => {
      if (log === undefined) p.io.err(line)
      else p.fs.writeFile(log, line)
    },
  }
  for (const url of operands) {
    const stop = yield* fetch(p, set, url)
    if (stop) return stop.status
  }
  return 0
}

function complain(p: Process, message: string): number {
  p.io.err(`wget: ${message}\n`)
  return 1
}

function stop(p: Process, message: string): Stop {
  return new Stop(complain(p, message))
}

interface Url {
  readonly host: string
  /** With the port, where it was written. */
  readonly written: string
  readonly port: number
  readonly path: string
}

function urlOf(p: Process, text: string): Url | Stop {
  const [, scheme = 'http', rest = ''] = /^(?:([a-zA-Z][\w+.-]*):\/\/)?(.*)$/s.exec(text) ?? []
  if (scheme === 'https' || scheme === 'ftp') return stop(p, `${scheme} is not supported in vethlab`)
  if (scheme !== 'http') return stop(p, `not an http or ftp url: ${text}`)
  const [, written = '', path = ''] = /^([^/?#]*)([^#]*)/.exec(rest.replace(/^[^/@]*@/, '')) ?? []
  const [, host = '', port] = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(written) ?? [null, written, undefined]
  return {
    host: host.replace(/^\[|\]$/g, ''),
    written,
    port: port === undefined ? 80 : Number(port),
    path: path.startsWith('/') ? path : `/${path}`,
  }
}

/** Null when all is well. Ref: download_one_url() */
function* fetch(p: Process, set: Settings, text: string): Blocking<Stop | null> {
  const first = urlOf(p, text)
  if (first instanceof Stop) return first
  let url = first
  for (let redirections = 0; ; redirections++) {
    if (redirections > MOST_REDIRECTIONS) return stop(p, 'too many redirections')
    const socket = yield* connect(p, set, url, redirections === 0 || url.written !== first.written)
    if (socket instanceof Stop) return socket
    try {
      const next = yield* exchange(p, set, url, first, socket)
      if (next === null || next instanceof Stop) return next
      const absolute = /^[a-z]+:\/\//.test(next)
        ? next
        : `http://${url.written}${next.startsWith('/') ? '' : '/'}${next}`
      const moved = urlOf(p, absolute)
      if (moved instanceof Stop) return moved
      url = moved
    } finally {
      socket.close()
    }
  }
}

function deadline(p: Process, { patience }: Settings): number {
  return patience === 0 ? Infinity : p.clock.now() + patience * SECOND
}

function timedOut(p: Process): Stop {
  return stop(p, 'download timed out')
}

/** `tells`: says where to. */
function* connect(p: Process, set: Settings, url: Url, tells: boolean): Blocking<StreamSocket | Stop> {
  const found = yield* getaddrinfo(p, url.host)
  const address = 'error' in found ? undefined : found.addresses[0]
  if (address === undefined) return stop(p, `bad address '${url.host}'`)
  const shown = formatAddress(address)
  const place = typeof address === 'number' ? `${shown}:${url.port}` : `[${shown}]:${url.port}`
  if (tells && !set.quiet) set.log(`Connecting to ${url.written} (${place})\n`)
  const socket = p.net.streamSocket(typeof address === 'number' ? 'inet' : 'inet6')
  const until = deadline(p, set)
  const error = yield* connectStream(p, socket, { address, port: url.port }, until)
  if (!error) return socket
  socket.close()
  if (p.clock.now() >= until) return timedOut(p)
  return stop(p, cannotConnect(address, error))
}

/** Null when it is done, or where the document has moved to. */
function* exchange(
  p: Process,
  set: Settings,
  url: Url,
  first: Url,
  socket: StreamSocket,
): Blocking<string | Stop | null> {
  const method = set.post === null ? (set.spider ? 'HEAD' : 'GET') : 'POST'
  const body = set.post ?? ''
  const post =
    set.post === null
      ? []
      : ['Content-Type: application/x-www-form-urlencoded', `Content-Length: ${encodeUtf8(body).length}`]
  const lines = [
    `${method} ${url.path} HTTP/1.1`,
    `Host: ${url.written}`,
    ...set.fields,
    'Connection: close',
    ...post,
  ]
  const sent = yield* sendStream(
    p,
    socket,
    encodeUtf8(`${lines.join('\r\n')}\r\n\r\n${body}`),
    deadline(p, set),
  )
  if (sent) return stop(p, `error getting response: ${sent.text}`)
  const parser = new ResponseParser(method === 'HEAD')
  let octets: Uint8Array = new Uint8Array(0)
  while (!parser.head) {
    const got = yield* recvStream(p, socket, 65536, deadline(p, set))
    if (isErrno(got) && got.name === 'EAGAIN') return timedOut(p)
    if (isErrno(got)) return stop(p, `error getting response: ${got.text}`)
    if (got.length === 0) return stop(p, 'error getting response')
    octets = parser.push(got)
    if (parser.headless) return stop(p, 'server returned error: not an HTTP response')
  }
  const { head } = parser
  if (set.response) set.log(head.lines.map((line) => `  ${line.trimEnd()}\n`).join(''))
  const location = fieldOf(head.fields, 'Location')
  if (head.status >= 300 && head.status < 400 && location !== null) return location
  if (head.status < 200 || head.status > 299) return stop(p, `server returned error: ${head.statusLine}`)
  if (set.spider) {
    if (!set.quiet) set.log('remote file exists\n')
    return null
  }
  return yield* save(p, set, first, socket, parser, octets)
}

function nameOf(set: Settings, url: Url): string {
  if (set.document !== null) return set.document
  const [path = ''] = url.path.split('?')
  const name = path.slice(path.lastIndexOf('/') + 1) || 'index.html'
  return set.folder === null ? name : `${set.folder}/${name}`
}

function* save(
  p: Process,
  set: Settings,
  url: Url,
  socket: StreamSocket,
  parser: ResponseParser,
  begun: Uint8Array,
): Blocking<Stop | null> {
  const name = nameOf(set, url)
  const standard = name === '-'
  const there = !standard && !isErrno(p.fs.stat(name))
  if (set.again && there) set.log('wget: restart failed\n')
  const exclusive = set.document === null && !set.again
  const flags = { write: true, create: true, truncate: true, excl: exclusive }
  const file = standard ? null : p.fs.open(name, flags)
  if (file !== null && isErrno(file)) return stop(p, `can't open '${name}': ${file.text}`)
  if (!set.quiet) set.log(standard ? 'writing to stdout\n' : `saving to '${name}'\n`)
  const total = parser.left === null ? null : parser.left + begun.length
  let size = 0
  try {
    for (let octets = begun; ;) {
      if (file === null) p.io.out(octets)
      else file.write(octets)
      size += octets.length
      if (parser.done) break
      const got = yield* recvStream(p, socket, 65536, deadline(p, set))
      if (isErrno(got) && got.name === 'EAGAIN') return timedOut(p)
      if (isErrno(got)) return stop(p, `error getting response: ${got.text}`)
      if (got.length === 0) break
      octets = parser.push(got)
    }
  } finally {
    file?.close()
  }
  if (total !== null && size < total) return stop(p, 'connection closed prematurely')
  if (!set.quiet) {
    set.log(progress(p, standard ? '-' : name, size))
    set.log(standard ? 'written to stdout\n' : `'${name}' saved\n`)
  }
  return null
}

/** Columns beside the bar. */
const BESIDE = 48

/** The last of the progress lines. Ref: libbb/progress.c:bb_progress_update() */
function progress(p: Process, name: string, size: number): string {
  const columns = p.io.fds.get(2)?.tty?.columns ?? 80
  const bar = '*'.repeat(Math.max(1, columns - BESIDE))
  const [value, unit] = size >= 100000 ? [Math.trunc(size / 1024), 'k'] : [size, '']
  const base = name.slice(name.lastIndexOf('/') + 1)
  return `${p.io.isatty(2) ? '\r' : ''}${base.slice(0, 20).padEnd(20)} 100% |${bar}|${`${value}${unit}`.padStart(6)}  0:00:00 ETA\n`
}
