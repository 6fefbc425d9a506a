// telnet of inetutils 2.4: a connection to a port, a line at a time. Options of the protocol are not negotiated unless
// the other end does (RFC 854): to a server that speaks no TELNET it is plain text with CR LF at the ends of lines.
import type { Blocking, Process } from '../../os/program.ts'
import { EAGAIN, isErrno } from '../../uapi/errno.ts'
import type { StreamSocket } from '../../uapi/socket.ts'
import { formatInet } from '../../wire/inet.ts'
import type { Command } from '../command.ts'
import { hostNames } from '../lib/complete.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { resolveName } from '../lib/resolv/names.ts'
import { portOf } from '../lib/services.ts'
import { connectStream } from '../lib/stream.ts'
import { defineTool, type Tool } from '../lib/tool.ts'

type TelnetOption = '4' | 'E'

const OPTIONS: OptionTable<TelnetOption> = {
  '4': ['-4, --ipv4', 'use IPv4'],
  E: ['-E, --no-escape', 'no escape character'],
}

const REFUSED: readonly string[] = [
  '-6, --ipv6',
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

export const telnetCommand: Command = defineTool<TelnetOption>({
  name: 'telnet',
  path: '/usr/bin/telnet',
  summary: 'a connection to a port, a line at a time',
  usage: ['[OPTION...] [HOST [PORT]]'],
  options: OPTIONS,
  refused: REFUSED,
  forms: ['telnet HOST PORT'],
  badUsage: 64,
  completeWord: (p) => hostNames(p),
  main: telnet,
})

function* telnet(tool: Tool, args: Args<TelnetOption>): Blocking<number> {
  const { p, out } = tool
  const [host, service = 'telnet', ...more] = args.operands
  if (host === undefined) return tool.unsupported('the prompt of telnet')
  if (more.length > 0) return tool.usageError('too many arguments')
  const resolved = yield* resolveName(p, host)
  const port = portOf(p, service, 'tcp')
  const problem =
    port === null ? 'Servname not supported for ai_socktype' : 'error' in resolved ? resolved.error : null
  if (problem !== null || port === null || 'error' in resolved) {
    p.io.err(`Server lookup failure:  ${host}:${service}, ${problem}\n`)
    return 1
  }
  const socket = p.net.streamSocket('inet')
  try {
    out.print(`Trying ${formatInet(resolved.address)}...\n`)
    const error = yield* connectStream(p, socket, { address: resolved.address, port })
    if (error) {
      p.io.err(`telnet: Unable to connect to remote host: ${error.text}\n`)
      return 1
    }
    out.print(`Connected to ${resolved.canonical}.\n`)
    if (!args.has('E')) out.print("Escape character is '^]'.\n")
    out.flush()
    yield* talk(p, socket)
    p.io.err('Connection closed by foreign host.\n')
    return 1
  } finally {
    socket.close()
  }
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

/** The network virtual terminal's end of line is CR LF. */
function withReturns(octets: Uint8Array): Uint8Array {
  const out: number[] = []
  for (const octet of octets) {
    if (octet === NEWLINE) out.push(RETURN)
    out.push(octet)
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
