// Counters of a device (-s), as `ip -s link` and `ip -s addr` write them.
import type { LinkMessage } from '../../uapi/rtnetlink.ts'
import type { IpContext } from './context.ts'

const COLUMNS: readonly string[] = [
  '*X errors:',
  'packets',
  'errors',
  'dropped',
  'heartbt',
  'overrun',
  'compressed',
]

function widths(ctx: IpContext, rows: readonly (readonly number[])[]): number[] {
  return COLUMNS.map((title, i) => {
    const digits = ctx.options.human ? [] : rows.map((row) => String(row[i] ?? 0).length)
    return Math.max(title.length, ...digits)
  })
}

const PREFIXES = 'kMGTPE'

/** `1234` or, under -h, `1.23k`, under -iec `1.21Ki`. */
function formatCount(ctx: IpContext, count: number): string {
  const base = ctx.options.iec ? 1024 : 1000
  if (!ctx.options.human || count < base) return String(count)
  let power = base
  let prefix = 0
  while (Math.floor(count / base) >= power && prefix < PREFIXES.length - 1) {
    power *= base
    prefix++
  }
  let precision = 2
  for (let limit = 10; precision > 0 && Math.floor(count / power) >= limit; limit *= 10) precision--
  return `${(count / power).toFixed(precision)}${PREFIXES[prefix]}${ctx.options.iec ? 'i' : ''}`
}

/** Starts at the beginning of a line and ends without a newline. */
export function printStats(ctx: IpContext, link: LinkMessage): void {
  if (ctx.out.isJson) {
    printJson(ctx, link)
    return
  }
  const { out } = ctx
  const s = link.stats
  const errors = ctx.options.stats > 1
  const rx = [s.rxBytes, s.rxPackets, s.rxErrors, s.rxDropped, 0, s.multicast]
  const tx = [s.txBytes, s.txPackets, s.txErrors, s.txDropped, s.txCarrier ?? 0, s.collisions]
  const cols = widths(ctx, errors ? [rx, tx, [0, 0, 0, 0, 0, link.carrierChanges]] : [rx, tx])
  const width = (i: number): number => cols[i] ?? 0
  const titles = (side: string, last: readonly string[]): string =>
    `    ${side}: ${'bytes'.padStart(width(0) - 4)} ${['packets', 'errors', 'dropped', ...last]
      .map((title, i) => title.padStart(width(i + 1)))
      .join(' ')} ${' '.repeat(width(6))}`
  const numbers = (row: readonly number[], from: number): string =>
    row.map((n, i) => `${formatCount(ctx, n).padStart(width(i + from))} `).join('')
  const errorTitles = (side: string, names: readonly string[]): string =>
    `    ${side} errors:${' '.repeat(width(0) - 10)} ${names.map((n, i) => n.padStart(width(i + 1))).join(' ')}`
  const errorLines = (side: string, names: readonly string[], last: number): void => {
    if (!errors) return
    out.nl()
    out.text(errorTitles(side, names))
    out.nl()
    out.text(' '.repeat(width(0) + 5) + numbers([0, 0, 0, 0, last], 1))
  }
  out.text(titles('RX', ['missed', 'mcast']))
  out.nl()
  out.text(`    ${numbers(rx, 0)}`)
  errorLines('RX', ['length', 'crc', 'frame', 'fifo', 'overrun'], 0)
  out.nl()
  out.text(titles('TX', ['carrier', 'collsns']))
  out.nl()
  out.text(`    ${numbers(tx, 0)}`)
  errorLines('TX', ['aborted', 'fifo', 'window', 'heartbt', 'transns'], link.carrierChanges)
}

function printJson(ctx: IpContext, link: LinkMessage): void {
  const { out } = ctx
  const s = link.stats
  const errors = ctx.options.stats > 1
  const side = (
    name: string,
    fields: readonly (readonly [string, number])[],
    detail: readonly string[],
  ): void => {
    out.openObject(name)
    for (const [key, value] of fields) out.field(key, value)
    if (errors) for (const key of detail) out.field(key, key === 'carrier_changes' ? link.carrierChanges : 0)
    out.closeObject()
  }
  out.openObject('stats64')
  side(
    'rx',
    [
      ['bytes', s.rxBytes],
      ['packets', s.rxPackets],
      ['errors', s.rxErrors],
      ['dropped', s.rxDropped],
      ['over_errors', 0],
      ['multicast', s.multicast],
    ],
    ['length_errors', 'crc_errors', 'frame_errors', 'fifo_errors', 'missed_errors'],
  )
  side(
    'tx',
    [
      ['bytes', s.txBytes],
      ['packets', s.txPackets],
      ['errors', s.txErrors],
      ['dropped', s.txDropped],
      ['carrier_errors', s.txCarrier ?? 0],
      ['collisions', s.collisions],
    ],
    ['aborted_errors', 'fifo_errors', 'window_errors', 'heartbeat_errors', 'carrier_changes'],
  )
  out.closeObject()
}
