// What the kernel tells of its sockets (Ref: include/uapi/linux/inet_diag.h, include/uapi/linux/tcp.h).
import type { SocketAddress, StreamFamily } from './socket.ts'

export type DiagProtocol = 'tcp' | 'udp' | 'raw'

/** Times in nanoseconds. */
export interface TcpInfo {
  readonly wscale: readonly [snd: number, rcv: number] | null
  readonly timestamps: boolean
  readonly sack: boolean
  readonly rto: number
  readonly srtt: number
  readonly rttvar: number
  readonly minRtt: number
  readonly ato: number
  readonly mss: number
  readonly pmtu: number
  readonly rcvMss: number
  readonly advmss: number
  readonly cwnd: number
  /** Infinity: none yet. */
  readonly ssthresh: number
  readonly backoff: number
  readonly bytesSent: number
  readonly bytesRetrans: number
  readonly bytesAcked: number
  readonly bytesReceived: number
  readonly segsOut: number
  readonly segsIn: number
  readonly dataSegsOut: number
  readonly dataSegsIn: number
  readonly unacked: number
  readonly retrans: number
  readonly totalRetrans: number
  readonly rcvSpace: number
  readonly rcvSsthresh: number
  readonly lastSent: number
  readonly lastReceived: number
  readonly lastAck: number
  readonly sndWnd: number
}

export interface InetDiagMessage {
  readonly protocol: DiagProtocol
  readonly family: StreamFamily
  /** TCP_*; a UDP socket is TCP_ESTABLISHED when connected, else TCP_CLOSE. */
  readonly state: number
  readonly local: SocketAddress
  readonly remote: SocketAddress
  /** Device it is bound to. */
  readonly boundIf: number
  readonly v6only: boolean
  /** `left` in nanoseconds. */
  readonly timer: {
    readonly kind: 'on' | 'keepalive' | 'timewait' | 'persist'
    readonly left: number
  } | null
  /** Time-outs in a row. */
  readonly retransmits: number
  /** Of a listener: connections waiting, and how many may. */
  readonly recvQ: number
  readonly sendQ: number
  /** 0: no process has it. */
  readonly inode: number
  readonly mark: number
  readonly rcvbuf: number
  readonly sndbuf: number
  readonly info: TcpInfo | null
}
