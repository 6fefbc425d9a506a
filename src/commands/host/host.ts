// host of BIND 9.18. Ref: bin/dig/host.c
import type { Blocking, Process } from '../../os/program.ts'
import { MILLISECOND } from '../../sim/clock.ts'
import {
  DNS_CLASS_IN,
  DNS_TYPES,
  formatDnsData,
  isDnsName,
  reverseName,
  type DnsMessage,
} from '../../wire/dns.ts'
import { parseInet } from '../../wire/inet.ts'
import { parseInet6 } from '../../wire/inet6.ts'
import type { Command } from '../command.ts'
import { hostNames } from '../lib/complete.ts'
import { ask, type Reply, type Server } from '../lib/dighost/ask.ts'
import {
  chaseAliases,
  formatHeader,
  formatQuestions,
  formatRecord,
  rcodeText,
} from '../lib/dighost/message.ts'
import { newQuery } from '../lib/dighost/query.ts'
import { namedServers, systemServers } from '../lib/dighost/servers.ts'
import { classNumber, typeNumber, typeText } from '../lib/dighost/types.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { readResolvConf } from '../lib/resolv/conf.ts'
import { defineTool, type Tool } from '../lib/tool.ts'
import { USAGE } from './usage.ts'

type HostOption = '4' | '6' | 'a' | 'c' | 'd' | 'p' | 'r' | 'R' | 's' | 't' | 'T' | 'U' | 'v' | 'V' | 'W'

const OPTIONS: OptionTable<HostOption> = {
  '4': ['-4', 'ask by IPv4'],
  '6': ['-6', 'ask by IPv6'],
  a: ['-a', 'everything, in full'],
  c: ['-c CLASS', 'class of the records'],
  d: ['-d', 'in full'],
  p: ['-p PORT', 'port of the server'],
  r: ['-r', 'do not let the server ask others'],
  R: ['-R NUMBER', 'how often to repeat'],
  s: ['-s', 'a server that fails is believed'],
  t: ['-t TYPE', 'type of the records'],
  T: ['-T', 'ask by TCP'],
  U: ['-U', 'ask by UDP'],
  v: ['-v', 'in full'],
  V: ['-V', 'print the version'],
  W: ['-W SECONDS', 'how long to wait'],
}

const NXDOMAIN = 3
const WORDS: Readonly<Record<string, string>> = {
  A: 'has address',
  AAAA: 'has IPv6 address',
  CNAME: 'is an alias for',
  MX: 'mail is handled by',
  NS: 'name server',
  PTR: 'domain name pointer',
  SOA: 'has SOA record',
  SRV: 'has SRV record',
  TXT: 'descriptive text',
}

export const hostCommand: Command = defineTool<HostOption>({
  name: 'host',
  path: '/usr/bin/host',
  summary: 'look names and addresses up by DNS',
  usage: ['[options] NAME [SERVER]'],
  options: OPTIONS,
  refused: ['-A', '-C', '-i', '-l', '-m FLAG', '-N DOTS', '-w'],
  forms: ['host NAME [SERVER]'],
  hint: USAGE,
  ownHelp: true,
  completeWord: (p) => hostNames(p),
  main: host,
})

interface Settings {
  readonly servers: readonly Server[]
  readonly verbose: boolean
  readonly args: Args<HostOption>
}

function* host(tool: Tool, args: Args<HostOption>): Blocking<number> {
  const { p, out } = tool
  if (args.has('V')) {
    p.io.err('host 9.18.49-1~deb12u3-Debian\n')
    return 0
  }
  const [target, given] = args.operands
  if (target === undefined) {
    p.io.err(USAGE)
    return 1
  }
  const typed = args.has('a') ? 'ANY' : args.last('t')
  const type = typed === null ? null : typeNumber(typed)
  if (typed !== null && type === null) {
    p.io.err(`host: invalid type: ${typed}\n\n`)
    return 2
  }
  if (classNumber(args.last('c') ?? 'IN') === null) {
    p.io.err(`host: invalid class: ${args.last('c') ?? ''}\n\n`)
    return 2
  }
  const family = args.has('4') ? 'inet' : args.has('6') ? 'inet6' : 'any'
  const servers = given === undefined ? systemServers(p, family) : yield* namedServers(p, given, family)
  if (!servers) {
    tool.complain(`couldn't get address for '${given ?? ''}': failure`)
    return 1
  }
  const bare = target.replace(/\.$/, '')
  if (!isDnsName(bare)) {
    tool.complain(
      `'${target}' is not a legal name (${/(^|\.)(\.|$)/.test(bare) ? 'empty label' : 'label too long'})`,
    )
    return 1
  }
  const verbose = args.has('a') || args.has('v') || args.has('d')
  const set: Settings = { servers, verbose, args }
  const [server] = servers
  const introduce =
    given === undefined || !server
      ? ''
      : `Using domain server:\nName: ${given}\nAddress: ${server.text}#${args.last('p') ?? 53}\nAliases: \n\n`
  const address = parseInet(target) ?? parseInet6(target)
  if (address !== null) {
    const found = yield* lookUp(tool, set, [reverseName(address)], type ?? DNS_TYPES.PTR, true, introduce)
    return found ? found.status : 1
  }
  const names = target.endsWith('.') ? [bare] : searched(p, bare)
  if (type !== null) {
    const found = yield* lookUp(tool, set, names, type, true, introduce)
    return found ? found.status : 1
  }
  // What has an address may have another by IPv6, and mail exchangers.
  const first = yield* lookUp(tool, set, names, DNS_TYPES.A, false, introduce)
  if (!first || first.status > 0) return 1
  let status = 0
  for (const next of [DNS_TYPES.AAAA, DNS_TYPES.MX]) {
    const found = yield* lookUp(tool, set, [first.name], next, false, '')
    if (!found || found.status > 0) status = 1
  }
  out.flush()
  return status
}

function searched(p: Process, bare: string): readonly string[] {
  const { search, ndots } = readResolvConf(p)
  const more = search.map((domain) => `${bare}.${domain}`)
  return bare.split('.').length - 1 >= ndots ? [bare, ...more] : [...more, bare]
}

/** Where the name leads, and the exit status; null when nobody answered. `asked`: for just this type. */
function* lookUp(
  tool: Tool,
  set: Settings,
  names: readonly string[],
  type: number,
  asked: boolean,
  introduce: string,
): Blocking<{ readonly name: string; readonly status: number } | null> {
  const { p, out } = tool
  const { args, verbose } = set
  for (const [n, name] of names.entries()) {
    if (verbose) out.print(`Trying "${name}"\n`)
    const question = { name, type, class: classNumber(args.last('c') ?? 'IN') ?? DNS_CLASS_IN }
    const query = newQuery(p, { question, rd: !args.has('r'), ad: false, cd: false, edns: null })
    const reply = yield* ask(p, set.servers, query, askOptions(tool, set, type))
    if ('setup' in reply) {
      if (!reply.setup) out.print(';; no servers could be reached\n')
      return null
    }
    const { message } = reply
    if (message.rcode === NXDOMAIN && n < names.length - 1) continue
    out.print(introduce)
    if (message.rcode !== 0) {
      out.print(`Host ${name} not found: ${message.rcode}(${rcodeText(message.rcode)})\n`)
      if (verbose) out.print(received(reply, set))
      return { name, status: 1 }
    }
    const end = chaseAliases(message, name)
    if (verbose) out.print(inFull(message) + received(reply, set))
    else out.print(inWords(message, type, name, asked))
    const none = asked && !verbose && message.answers.length === 0
    return { name: end, status: none ? 1 : 0 }
  }
  return null
}

function askOptions(tool: Tool, { args }: Settings, type: number): Parameters<typeof ask>[3] {
  return {
    port: Number(args.last('p') ?? 53),
    timeout: Math.max(Number(args.last('W') ?? 5), 1),
    tries: args.has('R') ? Number(args.last('R')) + 1 : 2,
    tcp: args.has('T') || (type === DNS_TYPES.ANY && !args.has('U')),
    servfailStops: args.has('s'),
    print: (line) => {
      tool.out.print(`${line}\n`)
      tool.out.flush()
    },
  }
}

function inWords({ answers }: DnsMessage, type: number, name: string, asked: boolean): string {
  const shown = answers.filter((r) => type !== DNS_TYPES.MX || asked || r.type !== DNS_TYPES.CNAME)
  if (shown.length === 0) return asked ? `${name} has no ${typeText(type)} record\n` : ''
  return shown
    .map(
      (r) =>
        `${r.name} ${WORDS[typeText(r.type)] ?? `has ${typeText(r.type)} record`} ${formatDnsData(r.data)}\n`,
    )
    .join('')
}

function inFull(message: DnsMessage): string {
  const style = { ttl: true, class: true }
  let text = `${formatHeader(message)}\n`
  if (message.questions.length > 0) text += `;; QUESTION SECTION:\n${formatQuestions(message)}\n`
  for (const [title, records] of [
    ['ANSWER', message.answers],
    ['AUTHORITY', message.authority],
    ['ADDITIONAL', message.additional],
  ] as const) {
    if (records.length === 0) continue
    text += `;; ${title} SECTION:\n${records.map((r) => `${formatRecord(r, style)}\n`).join('')}\n`
  }
  return text
}

function received({ size, server, took }: Reply, { args }: Settings): string {
  const port = args.last('p') ?? 53
  return `Received ${size} bytes from ${server.text}#${port} in ${Math.floor(took / MILLISECOND)} ms\n`
}
