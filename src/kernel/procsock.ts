// Sockets in /proc/net: tcp, udp, raw, of both families. Ref: net/ipv4/tcp_ipv4.c:tcp4_seq_show(), net/ipv4/udp.c
import { SECOND } from '../sim/clock.ts'
import type { StreamFamily } from '../uapi/socket.ts'
import type { DiagProtocol, InetDiagMessage } from '../uapi/sock_diag.ts'
import { TCP_ESTABLISHED, TCP_LISTEN, TCP_TIME_WAIT } from '../uapi/tcp.ts'
import type { Net } from './core/net.ts'
import { inetDiag } from './transport/inet_diag.ts'

const TITLES4 = 'local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode'
const TITLES6 =
  'local_address                         remote_address                        st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode'
/** Width that the lines of the IPv4 tables are padded to. */
const TCP4_WIDTH = 149
const UDP4_WIDTH = 127

export function procSockets(net: Net, protocol: DiagProtocol, family: StreamFamily): string {
  const messages = inetDiag(net, protocol).filter((m) => m.family === family)
  const stream = protocol === 'tcp'
  const more = stream ? '' : ' ref pointer drops'
  const four = family === 'inet'
  const header = `  sl  ${four ? TITLES4 : TITLES6}${more}`
  const width = !four ? 0 : stream ? TCP4_WIDTH : protocol === 'udp' ? UDP4_WIDTH : 0
  const lines = messages.map((m, i) => (stream ? tcpLine(m, i) : datagramLine(m)))
  const first = !stream && four && protocol === 'udp' ? header.replace('  sl', '   sl') : header
  return [first, ...lines].map((line) => `${line.padEnd(width)}\n`).join('')
}

function hex(value: number, width: number): string {
  return value.toString(16).toUpperCase().padStart(width, '0')
}

/** Each 32-bit word in memory order, as a little-endian machine prints it. */
function addressText(address: number | bigint): string {
  const words = typeof address === 'number' ? [BigInt(address)] : [96n, 64n, 32n, 0n].map((s) => address >> s)
  return words
    .map((word) => {
      const w = Number(word & 0xffffffffn)
      return hex((((w & 255) << 24) | ((w & 0xff00) << 8) | ((w >>> 8) & 0xff00) | (w >>> 24)) >>> 0, 8)
    })
    .join('')
}

function ends(m: InetDiagMessage): string {
  const end = ({ address, port }: InetDiagMessage['local']): string =>
    `${addressText(address)}:${hex(port, 4)}`
  return `${end(m.local)} ${end(m.remote)} ${hex(m.state, 2)}`
}

const TIMERS = { on: 1, keepalive: 2, timewait: 3, persist: 4 } as const

/** Hundredths of a second (USER_HZ). */
function ticks(ns: number): number {
  return Math.max(Math.floor(ns / (SECOND / 100)), 0)
}

function tcpLine(m: InetDiagMessage, slot: number): string {
  const timer = m.timer ? `${hex(TIMERS[m.timer.kind], 2)}:${hex(ticks(m.timer.left), 8)}` : '00:00000000'
  const queues =
    m.state === TCP_LISTEN ? `00000000:${hex(m.recvQ, 8)}` : `${hex(m.sendQ, 8)}:${hex(m.recvQ, 8)}`
  const start = `${String(slot).padStart(4)}: ${ends(m)} ${queues} ${timer} ${hex(m.retransmits, 8)}`
  const kernel = pointer(m)
  if (m.state === TCP_TIME_WAIT) return `${start.slice(0, -8)}00000000     0        0 0 3 ${kernel}`
  const tail = `${'0'.padStart(5)} ${'0'.padStart(8)} ${m.inode}`
  if (m.inode === 0 && !m.info) return `${start} ${tail} 1 ${kernel}`
  const info = m.info
  if (!info) return `${start} ${tail} 1 ${kernel} 100 0 0 10 0`
  const ssthresh = info.ssthresh === Infinity ? -1 : info.ssthresh
  const references = m.state === TCP_ESTABLISHED && m.timer ? 2 : 1
  const rto = ticks(info.rto)
  return `${start} ${tail} ${references} ${kernel} ${rto} ${ticks(info.ato)} 0 ${info.cwnd} ${ssthresh}`
}

function datagramLine(m: InetDiagMessage): string {
  const slot = String(m.local.port === 1 ? 1 : (m.local.port * 7) % 8192).padStart(5)
  return `${slot}: ${ends(m)} ${hex(m.sendQ, 8)}:${hex(m.recvQ, 8)} 00:00000000 00000000 ${'0'.padStart(5)} ${'0'.padStart(8)} ${m.inode} 2 ${pointer(m)} 0`
}

/** The kernel prints a hash of where the socket is in memory. */
function pointer(m: InetDiagMessage): string {
  const hash = Math.imul(m.inode + m.local.port * 65537 + m.remote.port + 1, 0x9e3779b1) >>> 0
  return hash.toString(16).padStart(16, '0')
}
