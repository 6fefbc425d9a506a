// nslookup of BIND 9.18, without its prompt. Ref: bin/dig/nslookup.c
import type { Blocking } from '../../os/program.ts'
import {
  DNS_CLASS_IN,
  DNS_TYPES,
  formatDnsData,
  isDnsName,
  reverseName,
  type DnsMessage,
  type DnsRecord,
} from '../../wire/dns.ts'
import { parseInet } from '../../wire/inet.ts'
import { parseInet6 } from '../../wire/inet6.ts'
import type { Command } from '../command.ts'
import { hostNames } from '../lib/complete.ts'
import { ask, type Server } from '../lib/dighost/ask.ts'
import { chaseAliases, rcodeText } from '../lib/dighost/message.ts'
import { newQuery } from '../lib/dighost/query.ts'
import { namedServers, systemServers } from '../lib/dighost/servers.ts'
import { typeNumber, typeText } from '../lib/dighost/types.ts'
import { definePlainTool, type PlainTool } from '../lib/plainTool.ts'
import { readResolvConf } from '../lib/resolv/conf.ts'

const NXDOMAIN = 3
const ILLEGAL_NAME = 10
const WORDS: Readonly<Record<string, string>> = {
  CNAME: 'canonical name =',
  MX: 'mail exchanger =',
  NS: 'nameserver =',
  PTR: 'name =',
  SRV: 'service =',
  TXT: 'text =',
}
const SOA_NUMBERS = ['serial', 'refresh', 'retry', 'expire', 'minimum'] as const

interface Settings {
  /** Null: addresses of both families. */
  type: number | null
  port: number
  timeout: number
  tries: number
  tcp: boolean
  recurse: boolean
  search: boolean
}

export const nslookupCommand: Command = definePlainTool({
  name: 'nslookup',
  path: '/usr/bin/nslookup',
  summary: 'look names and addresses up by DNS',
  supports: [
    'nslookup NAME [SERVER]',
    '-type=, -query=: type of the records',
    '-port=, -timeout=, -retry=, -[no]vc, -[no]recurse, -[no]search',
  ],
  complete: (p, words) => hostNames(p).filter((name) => name.startsWith(words.at(-1) ?? '')),
  main: nslookup,
})

function* nslookup(tool: PlainTool, words: readonly string[]): Blocking<number> {
  const { p, out } = tool
  const set: Settings = {
    type: null,
    port: 53,
    timeout: 5,
    tries: 3,
    tcp: false,
    recurse: true,
    search: true,
  }
  const operands: string[] = []
  for (const word of words) {
    if (word === '-version' || word === '-V') {
      out.print('nslookup 9.18.49-1~deb12u3-Debian\n')
      return 0
    }
    if (!word.startsWith('-') || word === '-') operands.push(word)
    else {
      const refused = readOption(set, word.slice(1), (line) => out.print(line))
      if (refused) return tool.unsupported(word)
    }
  }
  const [target, given] = operands
  if (target === undefined || target === '-') return tool.unsupported('the prompt of nslookup')
  const servers = given === undefined ? systemServers(p, 'any') : yield* namedServers(p, given, 'any')
  if (!servers) {
    p.io.err(`nslookup: couldn't get address for '${given ?? ''}': failure\n`)
    return 1
  }
  const bare = target.replace(/\.$/, '')
  if (!isDnsName(bare)) {
    const why = /(^|\.)(\.|$)/.test(bare) ? 'empty label' : 'label too long'
    p.io.err(`nslookup: '${target}' is not a legal name (${why})\n`)
    return ILLEGAL_NAME
  }
  const status = yield* lookUpAll(tool, set, servers, target, bare)
  out.print('\n')
  return status
}

/** True for what real nslookup has and is not here. */
function readOption(set: Settings, option: string, print: (line: string) => void): boolean {
  const [name = '', value = ''] = option.split(/=(.*)/s)
  switch (name) {
    case 'type':
    case 'ty':
    case 'query':
    case 'querytype':
    case 'q': {
      const type = typeNumber(value)
      if (type === null) print(`unknown query type: ${value}\n`)
      else set.type = type
      return false
    }
    case 'port':
    case 'po':
      set.port = Number(value)
      return !/^\d+$/.test(value)
    case 'timeout':
    case 't':
      set.timeout = Math.max(Number(value), 1)
      return !/^\d+$/.test(value)
    case 'retry':
    case 'ret':
      set.tries = Math.max(Number(value), 1)
      return !/^\d+$/.test(value)
    case 'vc':
    case 'novc':
      set.tcp = name === 'vc'
      return false
    case 'recurse':
    case 'norecurse':
      set.recurse = name === 'recurse'
      return false
    case 'search':
    case 'nosearch':
      set.search = name === 'search'
      return false
    default:
      if (/^(no)?(debug|d2|fail|defname|def)$|^(class|cl|domain|do|ndots|srchlist)$/.test(name)) return true
      print(`*** Invalid option: ${option}\n`)
      return false
  }
}

function* lookUpAll(
  tool: PlainTool,
  set: Settings,
  servers: readonly Server[],
  target: string,
  bare: string,
): Blocking<number> {
  const address = parseInet(target) ?? parseInet6(target)
  if (address !== null) {
    const found = yield* lookUp(tool, set, servers, [reverseName(address)], DNS_TYPES.PTR, false)
    return found?.failed === false ? 0 : 1
  }
  const { search, ndots } = readResolvConf(tool.p)
  const more = set.search && !target.endsWith('.') ? search.map((domain) => `${bare}.${domain}`) : []
  const names = bare.split('.').length - 1 >= ndots ? [bare, ...more] : [...more, bare]
  const first = yield* lookUp(tool, set, servers, names, set.type ?? DNS_TYPES.A, true)
  if (!first || first.failed) return 1
  if (set.type !== null) return 0
  const second = yield* lookUp(tool, set, servers, [first.name], DNS_TYPES.AAAA, false)
  return second?.failed === false ? 0 : 1
}

/** Where the name leads; null when nobody answered. `introduce`: says which server answered. */
function* lookUp(
  tool: PlainTool,
  set: Settings,
  servers: readonly Server[],
  names: readonly string[],
  type: number,
  introduce: boolean,
): Blocking<{ readonly name: string; readonly failed: boolean } | null> {
  const { p, out } = tool
  const print = (line: string): void => {
    out.print(`${line}\n`)
    out.flush()
  }
  const tcp = set.tcp || type === DNS_TYPES.ANY
  for (const [n, name] of names.entries()) {
    const question = { name, type, class: DNS_CLASS_IN }
    const query = newQuery(p, { question, rd: set.recurse, ad: false, cd: false, edns: null })
    const reply = yield* ask(p, servers, query, { ...set, tcp, servfailStops: false, print })
    if ('setup' in reply) {
      if (!reply.setup) print(';; no servers could be reached')
      return null
    }
    const { message, server } = reply
    if (message.rcode === NXDOMAIN && n < names.length - 1) continue
    if (introduce) print(`Server:\t\t${server.given}\nAddress:\t${server.text}#${set.port}\n`)
    if (message.rcode !== 0) {
      print(`** server can't find ${name}: ${rcodeText(message.rcode)}`)
      return { name, failed: true }
    }
    out.print(inWords(message, name, type, set.type === null))
    return { name: chaseAliases(message, name), failed: false }
  }
  return null
}

function inWords(message: DnsMessage, name: string, type: number, byDefault: boolean): string {
  const { aa, answers } = message
  const addresses = type === DNS_TYPES.A || type === DNS_TYPES.AAAA
  let text = !aa && (!byDefault || type !== DNS_TYPES.AAAA) ? 'Non-authoritative answer:\n' : ''
  if (answers.length > 0) text += answers.map(formatAnswer).join('')
  else if (!byDefault || !addresses) text += `*** Can't find ${name}: No answer\n`
  if (aa || addresses) return text
  const more = [...message.authority, ...message.additional]
  return `${text}\nAuthoritative answers can be found from:\n${more.map(formatAnswer).join('')}`
}

function formatAnswer({ name, type, data }: DnsRecord): string {
  if (data.kind === 'a' || data.kind === 'aaaa') return `Name:\t${name}\nAddress: ${formatDnsData(data)}\n`
  if (data.kind === 'soa') {
    const numbers = SOA_NUMBERS.map((word, n) => `\t${word} = ${data.numbers[n] ?? 0}\n`).join('')
    return `${name}\n\torigin = ${data.mname}\n\tmail addr = ${data.rname}\n${numbers}`
  }
  const words = WORDS[typeText(type)] ?? `rdata_${type} =`
  return `${name}\t${words} ${formatDnsData(data)}\n`
}
