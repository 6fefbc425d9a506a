// arp of net-tools 2.10: reads /proc/net/arp, changes through neighbour requests that stand in for its ioctls.
import type { Blocking } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import { parseInet, type Inet } from '../../wire/inet.ts'
import type { Command } from '../command.ts'
import { deviceNames, hostNames } from '../lib/complete.ts'
import { getnameinfo } from '../lib/resolv/getaddrinfo.ts'
import { resolveName } from '../lib/resolv/names.ts'
import type { Args } from '../lib/options.ts'
import { defineTool, type Tool } from '../lib/tool.ts'
import { changeArp } from './change.ts'
import { E_OPTERR, lookupError, OPTIONS, type ArpOption } from './options.ts'
import { HARDWARE_TYPES, USAGE } from './usage.ts'

const ATF_COM = 0x02
const ATF_PERM = 0x04
const ATF_PUBL = 0x08

/** What net-tools' `-1` becomes. */
const FAILED = 255

export const arpCommand: Command = defineTool<ArpOption>({
  name: 'arp',
  path: '/usr/sbin/arp',
  summary: 'show and change the ARP table',
  usage: ['[-vn] [-i IF] [-a|-e] [HOST]', '-d HOST', '-s HOST HWADDR'],
  options: OPTIONS,
  refused: ['-f, --file[=FILE]'],
  badUsage: E_OPTERR,
  hint: USAGE + HARDWARE_TYPES,
  ownHelp: true,
  completeWord: (p, before) =>
    /^(-i|--device|dev)$/.test(before.at(-1) ?? '') ? deviceNames(p) : hostNames(p),
  main: arp,
})

function* arp(tool: Tool, args: Args<ArpOption>): Blocking<number> {
  if (args.has('h')) {
    tool.p.io.err(HARDWARE_TYPES)
    tool.out.print(USAGE)
    return 0
  }
  if (args.has('V')) {
    tool.out.print('net-tools 2.10\n')
    return 0
  }
  const family = args.last('A')
  if (family !== null && family !== 'inet') {
    const known = ['inet6', 'ipx', 'ax25', 'unix'].includes(family)
    tool.complain(known ? `${family}: kernel only supports 'inet'.` : `${family}: unknown address family.`)
    return FAILED
  }
  const hardware = args.last('H')
  if (hardware !== null && hardware !== 'ether') {
    tool.complain(`${hardware}: unknown hardware type.`)
    return FAILED
  }
  if (args.has('s') || args.has('d')) return yield* changeArp(tool, args)
  return yield* show(tool, args)
}

interface Entry {
  readonly address: string
  readonly type: number
  readonly flags: number
  readonly hardware: string
  readonly device: string
}

function readTable(tool: Tool): readonly Entry[] | null {
  const text = tool.p.fs.readText('/proc/net/arp')
  if (isErrno(text)) {
    tool.p.io.err(`/proc/net/arp: ${text.text}\n`)
    return null
  }
  return text
    .split('\n')
    .slice(1)
    .flatMap((line) => {
      const [address, type, flags, hardware, , device] = line.trim().split(/\s+/)
      if (address === undefined || hardware === undefined || device === undefined) return []
      return [{ address, type: Number(type), flags: Number(flags), hardware, device }]
    })
}

function* show(tool: Tool, args: Args<ArpOption>): Blocking<number> {
  const { p, out } = tool
  const name = args.operands[0] ?? null
  let wanted: Inet | null = null
  if (name !== null) {
    const found = yield* resolveName(p, name)
    if ('error' in found) {
      p.io.err(`${name}: ${lookupError(found.error)}\n`)
      return FAILED
    }
    wanted = found.address
  }
  const entries = readTable(tool)
  if (entries === null) return FAILED
  const device = args.last('i')
  const bsd = args.lastOf('a', 'e') === 'a'
  const shown = entries.filter(
    (e) =>
      (device === null || e.device === device) &&
      (!args.has('H') || e.type === 1) &&
      (wanted === null || parseInet(e.address) === wanted),
  )
  if (shown.length > 0 && !bsd) {
    out.print('Address                  HWtype  HWaddress           Flags Mask            Iface\n')
  }
  for (const entry of shown) {
    const resolved = args.has('n') ? null : yield* getnameinfo(p, parseInet(entry.address) ?? 0)
    out.print(bsd ? bsdLine(entry, resolved) : linuxLine(entry, resolved))
  }
  if (args.has('v')) {
    out.print(
      `Entries: ${entries.length}\tSkipped: ${entries.length - shown.length}\tFound: ${shown.length}\n`,
    )
  }
  if (shown.length > 0) return 0
  if (name !== null && wanted !== null && !bsd) {
    out.print(`${name} (${[24, 16, 8, 0].map((s) => ((wanted ?? 0) >>> s) & 255).join('.')}) -- no entry\n`)
  } else if (name !== null || device !== null || args.has('H')) {
    out.print(`arp: in ${entries.length} entries no match found.\n`)
  }
  return 0
}

function typeName(type: number): string {
  return type === 0x304 ? 'loop' : 'ether'
}

function linuxLine(entry: Entry, name: string | null): string {
  const { flags } = entry
  const letters = `${flags & ATF_COM ? 'C' : ''}${flags & ATF_PERM ? 'M' : ''}${flags & ATF_PUBL ? 'P' : ''}`
  let [type, hardware] = [typeName(entry.type), entry.hardware]
  if (!(flags & ATF_COM))
    [type, hardware] = flags & ATF_PUBL ? ['*', '<from_interface>'] : ['', '(incomplete)']
  const address = (name ?? entry.address).slice(0, 23).padEnd(23)
  return `${address}  ${type.padEnd(8)}${hardware.padEnd(20)}${letters.padEnd(6)}${' '.repeat(15)} ${entry.device}\n`
}

function bsdLine(entry: Entry, name: string | null): string {
  const { flags } = entry
  let what = `${entry.hardware} [${typeName(entry.type)}] `
  if (!(flags & ATF_COM)) what = flags & ATF_PUBL ? '<from_interface> ' : '<incomplete> '
  const marks = `${flags & ATF_PERM ? 'PERM ' : ''}${flags & ATF_PUBL ? 'PUB ' : ''}`
  return `${name ?? '?'} (${entry.address}) at ${what}${marks}on ${entry.device}\n`
}
