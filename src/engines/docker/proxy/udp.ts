// Datagrams: a socket to the container for each client, until nothing was heard for a while.
// (Ref: moby cmd/docker-proxy/udp_proxy_linux.go)
import { SECOND } from '../../../sim/clock.ts'
import type { Blocking, Process } from '../../../os/program.ts'
import { isErrno, type Errno } from '../../../uapi/errno.ts'
import type { Waitable } from '../../../uapi/socket.ts'
import type { Inet } from '../../../wire/inet.ts'
import type { Inet6 } from '../../../wire/inet6.ts'
import type { ProxyPorts } from './docker-proxy.ts'

const IDLE = 90 * SECOND

interface From {
  readonly address: Inet | Inet6
  readonly port: number
}

/** A UDP socket of either family. */
interface Datagrams extends Waitable {
  bind(at: From): Errno | null
  send(data: Uint8Array, to: From, source?: Inet): void
  recv(): { readonly data: Uint8Array; readonly from: From; readonly to?: Inet } | null
  close(): void
}

interface Client {
  readonly from: From
  readonly to: Inet | undefined
  readonly backend: Datagrams
  last: number
}

export function* udpProxy(
  p: Process,
  { host, container }: ProxyPorts,
  tell: (refused: Errno | null) => number,
): Blocking<number> {
  const front = open(p, host.address)
  if (tell(front.bind(host)) !== 0) return 1
  const clients = new Map<string, Client>()
  for (;;) {
    const now = p.clock.now()
    for (let got = front.recv(); got; got = front.recv()) {
      const { from, to } = got
      const key = `${from.address} ${from.port} ${to}`
      const client = clients.get(key) ?? { from, to, backend: open(p, container.address), last: now }
      client.last = now
      clients.set(key, client)
      client.backend.send(got.data, container)
    }
    for (const [key, client] of clients) {
      for (let got = client.backend.recv(); got; got = client.backend.recv()) {
        client.last = now
        front.send(got.data, client.from, client.to)
      }
      if (now - client.last < IDLE) continue
      client.backend.close()
      clients.delete(key)
    }
    const until = Math.min(...[...clients.values()].map(({ last }) => last + IDLE))
    yield* p.clock.wait([front, ...[...clients.values()].map(({ backend }) => backend)], until)
  }
}

function open(p: Process, address: Inet | Inet6): Datagrams {
  return typeof address === 'bigint' ? open6(p) : open4(p)
}

function open4(p: Process): Datagrams {
  const socket = p.net.udpSocket()
  socket.options.reuseaddr = true
  return {
    subscribe: (wake) => socket.subscribe(wake),
    bind: ({ address, port }) => socket.bind({ address: Number(address), port }),
    send: (data, { address, port }, source) =>
      void socket.sendto(data, { address: Number(address), port }, ...(source === undefined ? [] : [source])),
    recv: () => {
      const got = socket.recv()
      return isErrno(got) ? null : got
    },
    close: () => socket.close(),
  }
}

function open6(p: Process): Datagrams {
  const socket = p.net.udp6Socket()
  socket.options.reuseaddr = true
  socket.options.v6only = true
  return {
    subscribe: (wake) => socket.subscribe(wake),
    bind: ({ address, port }) => socket.bind({ address: BigInt(address), port, scope: 0 }),
    send: (data, { address, port }) => void socket.sendto(data, { address: BigInt(address), port, scope: 0 }),
    recv: () => {
      const got = socket.recv()
      return isErrno(got) ? null : got
    },
    close: () => socket.close(),
  }
}
