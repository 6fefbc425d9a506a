// Asking DNS servers over UDP, as the C library's resolver does. Ref: resolv/res_send.c of the GNU C library
import type { Blocking, Process } from '../../../os/program.ts'
import { SECOND } from '../../../sim/clock.ts'
import { EAGAIN, isErrno, type Errno } from '../../../uapi/errno.ts'
import { DNS_CLASS_IN, DNS_PORT, emitDns, parseDns, type DnsMessage } from '../../../wire/dns.ts'
import type { Inet } from '../../../wire/inet.ts'
import type { Inet6 } from '../../../wire/inet6.ts'
import type { Waitable } from '../../../uapi/socket.ts'
import type { ResolvConf } from './conf.ts'

const SERVFAIL = 2
const NOTIMP = 4
const REFUSED = 5

export interface Asked {
  readonly name: string
  readonly type: number
}

export function queryOf(p: Process, { name, type }: Asked): DnsMessage {
  return {
    id: p.random() & 0xffff,
    qr: false,
    opcode: 0,
    aa: false,
    tc: false,
    rd: true,
    ra: false,
    ad: false,
    cd: false,
    rcode: 0,
    questions: [{ name, type, class: DNS_CLASS_IN }],
    answers: [],
    authority: [],
    additional: [],
  }
}

/**
 * The answers to questions about one name, asked of each server in turn: null for one that no server answered. A server
 * that refuses or fails is passed over, unless it answered another of the questions.
 */
export function* askServers(
  p: Process,
  conf: ResolvConf,
  questions: readonly Asked[],
): Blocking<readonly (DnsMessage | null)[]> {
  for (let attempt = 0; attempt < conf.attempts; attempt++) {
    for (const server of conf.nameservers) {
      // Later rounds wait longer, shared by the servers.
      const seconds =
        attempt === 0 ? conf.timeout : Math.floor((conf.timeout << attempt) / conf.nameservers.length)
      const answers = yield* askServer(p, server, questions, Math.max(seconds, 1))
      if (answers.some((answer) => answer && ![SERVFAIL, NOTIMP, REFUSED].includes(answer.rcode)))
        return answers
    }
  }
  return questions.map(() => null)
}

/** All questions at once, from one socket. Null for those that were not answered in time, or at all. */
function* askServer(
  p: Process,
  server: Inet | Inet6,
  questions: readonly Asked[],
  seconds: number,
): Blocking<readonly (DnsMessage | null)[]> {
  const answers: (DnsMessage | null)[] = questions.map(() => null)
  const socket = typeof server === 'number' ? socketTo(p, server) : socketTo6(p, server)
  if (socket === null) return answers
  try {
    const queries = questions.map((asked) => queryOf(p, asked))
    for (const query of queries) if (socket.send(emitDns(query))) return answers
    const until = p.clock.now() + seconds * SECOND
    while (answers.includes(null)) {
      const received = socket.recv()
      if (received === EAGAIN) {
        if ((yield* p.clock.wait([socket.waitable], until)) !== 'ready') break
        continue
      }
      if (isErrno(received)) break
      const message = parseDns(received.data)
      const n = queries.findIndex((query) => query.id === message?.id)
      if (message?.qr && n >= 0) answers[n] = message
    }
    return answers
  } finally {
    socket.close()
  }
}

/** A socket of either family, connected to a server. */
interface ServerSocket {
  readonly waitable: Waitable
  readonly send: (data: Uint8Array) => Errno | null
  readonly recv: () => { readonly data: Uint8Array } | Errno
  readonly close: () => void
}

function socketTo(p: Process, address: Inet): ServerSocket | null {
  const socket = p.net.udpSocket()
  const server = { address, port: DNS_PORT }
  if (!socket.connect(server)) {
    return {
      waitable: socket,
      send: (data) => socket.sendto(data, server),
      recv: () => socket.recv(),
      close: () => socket.close(),
    }
  }
  socket.close()
  return null
}

function socketTo6(p: Process, address: Inet6): ServerSocket | null {
  const socket = p.net.udp6Socket()
  const server = { address, port: DNS_PORT, scope: 0 }
  if (!socket.connect(server)) {
    return {
      waitable: socket,
      send: (data) => socket.sendto(data, server),
      recv: () => socket.recv(),
      close: () => socket.close(),
    }
  }
  socket.close()
  return null
}
