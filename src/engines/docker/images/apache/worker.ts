// A child of httpd: its threads serve connections, one request after another. Ref: httpd server/mpm/event/event.c:child_main()
import { formatHttpDate } from '../../../../commands/lib/http/date.ts'
import { LineReader } from '../../../../commands/lib/http/reader.ts'
import { sendStream } from '../../../../commands/lib/stream.ts'
import { withThreads } from '../../../../commands/lib/threads.ts'
import type { Blocking, Process } from '../../../../os/program.ts'
import { isErrno } from '../../../../uapi/errno.ts'
import type { StreamSocket } from '../../../../uapi/socket.ts'
import { formatAddress, isMapped, unmapped } from '../../../../wire/inet6.ts'
import { encodeUtf8 } from '../../../../wire/utf8.ts'
import type { HttpdConfig } from './config.ts'
import { accessLine, appendLog, errorLine } from './logs.ts'
import { answerTo, badRequest, parseRequest, type Answer, type Request } from './request.ts'
import { SERVER } from './version.ts'

const USER = 33
const LONGEST_LINE = 8190
/** MaxKeepAliveRequests. */
const MOST_REQUESTS = 100

export function* serveConnections(
  p: Process,
  listeners: readonly StreamSocket[],
  config: HttpdConfig,
): Blocking<number> {
  for (const listener of listeners) p.net.inherit(listener)
  if (p.procs.uid() === 0) {
    p.procs.setgid(USER)
    p.procs.setuid(USER)
  }
  p.procs.onSignal('PIPE', 'ignore')
  for (const name of ['INT', 'WINCH', 'HUP', 'USR1'] as const) p.procs.onSignal(name, 'ignore')
  return yield* withThreads(p, function* accepting(start) {
    for (;;) {
      const accepted = listeners.flatMap((listener) => {
        const connection = p.net.accept(listener)
        return isErrno(connection) ? [] : [connection]
      })
      for (const connection of accepted) start(serve(p, connection, config))
      if (accepted.length === 0) yield* p.clock.wait(listeners)
    }
  })
}

/** Until the client has had enough: RFC 9112 section 9.3. */
function* serve(p: Process, socket: StreamSocket, config: HttpdConfig): Blocking<void> {
  const peer = socket.remote()
  const client = isErrno(peer) ? '-' : shown(peer.address)
  const port = isErrno(peer) ? 0 : peer.port
  const reader = new LineReader(p, socket)
  try {
    for (let served = 1; served <= MOST_REQUESTS; served++) {
      const read = yield* readRequest(reader)
      if (read === null) return
      const { line, fields } = read
      const request = parseRequest(line, fields)
      const length = Number(fields.get('content-length') ?? 0)
      if (length > 0) yield* reader.octets(length)
      const answer = request ? answerTo(p, config, request) : badRequest()
      const keep = request !== null && keepsAlive(request) && served < MOST_REQUESTS
      yield* send(p, socket, config, request, answer, keep, MOST_REQUESTS - served)
      if (answer.complaint) {
        const [module, words, errno = ''] = answer.complaint
        const text = `${errno}[client ${client}:${port}] ${words}`
        appendLog(p, config.errorLog, errorLine(p, `${module}:error`, text))
      }
      const sent = request?.method === 'HEAD' ? 0 : answer.body.length
      if (config.customLog !== null)
        appendLog(p, config.customLog, accessLine(p, client, line, answer.status.slice(0, 3), sent))
      if (!keep) return
    }
  } finally {
    socket.shutdown('write')
    socket.close()
  }
}

function shown(address: number | bigint): string {
  return formatAddress(typeof address === 'bigint' && isMapped(address) ? unmapped(address) : address)
}

/** Null when nothing came. */
function* readRequest(
  reader: LineReader,
): Blocking<{ readonly line: string; readonly fields: ReadonlyMap<string, string> } | null> {
  const first = yield* reader.line(LONGEST_LINE)
  if (isErrno(first) || first === '') return null
  const line = first.trimEnd()
  const fields = new Map<string, string>()
  // What has no version has no fields.
  if (/^\S+ \/\S*$/.test(line)) return { line, fields }
  for (;;) {
    const field = yield* reader.line(LONGEST_LINE)
    if (isErrno(field) || field.trim() === '') return { line, fields }
    const colon = field.indexOf(':')
    if (colon > 0) fields.set(field.slice(0, colon).toLowerCase(), field.slice(colon + 1).trim())
  }
}

function keepsAlive({ version, fields }: Request): boolean {
  const wish = (fields.get('connection') ?? '').toLowerCase()
  return version === 11 ? wish !== 'close' : version === 10 && wish === 'keep-alive'
}

function* send(
  p: Process,
  socket: StreamSocket,
  config: HttpdConfig,
  request: Request | null,
  answer: Answer,
  keep: boolean,
  left: number,
): Blocking<void> {
  if (request?.version !== 9) {
    const asked = (request?.fields.get('connection') ?? '').toLowerCase() === 'keep-alive'
    const connection = keep
      ? asked
        ? [`Keep-Alive: timeout=5, max=${left}`, 'Connection: Keep-Alive']
        : []
      : ['Connection: close']
    // The type comes last.
    const about = answer.fields.filter((field) => !field.startsWith('Content-Type:'))
    const type = answer.fields.filter((field) => field.startsWith('Content-Type:'))
    const head = [
      `HTTP/1.1 ${answer.status}`,
      `Date: ${formatHttpDate(p.clock.epoch())}`,
      `Server: ${config.terse ? 'Apache' : SERVER}`,
      ...about,
      ...connection,
      ...type,
    ]
    yield* sendStream(p, socket, encodeUtf8(`${head.join('\r\n')}\r\n\r\n`))
  }
  if (request?.method !== 'HEAD') yield* sendStream(p, socket, answer.body)
}
