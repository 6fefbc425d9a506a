// dig of BIND 9.18. Read arguments.ts for what it is asked, lib/dighost/ask.ts for how it asks.
import type { Blocking, Process } from '../../os/program.ts'
import { MICROSECOND, MILLISECOND } from '../../sim/clock.ts'
import {
  DNS_TYPES,
  emitDns,
  formatDnsData,
  isDnsName,
  type DnsMessage,
  type DnsRecord,
} from '../../wire/dns.ts'
import type { Command } from '../command.ts'
import { strftime } from '../lib/calendar.ts'
import { hostNames } from '../lib/complete.ts'
import { ask, type Reply, type Server } from '../lib/dighost/ask.ts'
import { formatHeader, formatOpt, formatQuestions, formatRecord } from '../lib/dighost/message.ts'
import { newQuery } from '../lib/dighost/query.ts'
import { namedServers, systemServers } from '../lib/dighost/servers.ts'
import { definePlainTool, type PlainTool } from '../lib/plainTool.ts'
import { readResolvConf } from '../lib/resolv/conf.ts'
import { readArguments, SWITCHES, type Arguments, type Lookup } from './arguments.ts'

const VERSION = '9.18.49-1~deb12u3-Debian'
const NXDOMAIN = 3
const UNREACHED = 9
const ILLEGAL_NAME = 10
const COOKIE = 10
const USAGE = `Usage:  dig [@global-server] [domain] [q-type] [q-class] {q-opt}
            {global-d-opt} host [@local-server] {local-d-opt}
            [ host [@local-server] {local-d-opt} [...]]
`
const MORE = '\nUse "dig -h" (or "dig -h | more") for complete list of options\n'

export const digCommand: Command = definePlainTool({
  name: 'dig',
  path: '/usr/bin/dig',
  summary: 'ask DNS servers',
  supports: [
    'dig [@SERVER] [-4] [-6] [-u] [-p PORT] [-x ADDRESS] [-q NAME] [-t TYPE] [-c CLASS] [NAME] [TYPE]',
    '+time=, +tries=, +retry=',
    ...Object.entries(SWITCHES).map(([name, help]) => `+[no]${name}: ${help}`),
  ],
  complete: (p, words) => {
    const typed = words.at(-1) ?? ''
    const options = Object.keys(SWITCHES).flatMap((name) => [`+${name}`, `+no${name}`])
    return (typed.startsWith('+') ? options : hostNames(p)).filter((word) => word.startsWith(typed))
  },
  main: dig,
})

function* dig(tool: PlainTool, words: readonly string[]): Blocking<number> {
  const { p, out } = tool
  const args = readArguments(words)
  if ('unsupported' in args) return tool.unsupported(args.unsupported)
  if ('show' in args) {
    if (args.show === 'version') p.io.err(`DiG ${VERSION}\n`)
    else out.print(`${USAGE}\n+[no]${Object.keys(SWITCHES).join(', +[no]')}, +time=, +tries=, +retry=\n`)
    return 0
  }
  if ('message' in args) {
    p.io.err(`${args.message}${args.usage ? USAGE + MORE : ''}`)
    return args.status
  }
  for (const warning of args.warnings) p.io.err(warning)
  let status = 0
  for (const lookup of args.lookups) {
    const result = yield* lookUp(tool, args, lookup)
    if (result === ILLEGAL_NAME) return result
    status = result || status
  }
  return status
}

function* lookUp(tool: PlainTool, args: Arguments, lookup: Lookup): Blocking<number> {
  const { p, out } = tool
  const bare = lookup.name.replace(/\.$/, '')
  if (!isDnsName(bare)) {
    const why = /(^|\.)(\.|$)/.test(bare) ? 'empty label' : 'label too long'
    out.flush()
    p.io.err(`dig: '${lookup.name}' is not a legal name (${why})\n`)
    return ILLEGAL_NAME
  }
  const servers = yield* serversOf(p, args, lookup)
  if (typeof servers === 'string') {
    out.flush()
    p.io.err(`dig: couldn't get address for '${servers}': failure\n`)
    return 1
  }
  const greeting = lookup.greeting ? greetingOf(p, args, lookup, servers) : ''
  const tcp = lookup.on.has('tcp') || lookup.type === DNS_TYPES.ANY
  const print = (line: string): void => {
    out.print(`${line}\n`)
    out.flush()
  }
  const names = namesOf(p, lookup, bare)
  for (const [n, name] of names.entries()) {
    const query = queryOf(p, lookup, name)
    if (lookup.on.has('qr')) out.print(`${greeting}${formatQuery(lookup, query)}`)
    const { port } = args
    const options = { ...lookup, port, tcp, servfailStops: true, print }
    const reply = yield* ask(p, servers, query, options)
    if ('setup' in reply) {
      if (!reply.setup) out.print(`${greeting};; no servers could be reached\n`)
      return UNREACHED
    }
    if (reply.message.rcode === NXDOMAIN && n < names.length - 1) continue
    const shown = args.printCommand && !args.short && !lookup.on.has('qr')
    out.print(`${shown ? greeting : ''}${formatReply(p, args, lookup, reply, tcp)}`)
    break
  }
  return 0
}

function namesOf(p: Process, lookup: Lookup, bare: string): readonly string[] {
  if (!lookup.on.has('search') || lookup.name.endsWith('.')) return [bare]
  const { search, ndots } = readResolvConf(p)
  const searched = search.map((domain) => `${bare}.${domain}`)
  return bare.split('.').length - 1 >= ndots ? [bare, ...searched] : [...searched, bare]
}

function* serversOf(p: Process, args: Arguments, { servers }: Lookup): Blocking<readonly Server[] | string> {
  const [given] = servers
  if (given === undefined) return systemServers(p, args.family)
  return (yield* namedServers(p, given, args.family)) ?? given
}

function greetingOf(p: Process, args: Arguments, lookup: Lookup, servers: readonly Server[]): string {
  const words = p.argv.slice(1).join(' ')
  const count = servers.length
  const found = lookup.servers.length > 0 ? `; (${count} server${count === 1 ? '' : 's'} found)\n` : ''
  return `\n; <<>> DiG ${VERSION} <<>> ${words}\n${found};; global options: +cmd\n`
}

function queryOf(p: Process, { name: _, on, type, class: number }: Lookup, name: string): DnsMessage {
  const cookie = Uint8Array.from({ length: 8 }, () => p.random() & 255)
  const option = on.has('cookie') ? Uint8Array.of(0, COOKIE, 0, cookie.length, ...cookie) : new Uint8Array()
  return newQuery(p, {
    question: { name, type, class: number },
    rd: on.has('recurse'),
    ad: on.has('adflag'),
    cd: on.has('cdflag'),
    edns: on.has('edns') ? option : null,
  })
}

function formatQuery(lookup: Lookup, query: DnsMessage): string {
  return `;; Sending:\n${formatMessage(lookup, query)};; QUERY SIZE: ${emitDns(query).length}\n\n`
}

function formatReply(p: Process, args: Arguments, lookup: Lookup, reply: Reply, tcp: boolean): string {
  const { message, server, took, size } = reply
  const { on } = lookup
  if (args.short) {
    const from = `from server ${server.text} in ${Math.floor(took / MILLISECOND)} ms.`
    const tail = on.has('identify') ? ` ${from}` : ''
    return message.answers.map(({ data }) => `${formatDnsData(data)}${tail}\n`).join('')
  }
  let text = on.has('comments') ? ';; Got answer:\n' : ''
  text += formatMessage(lookup, message)
  if (!on.has('stats')) return text
  const when = strftime('%a %b %d %H:%M:%S UTC %Y', p.clock.epoch())
  return (
    `${text};; Query time: ${milliseconds(args, took)}\n` +
    `;; SERVER: ${server.text}#${args.port}(${server.given}) (${tcp ? 'TCP' : 'UDP'})\n` +
    `;; WHEN: ${when}\n;; MSG SIZE  rcvd: ${size}\n\n`
  )
}

function milliseconds({ microseconds }: Arguments, took: number): string {
  return microseconds ? `${Math.floor(took / MICROSECOND)} usec` : `${Math.floor(took / MILLISECOND)} msec`
}

function formatMessage(lookup: Lookup, message: DnsMessage): string {
  const { on } = lookup
  const comments = on.has('comments')
  const gap = comments ? '\n' : ''
  let text = ''
  if (comments) {
    text += formatHeader(message)
    if (message.qr && message.rd && !message.ra) text += ';; WARNING: recursion requested but not available\n'
    text += `\n${formatOpt(message)}`
  }
  if (on.has('question') && message.questions.length > 0)
    text += `${comments ? ';; QUESTION SECTION:\n' : ''}${formatQuestions(message)}${gap}`
  const sections = [
    ['answer', 'ANSWER', message.answers],
    ['authority', 'AUTHORITY', message.authority],
    ['additional', 'ADDITIONAL', message.additional.filter(({ type }) => type !== DNS_TYPES.OPT)],
  ] as const
  for (const [id, title, records] of sections) {
    if (!on.has(id) || records.length === 0) continue
    text += `${comments ? `;; ${title} SECTION:\n` : ''}${formatRecords(lookup, records)}${gap}`
  }
  return text
}

function formatRecords({ on }: Lookup, records: readonly DnsRecord[]): string {
  const style = { ttl: on.has('ttlid'), class: on.has('class') }
  return records.map((record) => `${formatRecord(record, style)}\n`).join('')
}
