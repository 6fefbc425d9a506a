// httpd: files of a directory, each connection served beside the others. Ref: busybox networking/httpd.c
import type { Blocking, Process } from '../../os/program.ts'
import { EAGAIN, isErrno, type Errno } from '../../uapi/errno.ts'
import type { SocketAddress, StreamSocket } from '../../uapi/socket.ts'
import { formatInet } from '../../wire/inet.ts'
import { formatAddress, type Inet6 } from '../../wire/inet6.ts'
import { getaddrinfo } from '../lib/resolv/getaddrinfo.ts'
import { withThreads } from '../lib/threads.ts'
import type { Applet } from './applet.ts'
import { getopt, showUsage } from './getopt.ts'
import { serve, type Site } from './httpdrequest.ts'

export const httpdApplet: Applet = {
  name: 'httpd',
  usage: ` [-ifv[v]] [-c CONFFILE] [-p [IP:]PORT] [-u USER[:GRP]] [-r REALM] [-h HOME]
or httpd -d/-e/-m STRING

Listen for incoming HTTP requests

	-i		Inetd mode
	-f		Run in foreground
	-v[v]		Verbose
	-p [IP:]PORT	Bind to IP:PORT (default *:80)
	-u USER[:GRP]	Set uid/gid after binding to port
	-r REALM	Authentication Realm for Basic Authentication
	-h HOME		Home directory (default .)
	-c FILE		Configuration file (default {/etc,HOME}/httpd.conf)
	-m STRING	MD5 crypt STRING
	-e STRING	HTML encode STRING
	-d STRING	URL decode STRING`,
  run: httpd,
}

const BACKLOG = 9

function* httpd(p: Process): Blocking<number> {
  const options = getopt(p, httpdApplet, 'c:d:h:e:r:m:u:p:ifv')
  if (!options) return 1
  const { given, all, operands } = options
  if (operands.length > 0) return showUsage(p, httpdApplet)
  if (given.has('d') || given.has('e')) return convert(p, given.get('d'), given.get('e') ?? '')
  for (const letter of 'irm') {
    if (!given.has(letter)) continue
    p.io.err(`httpd: -${letter} is not supported in vethlab\n`)
    return 1
  }
  const home = given.get('h')
  const moved = home === undefined ? null : p.fs.chdir(home)
  if (moved) return fail(p, `can't change directory to '${home ?? ''}': ${moved.text}`)
  const listener = yield* listen(p, given.get('p') ?? '80')
  if (typeof listener === 'number') return listener
  const site = configure(p, given.get('c') ?? '/etc/httpd.conf')
  const verbose = all.get('v')?.length ?? 0
  if (given.has('f')) return yield* accepting(p, listener, site, verbose)
  // The child goes on alone, a session of its own.
  p.procs.spawn((child) => daemon(child, listener.local, site), {
    argv: p.procs.get(p.pid)?.argv ?? p.argv,
    pgid: 'own',
    fds: new Map(),
  })
  listener.close()
  return 0
}

function fail(p: Process, message: string): number {
  p.io.err(`httpd: ${message}\n`)
  return 1
}

/** `-d` and `-e`. */
function convert(p: Process, coded: string | undefined, plain: string): number {
  if (coded !== undefined) {
    p.io.out(
      coded
        .replace(/\+/g, ' ')
        .replace(/%([\da-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    )
  } else p.io.out(plain.replace(/[^A-Za-z0-9]/g, (c) => `&#${c.charCodeAt(0)};`))
  return 0
}

/** A socket that listens, or the exit status. `[IP:]PORT`; all addresses of both families without IP. */
function* listen(p: Process, word: string): Blocking<StreamSocket | number> {
  const [, host, port = ''] = /^(?:(.*):)?(\d+)$/.exec(word) ?? []
  if (port === '') return fail(p, `bad address '${word}'`)
  let address: SocketAddress['address'] = 0n
  if (host !== undefined) {
    const found = yield* getaddrinfo(p, host.replace(/^\[|\]$/g, ''))
    const [first] = 'error' in found ? [] : found.addresses
    if (first === undefined) return fail(p, `bad address '${word}'`)
    address = first
  }
  return open(p, { address, port: Number(port) })
}

function open(p: Process, local: SocketAddress): StreamSocket | number {
  const socket = p.net.streamSocket(typeof local.address === 'number' ? 'inet' : 'inet6')
  socket.options.reuseaddr = true
  const error: Errno | null = socket.bind(local)
  if (error) {
    socket.close()
    return fail(p, `bind: ${error.text}`)
  }
  const deaf = socket.listen(BACKLOG)
  return deaf ? fail(p, `listen: ${deaf.text}`) : socket
}

function* daemon(p: Process, local: SocketAddress, site: Site): Blocking<number> {
  const listener = open(p, local)
  return typeof listener === 'number' ? listener : yield* accepting(p, listener, site, 0)
}

/** Lines that it understands: `H:DIR`, `I:INDEX`, `E404:FILE`, `.EXT:TYPE`. */
function configure(p: Process, path: string): Site {
  const site = { index: 'index.html', notFound: null as string | null, types: new Map<string, string>() }
  const text = p.fs.readText(path)
  for (const line of isErrno(text) ? [] : text.split('\n')) {
    const [, key = '', value = ''] = /^\s*([^:#]+):(.*?)\s*$/.exec(line) ?? []
    if (key === 'H') p.fs.chdir(value)
    else if (key === 'I') site.index = value
    else if (key === 'E404') site.notFound = value
    else if (key.startsWith('.')) site.types.set(key.slice(1), value)
    else if (key !== '') p.io.err(`httpd: ${key}: in a configuration is not supported in vethlab\n`)
  }
  return site
}

function* accepting(p: Process, listener: StreamSocket, site: Site, verbose: number): Blocking<number> {
  p.procs.onSignal('PIPE', 'ignore')
  return yield* withThreads(p, function* (start) {
    for (;;) {
      const connection = p.net.accept(listener)
      if (connection === EAGAIN) yield* p.clock.wait([listener])
      else if (!isErrno(connection)) {
        const peer = connection.remote()
        const who = isErrno(peer) ? '' : shown(peer)
        start(
          serve(p, connection, site, (level, text) => {
            if (verbose >= level) p.io.err(`${who}: ${text}\n`)
          }),
        )
      }
    }
  })
}

/** `[::ffff:10.0.0.1]:44384` */
function shown({ address, port }: SocketAddress): string {
  if (typeof address === 'number') return `${formatInet(address)}:${port}`
  return `[${mapped(address)}]:${port}`
}

function mapped(address: Inet6): string {
  if (address >> 32n !== 0xffffn) return formatAddress(address)
  return `::ffff:${formatInet(Number(address & 0xffffffffn))}`
}
