// A verdict of a packet filter that ended a packet, and who made what passed it.
import { formatInet } from '../../../wire/inet.ts'
import type { Ipv4 } from '../../../wire/ipv4.ts'
import type { NetnsView } from '../../view.ts'
import type { Words } from '../cause.ts'
import type { Mend } from '../commands.ts'

export interface Judgement {
  readonly netns: NetnsView
  readonly table: string
  readonly chain: string
  /** As iptables-save writes it; null: the chain's policy decided. */
  readonly rule: string | null
  /** All of the chain. */
  readonly rules: readonly string[]
  readonly packet: Ipv4
  /** The bridge that it only crosses; null: it is routed. */
  readonly bridge: string | null
}

export interface Maker {
  /** A sentence of its own. */
  readonly words: Words
  readonly values: Readonly<Record<string, string | number>>
  /** Before those that any rule has. */
  readonly mends: readonly Mend[]
}

/** The narrowest match: ends, protocol and the port that is asked for. */
export function matchOf({ src, dst, payload }: Ipv4): string {
  const ends = `-s ${formatInet(src)} -d ${formatInet(dst)}`
  if (payload.kind === 'icmp') return `${ends} -p icmp`
  if (payload.kind !== 'tcp' && payload.kind !== 'udp') return ends
  const { sport, dport } = payload
  return dport > sport && sport < 1024
    ? `${ends} -p ${payload.kind} --sport ${sport}`
    : `${ends} -p ${payload.kind} --dport ${dport}`
}
