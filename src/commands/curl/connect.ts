// Connecting to a host with several addresses: one family after the other, 200 ms apart (RFC 8305).
// Ref: lib/connect.c
import type { Blocking, Process } from '../../os/program.ts'
import { MILLISECOND, type Nanoseconds } from '../../sim/clock.ts'
import { EALREADY, EINPROGRESS, isErrno, type Errno } from '../../uapi/errno.ts'
import type { SocketAddress, StreamSocket } from '../../uapi/socket.ts'
import { formatAddress, parseInet6 } from '../../wire/inet6.ts'
import { inetAton } from '../lib/inetAton.ts'

const HAPPY_EYEBALLS = 200 * MILLISECOND

export type Address = SocketAddress['address']

export interface ConnectOptions {
  readonly addresses: readonly Address[]
  readonly port: number
  readonly from: string | null
  readonly localPort: number
  readonly until: Nanoseconds
  /** Tells what happens (-v). */
  readonly say: (line: string) => void
  /** When to be woken between, and what is then done. */
  readonly meter: { readonly next: Nanoseconds; tick(): void }
}

export type Connected =
  | { readonly socket: StreamSocket; readonly address: Address }
  | { readonly failed: 'refused' | 'late' }
  | { readonly code: number; readonly text: string }

interface Attempt {
  readonly address: Address
  readonly socket: StreamSocket
}

export function* connectAny(p: Process, options: ConnectOptions): Blocking<Connected> {
  const connecting = new Connecting(p, options)
  try {
    return yield* connecting.run()
  } finally {
    connecting.close()
  }
}

class Connecting {
  readonly #p: Process
  readonly #options: ConnectOptions
  /** Addresses of each family that are still to be tried. */
  readonly #left: Address[][]
  readonly #attempts: (Attempt | null)[] = [null, null]
  #wrong: { readonly code: number; readonly text: string } | null = null

  constructor(p: Process, options: ConnectOptions) {
    this.#p = p
    this.#options = options
    const first = typeof options.addresses[0]
    this.#left = [
      options.addresses.filter((address) => typeof address === first),
      options.addresses.filter((address) => typeof address !== first),
    ]
  }

  *run(): Blocking<Connected> {
    const { clock } = this.#p
    const { until, meter } = this.#options
    const secondAt = clock.now() + HAPPY_EYEBALLS
    this.#start(0)
    for (;;) {
      const done = this.#check()
      if (done) return done
      if (this.#wrong) return this.#wrong
      const second = (this.#left[1]?.length ?? 0) > 0 && this.#attempts[1] === null
      if (second && (this.#attempts[0] === null || clock.now() >= secondAt)) {
        this.#start(1)
        continue
      }
      const sockets = this.#attempts.flatMap((attempt) => attempt?.socket ?? [])
      if (sockets.length === 0) return { failed: 'refused' }
      if (clock.now() >= until) return { failed: 'late' }
      yield* clock.wait(sockets, Math.min(until, meter.next, second ? secondAt : Infinity))
      if (clock.now() < until) meter.tick()
    }
  }

  close(): void {
    for (const attempt of this.#attempts) attempt?.socket.close()
  }

  /** The one that is connected; those that failed are followed by the next of their family. */
  #check(): Connected | null {
    for (const [slot, attempt] of this.#attempts.entries()) {
      if (!attempt) continue
      const { socket, address } = attempt
      const error = socket.connect({ address, port: this.#options.port })
      if (error === null) {
        this.#attempts[slot] = null
        return { socket, address }
      }
      if (error === EINPROGRESS || error === EALREADY) continue
      this.#options.say(
        `connect to ${formatAddress(address)} port ${this.#options.port} failed: ${error.text}`,
      )
      socket.close()
      this.#attempts[slot] = null
      this.#start(slot)
    }
    return null
  }

  /** The next address of a family whose connect(2) is under way. */
  #start(slot: number): void {
    for (;;) {
      const address = this.#left[slot]?.shift()
      if (address === undefined || this.#wrong) return
      const { port, say } = this.#options
      const shown = formatAddress(address)
      say(`  Trying ${typeof address === 'bigint' ? `[${shown}]` : shown}:${port}...`)
      const socket = this.#p.net.streamSocket(typeof address === 'number' ? 'inet' : 'inet6')
      socket.options.nodelay = true
      this.#wrong = this.#bind(socket, typeof address === 'bigint')
      const error = this.#wrong ? null : socket.connect({ address, port })
      if (error === EINPROGRESS) {
        this.#attempts[slot] = { address, socket }
        return
      }
      socket.close()
      if (error) say(`Immediate connect fail for ${shown}: ${error.text}`)
    }
  }

  /** Ref: bindlocal() */
  #bind(socket: StreamSocket, six: boolean): { readonly code: number; readonly text: string } | null {
    const { from, localPort } = this.#options
    if (from === null && localPort === 0) return null
    const device = from?.replace(/^if!/, '') ?? ''
    const written = from?.replace(/^host!/, '') ?? ''
    const address = from === null ? (six ? 0n : 0) : (inetAton(written) ?? parseInet6(written))
    if (address === null) {
      if (isErrno(this.#p.fs.stat(`/sys/class/net/${device}`)))
        return { code: 45, text: `Couldn't bind to '${device}'` }
      socket.options.bindToDevice = device
      return null
    }
    const error = socket.bind({ address, port: localPort })
    return error && bindError(error)
  }
}

function bindError(error: Errno): { readonly code: number; readonly text: string } {
  return { code: 45, text: `bind failed with errno ${error.number}: ${error.text}` }
}
