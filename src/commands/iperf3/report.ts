// iperf3's lines. Ref: iperf 3.12 src/iperf_locale.c, src/units.c:unit_snprintf()
export const RULE = '- - - - - - - - - - - - - - - - - - - - - - - - -'
export const DASHES = '-----------------------------------------------------------'

/** What a stream did in a span of time. */
export interface Figures {
  readonly start: number
  readonly end: number
  readonly bytes: number
  /** Congestion window of a TCP sender; null for who does not send. */
  readonly cwnd: number | null
  /** Of UDP. */
  readonly datagrams: number
  readonly lost: number
  readonly jitter: number
}

export interface Shape {
  readonly udp: boolean
  readonly sends: boolean
  readonly format: string
}

const BYTES = ['Bytes', 'KBytes', 'MBytes', 'GBytes', 'TBytes']
const BITS = ['bits', 'Kbits', 'Mbits', 'Gbits', 'Tbits']

/** Four digits, of which as many after the point as fit. */
function scaled(value: number, step: number, names: readonly string[], fixed: number | null): string {
  let rest = value
  let n = 0
  for (; fixed === null ? rest >= step && n < names.length - 1 : n < fixed; n++) rest /= step
  const digits = rest < 9.995 ? 2 : rest < 99.95 ? 1 : 0
  return `${rest.toFixed(digits).padStart(4)} ${names[n] ?? ''}`
}

function rateText(bits: number, format: string): string {
  const at = ' kmgt'.indexOf(format.toLowerCase())
  if (at < 0) return scaled(bits, 1000, BITS, null)
  return format === format.toLowerCase() ? scaled(bits, 1000, BITS, at) : scaled(bits / 8, 1024, BYTES, at)
}

export function heading({ udp, sends }: Shape, summary: boolean): string {
  const start = '[ ID] Interval           Transfer     Bitrate'
  if (!udp) return sends || summary ? `${start}         Retr${summary ? '' : '  Cwnd'}` : start
  return sends && !summary
    ? `${start}         Total Datagrams`
    : `${start}         Jitter    Lost/Total Datagrams`
}

function span(id: number | null, { start, end, bytes }: Figures, format: string): string {
  const name = id === null ? 'SUM' : String(id).padStart(3)
  const time = `${start.toFixed(2).padStart(6)}-${end.toFixed(2).padEnd(6)} sec`
  const rate = rateText(end > start ? (bytes * 8) / (end - start) : 0, format)
  return `[${name}] ${time}  ${scaled(bytes, 1024, BYTES, null)}  ${rate}/sec`
}

function lossText({ lost, datagrams, jitter }: Figures): string {
  const part = datagrams === 0 ? 0 : (lost / datagrams) * 100
  return `${jitter.toFixed(3)} ms  ${lost}/${datagrams} (${Number(part.toPrecision(2))}%)  `
}

export function intervalLine(id: number | null, figures: Figures, { udp, sends, format }: Shape): string {
  const line = span(id, figures, format)
  if (udp) return `${line}  ${sends ? `${figures.datagrams}  ` : lossText(figures)}`
  if (!sends) return `${line}                  `
  const cwnd =
    figures.cwnd === null || id === null ? '' : `   ${scaled(figures.cwnd, 1024, BYTES, null)}       `
  return `${line}  ${'0'.padStart(3)}${cwnd || '             '}`
}

export function summaryLine(
  id: number | null,
  figures: Figures,
  shape: Shape,
  who: 'sender' | 'receiver',
): string {
  const line = span(id, figures, shape.format)
  if (shape.udp) return `${line}  ${lossText(figures)}${who}`
  return who === 'sender'
    ? `${line}  ${'0'.padStart(3)}             sender`
    : `${line}                  receiver`
}
