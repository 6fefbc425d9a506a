// Round-trip times and the summary (ping/ping_common.c:gather_statistics(), finish(), status()).
import { formatG } from '../lib/numbers.ts'

/** Times are microseconds, as ping keeps them. */
export class Statistics {
  transmitted = 0
  received = 0
  repeats = 0
  errors = 0
  min = Number.MAX_SAFE_INTEGER
  max = 0
  sum = 0
  /** Sum of squares. */
  sum2 = 0
  /** Eight times the exponentially weighted moving average. */
  ewma8 = 0
  /** Most packets in flight at once, when an answer came. */
  pipe = -1
  acked = 0
  /** A bit for each sequence number that was answered. */
  readonly #seen = new Uint8Array(0x10000 / 8)

  /** A packet of this sequence number goes out. */
  sent(sequence: number): void {
    this.transmitted++
    this.#mark(sequence, false)
  }

  /** An answer, or an error about it, came: it is no longer in flight. */
  acknowledge(sequence: number): void {
    const behind = (this.transmitted - sequence) & 0xffff
    if (behind > 0x7fff) return
    this.pipe = Math.max(this.pipe, behind + 1)
    const ahead = (sequence - this.acked) & 0xffff
    const lead = (this.transmitted - this.acked) & 0xffff
    if ((ahead > 0 && ahead < 0x8000) || lead > 0x7fff) this.acked = sequence
  }

  get inFlight(): number {
    const lead = (this.transmitted - this.acked) & 0xffff
    return lead <= 0x7fff ? lead : this.transmitted - this.received - this.errors
  }

  answered(sequence: number): boolean {
    return ((this.#seen[(sequence & 0xffff) >> 3] ?? 0) & (1 << (sequence & 7))) !== 0
  }

  #mark(sequence: number, answered: boolean): void {
    const at = (sequence & 0xffff) >> 3
    const bit = 1 << (sequence & 7)
    const bits = this.#seen[at] ?? 0
    this.#seen[at] = answered ? bits | bit : bits & ~bit
  }

  measure(time: number): void {
    this.sum += time
    this.sum2 += time * time
    this.min = Math.min(this.min, time)
    this.max = Math.max(this.max, time)
    this.ewma8 = this.ewma8 === 0 ? time * 8 : this.ewma8 + time - Math.trunc(this.ewma8 / 8)
  }

  /** Counts an answer; true when one to the same packet was there before. */
  receive(sequence: number): boolean {
    if (this.answered(sequence)) {
      this.repeats++
      return true
    }
    this.received++
    this.#mark(sequence, true)
    return false
  }

  #average(): number {
    return Math.floor(this.sum / (this.received + this.repeats))
  }

  #deviation(): number {
    const total = this.received + this.repeats
    const variance =
      this.sum < 2147483647
        ? (this.sum2 - Math.floor((this.sum * this.sum) / total)) / total
        : this.sum2 / total - this.#average() ** 2
    return Math.floor(Math.sqrt(Math.trunc(variance)))
  }

  /** The farewell. `span` is milliseconds from the first packet to the last, `gap` whether the rate depended on answers. */
  summary(hostname: string, span: number, timed: boolean, gap: boolean): string {
    const parts = [`${this.transmitted} packets transmitted, ${this.received} received`]
    if (this.repeats > 0) parts.push(`+${this.repeats} duplicates`)
    if (this.errors > 0) parts.push(`+${this.errors} errors`)
    if (this.transmitted > 0) {
      const loss = Math.fround(((this.transmitted - this.received) * 100) / this.transmitted)
      parts.push(`${formatG(loss)}% packet loss`, `time ${Math.round(span)}ms`)
    }
    const tail: string[] = []
    if (this.received > 0 && timed) {
      const times = [this.min, this.#average(), this.max, this.#deviation()].map(thousandths)
      tail.push(`rtt min/avg/max/mdev = ${times.join('/')} ms`)
    }
    if (this.pipe > 1) tail.push(`pipe ${this.pipe}`)
    if (this.received > 0 && gap && this.transmitted > 1) {
      const between = Math.trunc((span * 1000) / (this.transmitted - 1))
      tail.push(`ipg/ewma ${thousandths(between)}/${thousandths(Math.trunc(this.ewma8 / 8))} ms`)
    }
    return `\n--- ${hostname} ping statistics ---\n${parts.join(', ')}\n${tail.join(', ')}\n`
  }

  /** The line that SIGQUIT prints. */
  status(timed: boolean): string {
    const lost = this.transmitted - this.received
    const loss = this.transmitted > 0 ? Math.trunc((lost * 100) / this.transmitted) : 0
    const head = `\r${this.received}/${this.transmitted} packets, ${loss}% loss`
    if (this.received === 0 || !timed) return `${head}\n`
    const times = [this.min, this.#average(), Math.trunc(this.ewma8 / 8), this.max].map(thousandths)
    return `${head}, min/avg/ewma/max = ${times.join('/')} ms\n`
  }
}

/** `1.234` of 1234. */
export function thousandths(value: number): string {
  return `${Math.trunc(value / 1000)}.${String(value % 1000).padStart(3, '0')}`
}

/** Four digits or so: `0.041`, `1.23`, `12.3`, `123`. */
export function formatTime(microseconds: number): string {
  const t = microseconds
  if (t >= 100000 - 50) return String(Math.trunc((t + 500) / 1000))
  if (t >= 10000 - 5) return `${Math.trunc((t + 50) / 1000)}.${Math.trunc(((t + 50) % 1000) / 100)}`
  if (t >= 1000) {
    return `${Math.trunc((t + 5) / 1000)}.${String(Math.trunc(((t + 5) % 1000) / 10)).padStart(2, '0')}`
  }
  return thousandths(t)
}
