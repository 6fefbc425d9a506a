// IP_RECVTTL for errors: the TTL that an ICMP error arrived with, which says how far away its sender is.
import type { Process } from '../../../os/program.ts'
import { isErrno } from '../../../uapi/errno.ts'
import type { IcmpSocket, SocketError } from '../../../uapi/socket.ts'
import type { Icmp } from '../../../wire/icmp.ts'

/** Hears every ICMP message of the namespace. To be closed. */
export class ReceivedTtl {
  readonly #socket: IcmpSocket
  readonly #ttls = new Map<Icmp, number>()

  constructor(p: Process) {
    this.#socket = p.net.icmpSocket()
  }

  /** null when the error was found on this machine. */
  of({ icmp }: SocketError): number | null {
    for (let got = this.#socket.recv(); !isErrno(got); got = this.#socket.recv()) {
      if (got.payload.kind === 'icmp') this.#ttls.set(got.payload, got.ttl)
    }
    return icmp === null ? null : (this.#ttls.get(icmp) ?? null)
  }

  close(): void {
    this.#socket.close()
  }
}

/** Hops that a packet came, by the TTL it is likely to have begun with: 64, 128 or 255. */
export function hopsOfTtl(ttl: number): number {
  if (ttl <= 64) return 65 - ttl
  return ttl <= 128 ? 129 - ttl : 256 - ttl
}
