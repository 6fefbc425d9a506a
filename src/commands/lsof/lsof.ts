// lsof 4.95: who has which file or socket open.
import type { Blocking, Process } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { InetDiagMessage } from '../../uapi/sock_diag.ts'
import type { SocketAddress } from '../../uapi/socket.ts'
import { formatAddress } from '../../wire/inet6.ts'
import type { Command } from '../command.ts'
import { SOCKET_STATES } from '../netstat/sockets.ts'
import { userName, userNumber } from '../lib/owner.ts'
import { definePlainTool, type PlainTool } from '../lib/plainTool.ts'
import { getnameinfo } from '../lib/resolv/getaddrinfo.ts'
import { serviceName } from '../lib/services.ts'
import { openedFiles, type OpenedFile } from './files.ts'
import { parseInetWanted, selects, shownAddress, type InetWanted } from './inet.ts'
import { parseLsof, type LsofOptions } from './options.ts'
import { formatTable, type Row } from './table.ts'
import { USAGE } from './usage.ts'

const SUPPORTS: readonly string[] = [
  '-i [46][tcp|udp][@HOST][:PORT[,PORT|-PORT]]: sockets of TCP and UDP',
  '-s tcp:STATE[,STATE]: in these states (^STATE: not in it)',
  '-n, -P: no names of hosts, of ports',
  '-p PID[,PID], -c COMMAND, -u USER[,USER]: of these processes',
  '-U: sockets of the AF_UNIX family',
  '-a: what all of these select, not any of them',
  '-t: numbers of processes only',
  '-R, -l, +c WIDTH: parents, users by number, more of a command',
  'NAME: who has that file open',
]

export const lsofCommand: Command = definePlainTool({
  name: 'lsof',
  path: '/usr/bin/lsof',
  summary: 'who has which file or socket open',
  supports: SUPPORTS,
  complete: (p, words) => {
    const typed = words.at(-1) ?? ''
    const pids = words.at(-2) === '-p' ? p.procs.list().map(({ pid }) => String(pid)) : []
    return [...pids, '-i', '-n', '-P', '-p', '-t', '-U', '-a', '-sTCP:LISTEN', '-iTCP'].filter(
      (word) => typed !== '' && word.startsWith(typed),
    )
  },
  main: lsof,
})

function* lsof(tool: PlainTool, words: readonly string[]): Blocking<number> {
  const { p } = tool
  const options = parseLsof(words)
  if ('unsupported' in options) return tool.unsupported(options.unsupported)
  if ('complaint' in options) return complain(tool, options.complaint)
  if (options.said === 'version') return tool.unsupported('-v')
  if (options.said === 'help') {
    p.io.err(USAGE.slice(0, USAGE.indexOf('Use the')))
    return 0
  }
  const selection = yield* readSelection(p, options)
  if (typeof selection === 'string') return complain(tool, selection)
  let status = 0
  for (const name of options.names) {
    const stat = p.fs.stat(name)
    if (!isErrno(stat)) continue
    p.io.err(`lsof: status error on ${p.fs.realpath(name)}: ${stat.text}\n`)
    status = 1
  }
  const found = openedFiles(p).filter((file) => isWanted(file, selection, options))
  if (selection.some(({ missed }) => missed())) status = 1
  if (options.terse) {
    for (const pid of new Set(found.map(({ process }) => process.pid))) tool.out.print(`${pid}\n`)
    return status
  }
  const rows: Row[] = []
  const hosts = new Map<number | bigint, string>()
  for (const file of found) {
    const name = file.inet ? yield* inetName(p, file.inet, options, hosts) : file.name
    rows.push({ file, user: options.userNumbers ? String(file.uid) : userName(p, file.uid), name })
  }
  const { command, parents, userNumbers: numbers } = options
  if (rows.length > 0) tool.out.print(formatTable(rows, { command, parents, numbers }))
  return status
}

function complain(tool: PlainTool, message: string): number {
  tool.p.io.err(`lsof: ${message}\n${USAGE}`)
  return 1
}

/** One kind of condition; `missed`: something it names was nowhere found. */
interface Condition {
  readonly test: (file: OpenedFile) => boolean
  readonly missed: () => boolean
}

/** Each of what is named must be found once, or the exit status says so. */
function anyOf<T>(wanted: readonly T[], matches: (one: T, file: OpenedFile) => boolean): Condition {
  const found = new Set<T>()
  return {
    test: (file) => {
      const hits = wanted.filter((one) => matches(one, file))
      for (const hit of hits) found.add(hit)
      return hits.length > 0
    },
    missed: () => wanted.some((one) => !found.has(one)),
  }
}

function* readSelection(p: Process, options: LsofOptions): Blocking<readonly Condition[] | string> {
  const conditions: Condition[] = []
  const states = options.states.map((state) => state.replace(/^\^/, '').toUpperCase())
  for (const state of states) if (!SOCKET_STATES.includes(state)) return `unknown TCP state name: ${state}`
  const pids = options.pids.filter((pid) => !pid.startsWith('^'))
  const badPid = options.pids.find((pid) => !/^\^?\d+$/.test(pid))
  if (badPid !== undefined) return `illegal process ID: ${badPid}`
  if (pids.length > 0) conditions.push(anyOf(pids, (pid, { process }) => process.pid === Number(pid)))
  if (options.commands.length > 0) {
    conditions.push(anyOf(options.commands, (command, { process }) => process.comm.startsWith(command)))
  }
  const users: number[] = []
  for (const user of options.users) {
    const uid = userNumber(p, user.replace(/^\^/, ''))
    if (uid === null) return `can't get UID for ${user}`
    if (!user.startsWith('^')) users.push(uid)
  }
  if (users.length > 0) conditions.push({ test: ({ uid }) => users.includes(uid), missed: () => false })
  const wanted: InetWanted[] = []
  for (const spec of options.inet) {
    const one = yield* parseInetWanted(p, spec)
    if (typeof one === 'string') return one
    wanted.push(one)
  }
  if (wanted.length > 0) {
    conditions.push(
      anyOf(wanted, (one, { inet }) => inet !== null && inState(inet, options) && selects(one, inet)),
    )
  }
  if (options.unix) conditions.push(anyOf(['unix'], (_one, { unix }) => unix))
  const names = options.names.filter((name) => !isErrno(p.fs.stat(name))).map((name) => p.fs.realpath(name))
  if (names.length > 0) conditions.push(anyOf(names, (name, file) => file.name.split(' type=')[0] === name))
  return conditions
}

function isWanted(file: OpenedFile, conditions: readonly Condition[], options: LsofOptions): boolean {
  if (options.pids.includes(`^${file.process.pid}`)) return false
  if (file.inet && !inState(file.inet, options)) return false
  // Each is asked, that it may know what it has found.
  const results = conditions.map(({ test }) => test(file))
  if (results.length === 0) return options.names.length === 0
  return options.and ? results.every(Boolean) : results.some(Boolean)
}

function inState(m: InetDiagMessage, { states }: LsofOptions): boolean {
  if (states.length === 0 || m.protocol !== 'tcp') return true
  const state = SOCKET_STATES[m.state] ?? ''
  const excluded = states.filter((one) => one.startsWith('^')).map((one) => one.slice(1).toUpperCase())
  const included = states.filter((one) => !one.startsWith('^')).map((one) => one.toUpperCase())
  return !excluded.includes(state) && (included.length === 0 || included.includes(state))
}

/** `LOCAL->REMOTE (STATE)`; one without a state ends in a space. */
function* inetName(
  p: Process,
  m: InetDiagMessage,
  options: LsofOptions,
  hosts: Map<number | bigint, string>,
): Blocking<string> {
  let name = yield* endName(p, m, m.local, options, hosts)
  if (m.remote.port !== 0) name += `->${yield* endName(p, m, m.remote, options, hosts)}`
  return m.protocol === 'tcp' ? `${name} (${SOCKET_STATES[m.state] ?? ''})` : `${name} `
}

function* endName(
  p: Process,
  m: InetDiagMessage,
  { address, port }: SocketAddress,
  options: LsofOptions,
  hosts: Map<number | bigint, string>,
): Blocking<string> {
  const protocol = m.protocol === 'udp' ? 'udp' : 'tcp'
  const service = options.numericPorts ? null : serviceName(p, port, protocol)
  const shown = port === 0 ? '*' : (service ?? String(port))
  const host = shownAddress(address)
  if (host === 0 || host === 0n) return `*:${shown}`
  let name = hosts.get(host)
  if (name === undefined) {
    const numeric = typeof host === 'bigint' ? `[${formatAddress(host)}]` : formatAddress(host)
    name = (options.numericHosts ? null : yield* getnameinfo(p, host)) ?? numeric
    hosts.set(host, name)
  }
  return `${name}:${shown}`
}
