// A test as both ends run it. Links of vethlab have no rate, so what a stream carries is reckoned, not sent: every tenth
// of a second a sample of real data goes over each stream, and if it went through, that tenth counts for what a stream
// would have carried in it: at most LINE_RATE for all of them, no more than a window for each round trip, nor than -b.
// A path that is cut so carries nothing, and captures and counters show a connection that lives, not millions of segments.
import type { Blocking, Process } from '../../os/program.ts'
import { SECOND } from '../../sim/clock.ts'
import { isErrno, type Errno } from '../../uapi/errno.ts'
import type { Waitable } from '../../uapi/socket.ts'
import { heading, intervalLine, RULE, type Figures, type Shape } from './report.ts'

/** What TCP through a pair of veths does on a machine of today. */
const LINE_RATE = 20e9
/** Half of net.ipv4.tcp_wmem's most. */
const USUAL_WINDOW = 3_145_728
/** Octets of the sample of a stream in a tenth of a second, and datagrams. */
const SAMPLE = 14480
const SAMPLE_DATAGRAMS = 10
const SLICE = SECOND / 10
/** Who receives counts a little before the next sample comes. */
const AHEAD = SECOND / 1000

export interface Parameters {
  readonly udp: boolean
  readonly seconds: number
  readonly bytes: number
  readonly interval: number
  readonly streams: number
  readonly rate: number
  readonly window: number
  readonly length: number
  readonly format: string
}

/** A data connection. */
export interface Stream extends Waitable {
  readonly id: number
  send(data: Uint8Array): number | Errno
  recv(): Uint8Array | Errno
  close(): void
}

interface Count {
  bytes: number
  datagrams: number
  lost: number
}

/** Bits a second of one stream. `rtt`: nanoseconds. */
export function streamRate(t: Parameters, rtt: number): number {
  const window = ((t.window || USUAL_WINDOW) * 8 * SECOND) / Math.max(rtt, 1)
  const most = Math.min(LINE_RATE / t.streams, window)
  return t.rate > 0 ? Math.min(t.rate, most) : most
}

/** Runs one side of a test; what each stream carried. */
export class Run {
  readonly #p: Process
  readonly #t: Parameters
  readonly #streams: readonly Stream[]
  readonly #sends: boolean
  readonly #rate: number
  readonly #say: (line: string) => void
  readonly #totals = new Map<Stream, Count>()
  readonly #spans = new Map<Stream, Count>()
  #began = 0
  #reported = 0

  constructor(
    p: Process,
    t: Parameters,
    streams: readonly Stream[],
    sends: boolean,
    rate: number,
    say: (line: string) => void,
  ) {
    this.#p = p
    this.#t = t
    this.#streams = streams
    this.#sends = sends
    this.#rate = rate
    this.#say = say
    for (const stream of streams) {
      this.#totals.set(stream, { bytes: 0, datagrams: 0, lost: 0 })
      this.#spans.set(stream, { bytes: 0, datagrams: 0, lost: 0 })
    }
  }

  get elapsed(): number {
    return (this.#p.clock.now() - this.#began) / SECOND
  }

  get shape(): Shape {
    return { udp: this.#t.udp, sends: this.#sends, format: this.#t.format }
  }

  /** `over`: whether the other end says that it is. */
  *run(over: () => boolean): Blocking<void> {
    const { clock } = this.#p
    const t = this.#t
    this.#say(heading(this.shape, false))
    // Who receives begins with the first that comes, and so keeps step.
    const patience = clock.now() + SECOND
    while (!this.#sends && !this.#arrived() && clock.now() < patience)
      yield* clock.wait(this.#streams, patience)
    this.#began = clock.now()
    const slices = Math.ceil(t.seconds * 10)
    for (let n = 1; n <= slices && !over(); n++) {
      if (this.#sends) for (const stream of this.#streams) this.#send(stream)
      const left = t.bytes === 0 ? 1 : Math.min(this.#left() / this.#perSlice(), 1)
      const until = this.#began + (n - 1 + left) * SLICE - (this.#sends || left < 1 ? 0 : AHEAD)
      yield* clock.wait([], until)
      if (over() && !this.#sends) this.#drain()
      this.#account(n, left)
      const interval = Math.round(t.interval * 10)
      if ((interval > 0 && n % interval === 0) || left < 1) this.#report()
      if (left < 1) break
    }
    if (this.elapsed - this.#reported > 0.05 && t.interval > 0) this.#report()
  }

  #perSlice(): number {
    return (this.#rate * this.#t.streams) / 80
  }

  #left(): number {
    let done = 0
    for (const { bytes } of this.#totals.values()) done += bytes
    return Math.max(this.#t.bytes - done, 0)
  }

  #send(stream: Stream): void {
    if (!this.#t.udp) {
      this.#credit(stream, stream.send(new Uint8Array(SAMPLE)) === SAMPLE)
      return
    }
    for (let n = 0; n < this.#datagramsOf(); n++) stream.send(new Uint8Array(this.#t.length))
    this.#credit(stream, true)
  }

  readonly #through = new Map<Stream, boolean>()
  readonly #received = new Map<Stream, number>()

  #credit(stream: Stream, through: boolean): void {
    this.#through.set(stream, through)
  }

  /** Datagrams that a tenth of a second really sees. */
  #datagramsOf(): number {
    return Math.min(SAMPLE_DATAGRAMS, Math.max(Math.round(this.#rate / 80 / this.#t.length), 1))
  }

  #drain(): void {
    for (const stream of this.#streams) {
      let count = 0
      for (let got = stream.recv(); !isErrno(got) && got.length > 0; got = stream.recv())
        count += this.#t.udp ? 1 : got.length
      this.#received.set(stream, (this.#received.get(stream) ?? 0) + count)
      if (count > 0) this.#credit(stream, true)
    }
  }

  #arrived(): boolean {
    this.#drain()
    return this.#streams.some((stream) => (this.#received.get(stream) ?? 0) > 0)
  }

  #account(n: number, part: number): void {
    if (!this.#sends) this.#drain()
    for (const [i, stream] of this.#streams.entries()) {
      const ideal = (this.#rate / 80) * part
      const through = this.#through.get(stream) ?? false
      this.#through.set(stream, false)
      const got = this.#received.get(stream) ?? 0
      this.#received.set(stream, 0)
      // No two seconds are the same, but both ends count the same.
      const wobble = this.#t.rate > 0 ? 1 : 0.97 + ((n * 7919 + i * 104_729) % 600) / 10_000
      const share = this.#t.udp && !this.#sends ? Math.min(got / this.#datagramsOf(), 1) : through ? 1 : 0
      const bytes = Math.round(ideal * share * wobble)
      const datagrams = this.#t.udp ? ideal / this.#t.length : 0
      for (const count of [this.#totals.get(stream), this.#spans.get(stream)]) {
        if (!count) continue
        count.bytes += bytes
        count.datagrams += datagrams
        count.lost += this.#sends ? 0 : datagrams * (1 - share)
      }
    }
  }

  #report(): void {
    const [start, end] = [this.#reported, this.elapsed]
    this.#reported = end
    const all = this.#streams.map((stream) => this.#figures(this.#spans.get(stream), start, end))
    for (const [i, stream] of this.#streams.entries()) {
      const figures = all[i]
      if (figures) this.#say(intervalLine(stream.id, figures, this.shape))
      this.#spans.set(stream, { bytes: 0, datagrams: 0, lost: 0 })
    }
    if (this.#streams.length > 1) {
      this.#say(intervalLine(null, sumOf(all), this.shape))
      if (end < this.#t.seconds - 0.05) this.#say(RULE)
    }
  }

  #figures(count: Count | undefined, start: number, end: number): Figures {
    const { bytes } = count ?? { bytes: 0 }
    const [datagrams, lost] = [Math.round(count?.datagrams ?? 0), Math.round(count?.lost ?? 0)]
    const cwnd = this.#sends && !this.#t.udp ? (this.#t.window || USUAL_WINDOW) / 2 : null
    return { start, end, bytes, datagrams, lost, cwnd, jitter: this.#t.udp && !this.#sends ? 0.01 : 0 }
  }

  /** Of the whole test, stream by stream. */
  totals(): readonly Figures[] {
    const end = this.elapsed
    return this.#streams.map((stream) => this.#figures(this.#totals.get(stream), 0, end))
  }
}

export function sumOf(all: readonly Figures[]): Figures {
  const add = (of: (figures: Figures) => number): number => all.reduce((sum, one) => sum + of(one), 0)
  return {
    start: all[0]?.start ?? 0,
    end: all[0]?.end ?? 0,
    bytes: add((one) => one.bytes),
    datagrams: add((one) => one.datagrams),
    lost: add((one) => one.lost),
    jitter: all[0]?.jitter ?? 0,
    cwnd: null,
  }
}
