// Whether a TCP segment lies where its receiver can expect it. Each end is known by what it sent: the highest octet
// (`end`), how far it may send (`maxend`), the widest window it offered (`maxwin`).
// Ref: net/netfilter/nf_conntrack_proto_tcp.c:tcp_in_window()
import { TCP_ACK, TCP_RST, TCP_SYN, tcpEndSeq, type Tcp } from '../../wire/tcp.ts'
import type { Net } from '../core/net.ts'
import { ORIGINAL, REPLY, type CtDir, type TcpSeen, type TcpTrack } from './nf_conn.ts'
import { ctOf } from './netns_ct.ts'

// Kinds of segment (TCP_*_SET).
export const SYN_SET = 0
export const SYNACK_SET = 1
export const FIN_SET = 2
export const ACK_SET = 3
export const RST_SET = 4
export const NONE_SET = 5

export function ackOnly(index: number): boolean {
  return index === ACK_SET
}

// IP_CT_TCP_FLAG_*
export const WINDOW_SCALE = 0x01
export const SACK_PERM = 0x02
export const CLOSE_INIT = 0x04
const BE_LIBERAL = 0x08
export const DATA_UNACKNOWLEDGED = 0x10
export const MAXACK_SET = 0x20

/** The shortest reach back of an acknowledgement that is taken. */
const MAXACKWINCONST = 66000

export function before(a: number, b: number): boolean {
  return ((a - b) | 0) < 0
}

function after(a: number, b: number): boolean {
  return before(b, a)
}

export function resetSeen(): TcpSeen {
  return { end: 0, maxend: 0, maxwin: 0, maxack: 0, scale: 0, flags: 0 }
}

/** Ref: tcp_options() */
export function tcpOptions(tcp: Tcp, seen: TcpSeen): void {
  seen.scale = 0
  seen.flags &= BE_LIBERAL
  for (const option of tcp.options) {
    if (option.kind === 'sackOK') seen.flags |= SACK_PERM
    if (option.kind !== 'wscale') continue
    seen.scale = Math.min(option.value, 14)
    seen.flags |= WINDOW_SCALE
  }
}

/** What the first segment says of the ends; from the middle of a connection nothing is taken exactly. Ref: tcp_new() */
export function startWindow(track: TcpTrack, tcp: Tcp, syn: boolean): void {
  const [sender, receiver] = track.seen
  sender.end = tcpEndSeq(tcp)
  sender.maxwin = tcp.window || 1
  if (syn) {
    sender.maxend = sender.end
    tcpOptions(tcp, sender)
    return
  }
  sender.maxend = (sender.end + sender.maxwin) >>> 0
  // Nobody saw the scales of these windows.
  sender.flags |= SACK_PERM | BE_LIBERAL
  receiver.flags |= SACK_PERM | BE_LIBERAL
}

function highestSack(tcp: Tcp, ack: number): number {
  let sack = ack
  for (const option of tcp.options) {
    if (option.kind !== 'sack') continue
    for (const [, right] of option.blocks) if (after(right, sack)) sack = right
  }
  return sack
}

/** `ignore`: it may be old, and changes nothing. */
export function tcpInWindow(
  net: Net,
  track: TcpTrack,
  dir: CtDir,
  index: number,
  tcp: Tcp,
): 'accept' | 'ignore' | 'invalid' {
  const sender: TcpSeen = track.seen[dir]
  const receiver: TcpSeen = track.seen[dir === ORIGINAL ? REPLY : ORIGINAL]
  const syn = (tcp.flags & TCP_SYN) !== 0
  const rst = (tcp.flags & TCP_RST) !== 0
  let { seq, ack, window: win } = tcp
  let end = tcpEndSeq(tcp)
  let sack = receiver.flags & SACK_PERM ? highestSack(tcp, ack) : ack
  const first = sender.maxwin === 0
  if (first) {
    beginSender(track, sender, receiver, tcp, end, sack)
    if (syn && !(tcp.flags & TCP_ACK)) return 'accept' // a simultaneous open
  } else if (reinitialised(track, dir) && after(end, sender.end)) {
    sender.end = end
    sender.maxend = end
    sender.maxwin = win || 1
    tcpOptions(tcp, sender)
  }
  if (!(tcp.flags & TCP_ACK) || (rst && ack === 0)) {
    ack = receiver.end
    sack = receiver.end
  }
  if (seq === end && (!rst || (seq === 0 && track.state === 'SYN_SENT'))) {
    seq = sender.end
    end = sender.end
  }
  const liberal = (): boolean =>
    (sender.flags & BE_LIBERAL) !== 0 || ctOf(net).sysctls.nf_conntrack_tcp_be_liberal !== 0
  if (!before(seq, (sender.maxend + 1) | 0)) {
    const overshot = (end - sender.maxend + 1) >>> 0
    const fits = overshot <= sender.maxwin && before(sack, (receiver.end + 1) | 0)
    sender.end = end
    sender.flags |= DATA_UNACKNOWLEDGED
    if (liberal()) return 'accept'
    return fits ? 'ignore' : 'invalid'
  }
  if (!before(sack, (receiver.end + 1) | 0)) return liberal() ? 'accept' : 'invalid'
  const inReceiveWindow = receiver.maxwin === 0 || after(end, (sender.end - receiver.maxwin - 1) | 0)
  if (!inReceiveWindow) return liberal() ? 'accept' : 'ignore'
  if (!after(sack, (receiver.end - Math.max(sender.maxwin, MAXACKWINCONST) - 1) | 0)) {
    return liberal() ? 'accept' : 'ignore'
  }
  if (!syn) win *= 2 ** sender.scale
  advance(sender, receiver, { tcp, end, ack, sack, win })
  if (index === ACK_SET) checkRetransmission(track, dir, seq, ack, end, win)
  return 'accept'
}

/** The first segment of an end. */
function beginSender(
  track: TcpTrack,
  sender: TcpSeen,
  receiver: TcpSeen,
  tcp: Tcp,
  end: number,
  sack: number,
): void {
  const { window: win } = tcp
  if (tcp.flags & TCP_SYN) {
    sender.end = end
    sender.maxend = end
    sender.maxwin = win || 1
    tcpOptions(tcp, sender)
    // Both ends scale, or neither (RFC 7323 §2.2).
    if (!(sender.flags & receiver.flags & WINDOW_SCALE)) {
      sender.scale = 0
      receiver.scale = 0
    }
    return
  }
  sender.end = end
  sender.maxwin = win * 2 ** sender.scale || 1
  sender.maxend = (end + sender.maxwin) >>> 0
  if (receiver.maxwin === 0) {
    receiver.end = sack
    receiver.maxend = sack
  } else if (sack === (receiver.end + 1) >>> 0) {
    // A keep-alive's octet was not counted.
    receiver.end = (receiver.end + 1) >>> 0
  }
}

/** A handshake begun anew with later numbers (RFC 9293 §3.4.3). */
function reinitialised(track: TcpTrack, dir: CtDir): boolean {
  return (track.state === 'SYN_SENT' && dir === ORIGINAL) || (track.state === 'SYN_RECV' && dir === REPLY)
}

interface Segment {
  readonly tcp: Tcp
  readonly end: number
  readonly ack: number
  readonly sack: number
  /** Scaled. */
  readonly win: number
}

function advance(sender: TcpSeen, receiver: TcpSeen, { tcp, end, ack, sack, win }: Segment): void {
  const wide = win + ((sack - ack) >>> 0)
  if (sender.maxwin < wide) sender.maxwin = wide
  if (after(end, sender.end)) {
    sender.end = end
    sender.flags |= DATA_UNACKNOWLEDGED
  }
  if (tcp.flags & TCP_ACK && (!(sender.flags & MAXACK_SET) || after(ack, sender.maxack))) {
    sender.maxack = ack
    sender.flags |= MAXACK_SET
  }
  if (receiver.maxwin !== 0 && after(end, sender.maxend)) receiver.maxwin += (end - sender.maxend) >>> 0
  if (after(sack + win, (receiver.maxend - 1) | 0)) {
    receiver.maxend = (sack + win + (win === 0 ? 1 : 0)) >>> 0
  }
  if (ack === receiver.end) receiver.flags &= ~DATA_UNACKNOWLEDGED
}

function checkRetransmission(
  track: TcpTrack,
  dir: CtDir,
  seq: number,
  ack: number,
  end: number,
  win: number,
): void {
  const again =
    track.lastDir === dir &&
    track.lastSeq === seq &&
    track.lastAck === ack &&
    track.lastEnd === end &&
    track.lastWin === win
  if (again) {
    track.retrans++
    return
  }
  track.lastDir = dir
  track.lastSeq = seq
  track.lastAck = ack
  track.lastEnd = end
  track.lastWin = win
  track.retrans = 0
}
