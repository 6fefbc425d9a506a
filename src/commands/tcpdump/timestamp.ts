// Times before lines: -t, -tt, -ttt, -tttt, -ttttt. Ref: util-print.c:ts_print()
import { calendarTime } from '../lib/calendar.ts'
import type { Packet } from './packet.ts'

interface Instant {
  readonly seconds: number
  readonly nanoseconds: number
}

export class Timestamps {
  readonly #style: number
  /** What -ttt and -ttttt count from. */
  #from: Instant | null = null

  constructor(style: number) {
    this.#style = style
  }

  /** With the blank after it. */
  text(packet: Packet): string {
    const { seconds, nanoseconds } = packet
    const micros = String(Math.floor(nanoseconds / 1000)).padStart(6, '0')
    switch (this.#style) {
      case 0:
        return `${clock(seconds)}.${micros} `
      case 1:
        return ''
      case 2:
        return `${seconds}.${micros} `
      case 4: {
        const { year, month, day } = calendarTime(seconds)
        const two = (n: number): string => String(n).padStart(2, '0')
        return `${year}-${two(month)}-${two(day)} ${clock(seconds)}.${micros} `
      }
      default:
        return this.#difference(packet)
    }
  }

  #difference({ seconds, nanoseconds }: Instant): string {
    const from = this.#from ?? { seconds, nanoseconds }
    if (!this.#from || this.#style === 3) this.#from = { seconds, nanoseconds }
    const now = seconds * 1_000_000 + Math.floor(nanoseconds / 1000)
    const then = from.seconds * 1_000_000 + Math.floor(from.nanoseconds / 1000)
    const span = Math.abs(now - then)
    const micros = String(span % 1_000_000).padStart(6, '0')
    return `${now < then ? '-' : ' '}${clock(Math.floor(span / 1_000_000))}.${micros} `
  }
}

function clock(seconds: number): string {
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${two(Math.floor(seconds / 3600) % 24)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}
