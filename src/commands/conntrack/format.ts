// Flows as lines. Ref: libnetfilter_conntrack src/conntrack/snprintf_default.c
import {
  IPS_ASSURED,
  IPS_SEEN_REPLY,
  type CtCounters,
  type CtEntry,
  type CtTuple,
} from '../../uapi/conntrack.ts'
import { formatAddress } from '../../wire/inet6.ts'

const PROTOCOLS: Readonly<Record<number, string>> = {
  1: 'icmp',
  6: 'tcp',
  17: 'udp',
  33: 'dccp',
  47: 'gre',
  58: 'icmpv6',
  132: 'sctp',
  136: 'udplite',
}

export function protocolName(number: number): string {
  return PROTOCOLS[number] ?? 'unknown'
}

export function hasPorts({ protocol }: CtTuple): boolean {
  return protocol === 6 || protocol === 17 || protocol === 33 || protocol === 132 || protocol === 136
}

/** What else is to be printed (`-o`). */
export interface LineOptions {
  readonly extended: boolean
  readonly id: boolean
}

function tupleText(tuple: CtTuple): string {
  const ends = `src=${formatAddress(tuple.src)} dst=${formatAddress(tuple.dst)} `
  if (tuple.icmp) return `${ends}type=${tuple.icmp.type} code=${tuple.icmp.code} id=${tuple.icmp.id} `
  if (tuple.protocol === 47)
    return `${ends}srckey=0x${tuple.sport.toString(16)} dstkey=0x${tuple.dport.toString(16)} `
  return hasPorts(tuple) ? `${ends}sport=${tuple.sport} dport=${tuple.dport} ` : ends
}

function countersText(counters: CtCounters | undefined): string {
  return counters ? `packets=${counters.packets} bytes=${counters.bytes} ` : ''
}

function headText({ orig, timeout, tcpState }: CtEntry, extended: boolean): string {
  const family = orig.family === 2 ? 'ipv4     2 ' : 'ipv6     10 '
  const name = protocolName(orig.protocol).padEnd(8)
  const state = tcpState ? `${tcpState} ` : ''
  return `${extended ? family : ''}${name} ${orig.protocol} ${timeout} ${state}`
}

function flowText(entry: CtEntry, extended: boolean): string {
  const { orig, reply, status, acct } = entry
  return [
    headText(entry, extended),
    tupleText(orig),
    countersText(acct?.orig),
    status & IPS_SEEN_REPLY ? '' : '[UNREPLIED] ',
    tupleText(reply),
    countersText(acct?.reply),
    status & IPS_ASSURED ? '[ASSURED] ' : '',
  ].join('')
}

/** One entry of the table, without a newline. `use`: one more while somebody holds it. */
export function formatEntry(entry: CtEntry, { extended, id }: LineOptions, use = entry.use): string {
  const zone = entry.zone === 0 ? '' : ` zone=${entry.zone}`
  const number = id ? ` id=${entry.id}` : ''
  return `${flowText(entry, extended)}mark=${entry.mark}${zone} use=${use}${number}`
}

const KINDS = { NEW: '    [NEW]', UPDATE: ' [UPDATE]', DESTROY: '[DESTROY]' } as const

/** One event: what is 0 is left out, but the mark of a flow that a program made. */
export function formatEvent(
  kind: keyof typeof KINDS,
  entry: CtEntry,
  { extended, id }: LineOptions,
  byProgram: boolean,
): string {
  const mark = entry.mark === 0 && !(byProgram && kind === 'NEW') ? '' : `mark=${entry.mark} `
  const zone = entry.zone === 0 ? '' : `zone=${entry.zone} `
  const number = id ? `id=${entry.id} ` : ''
  return `${KINDS[kind]} ${flowText(entry, extended)}${mark}${zone}${number}`.trimEnd()
}
