// CoreDNS with the plugins kubernetes and forward, as a cluster's Corefile has them. (Ref: coredns plugin/kubernetes)
import { withThreads } from '../../../commands/lib/threads.ts'
import type { Blocking, Process } from '../../../os/program.ts'
import { EAGAIN, isErrno } from '../../../uapi/errno.ts'
import type { InetAddress, UdpSocket } from '../../../uapi/socket.ts'
import { DNS_PORT, DNS_RCODES, DNS_TYPES, emitDns, parseDns, type DnsMessage } from '../../../wire/dns.ts'
import { parseInet, type Inet } from '../../../wire/inet.ts'
import { Cache, followInto } from '../api/watch.ts'
import { answerCluster } from './zone.ts'

const KINDS = ['Service', 'EndpointSlice', 'Namespace']
const UPSTREAM_PATIENCE = 2_000_000_000

export function* coredns(p: Process): Blocking<number> {
  const socket = p.net.udpSocket()
  const error = socket.bind({ address: 0, port: DNS_PORT })
  if (error) {
    p.io.err(`Listen: listen tcp :53: bind: ${error.text.toLowerCase()}\n`)
    return 1
  }
  p.io.out('.:53\n[INFO] plugin/reload: Running configuration\nCoreDNS-1.14.2\nlinux/amd64\n')
  const host = parseInet(p.env.get('KUBERNETES_SERVICE_HOST') ?? '') ?? 0
  const server = { address: host, port: Number(p.env.get('KUBERNETES_SERVICE_PORT') ?? 443) }
  const cache = new Cache()
  return yield* withThreads(p, function* (start): Blocking<number> {
    start(serve(p, socket, cache, start))
    return yield* followInto(p, server, KINDS, cache, function* nothing() {})
  })
}

function* serve(
  p: Process,
  socket: UdpSocket,
  cache: Cache,
  start: (body: Blocking<void>) => void,
): Blocking<void> {
  for (;;) {
    const got = socket.recv()
    if (got === EAGAIN) {
      yield* p.clock.wait([socket])
      continue
    }
    if (isErrno(got)) continue
    const query = parseDns(got.data)
    if (!query || query.qr) continue
    const reply = answerCluster(cache, query)
    const [first] = reply?.answers ?? []
    if (reply && first?.data.kind === 'name' && first.type === DNS_TYPES.CNAME) {
      start(follow(p, socket, reply, first.data.name, cache, got.from, got.to))
    } else if (reply) socket.sendto(emitDns(reply), got.from, got.to)
    else start(forward(p, socket, query, got.from, got.to))
  }
}

/** What the name that another stands for has. */
function* follow(
  p: Process,
  socket: UdpSocket,
  reply: DnsMessage,
  name: string,
  cache: Cache,
  from: InetAddress,
  to: Inet,
): Blocking<void> {
  const questions = reply.questions.map((question) => ({ ...question, name }))
  const query = { ...reply, qr: false, answers: [], authority: [], additional: [], questions }
  const target = answerCluster(cache, query) ?? (yield* askUpstream(p, query))
  socket.sendto(emitDns({ ...reply, answers: [...reply.answers, ...(target?.answers ?? [])] }), from, to)
}

/** Others are asked as the node asks them. */
function* forward(
  p: Process,
  socket: UdpSocket,
  query: DnsMessage,
  from: InetAddress,
  to: Inet,
): Blocking<void> {
  const reply = yield* askUpstream(p, query)
  const failure = { ...query, qr: true, ra: true, rcode: DNS_RCODES.indexOf('SERVFAIL'), additional: [] }
  socket.sendto(emitDns(reply ?? failure), from, to)
}

function* askUpstream(p: Process, query: DnsMessage): Blocking<DnsMessage | null> {
  const text = p.fs.readText('/etc/resolv.conf')
  const address = isErrno(text) ? null : parseInet(/^nameserver\s+(\S+)/m.exec(text)?.[1] ?? '')
  if (address === null) return null
  const upstream = p.net.udpSocket()
  upstream.sendto(emitDns(query), { address, port: DNS_PORT })
  const until = p.clock.now() + UPSTREAM_PATIENCE
  while (p.clock.now() < until) {
    const got = upstream.recv()
    if (got === EAGAIN) {
      yield* p.clock.wait([upstream], until)
      continue
    }
    const reply = isErrno(got) ? null : parseDns(got.data)
    upstream.close()
    return reply
  }
  upstream.close()
  return null
}
