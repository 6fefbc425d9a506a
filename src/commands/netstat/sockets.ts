// Sockets, as netstat lists them. Ref: net-tools netstat.c:tcp_do_one(), udp_do_one()
import type { Process, SocketOwner } from '../../os/program.ts'
import { SECOND } from '../../sim/clock.ts'
import type { SocketAddress, StreamFamily } from '../../uapi/socket.ts'
import type { InetDiagMessage } from '../../uapi/sock_diag.ts'
import { TCP_CLOSE, TCP_ESTABLISHED, TCP_LISTEN } from '../../uapi/tcp.ts'
import { formatInet } from '../../wire/inet.ts'
import { formatInet6 } from '../../wire/inet6.ts'
import { nameOfAddress } from '../lib/hosts.ts'
import { serviceName } from '../lib/services.ts'
import type { Tool } from '../lib/tool.ts'

export interface SocketsAsked {
  readonly tcp: boolean
  readonly udp: boolean
  readonly raw: boolean
  readonly unix: boolean
  readonly family: StreamFamily | null
  readonly all: boolean
  readonly listening: boolean
  readonly numeric: boolean
  readonly programs: boolean
  readonly timers: boolean
  readonly extended: boolean
  readonly wide: boolean
}

export const SOCKET_STATES: readonly string[] = [
  '',
  'ESTABLISHED',
  'SYN_SENT',
  'SYN_RECV',
  'FIN_WAIT1',
  'FIN_WAIT2',
  'TIME_WAIT',
  'CLOSE',
  'CLOSE_WAIT',
  'LAST_ACK',
  'LISTEN',
  'CLOSING',
  'SYN_RECV',
]
const ADDRESS_WIDTH = 23
const PROGRAM_WIDTH = 20

export function showSockets({ p, out }: Tool, asked: SocketsAsked): number {
  const any = asked.tcp || asked.udp || asked.raw || asked.unix
  const which = asked.all ? '(servers and established)' : asked.listening ? '(only servers)' : '(w/o servers)'
  if (!any || asked.tcp || asked.udp || asked.raw) {
    out.print(`Active Internet connections ${which}\n`)
    out.print(headerOf(asked))
    const owners = asked.programs ? p.net.socketOwners() : null
    for (const protocol of ['tcp', 'udp', 'raw'] as const) {
      if (any && !asked[protocol]) continue
      const messages = p.net.sockDiag(protocol).filter((m) => wanted(m, asked))
      for (const family of ['inet', 'inet6'] as const) {
        if (asked.family !== null && asked.family !== family) continue
        for (const m of messages) if (m.family === family) out.print(lineOf(p, m, asked, owners))
      }
    }
  }
  if (asked.unix || (!any && asked.family === null)) {
    const program = asked.programs ? '     PID/Program name    ' : '   '
    out.print(`Active UNIX domain sockets ${which}\n`)
    out.print(
      `Proto RefCnt Flags       Type       State         I-Node${program}${asked.programs ? ' ' : ''}Path\n`,
    )
  }
  return 0
}

function wanted(m: InetDiagMessage, asked: SocketsAsked): boolean {
  if (asked.all) return true
  const serves = m.protocol === 'tcp' ? m.state === TCP_LISTEN : m.state === TCP_CLOSE
  return serves === asked.listening
}

function headerOf(asked: SocketsAsked): string {
  let line = 'Proto Recv-Q Send-Q Local Address           Foreign Address         State      '
  if (asked.extended) line += ' User       Inode     '
  if (asked.programs) line += ` ${'PID/Program name'.padEnd(PROGRAM_WIDTH)}`
  if (asked.timers) line += ' Timer'
  return `${line}\n`
}

function lineOf(
  p: Process,
  m: InetDiagMessage,
  asked: SocketsAsked,
  owners: ReadonlyMap<number, readonly SocketOwner[]> | null,
): string {
  const protocol = m.family === 'inet6' ? `${m.protocol}6` : m.protocol
  const local = endText(p, m, m.local, asked)
  const remote = endText(p, m, m.remote, asked)
  const listens = m.state === TCP_LISTEN && m.protocol === 'tcp'
  const queues = `${String(m.recvQ).padStart(6)} ${String(listens ? 0 : m.sendQ).padStart(6)}`
  const state = m.protocol === 'tcp' || m.state === TCP_ESTABLISHED ? (SOCKET_STATES[m.state] ?? '') : ''
  let line = `${protocol.padEnd(4)}  ${queues} ${local.padEnd(ADDRESS_WIDTH)} ${remote.padEnd(ADDRESS_WIDTH)} ${state.padEnd(11)}`
  if (asked.extended) line += ` ${'0'.padEnd(10)} ${String(m.inode).padEnd(10)}`
  if (owners) line += ` ${programText(p, owners.get(m.inode)).padEnd(PROGRAM_WIDTH)}`
  if (asked.timers) line += ` ${timerText(m)}`
  return `${line}\n`
}

/** By its first argument, which may be a title; of a path its last part. Ref: net-tools netstat.c:prg_cache_load() */
function programText(p: Process, owners: readonly SocketOwner[] | undefined): string {
  const [owner] = owners ?? []
  if (!owner) return '-'
  const title = p.procs.get(owner.pid)?.argv[0] ?? owner.command
  const name = title.startsWith('/') ? title.slice(title.lastIndexOf('/') + 1) : title
  return `${owner.pid}/${name}`.slice(0, PROGRAM_WIDTH - 1)
}

/** Cut so that address and port fit the column. */
function endText(p: Process, m: InetDiagMessage, end: SocketAddress, asked: SocketsAsked): string {
  const port = end.port === 0 ? '*' : portText(p, m, end.port, asked)
  const room = ADDRESS_WIDTH - 1 - port.length
  const address = addressText(p, end.address, asked)
  return `${asked.wide || asked.numeric ? address : address.slice(0, Math.max(room, 1))}:${port}`
}

function portText(p: Process, m: InetDiagMessage, port: number, asked: SocketsAsked): string {
  if (m.protocol === 'raw') return asked.numeric ? String(port) : 'icmp'
  return (asked.numeric ? null : serviceName(p, port, m.protocol)) ?? String(port)
}

function addressText(p: Process, address: SocketAddress['address'], asked: SocketsAsked): string {
  if (typeof address === 'number') {
    if (address === 0 || asked.numeric) return formatInet(address)
    return nameOfAddress(p, address) ?? formatInet(address)
  }
  if (address >> 32n === 0xffffn) return formatInet(Number(address & 0xffffffffn))
  return formatInet6(address)
}

function timerText({ timer, retransmits }: InetDiagMessage): string {
  if (!timer) return 'off (0.00/0/0)'
  const kind = timer.kind === 'persist' ? 'probe' : timer.kind
  return `${kind} (${(timer.left / SECOND).toFixed(2)}/${timer.kind === 'timewait' ? 0 : retransmits}/0)`
}
