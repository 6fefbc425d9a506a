// telnet of inetutils 2.4: a connection to a port, a line at a time. Options of the protocol are not negotiated unless
// the other end does (RFC 854): to a server that speaks no TELNET it is plain text with CR LF at the ends of lines.
import type { Blocking, Process } from '../../os/program.ts'
import { EAGAIN, isErrno } from '../../uapi/errno.ts'
import type { StreamSocket } from '../../uapi/socket.ts'
import { formatAddress, type Inet6 } from '../../wire/inet6.ts'
import type { Inet } from '../../wire/inet.ts'
import type { Command } from '../command.ts'
import { hostNames } from '../lib/complete.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { getaddrinfo } from '../lib/resolv/getaddrinfo.ts'
import { servicePort } from '../lib/services.ts'
import { connectStream } from '../lib/stream.ts'
import { defineTool, type Tool } from '../lib/tool.ts'

type TelnetOption = '4' | '6' | 'E'

const OPTIONS: OptionTable<TelnetOption> = {
  '4': ['-4, --ipv4', 'use only IPv4'],
  '6': ['-6, --ipv6', 'use only IPv6'],
  E: ['-E, --no-escape', 'no escape character'],
}

const REFUSED: readonly string[] = [
  '-8, --binary',
  '-a, --login',
  '-b, --bind=ADDRESS',
  '-c, --no-rc',
  '-d, --debug',
  '-e, --escape=CHAR',
  '-K, --no-login',
  '-l, --user=USER',
  '-L, --binary-output',
  '-n, --trace=FILE',
  '-r, --rlogin',
]

const NEWLINE = 10
const RETURN = 13
/** "Interpret as command" (RFC 854). */
const IAC = 255
const MAX_PORT = 65_535

export const telnetCommand: Command = defineTool<TelnetOption>({
  name: 'telnet',
  path: '/usr/bin/telnet',
  summary: 'a connection to a port, a line at a time',
  usage: ['[OPTION...] [HOST [PORT]]'],
  options: OPTIONS,
  refused: REFUSED,
  forms: ['telnet HOST PORT'],
  badUsage: 64,
  ownHelp: true,
  hint: "Try 'telnet --help' or 'telnet --usage' for more information.\n",
  completeWord: (p) => hostNames(p),
  main: telnet,
})

function* telnet(tool: Tool, args: Args<TelnetOption>): Blocking<number> {
  const { p, out } = tool
  const [host, service = 'telnet', ...more] = args.operands
  if (host === undefined) return tool.unsupported('the prompt of telnet')
  if (more.length > 0) return fail(p, 'telnet: too many arguments')
  const port = /^-?\d+$/.test(service) ? Number(service) : servicePort(p, service, 'tcp')
  if (port === null) return fail(p, lookupFailure(host, service, 'Servname not supported for ai_socktype'))
  if (/^\d+$/.test(service) && (port < 1 || port > MAX_PORT))
    return fail(p, `Port number ${service} is out of range.`)
  const family = args.lastOf('4', '6')
  const resolved = yield* getaddrinfo(p, host, family === null ? 'any' : family === '4' ? 'inet' : 'inet6')
  if ('error' in resolved) return fail(p, lookupFailure(host, service, resolved.error))
  for (const [i, address] of resolved.addresses.entries()) {
    const isLast = i === resolved.addresses.length - 1
    const socket = p.net.streamSocket(typeof address === 'bigint' ? 'inet6' : 'inet')
    try {
      if (!(yield* connectTo(tool, socket, address, port & MAX_PORT, isLast))) continue
      out.print(`Connected to ${resolved.canonical}.\n`)
      if (!args.has('E')) out.print("Escape character is '^]'.\n")
      out.flush()
      yield* talk(p, socket)
      p.io.err('Connection closed by foreign host.\n')
      return 0
    } finally {
      socket.close()
    }
  }
  return 1
}

function fail(p: Process, message: string): number {
  p.io.err(`${message}\n`)
  return 1
}

function lookupFailure(host: string, service: string, problem: string): string {
  return `Server lookup failure:  ${host}:${service}, ${problem}`
}

/** False after a complaint. */
function* connectTo(
  { p, out }: Tool,
  socket: StreamSocket,
  address: Inet | Inet6,
  port: number,
  isLast: boolean,
): Blocking<boolean> {
  out.print(`Trying ${formatAddress(address)}...\n`)
  const error = yield* connectStream(p, socket, { address, port })
  if (error === null) return true
  const what = isLast ? 'telnet: Unable to connect to remote host' : 'Connection failed'
  p.io.err(`${what}: ${error.text}\n`)
  return false
}

/** Until either end has nothing more to say. */
function* talk(p: Process, socket: StreamSocket): Blocking<void> {
  const input = p.io.fds.get(0)
  for (;;) {
    const got = socket.recv(4096)
    if (got !== EAGAIN) {
      if (isErrno(got) || got.length === 0) return
      p.io.out(answerCommands(socket, got))
      continue
    }
    const typed = input?.read(4096) ?? new Uint8Array(0)
    if (typed === EAGAIN) {
      yield* p.clock.wait(input ? [socket, input] : [socket])
      continue
    }
    if (isErrno(typed) || typed.length === 0) return
    if (isErrno(socket.send(withReturns(typed)))) return
  }
}

/** The network virtual terminal's end of line is CR LF; a CR of its own is CR NUL (RFC 854). */
function withReturns(octets: Uint8Array): Uint8Array {
  const out: number[] = []
  for (const octet of octets) {
    if (octet === NEWLINE) out.push(RETURN)
    out.push(octet)
    if (octet === RETURN) out.push(0)
    if (octet === IAC) out.push(IAC)
  }
  return Uint8Array.from(out)
}

/** Takes the commands out: what the other end asks for is refused (RFC 854, DO → WON'T, WILL → DON'T). */
function answerCommands(socket: StreamSocket, octets: Uint8Array): Uint8Array {
  if (!octets.includes(IAC)) return octets
  const text: number[] = []
  for (let i = 0; i < octets.length; i++) {
    const octet = octets[i] ?? 0
    if (octet !== IAC) {
      text.push(octet)
      continue
    }
    const verb = octets[++i] ?? 0
    if (verb === IAC) text.push(IAC)
    if (verb < 251 || verb === IAC) continue
    const option = octets[++i] ?? 0
    if (verb === 253) socket.send(Uint8Array.of(IAC, 252, option))
    if (verb === 251) socket.send(Uint8Array.of(IAC, 254, option))
  }
  return Uint8Array.from(text)
}
