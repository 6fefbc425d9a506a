// nslookup: all questions at once, each answer printed as it is worded. Ref: busybox networking/nslookup.c
import type { Blocking, Process } from '../../os/program.ts'
import { SECOND } from '../../sim/clock.ts'
import { EAGAIN, isErrno } from '../../uapi/errno.ts'
import {
  DNS_RCODES,
  DNS_TYPES,
  emitDns,
  formatDnsData,
  parseDns,
  reverseName,
  type DnsMessage,
  type DnsRecord,
} from '../../wire/dns.ts'
import { parseInet, type Inet } from '../../wire/inet.ts'
import { formatAddress, parseInet6 } from '../../wire/inet6.ts'
import { getaddrinfo } from '../lib/resolv/getaddrinfo.ts'
import { readResolvConf } from '../lib/resolv/conf.ts'
import { queryOf, type Asked } from '../lib/resolv/query.ts'
import type { Applet } from './applet.ts'
import { showUsage } from './getopt.ts'

export const nslookupApplet: Applet = {
  name: 'nslookup',
  usage: ` [-type=QUERY_TYPE] [-debug] HOST [DNS_SERVER]

Query DNS about HOST

QUERY_TYPE: soa,ns,a,aaaa,cname,mx,txt,ptr,srv,any`,
  run: nslookup,
}

const TYPES = 'SOA NS A AAAA CNAME MX TXT PTR SRV ANY'.split(' ')
/** Seconds between rounds, and how many there are. */
const TIMEOUT = 5
const TRIES = 2

function* nslookup(p: Process): Blocking<number> {
  const types: number[] = []
  const operands: string[] = []
  let debug = false
  for (const word of p.argv.slice(1)) {
    const [, value] = /^-(?:type|querytype|query|ty?|q)=(.*)$/.exec(word) ?? []
    if (value !== undefined) {
      const type = TYPES.find((name) => name === value.toUpperCase())
      if (type === undefined) {
        p.io.err(`nslookup: invalid query type "${value}"\n`)
        return 1
      }
      types.push(DNS_TYPES[type as keyof typeof DNS_TYPES])
    } else if (word === '-debug') debug = true
    else if (word.startsWith('-')) return showUsage(p, nslookupApplet)
    else operands.push(word)
  }
  const [target, server] = operands
  if (target === undefined || operands.length > 2) return showUsage(p, nslookupApplet)
  const where = yield* serverOf(p, server ?? null)
  if (where === null) {
    p.io.err(`nslookup: bad address '${server ?? ''}'\n`)
    return 1
  }
  const asked = questions(p, target, types)
  const answers = yield* ask(p, where, asked)
  if (answers.every((answer) => answer === null)) {
    p.io.out(';; connection timed out; no servers could be reached\n\n')
    return 1
  }
  p.io.out(`Server:\t\t${where.given}\nAddress:\t${formatAddress(where.address)}:${where.port}\n\n`)
  let status = 0
  for (const [n, answer] of answers.entries()) {
    if (!answer) {
      p.io.out(`*** Can't find ${asked[n]?.name ?? ''}: No answer\n\n`)
      status = 1
      continue
    }
    if (debug) p.io.out(`Query #${n} completed in ${answer.milliseconds}ms:\n`)
    const { message } = answer
    if (message.rcode !== 0) {
      const words = DNS_RCODES[message.rcode] ?? String(message.rcode)
      p.io.out(`** server can't find ${asked[n]?.name ?? ''}: ${words}\n\n`)
      status = 1
      continue
    }
    if (!message.aa) p.io.out('Non-authoritative answer:\n')
    else if (debug) p.io.out('authoritative answer:\n')
    p.io.out(`${message.answers.map(recordText).join('')}\n`)
  }
  return status
}

interface Where {
  readonly address: Inet
  readonly port: number
  readonly given: string
}

/** `HOST[:PORT]`, else the first of /etc/resolv.conf. */
function* serverOf(p: Process, given: string | null): Blocking<Where | null> {
  if (given === null) {
    const address = readResolvConf(p).nameservers.find((one) => typeof one === 'number') ?? 0x7f000001
    return { address, port: 53, given: formatAddress(address) }
  }
  const [host = '', port = '53'] = given.split(':')
  const found = yield* getaddrinfo(p, host, 'inet')
  const address = 'error' in found ? undefined : found.addresses[0]
  return typeof address === 'number' ? { address, port: Number(port), given } : null
}

function questions(p: Process, target: string, types: readonly number[]): readonly Asked[] {
  const address = parseInet(target) ?? parseInet6(target)
  if (types.length === 0 && address !== null) return [{ name: reverseName(address), type: DNS_TYPES.PTR }]
  const wanted = types.length > 0 ? types : [DNS_TYPES.A, DNS_TYPES.AAAA]
  const { search } = readResolvConf(p)
  const domains = target.includes('.') ? [] : search.map((domain) => `${target}.${domain}`)
  const names = domains.length > 0 ? domains : [target.replace(/\.$/, '')]
  return names.flatMap((name) => wanted.map((type) => ({ name, type })))
}

interface Answered {
  readonly message: DnsMessage
  readonly milliseconds: number
}

function* ask(p: Process, where: Where, asked: readonly Asked[]): Blocking<readonly (Answered | null)[]> {
  const answers: (Answered | null)[] = asked.map(() => null)
  const remote = { address: where.address, port: where.port }
  const socket = p.net.udpSocket()
  try {
    const unreachable = socket.connect(remote)
    const queries = asked.map((question) => queryOf(p, question))
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const started = p.clock.now()
      for (const [n, query] of queries.entries()) {
        const error = answers[n] ? null : (unreachable ?? socket.sendto(emitDns(query), remote))
        if (error) p.io.err(`nslookup: write to '${where.given}': ${error.text}\n`)
      }
      const until = started + (TIMEOUT / TRIES) * SECOND
      while (answers.includes(null)) {
        const got = socket.recv()
        if (got === EAGAIN) {
          if ((yield* p.clock.wait([socket], until)) !== 'ready') break
          continue
        }
        if (isErrno(got)) continue
        const message = parseDns(got.data)
        const n = queries.findIndex((query) => query.id === message?.id)
        const milliseconds = Math.round((p.clock.now() - started) / (SECOND / 1000))
        if (message?.qr && n >= 0) answers[n] = { message, milliseconds }
      }
      if (!answers.includes(null)) break
    }
    return answers
  } finally {
    socket.close()
  }
}

const SOA_WORDS = ['serial', 'refresh', 'retry', 'expire', 'minimum']
const WORDS: Readonly<Record<string, string>> = {
  ns: 'nameserver =',
  cname: 'canonical name =',
  ptr: 'name =',
  mx: 'mail exchanger =',
  txt: 'text =',
  srv: 'service =',
}

/** Ref: parse_reply() */
function recordText({ name, type, data }: DnsRecord): string {
  if (data.kind === 'a' || data.kind === 'aaaa') return `Name:\t${name}\nAddress: ${formatDnsData(data)}\n`
  if (data.kind === 'soa') {
    const numbers = SOA_WORDS.map((word, n) => `\t${word} = ${data.numbers[n] ?? 0}\n`).join('')
    return `${name}\n\torigin = ${data.mname}\n\tmail addr = ${data.rname}\n${numbers}`
  }
  const [kind] = Object.entries(DNS_TYPES).find(([, number]) => number === type) ?? ['']
  const words = WORDS[kind.toLowerCase()]
  if (words === undefined) return ''
  return `${name}\t${words} ${formatDnsData(data).replace(/\.$/, '')}\n`
}
