// IGMP: queries, and reports of versions 1 to 3 (RFC 1112, RFC 2236, RFC 3376).
import { checksum } from './checksum.ts'
import { formatInet, type Inet } from './inet.ts'
import { put16, readInet, u16, u8, writeInet } from './octets.ts'

export const IGMP_HOST_MEMBERSHIP_QUERY = 0x11
export const IGMP_HOST_MEMBERSHIP_REPORT = 0x12
export const IGMPV2_HOST_MEMBERSHIP_REPORT = 0x16
export const IGMP_HOST_LEAVE_MESSAGE = 0x17
export const IGMPV3_HOST_MEMBERSHIP_REPORT = 0x22

/** Group record types (RFC 3376 §4.2.12). */
export const IGMPV3_MODE_IS_EXCLUDE = 2
export const IGMPV3_CHANGE_TO_INCLUDE = 3
export const IGMPV3_CHANGE_TO_EXCLUDE = 4

export const IGMP_ALL_HOSTS: Inet = 0xe0000001
export const IGMP_ALL_ROUTER: Inet = 0xe0000002
export const IGMPV3_ALL_MCR: Inet = 0xe0000016

const HEADER = 8
const QUERY3_HEADER = 12
const RECORD = 8

export interface IgmpQuery {
  readonly kind: 'igmp'
  readonly type: typeof IGMP_HOST_MEMBERSHIP_QUERY
  /** Time to answer in, coded above 127 (RFC 3376 §4.1.1); 0 in version 1. */
  readonly code: number
  /** 0: a general query. */
  readonly group: Inet
  /** What version 3 adds; null in an earlier one. */
  readonly v3: {
    readonly suppress: boolean
    readonly qrv: number
    readonly qqic: number
    readonly sources: readonly Inet[]
  } | null
}

/** A report of version 1 or 2, or a leave. */
export interface IgmpReport {
  readonly kind: 'igmp'
  readonly type:
    | typeof IGMP_HOST_MEMBERSHIP_REPORT
    | typeof IGMPV2_HOST_MEMBERSHIP_REPORT
    | typeof IGMP_HOST_LEAVE_MESSAGE
  readonly group: Inet
}

export interface IgmpRecord {
  /** IGMPV3_*. */
  readonly type: number
  readonly group: Inet
  readonly sources: readonly Inet[]
}

export interface IgmpV3Report {
  readonly kind: 'igmp'
  readonly type: typeof IGMPV3_HOST_MEMBERSHIP_REPORT
  readonly records: readonly IgmpRecord[]
}

export type Igmp = IgmpQuery | IgmpReport | IgmpV3Report

export function igmpLength(igmp: Igmp): number {
  if (igmp.type === IGMPV3_HOST_MEMBERSHIP_REPORT) {
    return igmp.records.reduce((sum, { sources }) => sum + RECORD + 4 * sources.length, HEADER)
  }
  if (igmp.type !== IGMP_HOST_MEMBERSHIP_QUERY || !igmp.v3) return HEADER
  return QUERY3_HEADER + 4 * igmp.v3.sources.length
}

function readSources(bytes: Uint8Array, at: number, count: number): Inet[] {
  return Array.from({ length: count }, (_, i) => readInet(bytes, at + 4 * i))
}

/** null for other types, and for what is cut short or damaged. */
export function parseIgmp(bytes: Uint8Array): Igmp | null {
  if (bytes.length < HEADER || checksum(bytes) !== 0) return null
  const type = u8(bytes, 0)
  const group = readInet(bytes, 4)
  switch (type) {
    case IGMP_HOST_MEMBERSHIP_QUERY: {
      const code = u8(bytes, 1)
      if (bytes.length < QUERY3_HEADER) return { kind: 'igmp', type, code, group, v3: null }
      const count = u16(bytes, 10)
      if (bytes.length < QUERY3_HEADER + 4 * count) return null
      const sources = readSources(bytes, QUERY3_HEADER, count)
      const v3 = { suppress: (u8(bytes, 8) & 8) !== 0, qrv: u8(bytes, 8) & 7, qqic: u8(bytes, 9), sources }
      return { kind: 'igmp', type, code, group, v3 }
    }
    case IGMP_HOST_MEMBERSHIP_REPORT:
    case IGMPV2_HOST_MEMBERSHIP_REPORT:
    case IGMP_HOST_LEAVE_MESSAGE:
      return { kind: 'igmp', type, group }
    case IGMPV3_HOST_MEMBERSHIP_REPORT:
      return parseV3Report(bytes)
    default:
      return null
  }
}

function parseV3Report(bytes: Uint8Array): IgmpV3Report | null {
  const records: IgmpRecord[] = []
  let at = HEADER
  for (let left = u16(bytes, 6); left > 0; left--) {
    const count = u16(bytes, at + 2)
    const end = at + RECORD + 4 * count + 4 * u8(bytes, at + 1)
    if (bytes.length < end) return null
    records.push({
      type: u8(bytes, at),
      group: readInet(bytes, at + 4),
      sources: readSources(bytes, at + RECORD, count),
    })
    at = end
  }
  return { kind: 'igmp', type: IGMPV3_HOST_MEMBERSHIP_REPORT, records }
}

export function emitIgmp(igmp: Igmp): Uint8Array {
  const bytes = new Uint8Array(igmpLength(igmp))
  bytes[0] = igmp.type
  if (igmp.type === IGMPV3_HOST_MEMBERSHIP_REPORT) {
    put16(bytes, 6, igmp.records.length)
    let at = HEADER
    for (const { type, group, sources } of igmp.records) {
      bytes[at] = type
      put16(bytes, at + 2, sources.length)
      writeInet(bytes, at + 4, group)
      for (const [i, source] of sources.entries()) writeInet(bytes, at + RECORD + 4 * i, source)
      at += RECORD + 4 * sources.length
    }
  } else {
    writeInet(bytes, 4, igmp.group)
    if (igmp.type === IGMP_HOST_MEMBERSHIP_QUERY) {
      bytes[1] = igmp.code
      if (igmp.v3) {
        bytes[8] = (igmp.v3.suppress ? 8 : 0) | igmp.v3.qrv
        bytes[9] = igmp.v3.qqic
        put16(bytes, 10, igmp.v3.sources.length)
        for (const [i, source] of igmp.v3.sources.entries()) writeInet(bytes, QUERY3_HEADER + 4 * i, source)
      }
    }
  }
  put16(bytes, 2, checksum(bytes))
  return bytes
}

/** The time a code stands for, in tenths of a second (RFC 3376 §4.1.1). */
export function igmpMaxResp(code: number): number {
  return code < 128 ? code : ((code & 0x0f) | 0x10) << (((code & 0x70) >> 4) + 3)
}

/** What tcpdump prints after the addresses: `igmp v3 report, 1 group record(s)`. */
export function formatIgmp(igmp: Igmp): string {
  switch (igmp.type) {
    case IGMP_HOST_MEMBERSHIP_REPORT:
      return `igmp v1 report ${formatInet(igmp.group)}`
    case IGMPV2_HOST_MEMBERSHIP_REPORT:
      return `igmp v2 report ${formatInet(igmp.group)}`
    case IGMP_HOST_LEAVE_MESSAGE:
      return `igmp leave ${formatInet(igmp.group)}`
    case IGMPV3_HOST_MEMBERSHIP_REPORT:
      return `igmp v3 report, ${igmp.records.length} group record(s)`
    case IGMP_HOST_MEMBERSHIP_QUERY:
      return formatQuery(igmp)
  }
}

function formatQuery({ code, group, v3 }: IgmpQuery): string {
  if (!v3) {
    const version = code === 0 ? '1' : '2'
    const time = code === 0 || code === 100 ? '' : ` [max resp time ${code}]`
    return `igmp query v${version}${time}${group === 0 ? '' : ` [gaddr ${formatInet(group)}]`}`
  }
  const time = code === 100 ? '' : ` [max resp time ${(igmpMaxResp(code) / 10).toFixed(1)}s]`
  if (group === 0) return `igmp query v3${time}`
  const sources = v3.sources.length === 0 ? '' : `, ${v3.sources.length} source(s)`
  return `igmp query v3${time} [gaddr ${formatInet(group)}${sources}]`
}
