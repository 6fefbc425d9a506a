// The small servers of Kubernetes' tutorials: each answers HTTP with a few words about itself.
import { acceptStream } from '../../../commands/lib/stream.ts'
import { withThreads } from '../../../commands/lib/threads.ts'
import type { Blocking, Process, Program } from '../../../os/program.ts'
import { isErrno } from '../../../uapi/errno.ts'
import { formatInet } from '../../../wire/inet.ts'
import { encodeUtf8 } from '../../../wire/utf8.ts'
import { formatTime } from '../api/time.ts'
import { Connection, readRequest, type HttpRequest } from '../api/http.ts'

interface Asked extends HttpRequest {
  /** `ADDRESS:PORT` of whoever asks. */
  readonly remote: string
}

type Answer = (asked: Asked) => string

/** Until it is told to end. */
function* serveHttp(p: Process, port: number, answer: Answer): Blocking<number> {
  const listener = p.net.streamSocket('inet')
  listener.options.reuseaddr = true
  const error = listener.bind({ address: 0, port }) ?? listener.listen(128)
  if (error) {
    p.io.err(`listen tcp :${port}: bind: ${error.text.toLowerCase()}\n`)
    return 1
  }
  const told = hearsOfItsEnd(p)
  p.procs.onSignal('PIPE', 'ignore')
  return yield* withThreads(p, function* (start): Blocking<number> {
    while (!told()) {
      const socket = yield* acceptStream(p, listener)
      if (isErrno(socket)) continue
      const from = socket.remote()
      const remote =
        isErrno(from) || typeof from.address !== 'number' ? '' : `${formatInet(from.address)}:${from.port}`
      start(serve(new Connection(p, socket), remote, answer))
    }
    return 0
  })
}

/** Whether it has been told to end: process 1 hears of that only if it asks to. */
function hearsOfItsEnd(p: Process): () => boolean {
  let told = false
  for (const signal of ['TERM', 'INT'] as const) {
    p.procs.onSignal(signal, () => {
      told = true
    })
  }
  return () => told
}

function* serve(c: Connection, remote: string, answer: Answer): Blocking<void> {
  const request = yield* readRequest(c)
  if (request) {
    const body = answer({ ...request, remote })
    const head = `HTTP/1.1 200 OK\r\nContent-Length: ${encodeUtf8(body).length}\r\nContent-Type: text/plain; charset=utf-8\r\n`
    yield* c.write(`${head}Connection: close\r\n\r\n${body}`)
  }
  c.close()
}

/** Value of `--NAME=VALUE` or `-NAME=VALUE` among its arguments. */
function option(p: Process, name: string): string | null {
  for (const [i, word] of p.argv.entries()) {
    if (word === `--${name}` || word === `-${name}`) return p.argv[i + 1] ?? null
    const [, value] = new RegExp(`^--?${name}=(.*)$`).exec(word) ?? []
    if (value !== undefined) return value
  }
  return null
}

function hostIp({ remote }: Asked): string {
  return remote.slice(0, remote.indexOf(':'))
}

/** Ref: kubernetes test/images/agnhost */
export function* agnhost(p: Process): Blocking<number> {
  const [, verb = ''] = p.argv
  switch (verb) {
    case 'pause': {
      p.io.out('Paused\n')
      const told = hearsOfItsEnd(p)
      while (!told()) yield* p.clock.wait([], Infinity)
      return 0
    }
    case 'netexec':
      return yield* serveHttp(p, Number(option(p, 'http-port') ?? 8080), (asked) => netexec(p, asked))
    case 'serve-hostname':
      return yield* serveHttp(p, Number(option(p, 'port') ?? 9376), () => p.net.hostname())
    case 'test-webserver':
      return yield* serveHttp(p, Number(option(p, 'port') ?? 80), () => '')
    default:
      p.io.err(`agnhost: ${verb} is not supported in vethlab\n`)
      return 1
  }
}

function netexec(p: Process, asked: Asked): string {
  switch (asked.path) {
    case '/hostname':
    case '/hostName':
      return p.net.hostname()
    case '/clientip':
      return asked.remote
    case '/echo':
      return asked.query.get('msg') ?? ''
    default:
      return `NOW: ${formatTime(Math.floor(p.clock.epoch()))}`
  }
}

export function* serveHostname(p: Process): Blocking<number> {
  return yield* serveHttp(p, 9376, () => `${p.net.hostname()}\n`)
}

export function* echoserver(p: Process): Blocking<number> {
  return yield* serveHttp(p, 8080, (asked) => {
    const { method, path } = asked
    return (
      `\n\nHostname: ${p.net.hostname()}\n\nPod Information:\n\t-no pod information available-\n\n` +
      `Server values:\n\tserver_version=nginx: 1.13.3 - lua: 10008\n\n` +
      `Request Information:\n\tclient_address=${hostIp(asked)}\n\tmethod=${method}\n\treal path=${path}\n\tquery=\n` +
      `\trequest_version=1.1\n\trequest_scheme=http\n\trequest_uri=http://${asked.headers.get('host') ?? ''}:8080${path}\n\n` +
      `Request Headers:\n${headerLines(asked).join('')}\nRequest Body:\n\t-no body in request-\n\n`
    )
  })
}

function headerLines({ headers }: Asked): string[] {
  return [...headers].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => `\t${name}=${value}\n`)
}

export function helloApp(version: string): Program {
  return function* (p) {
    const text = `Hello, world!\nVersion: ${version}\nHostname: ${p.net.hostname()}\n`
    return yield* serveHttp(p, Number(p.env.get('PORT') ?? 8080), () => text)
  }
}

export function bootcamp(version: string): Program {
  return function* (p) {
    const text = `Hello Kubernetes bootcamp! | Running on: ${p.net.hostname()} | v=${version}\n`
    return yield* serveHttp(p, 8080, () => text)
  }
}

export function* httpEcho(p: Process): Blocking<number> {
  const text = option(p, 'text') ?? p.env.get('ECHO_TEXT') ?? ''
  if (text === '') {
    p.io.err('Missing -text option or set ECHO_TEXT env var!\n')
    return 127
  }
  const port = (option(p, 'listen') ?? ':5678').replace(/^.*:/, '')
  return yield* serveHttp(p, Number(port), () => `${text}\n`)
}

export function* whoami(p: Process): Blocking<number> {
  const port = option(p, 'port') ?? p.env.get('WHOAMI_PORT_NUMBER') ?? '80'
  return yield* serveHttp(p, Number(port), (asked) => {
    const headers = [...asked.headers].map(([name, value]) => `${title(name)}: ${value}\n`)
    const { method, path, remote } = asked
    return `Hostname: ${p.net.hostname()}\nRemoteAddr: ${remote}\n${method} ${path} HTTP/1.1\n${headers.join('')}\n`
  })
}

function title(name: string): string {
  return name.replace(/(?:^|-)[a-z]/g, (letters) => letters.toUpperCase())
}
