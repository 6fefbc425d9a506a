// Octets from standard input to the network and from the network to standard output, until both are done: the loop of
// netcat-openbsd's readwrite(), step by step, because what it waits for and when it ends show.
import { concat } from '../../wire/octets.ts'
import type { Blocking, OpenFile, Process } from '../../os/program.ts'
import { MILLISECOND, SECOND } from '../../sim/clock.ts'
import { EAGAIN, isErrno, type Errno } from '../../uapi/errno.ts'
import type { Waitable } from '../../uapi/socket.ts'
import type { Connection } from './connection.ts'
import type { NcSettings } from './settings.ts'

const BUFSIZE = 16384
const NOTHING: Uint8Array = new Uint8Array(0)

/** `quit`: the time after the end of standard input (-q) has passed. */
export function* readwrite(p: Process, set: NcSettings, net: Connection): Blocking<'done' | 'quit'> {
  return yield* new Transfer(p, set, net).run()
}

class Transfer {
  readonly #p: Process
  readonly #set: NcSettings
  readonly #net: Connection
  readonly #input: OpenFile | null
  /** Which ends are still watched. */
  #stdin: boolean
  #netin = true
  #netout = true
  #stdout = true
  #fromStdin = NOTHING
  #fromNet = NOTHING
  #packets = 0
  #quitAt = Infinity

  constructor(p: Process, set: NcSettings, net: Connection) {
    this.#p = p
    this.#set = set
    this.#net = net
    this.#input = set.detached ? null : (p.io.fds.get(0) ?? null)
    this.#stdin = !set.detached
  }

  *run(): Blocking<'done' | 'quit'> {
    const { interval } = this.#set
    for (;;) {
      if (this.#over()) return 'done'
      if (interval > 0) yield* this.#p.clock.sleep(interval * SECOND)
      const ready = yield* this.#poll()
      if (ready !== 'ready') return ready
      if (this.#packets >= this.#set.receiveLimit) return 'done'
      yield* this.#p.io.drain(1)
    }
  }

  #over(): boolean {
    const empty = this.#fromStdin.length === 0 && this.#fromNet.length === 0
    if (!this.#stdin && !this.#netin && empty) return true
    if (!this.#netout && !this.#stdout) return true
    return this.#set.listen && !this.#netin && empty
  }

  /** Waits until one step can be made, and makes it. */
  *#poll(): Blocking<'ready' | 'done' | 'quit'> {
    const { timeout } = this.#set
    const { clock } = this.#p
    const idle = timeout === null ? Infinity : clock.now() + timeout * SECOND
    for (;;) {
      if (this.#step()) return 'ready'
      const until = Math.min(idle, this.#quitAt)
      const why = yield* clock.wait(this.#watched(), Math.max(until, clock.now() + MILLISECOND / 1000))
      if (clock.now() >= this.#quitAt) return 'quit'
      if (why === 'timeout') return 'done'
    }
  }

  #watched(): Waitable[] {
    const on: Waitable[] = [this.#net]
    if (this.#stdin && this.#input) on.push(this.#input)
    return on
  }

  /** One turn after poll(2). False when nothing was ready. */
  #step(): boolean {
    const writes = this.#netout && this.#fromStdin.length > 0
    const { broken } = this.#net
    const hup = this.#net.hup && !broken
    const input = this.#readStdin()
    let ready = input !== EAGAIN
    if (broken) {
      this.#netin = false
      this.#netout = false
      ready = true
    }
    if (hup && this.#netout) {
      if (this.#set.shutdown) this.#net.shutdown('write')
      this.#netout = false
      ready = true
    }
    if (!this.#netout && this.#stdin) this.#stdin = false
    if (this.#stdin && input !== EAGAIN) this.#takeStdin(input)
    if (writes && this.#netout && this.#drainNet()) ready = true
    if (this.#fillNet()) ready = true
    if (this.#stdout && this.#fromNet.length > 0) this.#drainStdout()
    this.#close()
    return ready
  }

  #readStdin(): Uint8Array | Errno {
    const file = this.#input
    if (!this.#stdin || this.#fromStdin.length >= BUFSIZE) return EAGAIN
    if (!file) return NOTHING
    // A background job does not take what is typed for another.
    if (file.tty && file.tty.foreground > 0 && file.tty.foreground !== this.#group()) return EAGAIN
    return file.read(BUFSIZE - this.#fromStdin.length)
  }

  #group(): number {
    return this.#p.procs.get(this.#p.pid)?.pgid ?? 0
  }

  #takeStdin(input: Uint8Array | Errno): void {
    if (isErrno(input) || input.length === 0) {
      this.#stdin = false
      const { quit } = this.#set
      // Ending takes a moment, in which the other end reads.
      if (quit !== null) this.#quitAt = this.#p.clock.now() + quit * SECOND + MILLISECOND
      return
    }
    this.#fromStdin = concat([this.#fromStdin, this.#set.crlf ? withCrlf(input) : input])
  }

  /** True when something went, or nothing can any more. */
  #drainNet(): boolean {
    const sent = this.#net.write(this.#fromStdin)
    if (sent === EAGAIN) return false
    if (isErrno(sent)) {
      this.#netout = false
      this.#fromStdin = NOTHING
    } else this.#fromStdin = this.#fromStdin.subarray(sent)
    return true
  }

  #fillNet(): boolean {
    if (!this.#netin || this.#fromNet.length >= BUFSIZE) return false
    const got = this.#net.read(BUFSIZE)
    if (got === EAGAIN) return false
    if (isErrno(got) || got.length === 0) {
      this.#netin = false
      this.#net.shutdown('read')
      return true
    }
    this.#packets++
    this.#fromNet = got
    return true
  }

  #drainStdout(): void {
    if (this.#p.io.write(1, this.#fromNet)) {
      this.#stdout = false
      this.#netin = false
      this.#net.shutdown('read')
    }
    this.#fromNet = NOTHING
  }

  /** What has come to its end is closed on the other side too. */
  #close(): void {
    if (!this.#stdin && this.#fromStdin.length === 0 && this.#netout) {
      if (this.#set.shutdown) this.#net.shutdown('write')
      this.#netout = false
    }
    if (!this.#netin && this.#fromNet.length === 0) this.#stdout = false
  }
}

function withCrlf(octets: Uint8Array): Uint8Array {
  const out: number[] = []
  for (const [i, octet] of octets.entries()) {
    if (octet === 10 && octets[i - 1] !== 13) out.push(13)
    out.push(octet)
  }
  return Uint8Array.from(out)
}
