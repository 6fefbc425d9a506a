// How much this end lets the other send. Ref: net/ipv4/tcp_output.c:tcp_select_window(), tcp_select_initial_window()
import type { Net } from '../core/net.ts'
import { tcpOf } from './netns_tcp.ts'
import { seqAdd, seqDiff, type TcpSock } from './tcp_sock.ts'

interface InitialWindow {
  readonly window: number
  readonly clamp: number
  readonly wscale: number
}

/** Half of a receive buffer is for its book-keeping. Ref: tcp_win_from_space(), TCP_DEFAULT_SCALING_RATIO */
function windowFromSpace(space: number): number {
  return space >>> 1
}

/** `mss`: the payload of a segment, options taken off where the other end uses them. */
export function selectInitialWindow(net: Net, mss: number): InitialWindow {
  const { rmem, sysctls } = tcpOf(net)
  const space = windowFromSpace(rmem[1])
  const window = space > mss ? Math.floor(space / mss) * mss : space
  const wscale = Math.min(Math.max(31 - Math.clz32(rmem[2]) - 15, 0), 14)
  if (!sysctls.tcp_window_scaling) return { window: Math.min(window, 65535), clamp: 65535, wscale: 0 }
  return { window, clamp: 65535 * 2 ** wscale, wscale }
}

/** The window to announce, as it stands in the header. */
export function selectWindow(sk: TcpSock): number {
  const current = Math.max(seqDiff(seqAdd(sk.rcvWup, sk.rcvWnd), sk.rcvNxt), 0)
  const unit = 2 ** sk.rcvWscale
  let window = newWindow(sk, unit)
  // What was offered is not taken back (RFC 9293 §3.8.6.2.2).
  if (window < current) window = Math.ceil(current / unit) * unit
  sk.rcvWnd = window
  sk.rcvWup = sk.rcvNxt
  return Math.min(window, 65535 * unit) / unit
}

/** Octets a receive buffer of this connection takes when empty. */
function fullSpace(sk: TcpSock): number {
  return Math.min(sk.windowClamp, sk.rcvSpace)
}

/** Ref: __tcp_select_window() */
function newWindow(sk: TcpSock, unit: number): number {
  const full = fullSpace(sk)
  const mss = Math.min(sk.rcvMss, full)
  let free = Math.max(full - sk.received, 0)
  if (free < full / 2) sk.quick = 0
  free = Math.floor(free / unit) * unit
  if (free < full >>> 4 || free < mss) return 0
  free = Math.min(free, sk.rcvSsthresh)
  if (unit > 1) return Math.ceil(free / unit) * unit
  return sk.rcvWnd <= free - mss || sk.rcvWnd > free ? Math.floor(free / mss) * mss : sk.rcvWnd
}

/** Whoever reads fast is let have more. Ref: tcp_rcv_space_adjust(), tcp_grow_window() */
export function growWindow(sk: TcpSock, length: number): void {
  if (length < 128) return
  const room = fullSpace(sk) - sk.received - sk.rcvSsthresh
  if (room > 0) sk.rcvSsthresh += Math.min(room, 2 * sk.advmss)
}

/** Called as a program reads: what it took in a round trip is what fits twice. */
export function adjustReceiveSpace(sk: TcpSock, taken: number): void {
  const { now } = sk.net.stack.clock
  sk.rcvTaken += taken
  if (now - sk.rcvTakenSince < Math.max(sk.srtt, 1)) return
  const most = windowFromSpace(tcpOf(sk.net).rmem[2])
  const wanted = Math.min(sk.rcvTaken * 2 + 16 * sk.advmss, most)
  if (sk.rcvTaken > sk.rcvSpace / 2 && wanted > sk.rcvSpace) sk.rcvSpace = wanted
  sk.rcvTaken = 0
  sk.rcvTakenSince = now
}
