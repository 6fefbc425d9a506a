import { isErrno } from '../../uapi/errno.ts'
import { IFF_LOOPBACK } from '../../uapi/if.ts'
import { AF_UNSPEC, RT_SCOPE_LINK } from '../../uapi/rtnetlink.ts'
import { formatInet } from '../../wire/inet.ts'
import { formatInet6 } from '../../wire/inet6.ts'
import type { Command } from '../command.ts'
import { resolveHost } from '../lib/hosts.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { defineTool, type Tool } from '../lib/tool.ts'
import { USAGE } from './usage.ts'

type HostnameOption = 's' | 'f' | 'd' | 'i' | 'I' | 'F' | 'b' | 'h' | 'V'

const OPTIONS: OptionTable<HostnameOption> = {
  s: ['-s, --short', 'short host name'],
  f: ['-f, --fqdn, --long', 'long host name'],
  d: ['-d, --domain', 'DNS domain name'],
  i: ['-i, --ip-address', 'addresses for the host name'],
  I: ['-I, --all-ip-addresses', 'all addresses for the host'],
  F: ['-F, --file=FILE', 'read host name from given file'],
  b: ['-b, --boot', 'set default hostname if none available'],
  h: ['-h, -?, --help', 'print help and exit'],
  V: ['-V, --version', 'print version and exit'],
}

export const hostnameCommand: Command = defineTool<HostnameOption>({
  name: 'hostname',
  path: '/usr/bin/hostname',
  summary: 'show or set the name of the machine',
  usage: ['[-fsdiI]', '[-b] {NAME|-F FILE}'],
  options: OPTIONS,
  refused: ['-a, --alias', '-A, --all-fqdns', '-y, --yp, --nis'],
  afterBadOption: printUsage,
  ownHelp: true,
  main: hostname,
})

function printUsage(tool: Tool): number {
  tool.out.print(USAGE)
  return 255
}

function hostname(tool: Tool, args: Args<HostnameOption>): number {
  const { p, out } = tool
  if (args.has('h')) {
    return printUsage(tool)
  }
  if (args.has('V')) {
    out.print('hostname 3.23\n')
    return 0
  }
  const file = args.last('F')
  if (file !== null) return setFromFile(tool, file)
  const [wanted] = args.operands
  if (wanted !== undefined) return setName(tool, wanted)
  const name = p.net.hostname()
  const form = args.lastOf('s', 'f', 'd', 'i', 'I')
  switch (form) {
    case 's':
      out.print(`${name.split('.')[0] ?? ''}\n`)
      return 0
    case 'I':
      out.print(
        `${allAddresses(tool)
          .map((address) => `${address} `)
          .join('')}\n`,
      )
      return 0
    case null:
      out.print(`${name}\n`)
      return 0
    default:
      return resolved(tool, name, form)
  }
}

/** What /etc/hosts says of the name. */
function resolved(tool: Tool, name: string, form: 'f' | 'd' | 'i'): number {
  const found = resolveHost(tool.p, name)
  if ('error' in found) {
    tool.complain(found.error)
    return 1
  }
  if (form === 'i') {
    tool.out.print(`${formatInet(found.address)}\n`)
    return 0
  }
  const long = canonicalName(tool, name)
  const dot = long.indexOf('.')
  if (form === 'f') tool.out.print(`${long}\n`)
  else if (dot >= 0) tool.out.print(`${long.slice(dot + 1)}\n`)
  return 0
}

/** The first name of the line of /etc/hosts that has this one. */
function canonicalName(tool: Tool, name: string): string {
  const text = tool.p.fs.readText('/etc/hosts')
  if (isErrno(text)) return name
  for (const line of text.split('\n')) {
    const [, ...names] = line.replace(/#.*/, '').trim().split(/\s+/)
    const [first] = names
    if (first !== undefined && names.includes(name)) return first
  }
  return name
}

function allAddresses(tool: Tool): readonly string[] {
  const { net } = tool.p
  const links = net.rtnetlink({ type: 'RTM_GETLINK' }).messages ?? []
  const usable = new Set<number>()
  for (const link of links) {
    if (link.type === 'RTM_NEWLINK' && (link.flags & IFF_LOOPBACK) === 0) usable.add(link.index)
  }
  const addresses = net.rtnetlink({ type: 'RTM_GETADDR', family: AF_UNSPEC }).messages ?? []
  return addresses.flatMap((a) => {
    if (a.type !== 'RTM_NEWADDR' || !usable.has(a.index)) return []
    if (typeof a.local === 'number') return [formatInet(a.local)]
    // A link-local address is of no use without its device.
    return a.scope === RT_SCOPE_LINK ? [] : [formatInet6(a.local)]
  })
}

function setFromFile(tool: Tool, file: string): number {
  const text = tool.p.fs.readText(file)
  if (isErrno(text)) {
    tool.complain(text.text)
    return 1
  }
  const line = text.split('\n').find((l) => l.trim() !== '' && !l.startsWith('#'))
  return line === undefined ? 0 : setName(tool, line.trim())
}

/** Letters, digits, hyphens and dots, as hostname(7) says. */
function setName(tool: Tool, name: string): number {
  if (name.length > 64) {
    tool.complain('name too long')
    return 1
  }
  if (!/^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/.test(name)) {
    tool.complain('the specified hostname is invalid')
    return 1
  }
  if (!tool.p.net.setHostname(name)) return 0
  tool.complain('you must be root to change the host name')
  return 1
}
