// Options of the command line and of configuration files. Ref: dnsmasq src/option.c
import type { Process } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import { DNS_PORT, DNS_TYPES, isDnsName } from '../../wire/dns.ts'
import { parseInet, type Inet } from '../../wire/inet.ts'
import { parseInet6, type Inet6 } from '../../wire/inet6.ts'
import { Args, grammarOf, parseOptions, type Given } from '../lib/options.ts'
import { readDhcpConfig, type DhcpConfig } from './dhcpconfig.ts'
import { OPTIONS, REFUSED, type DnsmasqOption } from './options.ts'
import type { DomainRule, Zone } from './zone.ts'

const DEFAULT_FILE = '/etc/dnsmasq.conf'

/** Ends it: the words after `dnsmasq: `, and the exit status. */
export interface Fatal {
  readonly words: string
  readonly status: number
}

type Given1 = Given<DnsmasqOption>

const grammar = grammarOf(OPTIONS, REFUSED, { digits: null, stopAtOperand: false, isOperand: () => false })

/** Everything given, the file's options first. */
export function readOptions(p: Process): Args<DnsmasqOption> | Fatal | { readonly unsupported: string } {
  const args = parseOptions(grammar, p.argv.slice(1))
  if (!(args instanceof Args)) {
    if ('unsupported' in args) return args
    return { words: 'bad command line options: try --help', status: 1 }
  }
  if (args.operands.length > 0) return { words: 'junk found in command line', status: 1 }
  const all: Given1[] = [...args.options]
  const files = args.has('confFile') ? args.all('confFile') : [DEFAULT_FILE]
  for (const file of files) {
    const text = p.fs.readText(file)
    if (isErrno(text)) {
      if (!args.has('confFile')) continue
      return { words: `cannot read ${file}: ${text.text}`, status: 3 }
    }
    const read = readFile(file, text)
    if (!Array.isArray(read)) return read
    all.push(...read)
  }
  return new Args(all, [])
}

function readFile(file: string, text: string): Given1[] | Fatal | { readonly unsupported: string } {
  const given: Given1[] = []
  for (const [n, line] of text.split('\n').entries()) {
    const [, name, value] = /^\s*([^\s=#]+)\s*(?:=\s*(.*?))?\s*$/.exec(line.replace(/(^|\s)#.*/, '')) ?? []
    if (name === undefined) {
      if (/^\s*(#|$)/.test(line)) continue
      return { words: `bad option at line ${n + 1} of ${file}`, status: 1 }
    }
    // A file has no abbreviations.
    const whole = grammar.longs.has(name)
    const args = whole && parseOptions(grammar, [`--${name}${value === undefined ? '' : `=${value}`}`])
    if (!(args instanceof Args)) {
      if (args && 'unsupported' in args) return args
      return { words: `bad option at line ${n + 1} of ${file}`, status: 1 }
    }
    given.push(...args.options)
  }
  return given
}

export interface Config {
  readonly port: number
  readonly bindInterfaces: boolean
  readonly listen: readonly (Inet | Inet6)[]
  readonly interfaces: readonly string[]
  readonly rules: readonly DomainRule[]
  readonly servers: readonly DomainRule[]
  readonly ttl: number
  readonly domain: string | null
  readonly expandHosts: boolean
  readonly hostsFiles: readonly string[]
  readonly resolvFile: string | null
  /** Null: it is no DHCP server. */
  readonly dhcp: DhcpConfig | null
  /** Puts the records of its options into a zone. */
  readonly records: (zone: Zone) => void
}

/** Collects the first thing that is wrong. */
class Reader {
  problem: string | null = null
  readonly records: ((zone: Zone) => void)[] = []
  readonly rules: DomainRule[] = []
  readonly #ttl: number

  constructor(ttl: number) {
    this.#ttl = ttl
  }

  bad(words: string): void {
    this.problem ??= words
  }

  number(text: string | null, most: number): number | null {
    if (text === null) return null
    if (/^\d+$/.test(text) && Number(text) <= most) return Number(text)
    this.bad('try --help')
    return null
  }

  address(text: string): void {
    const { domains, rest } = domainsOf(text)
    const address = parseInet(rest) ?? parseInet6(rest)
    if (address === null && rest !== '' && rest !== '#') return this.bad('Bad address in --address')
    if (!text.startsWith('/') && address === null) return this.bad('Bad address in --address')
    if (text.startsWith('/') && !/^\/.*\/[^/]*$/.test(text)) return this.bad('Bad address in --address')
    for (const domain of domains) {
      const what =
        rest === '#'
          ? ({ kind: 'null' } as const)
          : address === null
            ? ({ kind: 'none' } as const)
            : ({ kind: 'address', address } as const)
      this.rules.push({ domain, what })
    }
  }

  server(text: string): void {
    const { domains, rest } = domainsOf(text)
    const [, host = '', port] = /^([^#@]*)(?:#(\d+))?$/.exec(rest) ?? []
    const address = parseInet(host)
    for (const domain of domains) {
      if (rest === '') this.rules.push({ domain, what: { kind: 'none' } })
      else if (rest === '#') this.rules.push({ domain, what: { kind: 'normal' } })
      else if (address === null) this.bad('bad address')
      else {
        const server = { address, port: port === undefined ? DNS_PORT : Number(port) }
        this.rules.push({ domain, what: { kind: 'server', server } })
      }
    }
  }

  hostRecord(text: string): void {
    const words = text.split(',').map((word) => word.trim())
    const addresses: (Inet | Inet6)[] = []
    const names: string[] = []
    let ttl = this.#ttl
    for (const word of words) {
      const address = parseInet(word) ?? parseInet6(word)
      if (address !== null) addresses.push(address)
      else if (/^\d+$/.test(word) && names.length > 0) ttl = Number(word)
      else if (word === '' || !isDnsName(word)) return this.bad('Bad name in host-record')
      else names.push(word)
    }
    if (names.length === 0 || addresses.length === 0) return this.bad('Bad host-record')
    this.records.push((zone) => {
      for (const address of addresses) zone.addHost(names, address, ttl)
    })
  }

  cname(text: string): void {
    const words = text.split(',').map((word) => word.trim())
    const ttl = words.length > 2 && /^\d+$/.test(words.at(-1) ?? '') ? Number(words.pop()) : this.#ttl
    const target = words.pop()
    if (target === undefined || words.length === 0 || words.some((word) => word === ''))
      return this.bad('bad CNAME')
    for (const alias of words) this.#record(alias, DNS_TYPES.CNAME, { kind: 'name', name: target }, ttl)
  }

  txtRecord(text: string): void {
    const [name = '', ...texts] = text.match(/"[^"]*"|[^,]+/g) ?? []
    if (!isDnsName(name) || name === '') return this.bad('bad TXT record')
    const plain = texts.map((word) => word.replace(/^"(.*)"$/, '$1'))
    this.#record(name, DNS_TYPES.TXT, { kind: 'txt', texts: plain.length > 0 ? plain : [''] })
  }

  ptrRecord(text: string): void {
    const [name = '', target = ''] = text.split(',')
    if (name === '' || !isDnsName(name)) return this.bad('bad PTR record')
    this.#record(name, DNS_TYPES.PTR, { kind: 'name', name: target })
  }

  mxHost(text: string, hostname: string): void {
    const [name = '', target = hostname, preference = '1'] = text.split(',')
    if (!/^\d+$/.test(preference)) return this.bad('bad MX preference')
    if (name === '' || !isDnsName(name)) return this.bad('bad MX name')
    this.#record(name, DNS_TYPES.MX, { kind: 'mx', preference: Number(preference), name: target })
  }

  srvHost(text: string): void {
    const [name = '', target = '', port = '1', priority = '0', weight = '0'] = text.split(',')
    if (name === '' || !isDnsName(name)) return this.bad('bad SRV record')
    if (!/^\d+$/.test(port)) return this.bad('invalid port number')
    if (!/^\d+$/.test(priority)) return this.bad('invalid priority')
    if (!/^\d+$/.test(weight)) return this.bad('invalid weight')
    const numbers = { port: Number(port), priority: Number(priority), weight: Number(weight) }
    this.#record(name, DNS_TYPES.SRV, { kind: 'srv', ...numbers, name: target })
  }

  #record(name: string, type: number, data: Parameters<Zone['add']>[3], ttl = this.#ttl): void {
    this.records.push((zone) => zone.add(name, type, ttl, data))
  }
}

/** `/a/b/REST`; without slashes it is about every name, as `/#/` is. */
function domainsOf(text: string): { readonly domains: readonly string[]; readonly rest: string } {
  if (!text.startsWith('/')) return { domains: [''], rest: text }
  const parts = text.split('/')
  const rest = parts.pop() ?? ''
  return {
    domains: parts.slice(1).map((d) => (d === '#' ? '' : d.toLowerCase().replace(/^\.|\.$/g, ''))),
    rest,
  }
}

export function readConfig(p: Process, args: Args<DnsmasqOption>): Config | Fatal {
  const reader = new Reader(0)
  const ttl = reader.number(args.last('localTtl'), 2 ** 31) ?? 0
  const read = new Reader(ttl)
  for (const { id, value } of args.options) {
    const text = value ?? ''
    if (id === 'address') read.address(text)
    else if (id === 'server' || id === 'local') read.server(text)
    else if (id === 'hostRecord') read.hostRecord(text)
    else if (id === 'cname') read.cname(text)
    else if (id === 'txtRecord') read.txtRecord(text)
    else if (id === 'ptrRecord') read.ptrRecord(text)
    else if (id === 'mxHost') read.mxHost(text, p.net.hostname())
    else if (id === 'srvHost') read.srvHost(text)
  }
  const port = read.number(args.last('port'), 65535) ?? DNS_PORT
  const listen = args.all('listenAddress').flatMap((text) => text.split(','))
  const addresses = listen.map((text) => parseInet(text) ?? parseInet6(text))
  if (addresses.includes(null)) read.bad('try --help')
  const dhcp = readDhcpConfig(args)
  if (typeof dhcp === 'string') {
    const words = dhcp.endsWith('in vethlab') ? dhcp : `bad command line options: ${dhcp}`
    return { words, status: 1 }
  }
  const problem = reader.problem ?? read.problem
  if (problem !== null) return { words: `bad command line options: ${problem}`, status: 1 }
  return {
    port,
    bindInterfaces: args.has('bindInterfaces'),
    listen: addresses.flatMap((address) => (address === null ? [] : [address])),
    interfaces: args.all('interface').flatMap((text) => text.split(',')),
    rules: read.rules.filter(({ domain, what }) => domain !== '' || what.kind !== 'server'),
    servers: read.rules.filter(({ what }) => what.kind === 'server'),
    ttl,
    domain: args.last('domain'),
    expandHosts: args.has('expandHosts'),
    hostsFiles: [...(args.has('noHosts') ? [] : ['/etc/hosts']), ...args.all('addnHosts')],
    resolvFile: args.has('noResolv') ? null : (args.last('resolvFile') ?? '/etc/resolv.conf'),
    dhcp,
    records: (zone) => {
      for (const add of read.records) add(zone)
    },
  }
}
