// DNS over a stream, as a server reads and writes it: each message is led by its length (RFC 1035 §4.2.2).
import { EAGAIN, isErrno } from '../../uapi/errno.ts'
import type { StreamSocket } from '../../uapi/socket.ts'
import { emitDns, type DnsMessage } from '../../wire/dns.ts'

const LENGTH = 2

export class DnsStream {
  readonly socket: StreamSocket
  #pending = new Uint8Array()

  constructor(socket: StreamSocket) {
    this.socket = socket
  }

  /** Gives each message that has come to `ask`. False when the peer has gone: the socket is closed then. */
  read(ask: (octets: Uint8Array, reply: (message: DnsMessage) => void) => void): boolean {
    const { socket } = this
    for (let got = socket.recv(65536); got !== EAGAIN; got = socket.recv(65536)) {
      if (isErrno(got) || got.length === 0) {
        socket.close()
        return false
      }
      this.#pending = Uint8Array.from([...this.#pending, ...got])
    }
    for (;;) {
      const pending = this.#pending
      const end = LENGTH + (((pending[0] ?? 0) << 8) | (pending[1] ?? 0))
      if (pending.length < LENGTH || pending.length < end) return true
      this.#pending = pending.slice(end)
      ask(pending.slice(LENGTH, end), (message) => {
        const octets = emitDns(message)
        socket.send(Uint8Array.from([octets.length >> 8, octets.length & 255, ...octets]))
      })
    }
  }
}
