// getaddrinfo(3) and getnameinfo(3): /etc/hosts, then the servers of /etc/resolv.conf, or as /etc/nsswitch.conf says.
// Ref: nss/getaddrinfo.c, resolv/nss_dns/dns-host.c of the GNU C library
import type { Blocking, Process } from '../../../os/program.ts'
import { isErrno } from '../../../uapi/errno.ts'
import { DNS_TYPES, isDnsName, reverseName, type DnsMessage } from '../../../wire/dns.ts'
import { parseInet, type Inet } from '../../../wire/inet.ts'
import { parseInet6, type Inet6 } from '../../../wire/inet6.ts'
import { hostsLines, nameOfAddress, type NameError } from '../hosts.ts'
import { inetAton } from '../inetAton.ts'
import { readResolvConf } from './conf.ts'
import { askServers, type Asked } from './query.ts'

export type AddressFamily = 'inet' | 'inet6' | 'any'

export interface NameAnswer {
  /** At least one; what can be reached first, and of that IPv6 first. */
  readonly addresses: readonly (Inet | Inet6)[]
  /** AI_CANONNAME: what the name stands for in the end, or the address as it was written. */
  readonly canonical: string
  /** Names on the way to the canonical one (h_aliases of gethostbyname(3)). */
  readonly aliases: readonly string[]
  /** It was an address. */
  readonly numeric: boolean
}

const NXDOMAIN = 3

/** What stands for a name, asked in the order of nsswitch.conf. */
export function* getaddrinfo(
  p: Process,
  name: string,
  family: AddressFamily = 'any',
): Blocking<NameAnswer | { readonly error: NameError }> {
  const numeric = numericAnswer(name, family)
  if (numeric) return numeric
  if (name === '' || /[^A-Za-z0-9._-]/.test(name)) return { error: 'Name or service not known' }
  let error: NameError = 'Name or service not known'
  for (const source of sources(p)) {
    if (source === 'files') {
      const found = inHosts(p, name, family)
      if (found) return found
    } else if (source === 'dns') {
      const found = yield* inDns(p, name, family)
      if (!('error' in found)) return found
      ;({ error } = found)
    }
  }
  return { error }
}

function numericAnswer(name: string, family: AddressFamily): NameAnswer | { error: NameError } | null {
  const four = inetAton(name)
  const six = parseInet6(name)
  if (four === null && six === null) return null
  const wrong = (four === null && family === 'inet') || (six === null && family === 'inet6')
  if (wrong) return { error: 'Address family for hostname not supported' }
  return { addresses: [four ?? six ?? 0], canonical: name, aliases: [], numeric: true }
}

/** Sources of `hosts:`; a file that is not there is `files dns`. */
function sources(p: Process): readonly string[] {
  const text = p.fs.readText('/etc/nsswitch.conf')
  const line = isErrno(text) ? undefined : text.split('\n').find((l) => l.startsWith('hosts:'))
  return line === undefined
    ? ['files', 'dns']
    : line
        .slice(6)
        .replace(/\[[^\]]*\]/g, '')
        .trim()
        .split(/\s+/)
}

function inHosts(p: Process, name: string, family: AddressFamily): NameAnswer | null {
  const wanted = name.toLowerCase().replace(/\.$/, '')
  const all = hostsLines(p).filter((line) => {
    const fits = family === 'any' || line.address.includes(':') === (family === 'inet6')
    return fits && line.names.some((n) => n.toLowerCase() === wanted)
  })
  // host.conf(5): without `multi on` the first line counts alone.
  const conf = p.fs.readText('/etc/host.conf')
  const lines = !isErrno(conf) && /^multi on/m.test(conf) ? all : all.slice(0, 1)
  const addresses = lines.flatMap((line) => {
    const address = parseInet(line.address) ?? parseInet6(line.address)
    return address !== null && wants(family, address) ? [address] : []
  })
  if (addresses.length === 0) return null
  const [canonical = name, ...aliases] = lines[0]?.names ?? []
  return { addresses: inOrder(p, addresses), canonical, aliases, numeric: false }
}

function wants(family: AddressFamily, address: Inet | Inet6): boolean {
  return family === 'any' || (family === 'inet6') === (typeof address === 'bigint')
}

/** Those that can be reached first, then those of IPv6 (RFC 6724 §6, rules 1 and 6). */
function inOrder(p: Process, addresses: readonly (Inet | Inet6)[]): (Inet | Inet6)[] {
  if (addresses.length < 2) return [...addresses]
  const usable = (dst: Inet | Inet6): boolean =>
    p.net.rtnetlink({ type: 'RTM_GETROUTE_LOOKUP', lookup: { dst } }).error === undefined
  const rank = (address: Inet | Inet6): number =>
    (usable(address) ? 0 : 2) + (typeof address === 'bigint' ? 0 : 1)
  const ranked = addresses.map((address) => ({ address, rank: rank(address) }))
  return ranked.toSorted((a, b) => a.rank - b.rank).map(({ address }) => address)
}

/** The name as it stands, and with each domain of the search list. Ref: __res_context_search() */
function* inDns(
  p: Process,
  name: string,
  family: AddressFamily,
): Blocking<NameAnswer | { readonly error: NameError }> {
  if (!isDnsName(name)) return { error: 'Name or service not known' }
  const conf = readResolvConf(p)
  const bare = name.replace(/\.$/, '')
  const dots = bare.split('.').length - 1
  const searched = name.endsWith('.') ? [] : conf.search.map((domain) => `${bare}.${domain}`)
  const names = dots >= conf.ndots || name.endsWith('.') ? [bare, ...searched] : [...searched, bare]
  const types =
    family === 'any' ? [DNS_TYPES.A, DNS_TYPES.AAAA] : [family === 'inet' ? DNS_TYPES.A : DNS_TYPES.AAAA]
  let error: NameError = 'Name or service not known'
  for (const full of names) {
    const answers = yield* askServers(
      p,
      conf,
      types.map((type): Asked => ({ name: full, type })),
    )
    const addresses = answers.flatMap((answer) => (answer ? addressesOf(answer) : []))
    if (addresses.length > 0) {
      const chain = answers.map((answer) => (answer ? aliasesOf(answer, full) : [])).find((c) => c.length > 1)
      const aliases = chain ?? [full]
      return {
        addresses: inOrder(p, addresses),
        canonical: aliases.at(-1) ?? full,
        aliases: aliases.slice(0, -1),
        numeric: false,
      }
    }
    if (answers.every((answer) => answer === null)) return { error: 'Temporary failure in name resolution' }
    if (answers.some((answer) => answer && answer.rcode !== NXDOMAIN && answer.rcode !== 0))
      error = 'Temporary failure in name resolution'
    else if (answers.some((answer) => answer?.rcode === 0)) error = 'No address associated with hostname'
  }
  return { error }
}

function addressesOf(message: DnsMessage): (Inet | Inet6)[] {
  if (message.rcode !== 0) return []
  return message.answers.flatMap(({ data }) =>
    data.kind === 'a' || data.kind === 'aaaa' ? [data.address] : [],
  )
}

/** The name, its aliases, and where they lead. */
function aliasesOf(message: DnsMessage, name: string): readonly string[] {
  const chain = [name]
  for (let n = 0; n < message.answers.length; n++) {
    const at = chain.at(-1)?.toLowerCase()
    const alias = message.answers.find((r) => r.type === DNS_TYPES.CNAME && r.name.toLowerCase() === at)
    if (alias?.data.kind !== 'name') break
    chain.push(alias.data.name)
  }
  return chain
}

/** The name of an address, as getnameinfo(3) finds it: null when it has none that can be found. */
export function* getnameinfo(p: Process, address: Inet | Inet6): Blocking<string | null> {
  const name = yield* getnameinfoOrAgain(p, address)
  return name === 'EAI_AGAIN' ? null : name
}

/** For who makes something of it that no server answered. */
export function* getnameinfoOrAgain(p: Process, address: Inet | Inet6): Blocking<string | null> {
  let unanswered = false
  for (const source of sources(p)) {
    if (source === 'files') {
      const name = nameOfAddress(p, address)
      if (name !== null) return name
    } else if (source === 'dns') {
      const asked: Asked = { name: reverseName(address), type: DNS_TYPES.PTR }
      const [answer = null] = yield* askServers(p, readResolvConf(p), [asked])
      unanswered = answer === null
      const record = answer?.answers.find((r) => r.type === DNS_TYPES.PTR)
      if (record?.data.kind === 'name') return record.data.name
    }
  }
  return unanswered ? 'EAI_AGAIN' : null
}
