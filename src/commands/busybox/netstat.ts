// netstat. Ref: busybox networking/netstat.c
import type { Process } from '../../os/program.ts'
import type { SocketAddress } from '../../uapi/socket.ts'
import type { InetDiagMessage } from '../../uapi/sock_diag.ts'
import { TCP_CLOSE, TCP_ESTABLISHED, TCP_LISTEN } from '../../uapi/tcp.ts'
import { formatInet } from '../../wire/inet.ts'
import { formatInet6 } from '../../wire/inet6.ts'
import { nameOfAddress } from '../lib/hosts.ts'
import { serviceName } from '../lib/services.ts'
import { SOCKET_STATES } from '../netstat/sockets.ts'
import type { Applet } from './applet.ts'
import { getopt } from './getopt.ts'
import { showRoutes } from './route.ts'

export const netstatApplet: Applet = {
  name: 'netstat',
  usage: ` [-ral] [-tuwx] [-en]

Display networking information

	-r	Routing table
	-a	All sockets
	-l	Listening sockets
		Else: connected sockets
	-t	TCP sockets
	-u	UDP sockets
	-w	Raw sockets
	-x	Unix sockets
		Else: all socket types
	-e	Other/more information
	-n	Don't resolve names`,
  *run(p) {
    const options = getopt(p, netstatApplet, 'laentuwxr')
    if (!options) return 1
    const { given } = options
    if (given.has('r')) return showRoutes(p, given.has('n'), true)
    return show(p, given)
  },
}

/** Columns of an address with its port. */
const WIDTH = 23

function show(p: Process, given: ReadonlyMap<string, string>): number {
  const [all, listening, numeric] = [given.has('a'), given.has('l'), given.has('n')]
  const chosen = [...'tuwx'].filter((letter) => given.has(letter))
  const asked = new Set(chosen.length > 0 ? chosen : 'tuwx')
  const which = all ? '(servers and established)' : listening ? '(only servers)' : '(w/o servers)'
  const wanted = (m: InetDiagMessage): boolean => {
    const serves = m.protocol === 'tcp' ? m.state === TCP_LISTEN : m.state === TCP_CLOSE
    return all || serves === listening
  }
  if (asked.has('t') || asked.has('u') || asked.has('w')) {
    p.io.out(`Active Internet connections ${which}\n`)
    p.io.out('Proto Recv-Q Send-Q Local Address           Foreign Address         State       \n')
    for (const [letter, protocol] of [
      ['t', 'tcp'],
      ['u', 'udp'],
      ['w', 'raw'],
    ] as const) {
      if (!asked.has(letter)) continue
      const sockets = p.net.sockDiag(protocol).filter(wanted)
      for (const family of ['inet', 'inet6'] as const) {
        for (const m of sockets) if (m.family === family) p.io.out(socketLine(p, m, numeric))
      }
    }
  }
  if (asked.has('x')) {
    p.io.out(
      `Active UNIX domain sockets ${which}\nProto RefCnt Flags       Type       State         I-Node Path\n`,
    )
  }
  return 0
}

/** Ref: print_inet_line() */
function socketLine(p: Process, m: InetDiagMessage, numeric: boolean): string {
  const protocol = m.protocol
  const ends = [m.local, m.remote].map((end) => endText(p, m, end, numeric).padEnd(WIDTH))
  const shows = protocol === 'tcp' || m.state === TCP_ESTABLISHED
  const state = protocol === 'raw' ? String(m.state) : shows ? (SOCKET_STATES[m.state] ?? '') : ''
  const sendQ = m.state === TCP_LISTEN ? 0 : m.sendQ
  return `${protocol.padEnd(5)} ${String(m.recvQ).padStart(6)} ${String(sendQ).padStart(6)} ${ends.join(' ')} ${state.padEnd(11)} \n`
}

function endText(p: Process, m: InetDiagMessage, { address, port }: SocketAddress, numeric: boolean): string {
  const service =
    port === 0
      ? '*'
      : ((numeric || m.protocol === 'raw' ? null : serviceName(p, port, m.protocol)) ?? String(port))
  return `${addressText(p, address, numeric)}:${service}`.slice(0, WIDTH)
}

function addressText(p: Process, address: SocketAddress['address'], numeric: boolean): string {
  const name = numeric || address === 0 || address === 0n ? null : nameOfAddress(p, address)
  if (name !== null) return name
  if (typeof address === 'number') return formatInet(address)
  if (address >> 32n === 0xffffn) return `::ffff:${formatInet(Number(address & 0xffffffffn))}`
  return formatInet6(address)
}
