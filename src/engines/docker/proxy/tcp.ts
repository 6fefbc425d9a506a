// Connections, each carried by one of its own to the container. (Ref: moby cmd/docker-proxy/tcp_proxy_linux.go)
import type { Blocking, Process } from '../../../os/program.ts'
import { EAGAIN, EALREADY, EINPROGRESS, EISCONN, isErrno, type Errno } from '../../../uapi/errno.ts'
import type { StreamSocket } from '../../../uapi/socket.ts'
import type { ProxyPorts } from './docker-proxy.ts'

const BACKLOG = 4096
const CHUNK = 32 * 1024

/** One way: what was read and not yet sent on. */
interface Direction {
  readonly from: StreamSocket
  readonly to: StreamSocket
  pending: Uint8Array
  ended: boolean
}

interface Relay {
  readonly client: StreamSocket
  readonly backend: StreamSocket
  connected: boolean
  readonly ways: readonly Direction[]
}

export function* tcpProxy(
  p: Process,
  { host, container }: ProxyPorts,
  tell: (refused: Errno | null) => number,
): Blocking<number> {
  const listener = p.net.streamSocket(typeof host.address === 'bigint' ? 'inet6' : 'inet')
  listener.options.reuseaddr = true
  listener.options.v6only = true
  const refused = listener.bind(host) ?? listener.listen(BACKLOG)
  if (tell(refused) !== 0) return 1
  const relays = new Set<Relay>()
  for (;;) {
    for (let client = p.net.accept(listener); !isErrno(client); client = p.net.accept(listener)) {
      relays.add(relayOf(p, client, container))
    }
    for (const relay of relays) {
      if (!carry(relay, container)) continue
      relay.client.close()
      relay.backend.close()
      relays.delete(relay)
    }
    yield* p.clock.wait([listener, ...[...relays].flatMap(({ client, backend }) => [client, backend])])
  }
}

function relayOf(p: Process, client: StreamSocket, container: ProxyPorts['container']): Relay {
  const backend = p.net.streamSocket(typeof container.address === 'bigint' ? 'inet6' : 'inet')
  const way = (from: StreamSocket, to: StreamSocket): Direction => ({
    from,
    to,
    pending: new Uint8Array(),
    ended: false,
  })
  return { client, backend, connected: false, ways: [way(client, backend), way(backend, client)] }
}

/** Whether it is over. */
function carry(relay: Relay, container: ProxyPorts['container']): boolean {
  if (!relay.connected) {
    const state = relay.backend.connect(container)
    if (state === EINPROGRESS || state === EALREADY) return false
    if (state !== null && state !== EISCONN) return true
    relay.connected = true
  }
  for (const way of relay.ways) if (!move(way)) return true
  return relay.ways.every(({ ended, pending }) => ended && pending.length === 0)
}

/** False when an end has failed. */
function move(way: Direction): boolean {
  for (;;) {
    if (way.pending.length > 0) {
      const sent = way.to.send(way.pending)
      if (sent === EAGAIN) return true
      if (isErrno(sent)) return false
      way.pending = way.pending.subarray(sent)
      continue
    }
    if (way.ended) return true
    const got = way.from.recv(CHUNK)
    if (got === EAGAIN) return true
    if (isErrno(got)) return false
    if (got.length > 0) {
      way.pending = got
      continue
    }
    // The end is passed on; the other way goes on.
    way.ended = true
    way.to.shutdown('write')
  }
}
