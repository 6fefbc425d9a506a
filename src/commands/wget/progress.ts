// How far a download is: dots by the kibibyte, or a bar on a terminal. Ref: src/progress.c
import type { Process } from '../../os/program.ts'
import { SECOND, type Nanoseconds } from '../../sim/clock.ts'

const DOT = 1024
const DOTS_A_CLUSTER = 10
const DOTS_A_ROW = 50

export class Progress {
  readonly #p: Process
  readonly #name: string
  readonly #total: number | null
  readonly #columns: number | null
  readonly #start: Nanoseconds
  #received = 0
  #dots = 0
  #rowStart: Nanoseconds
  #line: string

  /** `total`: null when the server does not say. */
  constructor(p: Process, name: string, total: number | null) {
    this.#p = p
    this.#name = name
    this.#total = total
    this.#columns = p.io.fds.get(2)?.tty?.columns ?? null
    this.#start = p.clock.now()
    this.#rowStart = this.#start
    this.#line = rowHead(0)
    if (this.#columns !== null) p.io.err(`\n${this.#bar(this.#columns, null)}`)
  }

  get received(): number {
    return this.#received
  }

  get seconds(): number {
    return (this.#p.clock.now() - this.#start) / SECOND
  }

  /** After it has been written. */
  add(octets: number): void {
    if (this.#columns === null && this.#received === 0 && octets > 0) this.#p.io.err('\n')
    this.#received += octets
    if (this.#columns !== null) return
    while (this.#dots < Math.floor(this.#received / DOT)) {
      this.#line += `${this.#dots % DOTS_A_CLUSTER === 0 ? ' ' : ''}.`
      this.#dots++
      if (this.#dots % DOTS_A_ROW === 0) this.#endRow()
    }
  }

  #endRow(): void {
    const seconds = (this.#p.clock.now() - this.#rowStart) / SECOND
    this.#rowStart = this.#p.clock.now()
    const { digits, unit } = rateOf(DOTS_A_ROW * DOT, seconds)
    const left = this.#total === null ? '' : ` ${timeLeft(this.#total, this.#received, this.seconds)}`
    this.#p.io.err(`${this.#line}${this.#percent(this.#dots * DOT)} ${digits.padStart(4)}${unit}${left}\n`)
    this.#line = rowHead(this.#dots)
  }

  #percent(received: number): string {
    if (this.#total === null) return ''
    return `${String(this.#total === 0 ? 100 : Math.floor((received * 100) / this.#total)).padStart(3)}%`
  }

  end(): void {
    const { seconds } = this
    if (this.#columns !== null) {
      this.#p.io.err(`${this.#bar(this.#columns, seconds)}\n\n`)
      return
    }
    for (let dot = this.#dots % DOTS_A_ROW; dot < DOTS_A_ROW; dot++)
      this.#line += dot % DOTS_A_CLUSTER === 0 ? '  ' : ' '
    const { digits, unit } = rateOf(this.#received, seconds)
    const rate = `${digits.padStart(4)}${unit}=${decimal(seconds)}s`
    this.#p.io.err(`${this.#line}${this.#percent(this.#received)} ${rate}\n\n`)
  }

  /** `seconds`: how long it took, once it is over. */
  #bar(columns: number, seconds: number | null): string {
    const width = Math.max(columns, 45) - 1
    const nameWidth = Math.floor(width / 4)
    const barWidth = width - nameWidth - 40
    const received = seconds === null ? 0 : this.#received
    const name = this.#name.slice(0, nameWidth).padEnd(nameWidth + 1)
    const part = this.#total === null ? 0 : received / Math.max(this.#total, 1)
    const filled = Math.floor(barWidth * part)
    const arrow = filled > 0 ? `${'='.repeat(filled - 1)}>` : ''
    const drawn = this.#total === null ? '<=>'.padStart(3).padEnd(barWidth) : arrow.padEnd(barWidth)
    const percent = this.#total === null ? '    ' : this.#percent(received)
    const tail = seconds === null ? '' : `    in ${decimal(seconds)}s`
    return `\r${name}${percent}[${drawn}] ${sized(received).padStart(7)}  --.-KB/s${tail}`.padEnd(width + 1)
  }
}

function rowHead(dots: number): string {
  return `${String(dots).padStart(6)}K`
}

/** Estimated time that is left. */
function timeLeft(total: number, received: number, seconds: number): string {
  const eta = Math.floor(((total - received) * seconds) / Math.max(received, 1) + 0.5)
  return eta < 60 ? `${eta}s` : `${Math.floor(eta / 60)}m${eta % 60}s`
}

/** Ref: src/utils.c:print_decimal() */
export function decimal(seconds: number): string {
  if (seconds >= 9.95) return seconds.toFixed(0)
  if (seconds >= 0.95) return seconds.toFixed(1)
  return seconds >= 0.001 ? String(Number(seconds.toPrecision(1))) : '0'
}

/** `146.48K`; octets below a thousand as they are. Ref: src/utils.c:human_readable() */
function sized(octets: number): string {
  return octets < 1000 ? String(octets) : human(octets, 2)
}

/** `146K`, `2.1M`: one decimal below ten. */
export function human(octets: number, decimals: number | null = null): string {
  let value = octets
  for (const unit of ['K', 'M', 'G']) {
    value /= 1024
    if (value < 1024 || unit === 'G') return `${value.toFixed(decimals ?? (value < 10 ? 1 : 0))}${unit}`
  }
  return String(octets)
}

/** Three digits and the unit. Ref: src/retr.c:calc_rate() */
function rateOf(octets: number, seconds: number): { readonly digits: string; readonly unit: string } {
  let rate = octets / Math.max(seconds, 1e-9)
  let unit = 'B'
  for (const larger of ['K', 'M', 'G']) {
    if (rate < 1024) break
    rate /= 1024
    unit = larger
  }
  const digits = rate >= 99.95 ? 0 : rate >= 9.995 ? 1 : 2
  return { digits: rate.toFixed(digits), unit }
}

/** `852 KB/s` */
export function formatRate(octets: number, seconds: number): string {
  const { digits, unit } = rateOf(octets, seconds)
  return `${digits} ${unit === 'B' ? '' : unit}B/s`
}
