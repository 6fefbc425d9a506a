// Questions that are passed on. Ref: dnsmasq src/forward.c:forward_query(), reply_query()
import type { Process } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { UdpSocket } from '../../uapi/socket.ts'
import { dnsTypeName, emitDns, parseDns, type DnsMessage } from '../../wire/dns.ts'
import { formatInet } from '../../wire/inet.ts'
import { logged } from './answer.ts'
import type { Log } from './log.ts'
import type { Upstream } from './zone.ts'

const SERVFAIL = 2
const REFUSED = 5

interface Forwarded {
  readonly query: DnsMessage
  readonly reply: (message: DnsMessage) => void
  /** Servers that have not answered yet. */
  waiting: number
}

export class Forwarder {
  readonly socket: UdpSocket
  readonly #p: Process
  readonly #log: Log | null
  readonly #forwarded = new Map<number, Forwarded>()

  /** `log`: of the questions. */
  constructor(p: Process, log: Log | null) {
    this.#p = p
    this.#log = log
    this.socket = p.net.udpSocket()
  }

  /** To every one of them: who knows better is not remembered. */
  forward(query: DnsMessage, servers: readonly Upstream[], reply: Forwarded['reply']): void {
    const id = this.#p.random() & 0xffff
    const octets = emitDns({ ...query, id })
    const [question] = query.questions
    this.#forwarded.set(id, { query, reply, waiting: servers.length })
    for (const server of servers) {
      this.#log?.write(`forwarded ${question?.name ?? ''} to ${formatServer(server)}`)
      this.socket.sendto(octets, server)
    }
  }

  /** Takes what servers answered. */
  receive(): void {
    for (;;) {
      const received = this.socket.recv()
      if (isErrno(received)) return
      const message = parseDns(received.data)
      const forwarded = message?.qr ? this.#forwarded.get(message.id) : undefined
      if (!message || !forwarded) continue
      forwarded.waiting--
      const refused = message.rcode === REFUSED || message.rcode === SERVFAIL
      // Another may know it.
      if (refused && forwarded.waiting > 0) continue
      this.#forwarded.delete(message.id)
      this.#logReply(message)
      forwarded.reply({ ...message, id: forwarded.query.id })
    }
  }

  #logReply(message: DnsMessage): void {
    const [question] = message.questions
    if (message.rcode === REFUSED) this.#log?.write('reply error is REFUSED')
    else if (message.rcode === SERVFAIL) this.#log?.write('reply error is SERVFAIL')
    else if (message.rcode === 3) this.#log?.write(`reply ${question?.name ?? ''} is NXDOMAIN`)
    else if (message.answers.length === 0) {
      const family = { A: '-IPv4', AAAA: '-IPv6' }[dnsTypeName(question?.type ?? 0)] ?? ''
      this.#log?.write(`reply ${question?.name ?? ''} is NODATA${family}`)
    }
    for (const record of message.answers) this.#log?.write(`reply ${logged(record)}`)
  }
}

export function formatServer({ address, port }: Upstream): string {
  return `${formatInet(address)}#${port}`
}
