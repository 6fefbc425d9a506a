// Options of what is sent and received. Ref: net/ipv4/tcp_output.c:tcp_syn_options(), tcp_established_options()
import { MILLISECOND } from '../../sim/clock.ts'
import type { Tcp, TcpOption } from '../../wire/tcp.ts'
import type { Net } from '../core/net.ts'
import type { TcpSock } from './tcp_sock.ts'

interface SynOptions {
  readonly mss: number
  readonly sack: boolean
  readonly tstamp: TcpOption | null
  readonly wscale: number | null
}

const NOP: TcpOption = { kind: 'nop' }

/** What a connection's clock shows: milliseconds from a start of its own (Ref: tcp_time_stamp_ts()). */
export function timestampNow(net: Net, offset: number): number {
  return (Math.floor(net.stack.clock.now / MILLISECOND) + offset) >>> 0
}

export function timestamp(net: Net, offset: number, echo: number): TcpOption {
  return { kind: 'timestamp', value: timestampNow(net, offset), echo }
}

/** In Linux's order. Ref: tcp_options_write() */
export function synOptions({ mss, sack, tstamp, wscale }: SynOptions): TcpOption[] {
  const options: TcpOption[] = [{ kind: 'mss', value: mss }]
  if (tstamp) options.push(...(sack ? [] : [NOP, NOP]))
  else if (sack) options.push(NOP, NOP)
  if (sack) options.push({ kind: 'sackOK' })
  if (tstamp) options.push(tstamp)
  if (wscale !== null) options.push(NOP, { kind: 'wscale', value: wscale })
  return options
}

export function establishedOptions(sk: TcpSock): TcpOption[] {
  const options: TcpOption[] = []
  if (sk.tstampOk) options.push(NOP, NOP, timestamp(sk.net, sk.tsOffset, sk.tsRecent))
  const blocks = sk.sackBlocks.slice(0, sk.tstampOk ? 3 : 4)
  if (blocks.length > 0) options.push(NOP, NOP, { kind: 'sack', blocks })
  return options
}

/** What a segment's options say. */
export interface OptionsReceived {
  readonly mss: number | null
  readonly wscale: number | null
  readonly sackOk: boolean
  readonly tstamp: { readonly value: number; readonly echo: number } | null
}

export function optionsReceived(tcp: Tcp): OptionsReceived {
  let mss: number | null = null
  let wscale: number | null = null
  let sackOk = false
  let tstamp: OptionsReceived['tstamp'] = null
  for (const option of tcp.options) {
    if (option.kind === 'mss') mss = option.value
    // More than 14 is read as 14 (RFC 7323 §2.3).
    else if (option.kind === 'wscale') wscale = Math.min(option.value, 14)
    else if (option.kind === 'sackOK') sackOk = true
    else if (option.kind === 'timestamp') tstamp = option
  }
  return { mss, wscale, sackOk, tstamp }
}
