// One socket as a row of ss. Ref: iproute2 misc/ss.c:inet_show_sock(), tcp_stats_print()
import type { UnixSocketInfo } from '../../uapi/unix.ts'
import type { Process, SocketOwner } from '../../os/program.ts'
import { MILLISECOND, MICROSECOND, SECOND } from '../../sim/clock.ts'
import type { SocketAddress } from '../../uapi/socket.ts'
import type { InetDiagMessage, TcpInfo } from '../../uapi/sock_diag.ts'
import { TCP_CLOSE, TCP_LISTEN } from '../../uapi/tcp.ts'
import { formatInet } from '../../wire/inet.ts'
import { formatInet6 } from '../../wire/inet6.ts'
import { nameOfAddress } from '../lib/hosts.ts'
import { serviceName } from '../lib/services.ts'
import type { Row } from './table.ts'

const STATE_NAMES = [
  'UNKNOWN',
  'ESTAB',
  'SYN-SENT',
  'SYN-RECV',
  'FIN-WAIT-1',
  'FIN-WAIT-2',
  'TIME-WAIT',
  'UNCONN',
  'CLOSE-WAIT',
  'LAST-ACK',
  'LISTEN',
  'CLOSING',
  'SYN-RECV',
]

export interface Shown {
  readonly numeric: boolean
  readonly resolve: boolean
  readonly options: boolean
  readonly extended: boolean
  readonly memory: boolean
  readonly info: boolean
  readonly oneline: boolean
  /** Null: not asked for. */
  readonly owners: ReadonlyMap<number, readonly SocketOwner[]> | null
  readonly devices: ReadonlyMap<number, string>
}

export function socketRow(p: Process, m: InetDiagMessage, shown: Shown): Row {
  const local = addressText(p, m, m.local, shown)
  const device = shown.devices.get(m.boundIf)
  return [
    m.protocol === 'raw' ? 'raw' : m.protocol,
    STATE_NAMES[m.state] ?? 'UNKNOWN',
    String(m.recvQ).padEnd(6),
    String(m.sendQ).padEnd(6),
    `${local}${device === undefined ? '' : `%${device}`}:`,
    portText(p, m, m.local.port, shown),
    `${addressText(p, m, m.remote, shown)}:`,
    portText(p, m, m.remote.port, shown),
    detailsOf(m, shown),
  ]
}

/** Ref: unix_stats_print() */
export function unixRow(socket: UnixSocketInfo, shown: Shown): Row {
  return [
    'u_str',
    socket.state,
    String(socket.recvQ).padEnd(6),
    String(socket.sendQ).padEnd(6),
    `${socket.path || '*'} `,
    String(socket.inode),
    '* ',
    String(socket.peer),
    shown.owners ? ownersText(shown.owners.get(socket.inode) ?? []) : '',
  ]
}

function addressText(p: Process, m: InetDiagMessage, { address }: SocketAddress, shown: Shown): string {
  if (typeof address === 'number') {
    const name = shown.resolve && address !== 0 ? nameOfAddress(p, address) : null
    return name ?? formatInet(address)
  }
  if (address === 0n && !m.v6only) return '*'
  return `[${address >> 32n === 0xffffn ? `::ffff:${formatInet(Number(address & 0xffffffffn))}` : formatInet6(address)}]`
}

function portText(p: Process, m: InetDiagMessage, port: number, shown: Shown): string {
  if (port === 0) return '*'
  if (m.protocol === 'raw') return shown.numeric ? String(port) : 'icmp'
  return (shown.numeric ? null : serviceName(p, port, m.protocol)) ?? String(port)
}

function detailsOf(m: InetDiagMessage, shown: Shown): string {
  let text = ''
  if (shown.owners) text += ownersText(shown.owners.get(m.inode) ?? [])
  if (shown.options && m.timer) {
    const retransmits = m.timer.kind === 'timewait' ? 0 : m.retransmits
    text += ` timer:(${m.timer.kind},${timerText(m.timer.left)},${retransmits})`
  }
  if (shown.extended) text += extendedText(m)
  const separator = shown.oneline ? ' ' : '\n\t'
  if (shown.memory || (shown.info && m.protocol === 'tcp')) text += separator
  if (shown.memory)
    text += ` skmem:(r${m.recvQ && m.state !== TCP_LISTEN ? m.recvQ : 0},rb${m.rcvbuf || 131072},t0,tb${m.state === TCP_LISTEN ? 16384 : m.sndbuf},f0,w0,o0,bl0,d0)`
  if (shown.info && m.protocol === 'tcp') text += infoText(m)
  return text
}

function ownersText(owners: readonly SocketOwner[]): string {
  if (owners.length === 0) return ''
  // Found in the order of /proc, each is put before those found earlier. Ref: iproute2 misc/ss.c:user_ent_add()
  return ` users:(${owners
    .toReversed()
    .map(({ command, pid, fd }) => `("${command}",pid=${pid},fd=${fd})`)
    .join(',')})`
}

function extendedText(m: InetDiagMessage): string {
  const way = m.state === TCP_CLOSE && m.protocol === 'tcp' ? '---' : '<->'
  return ` ino:${m.inode} sk:${(m.inode & 0xfff).toString(16)} cgroup:/ ${way}`
}

/** Ref: print_ms_timer() */
function timerText(left: number): string {
  const total = Math.max(Math.floor(left / MILLISECOND), 0)
  let ms = total % 1000
  const allSeconds = Math.floor(total / 1000)
  const minutes = Math.floor(allSeconds / 60)
  let seconds = allSeconds % 60
  let text = ''
  if (minutes > 0) {
    ms = 0
    text += `${minutes}min`
    if (minutes > 9) seconds = 0
  }
  if (seconds > 0) {
    if (seconds > 9) ms = 0
    text += `${seconds}${ms > 0 ? '.' : 'sec'}`
  }
  if (ms > 0) text += `${String(ms).padStart(3, '0')}ms`
  return text
}

function infoText({ info, state }: InetDiagMessage): string {
  if (!info) return state === TCP_LISTEN ? ' cubic cwnd:10' : ''
  const ms = (ns: number): number => Math.floor(ns / MILLISECOND)
  const parts: string[] = []
  const counted = (name: string, value: number): void => {
    if (value > 0) parts.push(`${name}:${value}`)
  }
  if (info.timestamps) parts.push('ts')
  if (info.sack) parts.push('sack')
  parts.push('cubic')
  if (info.wscale) parts.push(`wscale:${info.wscale[0]},${info.wscale[1]}`)
  parts.push(`rto:${ms(info.rto)}`)
  counted('backoff', info.backoff)
  if (info.srtt > 0) parts.push(`rtt:${milliseconds(info.srtt)}/${milliseconds(info.rttvar)}`)
  counted('ato', ms(info.ato))
  parts.push(
    `mss:${info.mss}`,
    `pmtu:${info.pmtu}`,
    `rcvmss:${info.rcvMss}`,
    `advmss:${info.advmss}`,
    `cwnd:${info.cwnd}`,
  )
  if (info.ssthresh !== Infinity) parts.push(`ssthresh:${info.ssthresh}`)
  counted('bytes_sent', info.bytesSent)
  counted('bytes_retrans', info.bytesRetrans)
  counted('bytes_acked', info.bytesAcked)
  counted('bytes_received', info.bytesReceived)
  counted('segs_out', info.segsOut)
  counted('segs_in', info.segsIn)
  counted('data_segs_out', info.dataSegsOut)
  counted('data_segs_in', info.dataSegsIn)
  if (info.srtt > 0) parts.push(`send ${rate(info)}bps`)
  parts.push(
    `lastsnd:${ms(info.lastSent)}`,
    `lastrcv:${ms(info.lastReceived)}`,
    `lastack:${ms(info.lastAck)}`,
  )
  counted('unacked', info.unacked)
  if (info.retrans > 0 || info.totalRetrans > 0) parts.push(`retrans:${info.retrans}/${info.totalRetrans}`)
  parts.push(`rcv_space:${info.rcvSpace}`, `rcv_ssthresh:${info.rcvSsthresh}`)
  if (info.minRtt > 0) parts.push(`minrtt:${milliseconds(info.minRtt)}`)
  parts.push(`snd_wnd:${info.sndWnd}`)
  return ` ${parts.join(' ')}`.replaceAll(/0 $/g, '')
}

/** As printf("%g") has it, of microseconds. */
function milliseconds(ns: number): string {
  return String(Number((Math.floor(ns / MICROSECOND) / 1000).toPrecision(6)))
}

function rate({ cwnd, mss, srtt }: TcpInfo): string {
  return String(Math.floor((cwnd * mss * 8 * SECOND) / srtt))
}
