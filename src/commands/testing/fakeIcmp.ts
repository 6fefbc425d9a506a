// Sockets that answer as a test says, for ping.
import type { Network } from '../../os/program.ts'
import { MICROSECOND } from '../../sim/clock.ts'
import { EAGAIN, type Errno } from '../../uapi/errno.ts'
import type { IcmpSocket, SocketError, SocketOptions, UdpSocket } from '../../uapi/socket.ts'
import { ICMP_ECHOREPLY, type Icmp, type IcmpEcho } from '../../wire/icmp.ts'
import type { Inet } from '../../wire/inet.ts'
import type { Ipv4 } from '../../wire/ipv4.ts'
import type { FakeMachine } from './fakeProcess.ts'

export const SELF: Inet = 0x0a000001

export function packet(src: Inet, dst: Inet, payload: Icmp, ttl = 64): Ipv4 {
  return { kind: 'ipv4', tos: 0, id: 0, df: true, mf: false, offset: 0, ttl, protocol: 1, src, dst, payload }
}

export type Answer =
  | { readonly after: number; readonly packet: Ipv4 }
  | { readonly after: number; readonly error: SocketError }
  | { readonly refuse: Errno }

/** What comes back for an echo request; `after` in microseconds. */
export type Peer = (echo: IcmpEcho, dst: Inet) => readonly Answer[]

/** Every request is answered after 41 µs. */
export function answering(echo: IcmpEcho, dst: Inet): readonly Answer[] {
  return [{ after: 41, packet: packet(dst, SELF, { ...echo, type: ICMP_ECHOREPLY }) }]
}

function options(): SocketOptions {
  return {
    ttl: null,
    tos: null,
    broadcast: false,
    reuseaddr: false,
    reuseport: false,
    bindToDevice: null,
    mark: 0,
    pmtudisc: 'want',
    dontroute: false,
    recverr: false,
    multicastLoop: true,
    multicastTtl: 1,
    v6only: false,
  }
}

class FakeIcmp implements IcmpSocket {
  readonly options = options()
  readonly local = { address: 0, port: 0 }
  readonly peer = null
  readonly #packets: Ipv4[] = []
  readonly #errors: SocketError[] = []
  #wakers: (() => void)[] = []

  constructor(
    private readonly machine: FakeMachine,
    private readonly answers: Peer,
  ) {}
  bind(): null {
    return null
  }
  connect(): null {
    return null
  }
  sendto(icmp: Icmp, remote: Inet): Errno | null {
    for (const answer of this.answers(icmp as IcmpEcho, remote)) {
      if ('refuse' in answer) return answer.refuse
      this.machine.at(this.machine.clock.now + answer.after * MICROSECOND, () => {
        if ('packet' in answer) this.#packets.push(answer.packet)
        else this.#errors.push(answer.error)
        for (const wake of this.#wakers.splice(0)) wake()
      })
    }
    return null
  }
  recv(): Ipv4 | Errno {
    return this.#packets.shift() ?? EAGAIN
  }
  recverr(): SocketError | null {
    return this.#errors.shift() ?? null
  }
  takeError(): null {
    return null
  }
  subscribe(wake: () => void): () => void {
    this.#wakers.push(wake)
    return () => {
      this.#wakers = this.#wakers.filter((w) => w !== wake)
    }
  }
  close(): void {}
}

/** A network on which `connect` says whether there is a way, and `peer` what an echo request brings. */
export function icmpNetwork(peer: Peer, connect: (udp: SocketOptions) => Errno | null = () => null) {
  return (machine: () => FakeMachine): Partial<Network> => ({
    icmpSocket: () => new FakeIcmp(machine(), peer),
    udpSocket: (): UdpSocket => {
      const udpOptions = options()
      return {
        options: udpOptions,
        local: { address: SELF, port: 40000 },
        bind: () => null,
        connect: () => connect(udpOptions),
        sendto: () => null,
        peer: null,
        recv: () => EAGAIN,
        peekFrom: () => EAGAIN,
        recverr: () => null,
        takeError: () => null,
        subscribe: () => () => {},
        close: () => {},
      }
    },
  })
}
