// getent of the GNU C library 2.36: what its databases say. Ref: nss/getent.c
import type { Blocking, Process } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import { AF_UNSPEC } from '../../uapi/rtnetlink.ts'
import { INADDR_LOOPBACK, parseInet, type Inet } from '../../wire/inet.ts'
import { type Inet6, formatAddress, parseInet6 } from '../../wire/inet6.ts'
import type { Command } from '../command.ts'
import { hostNames } from '../lib/complete.ts'
import { hostsLines } from '../lib/hosts.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { getaddrinfo, getnameinfo, type AddressFamily } from '../lib/resolv/getaddrinfo.ts'
import { defineTool, type Tool } from '../lib/tool.ts'
import { TABLES, type Table } from './tables.ts'

type GetentOption = 'noIdn' | 'service'

const OPTIONS: OptionTable<GetentOption> = {
  noIdn: ['-i, --no-idn', 'names are not of other alphabets'],
  service: ['-s, --service=CONFIG', 'where it is looked up: files, dns'],
}

const HINT = "Try `getent --help' or `getent --usage' for more information.\n"
const ADDRESS_COLUMN = 15
const NOT_FOUND = 2
const FAMILIES: Readonly<Record<string, AddressFamily>> = {
  ahosts: 'any',
  ahostsv4: 'inet',
  ahostsv6: 'inet6',
}
const ABSENT = new Set(['aliases', 'ethers', 'gshadow', 'initgroups', 'netgroup', 'rpc', 'shadow'])

export const getentCommand: Command = defineTool<GetentOption>({
  name: 'getent',
  path: '/usr/bin/getent',
  summary: 'entries of the databases of names',
  usage: ['[OPTION...] database [key ...]'],
  options: OPTIONS,
  forms: ['getent hosts|ahosts|ahostsv4|ahostsv6 [NAME]', `getent ${Object.keys(TABLES).join('|')} [KEY]`],
  badUsage: 64,
  hint: HINT,
  completeWord: (p, before) =>
    before.length > 0 ? hostNames(p) : ['hosts', ...Object.keys(FAMILIES), ...Object.keys(TABLES)],
  main: getent,
})

function* getent(tool: Tool, args: Args<GetentOption>): Blocking<number> {
  const { p } = tool
  const [database, ...keys] = args.operands
  if (database === undefined) {
    p.io.err(`getent: wrong number of arguments\n${HINT}`)
    return 1
  }
  const service = args.last('service')
  if (service !== null && service !== 'files') return tool.unsupported(`--service=${service}`)
  if (database === 'hosts') return yield* hosts(tool, keys, service === 'files')
  const family = FAMILIES[database]
  if (family !== undefined) return yield* ahosts(tool, family, keys)
  const table = TABLES[database]
  if (table) return lookUp(tool, table, keys)
  if (ABSENT.has(database)) return tool.unsupported(`the database ${database}`)
  p.io.err(`Unknown database: ${database}\n${HINT}`)
  return 1
}

function lookUp({ p, out }: Tool, table: Table, keys: readonly string[]): number {
  const text = p.fs.readText(table.file)
  const lines = (isErrno(text) ? '' : text).split('\n').filter((line) => table.format(line) !== null)
  if (keys.length === 0) for (const line of lines) out.print(`${table.format(line) ?? ''}\n`)
  let status = 0
  for (const key of keys) {
    const line = lines.find((one) => table.matches(one, key))
    if (line === undefined) status = NOT_FOUND
    else out.print(`${table.format(line) ?? ''}\n`)
  }
  return status
}

function* hosts(tool: Tool, keys: readonly string[], filesOnly: boolean): Blocking<number> {
  const { p, out } = tool
  if (keys.length === 0) return allHosts(tool)
  let status = 0
  for (const key of keys) {
    const lines = yield* hostLines(p, key, filesOnly)
    if (lines.length === 0) status = NOT_FOUND
    for (const line of lines) out.print(line)
  }
  return status
}

/** The file alone; ::1 is shown as the loopback of IPv4, the family that is read. */
function allHosts({ p, out }: Tool): number {
  for (const { address, names } of hostsLines(p)) {
    const six = parseInet6(address)
    if (six !== null && six !== 1n) continue
    out.print(hostLine(six === 1n ? '127.0.0.1' : address, names))
  }
  return 0
}

function hostLine(address: string, names: readonly string[]): string {
  return `${address.padEnd(ADDRESS_COLUMN)} ${names.join(' ')}\n`
}

/** gethostbyname2(3) by IPv6, then by IPv4; gethostbyaddr(3) of an address. */
function* hostLines(p: Process, key: string, filesOnly: boolean): Blocking<readonly string[]> {
  const address = parseInet(key) ?? parseInet6(key)
  if (address !== null) {
    const names = namesOf(p, address)
    if (names.length > 0) return [hostLine(formatAddress(address), names)]
    const name = filesOnly ? null : yield* getnameinfo(p, address)
    return name === null ? [] : [hostLine(formatAddress(address), [name])]
  }
  for (const family of ['inet6', 'inet'] as const) {
    const inFile = linesOf(p, key, family)
    if (inFile.length > 0) return inFile
    const found = filesOnly ? { error: '' } : yield* getaddrinfo(p, key, family)
    if ('error' in found) continue
    return found.addresses.map((one) => hostLine(formatAddress(one), [found.canonical, ...found.aliases]))
  }
  return []
}

function namesOf(p: Process, address: Inet | Inet6): readonly string[] {
  const same = (text: string): boolean => (parseInet(text) ?? parseInet6(text)) === address
  return hostsLines(p).find((line) => same(line.address))?.names ?? []
}

function linesOf(p: Process, name: string, family: AddressFamily): readonly string[] {
  const parse = family === 'inet6' ? parseInet6 : parseInet
  return hostsLines(p)
    .filter((line) => parse(line.address) !== null)
    .filter((line) => line.names.some((one) => one.toLowerCase() === name.toLowerCase()))
    .map((line) => hostLine(line.address, line.names))
}

/** AI_ADDRCONFIG: the only family that has an address beside the loopback's. Ref: __check_pf() of the C library */
function configured(p: Process, family: AddressFamily): AddressFamily {
  if (family !== 'any') return family
  const all = p.net.rtnetlink({ type: 'RTM_GETADDR', family: AF_UNSPEC }).messages ?? []
  const locals = all.flatMap((m) => (m.type === 'RTM_NEWADDR' ? [m.local ?? m.address] : []))
  const four = locals.some((local) => typeof local === 'number' && local !== INADDR_LOOPBACK)
  const six = locals.some((local) => typeof local === 'bigint' && local !== 1n)
  return four === six ? 'any' : four ? 'inet' : 'inet6'
}

/** getaddrinfo(3) with AI_ADDRCONFIG, AI_V4MAPPED and AI_CANONNAME, for each type of socket. */
function* ahosts(tool: Tool, family: AddressFamily, keys: readonly string[]): Blocking<number> {
  const { p, out } = tool
  if (keys.length === 0) return allHosts(tool)
  let status = 0
  for (const key of keys) {
    const found = yield* mappedAddresses(p, key, configured(p, family))
    if ('error' in found) {
      status = NOT_FOUND
      continue
    }
    for (const [n, address] of found.addresses.entries()) {
      const column = address.padEnd(ADDRESS_COLUMN)
      out.print(`${column} STREAM ${n === 0 ? found.canonical : ''}\n${column} DGRAM  \n${column} RAW    \n`)
    }
  }
  return status
}

function* mappedAddresses(
  p: Process,
  key: string,
  family: AddressFamily,
): Blocking<
  { readonly addresses: readonly string[]; readonly canonical: string } | { readonly error: string }
> {
  const found = yield* getaddrinfo(p, key, family)
  if (!('error' in found)) return { ...found, addresses: found.addresses.map(formatAddress) }
  if (family !== 'inet6') return found
  const four = yield* getaddrinfo(p, key, 'inet')
  if ('error' in four) return four
  return { ...four, addresses: four.addresses.map((address) => `::ffff:${formatAddress(address)}`) }
}
