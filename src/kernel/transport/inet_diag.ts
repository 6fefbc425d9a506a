// Sockets as ss and /proc/net tell of them. Ref: net/ipv4/inet_diag.c, net/ipv4/tcp_diag.c
import type { DiagProtocol, InetDiagMessage, TcpInfo } from '../../uapi/sock_diag.ts'
import { TCP_CLOSE, TCP_ESTABLISHED, TCP_LISTEN, TCP_SYN_RECV } from '../../uapi/tcp.ts'
import type { StreamFamily } from '../../uapi/socket.ts'
import type { Net } from '../core/net.ts'
import { ipv4Of } from '../ipv4/netns_ipv4.ts'
import { ipv6Of } from '../ipv6/netns_ipv6.ts'
import type { Datagram6 } from './datagram6.ts'
import { tcpOf } from './netns_tcp.ts'
import { RawSocket } from './raw.ts'
import { RawSocket6 } from './raw6.ts'
import { shownAddress } from './tcp.ts'
import { packetsInFlight } from './tcp_output.ts'
import { seqDiff, type Endpoint, type TcpRequest, type TcpSock, type TcpTimewait } from './tcp_sock.ts'
import { UdpSock } from './udp.ts'
import { UdpSock6 } from './udp6.ts'

/** SO_RCVBUF and SO_SNDBUF of a datagram socket (net.core.rmem_default, wmem_default). */
const DATAGRAM_BUFFER = 212992

export function inetDiag(net: Net, protocol: DiagProtocol): InetDiagMessage[] {
  if (protocol === 'tcp') return tcpDiag(net)
  if (protocol === 'udp') return udpDiag(net)
  return rawDiag(net)
}

/** Listeners, then what is bound and not connected, then connections. Ref: inet_diag_dump_icsk() */
function tcpDiag(net: Net): InetDiagMessage[] {
  const { listening, established } = tcpOf(net)
  const messages: InetDiagMessage[] = []
  for (const sks of listening.values()) for (const sk of sks) messages.push(sockMessage(sk))
  const ends = [...established.values()].flat()
  for (const end of ends) messages.push(endMessage(end))
  return messages
}

function endMessage(end: Endpoint): InetDiagMessage {
  if (end.kind === 'sock') return sockMessage(end)
  return end.kind === 'timewait' ? timewaitMessage(end) : requestMessage(end)
}

function addresses(
  end: Endpoint,
  family: StreamFamily,
): Pick<InetDiagMessage, 'local' | 'remote' | 'family'> {
  return {
    family,
    local: { address: shownAddress(family, end.saddr), port: end.sport },
    remote: { address: shownAddress(family, end.daddr), port: end.dport },
  }
}

const PLAIN = {
  v6only: false,
  retransmits: 0,
  recvQ: 0,
  sendQ: 0,
  inode: 0,
  rcvbuf: 0,
  sndbuf: 0,
  info: null,
} as const

function timewaitMessage(tw: TcpTimewait): InetDiagMessage {
  const left = tw.expires - tw.net.stack.clock.now
  return {
    ...PLAIN,
    ...addresses(tw, tw.family),
    protocol: 'tcp',
    state: tw.substate,
    boundIf: tw.boundIf,
    timer: { kind: 'timewait', left },
    mark: tw.mark,
  }
}

function requestMessage(req: TcpRequest): InetDiagMessage {
  const { clock } = req.net.stack
  const due = req.born + 1e9 * (2 ** (req.retransmits + 1) - 1)
  return {
    ...PLAIN,
    ...addresses(req, req.listener.family),
    protocol: 'tcp',
    state: TCP_SYN_RECV,
    boundIf: req.boundIf,
    timer: { kind: 'on', left: Math.max(due - clock.now, 0) },
    retransmits: req.retransmits,
    mark: req.mark,
  }
}

function timerOf(sk: TcpSock): InetDiagMessage['timer'] {
  const { now } = sk.net.stack.clock
  if (sk.rtxKind !== null) {
    return { kind: sk.rtxKind === 'probe' ? 'persist' : 'on', left: Math.max(sk.rtxExpires - now, 0) }
  }
  return sk.keepalive ? { kind: 'keepalive', left: sk.keepaliveExpires - now } : null
}

function sockMessage(sk: TcpSock): InetDiagMessage {
  const listens = sk.state === TCP_LISTEN
  return {
    ...addresses(sk, sk.family),
    protocol: 'tcp',
    state: sk.state,
    boundIf: sk.boundIf,
    v6only: sk.options.v6only || (typeof sk.boundAddress === 'bigint' && sk.boundAddress !== 0n),
    timer: timerOf(sk),
    retransmits: sk.rtxKind === 'probe' ? sk.probes : sk.retransmits,
    recvQ: listens ? sk.acceptQueue.length : sk.received + (sk.finReceived ? 1 : 0),
    sendQ: listens ? sk.backlog : seqDiff(sk.sndNxt, sk.sndUna) + sk.unsentBytes + (sk.finQueued ? 1 : 0),
    inode: sk.inode,
    mark: sk.options.mark,
    rcvbuf: tcpOf(sk.net).rmem[1],
    sndbuf: sk.sndbuf,
    info: listens ? null : tcpInfo(sk),
  }
}

/** Ref: net/ipv4/tcp.c:tcp_get_info() */
function tcpInfo(sk: TcpSock): TcpInfo {
  const { now } = sk.net.stack.clock
  return {
    wscale: sk.wscaleOk ? [sk.sndWscale, sk.rcvWscale] : null,
    timestamps: sk.tstampOk,
    sack: sk.sackOk,
    rto: sk.rto,
    srtt: sk.srtt,
    rttvar: sk.mdev,
    minRtt: sk.minRtt,
    ato: sk.ato,
    mss: sk.mssCache,
    pmtu: sk.pmtu,
    rcvMss: sk.rcvMss,
    advmss: sk.advmss - (sk.tstampOk ? 12 : 0),
    cwnd: sk.cwnd,
    ssthresh: sk.ssthresh === 0x7fffffff ? Infinity : sk.ssthresh,
    backoff: sk.backoff,
    bytesSent: sk.bytesSent,
    bytesRetrans: sk.bytesRetrans,
    bytesAcked: sk.bytesAcked,
    bytesReceived: sk.bytesReceived,
    segsOut: sk.segsOut,
    segsIn: sk.segsIn,
    dataSegsOut: sk.dataSegsOut,
    dataSegsIn: sk.dataSegsIn,
    unacked: packetsInFlight(sk),
    retrans: sk.rtxQueue.filter((seg) => seg.retrans > 0).length,
    totalRetrans: sk.totalRetrans,
    rcvSpace: sk.advmss * 10,
    rcvSsthresh: sk.rcvSsthresh,
    lastSent: now - (sk.lastSent || sk.born),
    lastReceived: now - (sk.lastReceived || sk.born),
    lastAck: now - sk.lastAck,
    sndWnd: sk.sndWnd,
  }
}

/** By port, as the table of hashes is walked. */
function udpDiag(net: Net): InetDiagMessage[] {
  const messages: InetDiagMessage[] = []
  for (const sinks of ipv4Of(net).sockets.udp.values()) {
    for (const sink of sinks) {
      if (sink.mapped) continue
      // A socket of the kernel's own, as a VXLAN device has, is bound and no more.
      const sock = sink instanceof UdpSock ? sink : null
      messages.push({
        ...PLAIN,
        protocol: 'udp',
        family: 'inet',
        state: sink.remoteAddress === 0 ? TCP_CLOSE : TCP_ESTABLISHED,
        local: sock?.local ?? { address: sink.boundAddress, port: sink.port },
        remote: { address: sink.remoteAddress, port: sink.remotePort },
        boundIf: net.byName.get(sink.boundDevice ?? '')?.index ?? 0,
        timer: null,
        recvQ: sock?.queued ?? 0,
        inode: sock?.inode ?? 0,
        mark: sock?.options.mark ?? 0,
        rcvbuf: DATAGRAM_BUFFER,
        sndbuf: DATAGRAM_BUFFER,
      })
    }
  }
  for (const sinks of ipv6Of(net).sockets.udp.values()) {
    for (const sink of sinks) if (sink instanceof UdpSock6) messages.push(udp6Message(sink))
  }
  return messages.sort((a, b) => a.local.port - b.local.port)
}

function udp6Message(sock: UdpSock6): InetDiagMessage {
  const { address, port } = sock.local
  return {
    ...datagram6(sock),
    protocol: 'udp',
    local: { address, port },
    v6only: sock.v6only,
    recvQ: sock.queued,
  }
}

function datagram6(sock: Datagram6): Omit<InetDiagMessage, 'protocol' | 'local'> {
  return {
    ...PLAIN,
    family: 'inet6',
    state: sock.remoteAddress === 0n ? TCP_CLOSE : TCP_ESTABLISHED,
    remote: { address: sock.remoteAddress, port: sock.remotePort },
    boundIf: sock.boundIndex,
    timer: null,
    inode: sock.inode,
    mark: sock.options.mark,
    rcvbuf: DATAGRAM_BUFFER,
    sndbuf: DATAGRAM_BUFFER,
  }
}

function rawDiag(net: Net): InetDiagMessage[] {
  const messages: InetDiagMessage[] = []
  for (const sock of ipv4Of(net).sockets.raw) {
    if (!(sock instanceof RawSocket)) continue
    messages.push({
      ...PLAIN,
      protocol: 'raw',
      family: 'inet',
      state: sock.remoteAddress === 0 ? TCP_CLOSE : TCP_ESTABLISHED,
      local: { address: sock.source, port: 1 },
      remote: { address: sock.remoteAddress, port: 0 },
      boundIf: net.byName.get(sock.boundDevice ?? '')?.index ?? 0,
      timer: null,
      inode: sock.inode,
      mark: sock.options.mark,
      rcvbuf: DATAGRAM_BUFFER,
      sndbuf: DATAGRAM_BUFFER,
    })
  }
  for (const sock of ipv6Of(net).sockets.raw) {
    if (!(sock instanceof RawSocket6)) continue
    messages.push({ ...datagram6(sock), protocol: 'raw', local: { address: sock.source, port: 58 } })
  }
  return messages
}
