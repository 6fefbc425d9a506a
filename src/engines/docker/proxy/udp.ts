// Datagrams: a socket to the container for each client, until nothing was heard for a while.
// (Ref: moby cmd/docker-proxy/udp_proxy_linux.go)
import { SECOND } from '../../../sim/clock.ts'
import type { Blocking, Process } from '../../../os/program.ts'
import { isErrno, type Errno } from '../../../uapi/errno.ts'
import type { SocketAddress } from '../../../uapi/socket.ts'
import { datagramEnd, familyOf, type DatagramEnd } from '../../../commands/lib/datagram.ts'
import type { Inet } from '../../../wire/inet.ts'
import type { Inet6 } from '../../../wire/inet6.ts'
import type { ProxyPorts } from './docker-proxy.ts'

const IDLE = 90 * SECOND

interface Client {
  readonly from: SocketAddress
  readonly to: Inet | undefined
  readonly backend: DatagramEnd
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
    for (let got = front.recv(); !isErrno(got); got = front.recv()) {
      const { from, to } = got
      const key = `${from.address} ${from.port} ${to}`
      const client = clients.get(key) ?? { from, to, backend: open(p, container.address), last: now }
      client.last = now
      clients.set(key, client)
      client.backend.sendto(got.data, container)
    }
    for (const [key, client] of clients) {
      for (let got = client.backend.recv(); !isErrno(got); got = client.backend.recv()) {
        client.last = now
        front.sendto(got.data, client.from, client.to)
      }
      if (now - client.last < IDLE) continue
      client.backend.close()
      clients.delete(key)
    }
    const until = Math.min(...[...clients.values()].map(({ last }) => last + IDLE))
    yield* p.clock.wait([front, ...[...clients.values()].map(({ backend }) => backend)], until)
  }
}

function open(p: Process, address: Inet | Inet6): DatagramEnd {
  const socket = datagramEnd(p, familyOf(address))
  socket.options.reuseaddr = true
  socket.options.v6only = typeof address === 'bigint'
  return socket
}
