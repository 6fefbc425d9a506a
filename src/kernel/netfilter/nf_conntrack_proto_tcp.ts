// TCP flows: their states, and whether a segment can belong. The window check is in nf_conntrack_tcp_window.ts.
// Ref: net/netfilter/nf_conntrack_proto_tcp.c
import { SECOND } from '../../sim/clock.ts'
import { IPS_ASSURED, IPS_CONFIRMED, IPS_SEEN_REPLY, type CtTcpState } from '../../uapi/conntrack.ts'
import {
  TCP_ACK,
  TCP_CWR,
  TCP_ECE,
  TCP_FIN,
  TCP_PSH,
  TCP_RST,
  TCP_SYN,
  TCP_URG,
  tcpEndSeq,
  type Tcp,
} from '../../wire/tcp.ts'
import type { Net } from '../core/net.ts'
import type { SkBuff } from '../core/skb.ts'
import { ctDir, ORIGINAL, REPLY, type CtDir, type NfConn, type TcpSeen, type TcpTrack } from './nf_conn.ts'
import {
  nfCtAcct,
  nfCtDelete,
  nfCtRefreshAcct,
  type L4Proto,
  type TrackVerdict,
} from './nf_conntrack_table.ts'
import {
  ackOnly,
  before,
  CLOSE_INIT,
  DATA_UNACKNOWLEDGED,
  MAXACK_SET,
  resetSeen,
  RST_SET,
  SACK_PERM,
  startWindow,
  SYN_SET,
  SYNACK_SET,
  tcpInWindow,
  tcpOptions,
  FIN_SET,
  ACK_SET,
  NONE_SET,
  WINDOW_SCALE,
} from './nf_conntrack_tcp_window.ts'
import { ctOf, type CT_SYSCTLS } from './netns_ct.ts'

/** Of `lastFlags`: a challenge ACK may come (RFC 5961); both ends sent a SYN. */
const EXP_CHALLENGE_ACK = 0x40
const SIMULTANEOUS_OPEN = 0x80

/** States in the order of the columns of TRANSITIONS. */
const STATES: readonly CtTcpState[] = [
  'NONE',
  'SYN_SENT',
  'SYN_RECV',
  'ESTABLISHED',
  'FIN_WAIT',
  'CLOSE_WAIT',
  'LAST_ACK',
  'TIME_WAIT',
  'CLOSE',
  'SYN_SENT2',
]

/**
 * What becomes of each state by a segment of a kind, for each direction; a letter stands for a state, `-` for a segment
 * that cannot be (INVALID), `.` for one that is let through without a change. Ref: tcp_conntracks
 */
const LETTERS = 'NSREFCLTX2'
const TRANSITIONS: readonly (readonly string[])[] = [
  //  NSREFCLTX2
  ['SS.....SS2', '--.......R', '--FFLLLTX-', 'E-EECCTTX-', '-XXXXXXXXX', '----------'],
  ['-2-------2', '-R.......R', '--FFLLLTX-', '-.RECCTTX.', '-XXXXXXXXX', '----------'],
]

const TIMEOUTS: Readonly<Record<CtTcpState, keyof typeof CT_SYSCTLS>> = {
  NONE: 'nf_conntrack_tcp_timeout_syn_sent',
  SYN_SENT: 'nf_conntrack_tcp_timeout_syn_sent',
  SYN_RECV: 'nf_conntrack_tcp_timeout_syn_recv',
  ESTABLISHED: 'nf_conntrack_tcp_timeout_established',
  FIN_WAIT: 'nf_conntrack_tcp_timeout_fin_wait',
  CLOSE_WAIT: 'nf_conntrack_tcp_timeout_close_wait',
  LAST_ACK: 'nf_conntrack_tcp_timeout_last_ack',
  TIME_WAIT: 'nf_conntrack_tcp_timeout_time_wait',
  CLOSE: 'nf_conntrack_tcp_timeout_close',
  SYN_SENT2: 'nf_conntrack_tcp_timeout_syn_sent',
}

/** Ref: get_conntrack_index() */
function indexOf(tcp: Tcp): number {
  if (tcp.flags & TCP_RST) return RST_SET
  if (tcp.flags & TCP_SYN) return tcp.flags & TCP_ACK ? SYNACK_SET : SYN_SET
  if (tcp.flags & TCP_FIN) return FIN_SET
  return tcp.flags & TCP_ACK ? ACK_SET : NONE_SET
}

/** Sets of flags that a TCP sends; PSH, ECE and CWR go with any. Ref: tcp_valid_flags */
const VALID_FLAGS: ReadonlySet<number> = new Set([
  TCP_SYN,
  TCP_SYN | TCP_URG,
  TCP_SYN | TCP_ACK,
  TCP_RST,
  TCP_RST | TCP_ACK,
  TCP_FIN | TCP_ACK,
  TCP_FIN | TCP_ACK | TCP_URG,
  TCP_ACK,
  TCP_ACK | TCP_URG,
])

function nextState(dir: CtDir, index: number, state: CtTcpState): CtTcpState | 'invalid' | 'ignore' {
  const letter = TRANSITIONS[dir]?.[index]?.[STATES.indexOf(state)] ?? '-'
  if (letter === '-') return 'invalid'
  return letter === '.' ? 'ignore' : (STATES[LETTERS.indexOf(letter)] ?? 'invalid')
}

export const tcpProto: L4Proto = { packet: tcpPacket }

/** Ref: nf_conntrack_tcp_packet() */
function tcpPacket(net: Net, ct: NfConn, skb: SkBuff, ctinfo: number): TrackVerdict {
  const { packet } = skb
  if ((packet.kind !== 'ipv4' && packet.kind !== 'ipv6') || packet.payload.kind !== 'tcp') return 'invalid'
  const tcp = packet.payload
  if (!VALID_FLAGS.has(tcp.flags & ~(TCP_ECE | TCP_CWR | TCP_PSH))) return 'invalid'
  if (!(ct.status & IPS_CONFIRMED) && !tcpNew(net, ct, tcp)) return 'invalid'
  const track = ct.tcp
  if (!track) return 'invalid'
  const dir = ctDir(ctinfo)
  const index = indexOf(tcp)
  let old = track.state
  let next = nextState(dir, index, old)
  if (next === 'invalid') return 'invalid'
  if (next === 'SYN_SENT' && (old === 'TIME_WAIT' || old === 'CLOSE')) {
    // A new connection of the same ends (RFC 9293 §3.6.1).
    const closing = (track.seen[0].flags | track.seen[1].flags) & CLOSE_INIT
    if (closing || (track.lastDir === dir && track.lastIndex === RST_SET)) {
      return nfCtDelete(net, ct) ? 'repeat' : 'drop'
    }
    next = 'ignore'
  }
  if (next === 'ignore') {
    if (!answersIgnoredSyn(track, tcp, dir, index)) return ignore(track, tcp, dir, index, old)
    ;[old, next] = ['SYN_SENT', 'SYN_RECV']
    syncWithAnswer(track, dir)
  }
  if (next === 'TIME_WAIT' && challengeAck(track, old, dir, index)) return 'accept'
  if (next === 'SYN_SENT2') track.lastFlags |= SIMULTANEOUS_OPEN
  if (next === 'SYN_RECV' && dir === REPLY && index === ACK_SET && track.lastFlags & SIMULTANEOUS_OPEN) {
    next = 'ESTABLISHED'
  }
  let sure = false
  if (next === 'CLOSE' && index === RST_SET) {
    const reset = checkReset(net, ct, track, tcp, dir, old)
    if (reset === 'invalid') return 'invalid'
    if (reset === 'challenge') next = old
    sure = reset !== 'challenge' && resetOfIgnored(ct, track, tcp, old)
  }
  if (!sure) {
    const said = tcpInWindow(net, track, dir, index, tcp)
    if (said === 'ignore') return 'accept'
    if (said === 'invalid') return 'invalid'
  }
  return inWindow(net, ct, skb, ctinfo, { track, tcp, dir, index, old, next })
}

interface Step {
  readonly track: TcpTrack
  readonly tcp: Tcp
  readonly dir: CtDir
  readonly index: number
  readonly old: CtTcpState
  readonly next: CtTcpState
}

/** The segment belongs: the connection takes its new state, and lives as long as that one may. */
function inWindow(net: Net, ct: NfConn, skb: SkBuff, ctinfo: number, step: Step): TrackVerdict {
  const { track, tcp, dir, index, old, next } = step
  const { sysctls } = ctOf(net)
  track.lastIndex = index
  track.lastDir = dir
  track.state = next
  if (old !== next && next === 'FIN_WAIT') track.seen[dir].flags |= CLOSE_INIT
  let seconds = sysctls[TIMEOUTS[next]]
  const unacknowledged = (track.seen[0].flags | track.seen[1].flags) & DATA_UNACKNOWLEDGED
  if (track.retrans >= sysctls.nf_conntrack_tcp_max_retrans) {
    seconds = Math.min(seconds, sysctls.nf_conntrack_tcp_timeout_max_retrans)
  } else if (index === RST_SET) seconds = sysctls.nf_conntrack_tcp_timeout_close
  else if (unacknowledged) seconds = Math.min(seconds, sysctls.nf_conntrack_tcp_timeout_unacknowledged)
  else if (track.lastWin === 0) seconds = Math.min(seconds, sysctls.nf_conntrack_tcp_timeout_max_retrans)
  if (next !== old) ct.changed = true
  if (!(ct.status & IPS_SEEN_REPLY)) {
    // Nothing but a reset came back: there is no connection.
    if (tcp.flags & TCP_RST) {
      nfCtAcct(ct, skb, ctinfo)
      nfCtDelete(net, ct)
      return 'accept'
    }
    // A SYN sent again does not keep it alive.
    if (index === SYN_SET && old === 'SYN_SENT') {
      if (!(ct.status & IPS_CONFIRMED)) nfCtRefreshAcct(net, ct, skb, ctinfo, ct.timeout)
      return 'accept'
    }
    if (next === 'ESTABLISHED') seconds = Math.min(seconds, sysctls.nf_conntrack_tcp_timeout_unacknowledged)
  } else if (
    !(ct.status & IPS_ASSURED) &&
    (old === 'SYN_RECV' || old === 'ESTABLISHED') &&
    next === 'ESTABLISHED'
  ) {
    ct.status |= IPS_ASSURED
    ct.changed = true
  }
  nfCtRefreshAcct(net, ct, skb, ctinfo, seconds * SECOND)
  return 'accept'
}

/** A connection of which nothing was seen. */
export function makeTcpTrack(state: CtTcpState): TcpTrack {
  return {
    seen: [resetSeen(), resetSeen()],
    state,
    lastDir: ORIGINAL,
    lastIndex: NONE_SET,
    retrans: 0,
    lastSeq: 0,
    lastAck: 0,
    lastEnd: 0,
    lastWin: 0,
    lastWscale: 0,
    lastFlags: 0,
  }
}

/** The first packet of a connection, or the first that is seen of one. Ref: tcp_new() */
function tcpNew(net: Net, ct: NfConn, tcp: Tcp): boolean {
  const first = nextState(ORIGINAL, indexOf(tcp), 'NONE')
  if (first === 'invalid' || first === 'ignore') return false
  const track = makeTcpTrack('NONE')
  if (first !== 'SYN_SENT' && !ctOf(net).sysctls.nf_conntrack_tcp_loose) return false
  startWindow(track, tcp, first === 'SYN_SENT')
  ct.tcp = track
  return true
}

/** A SYN and ACK that fits a SYN which was let through unbelieved: the ends agree, only we did not. */
function answersIgnoredSyn(track: TcpTrack, tcp: Tcp, dir: CtDir, index: number): boolean {
  return (
    index === SYNACK_SET && track.lastIndex === SYN_SET && track.lastDir !== dir && tcp.ack === track.lastEnd
  )
}

function syncWithAnswer(track: TcpTrack, dir: CtDir): void {
  const seen: TcpSeen = track.seen[track.lastDir]
  seen.end = track.lastEnd
  seen.maxend = track.lastEnd
  seen.maxwin = track.lastWin || 1
  seen.scale = track.lastWscale
  track.lastFlags &= ~EXP_CHALLENGE_ACK
  seen.flags = track.lastFlags
  Object.assign(track.seen[dir], resetSeen())
}

/** Let through, and remembered in case the other end takes it for good. */
function ignore(track: TcpTrack, tcp: Tcp, dir: CtDir, index: number, old: CtTcpState): TrackVerdict {
  track.lastIndex = index
  track.lastDir = dir
  track.lastSeq = tcp.seq
  track.lastEnd = tcpEndSeq(tcp)
  track.lastWin = tcp.window
  if (index === SYN_SET && dir === ORIGINAL) {
    const seen = resetSeen()
    tcpOptions(tcp, seen)
    track.lastWscale = seen.flags & WINDOW_SCALE ? seen.scale : 0
    track.lastFlags = seen.flags & (WINDOW_SCALE | SACK_PERM)
    if (old === 'LAST_ACK') track.lastFlags |= EXP_CHALLENGE_ACK
  }
  if (old === 'SYN_SENT' && ackOnly(index) && dir === REPLY) track.lastAck = tcp.ack
  return 'accept'
}

/** An ACK that answers a stray SYN (RFC 5961 §4) and acknowledges no FIN. */
function challengeAck(track: TcpTrack, old: CtTcpState, dir: CtDir, index: number): boolean {
  if (old !== 'LAST_ACK' || index !== ACK_SET || track.lastDir === dir || track.lastIndex !== SYN_SET)
    return false
  if (!(track.lastFlags & EXP_CHALLENGE_ACK)) return false
  track.lastFlags &= ~EXP_CHALLENGE_ACK
  return true
}

function established(ct: NfConn, track: TcpTrack): boolean {
  return track.state === 'ESTABLISHED' && (ct.status & IPS_ASSURED) !== 0
}

/** Whether a reset can be meant. `challenge`: its number is not exact, the connection stands until it is answered. */
function checkReset(
  net: Net,
  ct: NfConn,
  track: TcpTrack,
  tcp: Tcp,
  dir: CtDir,
  old: CtTcpState,
): 'yes' | 'challenge' | 'invalid' {
  const peer: TcpSeen = track.seen[dir === ORIGINAL ? REPLY : ORIGINAL]
  if (!(peer.flags & MAXACK_SET) || old === 'NONE') return 'yes'
  if (tcp.seq === 0 && !established(ct, track)) return 'yes'
  if (before(tcp.seq, peer.maxack) && !ctOf(net).sysctls.nf_conntrack_tcp_ignore_invalid_rst) return 'invalid'
  if (!established(ct, track) || tcp.seq === peer.maxack) return 'yes'
  if (track.lastIndex === ACK_SET && track.lastDir === dir && tcp.seq === track.lastEnd) return 'yes'
  return 'challenge'
}

/** It answers what was let through unbelieved: the window says nothing of it. */
function resetOfIgnored(ct: NfConn, track: TcpTrack, tcp: Tcp, old: CtTcpState): boolean {
  const replied = (ct.status & IPS_SEEN_REPLY) !== 0
  const assured = (ct.status & IPS_ASSURED) !== 0
  const answers = (replied && track.lastIndex === SYN_SET) || (!assured && track.lastIndex === ACK_SET)
  if (answers && tcp.ack === track.lastEnd) return true
  return (
    old === 'SYN_SENT' && track.lastIndex === ACK_SET && track.lastDir === REPLY && tcp.seq === track.lastAck
  )
}
