// The progress meter. Ref: lib/progress.c
import type { Process } from '../../os/program.ts'
import { MILLISECOND, SECOND, type Nanoseconds } from '../../sim/clock.ts'

const HEADER =
  '  % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current\n' +
  '                                 Dload  Upload   Total   Spent    Left  Speed\n'
const BAR_WIDTH = 72

export type MeterKind = 'none' | 'table' | 'bar'

export class Meter {
  readonly #p: Process
  readonly #kind: MeterKind
  readonly #start: Nanoseconds
  #begun = false
  #shown = 0
  /** Octets of bodies; totals are null while nobody knows. */
  downloaded = 0
  downloadTotal: number | null = null
  uploaded = 0
  uploadTotal: number | null = null

  constructor(p: Process, kind: MeterKind) {
    this.#p = p
    this.#kind = kind
    this.#start = p.clock.now()
  }

  begin(): void {
    if (this.#begun || this.#kind === 'none') return
    this.#begun = true
    if (this.#kind === 'table') this.#p.io.err(HEADER)
    this.#show()
  }

  /** When it next has something new to show: poll(2), which counts whole milliseconds, ends a little late. */
  get next(): Nanoseconds {
    return this.#kind === 'none' ? Infinity : this.#start + (this.#shown + 1) * SECOND + MILLISECOND
  }

  /** Once a second. */
  tick(): void {
    if (this.#p.clock.now() < this.next) return
    this.#show()
  }

  end(): void {
    if (this.#kind === 'none') return
    this.#show()
    if (this.#kind === 'table' || this.downloaded > 0) this.#p.io.err('\n')
  }

  #show(): void {
    const spent = Math.max(1, Math.floor((this.#p.clock.now() - this.#start) / 1000))
    this.#shown = Math.floor(spent / 1_000_000)
    if (this.#kind === 'table') this.#p.io.err(`\r${this.#line(spent)}`)
    else this.#bar()
  }

  #line(spent: number): string {
    const { downloaded, uploaded } = this
    const speedDown = Math.floor((downloaded * 1e6) / spent)
    const speedUp = Math.floor((uploaded * 1e6) / spent)
    const expected = (this.downloadTotal ?? downloaded) + (this.uploadTotal ?? uploaded)
    const known = this.downloadTotal !== null || this.uploadTotal !== null
    const speed = speedDown + speedUp
    const total = known && speed > 0 ? Math.floor(expected / speed) : 0
    const seconds = Math.floor(spent / 1e6)
    const cells = [
      percent(downloaded + uploaded, known ? expected : 0).padStart(3),
      ` ${size(expected)}`,
      `  ${percent(downloaded, this.downloadTotal ?? 0).padStart(3)}`,
      ` ${size(downloaded)}`,
      `  ${percent(uploaded, this.uploadTotal ?? 0).padStart(3)}`,
      ` ${size(uploaded)}`,
      `  ${size(speedDown)}`,
      `  ${size(speedUp)}`,
      ` ${time(total)}`,
      ` ${time(seconds)}`,
      ` ${time(total > 0 ? Math.max(total - seconds, 0) : 0)}`,
      ` ${size(currentSpeed(downloaded + uploaded, spent))}`,
    ]
    return cells.join('')
  }

  #bar(): void {
    const { downloaded, downloadTotal } = this
    if (downloaded === 0) return
    const part = downloadTotal === null ? 1 : downloaded / downloadTotal
    const hashes = '#'.repeat(Math.floor(BAR_WIDTH * part))
    this.#p.io.err(`\r${hashes.padEnd(BAR_WIDTH)} ${(part * 100).toFixed(1).padStart(5)}%`)
  }
}

/** Of whole milliseconds, as it has been since the start. */
function currentSpeed(octets: number, spent: number): number {
  return Math.floor((octets * 1000) / Math.max(1, Math.floor(spent / 1000)))
}

function percent(part: number, whole: number): string {
  return String(whole > 0 ? Math.floor((part * 100) / whole) : 0)
}

/** Five characters. Ref: max5data() */
function size(octets: number): string {
  const K = 1024
  const M = K * K
  if (octets < 100_000) return String(octets).padStart(5)
  if (octets < 10_000 * K) return `${Math.floor(octets / K)}k`.padStart(5)
  if (octets < 100 * M)
    return `${String(Math.floor(octets / M)).padStart(2)}.${Math.floor((octets % M) / (M / 10))}M`
  return `${Math.floor(octets / M)}M`.padStart(5)
}

/** Ref: time2str() */
function time(seconds: number): string {
  if (seconds <= 0) return '--:--:--'
  const two = (n: number): string => String(n).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  return `${String(hours).padStart(2)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}
