// Asking DNS servers over UDP, as the C library's resolver does. Ref: resolv/res_send.c of the GNU C library
import type { Blocking, Process } from '../../../os/program.ts'
import { SECOND } from '../../../sim/clock.ts'
import { EAGAIN, isErrno } from '../../../uapi/errno.ts'
import { DNS_CLASS_IN, DNS_PORT, emitDns, parseDns, type DnsMessage } from '../../../wire/dns.ts'
import type { Inet } from '../../../wire/inet.ts'
import type { Inet6 } from '../../../wire/inet6.ts'
import { datagramEnd, familyOf } from '../datagram.ts'
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
  const socket = datagramEnd(p, familyOf(server))
  const end = { address: server, port: DNS_PORT }
  try {
    if (socket.connect(end)) return answers
    const queries = questions.map((asked) => queryOf(p, asked))
    for (const query of queries) if (socket.sendto(emitDns(query), end)) return answers
    const until = p.clock.now() + seconds * SECOND
    while (answers.includes(null)) {
      const received = socket.recv()
      if (received === EAGAIN) {
        if ((yield* p.clock.wait([socket], until)) !== 'ready') break
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
