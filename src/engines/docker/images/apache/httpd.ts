// httpd: reads its configuration, listens, and has children that serve. Read first: config.ts, request.ts.
// Ref: httpd server/main.c, server/mpm/event/event.c, server/listen.c
import { getaddrinfo, getnameinfo } from '../../../../commands/lib/resolv/getaddrinfo.ts'
import type { Blocking, Process } from '../../../../os/program.ts'
import { WaitQueue } from '../../../../sim/wait.ts'
import { isErrno } from '../../../../uapi/errno.ts'
import type { SocketAddress, StreamSocket } from '../../../../uapi/socket.ts'
import { formatAddress } from '../../../../wire/inet6.ts'
import { readConfig, type HttpdConfig, type Listen } from './config.ts'
import { appendLog, errorLine } from './logs.ts'
import { PREFIX, SERVER } from './version.ts'
import { serveConnections } from './worker.ts'

const CONFIG_FILE = `${PREFIX}/conf/httpd.conf`
const BACKLOG = 511
const CHILDREN = 3
/** By `-k`. Ref: os/unix/unixd.c, server/mpm_unix.c:ap_signal_server() */
const SIGNALS = { stop: 'TERM', 'graceful-stop': 'WINCH', restart: 'HUP', graceful: 'USR1' } as const

export function* httpd(p: Process): Blocking<number> {
  const options = parseOptions(p.argv.slice(1))
  if (typeof options === 'string') {
    p.io.err(`${options}\n`)
    return 1
  }
  if (options.version) {
    p.io.out(`Server version: ${SERVER}\nServer built:   Aug 25 2026 00:21:09\n`)
    return 0
  }
  const config = readConfig(p, options.file)
  if (typeof config === 'string') {
    p.io.err(`${config}\n`)
    return 1
  }
  const name = yield* ownName(p, config)
  if (name.complaint !== null) p.io.err(`${name.complaint}\n`)
  if (options.test) {
    p.io.err('Syntax OK\n')
    return 0
  }
  const running = runningServer(p, config)
  if (options.signal !== null && options.signal !== 'start') return tell(p, running, options.signal)
  if (running !== null) {
    p.io.out(`httpd (pid ${running}) already running\n`)
    return 0
  }
  return yield* run(p, options.file, config, name.complaint)
}

interface Options {
  readonly file: string
  readonly test: boolean
  readonly version: boolean
  readonly signal: keyof typeof SIGNALS | 'start' | null
}

function parseOptions(words: readonly string[]): Options | string {
  const options = { file: CONFIG_FILE, test: false, version: false, signal: null as Options['signal'] }
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? ''
    const [, letter = '', attached = ''] = /^-([A-Za-z])(.*)$/.exec(word) ?? []
    const value = () => (attached === '' ? (words[++i] ?? '') : attached)
    if (letter === 'v') options.version = true
    else if (letter === 't') options.test = true
    else if (letter === 'D') value()
    else if (letter === 'f') options.file = value()
    else if (letter === 'k') {
      const verb = value()
      if (verb !== 'start' && !(verb in SIGNALS)) return `httpd: -k ${verb} is not one that httpd knows`
      options.signal = verb as Options['signal']
    } else return `httpd ${word} is not supported in vethlab`
  }
  return options
}

/** The name it takes for its own. Ref: server/util.c:ap_get_local_host() */
function* ownName(p: Process, { serverName }: HttpdConfig): Blocking<{ readonly complaint: string | null }> {
  if (serverName !== null) return { complaint: null }
  const host = p.net.hostname()
  const found = yield* getaddrinfo(p, host)
  const [address] = 'error' in found ? [] : found.addresses
  const fallback = (using: string) =>
    `AH00558: httpd: Could not reliably determine the server's fully qualified domain name, using ${using}. Set the 'ServerName' directive globally to suppress this message`
  if (address === undefined)
    return {
      complaint: `AH00557: httpd: apr_sockaddr_info_get() failed for ${host}\n${fallback('127.0.0.1')}`,
    }
  const name = yield* getnameinfo(p, address)
  if (typeof name === 'string' && /[a-z].*\./i.test(name)) return { complaint: null }
  return { complaint: fallback(formatAddress(address)) }
}

function runningServer(p: Process, { pidFile }: HttpdConfig): number | null {
  const text = p.fs.readText(pidFile)
  const pid = isErrno(text) ? NaN : Number(text.trim())
  return Number.isInteger(pid) && pid !== p.pid && p.procs.get(pid) ? pid : null
}

function tell(p: Process, running: number | null, verb: keyof typeof SIGNALS): number {
  if (running === null) {
    p.io.out('httpd (no pid file) not running\n')
    return verb === 'stop' || verb === 'graceful-stop' ? 0 : 1
  }
  p.procs.kill(running, SIGNALS[verb])
  return 0
}

function* run(p: Process, file: string, first: HttpdConfig, complaint: string | null): Blocking<number> {
  let listeners = yield* listenAll(p, first.listen)
  let config = first
  const log = (module: string, words: string) =>
    appendLog(p, config.errorLog, errorLine(p, `${module}:notice`, words))
  // Its configuration is read twice, and its log is open by now.
  if (complaint !== null && typeof listeners !== 'string') appendLog(p, config.errorLog, `${complaint}\n`)
  const signals = listenToSignals(p)
  for (;;) {
    if (typeof listeners === 'string') {
      p.io.err(`${listeners}no listening sockets available, shutting down\nAH00015: Unable to open logs\n`)
      return 1
    }
    p.fs.writeFile(config.pidFile, `${p.pid}\n`)
    log('mpm_event', `AH00489: ${SERVER} configured -- resuming normal operations`)
    log('core', `AH00094: Command line: '${commandLine(p.argv)}'`)
    const children = startChildren(p, listeners, config)
    const signal = yield* signals.next()
    for (const child of children) p.procs.kill(child, 'TERM')
    for (const child of children) yield* p.procs.wait(child)
    if (signal === 'TERM' || signal === 'WINCH') {
      log(
        'mpm_event',
        signal === 'TERM'
          ? 'AH00491: caught SIGTERM, shutting down'
          : 'AH00492: caught SIGWINCH, shutting down gracefully',
      )
      p.fs.unlink(config.pidFile)
      return 0
    }
    log(
      'mpm_event',
      signal === 'HUP'
        ? 'AH00494: SIGHUP received.  Attempting to restart'
        : 'AH00493: SIGUSR1 received.  Doing graceful restart',
    )
    const again = readConfig(p, file)
    if (typeof again === 'string') {
      p.io.err(`${again}\n`)
      return 1
    }
    for (const listener of listeners) listener.close()
    listeners = yield* listenAll(p, again.listen)
    config = again
  }
}

/** `httpd -D FOREGROUND`: options and their values apart. */
function commandLine(argv: readonly string[]): string {
  return argv.map((word, i) => (i === 0 ? 'httpd' : word.replace(/^-([Dfkdc])(.+)$/, '-$1 $2'))).join(' ')
}

type ServerSignal = 'TERM' | 'WINCH' | 'HUP' | 'USR1'

function listenToSignals(p: Process): { next(): Blocking<ServerSignal> } {
  const pending: ServerSignal[] = []
  const arrived = new WaitQueue()
  const on = (name: ServerSignal | 'INT', means: ServerSignal) =>
    p.procs.onSignal(name, () => {
      pending.push(means)
      arrived.wake()
    })
  for (const name of ['TERM', 'WINCH', 'HUP', 'USR1'] as const) on(name, name)
  on('INT', 'TERM')
  return {
    *next() {
      for (;;) {
        const signal = pending.shift()
        if (signal) return signal
        yield* p.clock.wait([arrived])
      }
    },
  }
}

function startChildren(
  p: Process,
  listeners: readonly StreamSocket[],
  config: HttpdConfig,
): readonly number[] {
  return Array.from({ length: CHILDREN }, () =>
    p.procs.spawn((child) => serveConnections(child, listeners, config), { argv: p.argv, env: p.env }),
  )
}

/** The listeners, or what is wrong with each. */
function* listenAll(p: Process, wanted: readonly Listen[]): Blocking<readonly StreamSocket[] | string> {
  const listeners: StreamSocket[] = []
  let complaints = ''
  for (const { host, port } of wanted) {
    const found = host === null ? { addresses: [0n] } : yield* getaddrinfo(p, host)
    const [address = 0n] = 'error' in found ? [] : found.addresses
    const socket = open(p, { address, port })
    if (typeof socket !== 'string') listeners.push(socket)
    else {
      const names = host === null ? [`[::]:${port}`, `0.0.0.0:${port}`] : [`${host}:${port}`]
      for (const name of names)
        complaints += `${socket}: AH00072: make_sock: could not bind to address ${name}\n`
      break
    }
  }
  if (complaints === '' && listeners.length > 0) return listeners
  for (const socket of listeners) socket.close()
  return complaints
}

function open(p: Process, local: SocketAddress): StreamSocket | string {
  const socket = p.net.streamSocket(typeof local.address === 'number' ? 'inet' : 'inet6')
  socket.options.reuseaddr = true
  const refused = socket.bind(local) ?? socket.listen(BACKLOG)
  if (!refused) return socket
  socket.close()
  return `(${refused.number})${refused.text}`
}
