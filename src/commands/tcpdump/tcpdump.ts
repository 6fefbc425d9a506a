// tcpdump 4.99.3. Read options.ts for what it is asked, capture.ts for how packets come, printlink.ts for how they are
// worded, filter.ts for which ones.
import type { Blocking } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import { IFF_UP } from '../../uapi/if.ts'
import { AF_INET } from '../../uapi/rtnetlink.ts'
import type { LinkMessage } from '../../uapi/rtnetlink.ts'
import type { Inet } from '../../wire/inet.ts'
import type { Inet6 } from '../../wire/inet6.ts'
import type { Command } from '../command.ts'
import type { Args } from '../lib/options.ts'
import { getaddrinfo } from '../lib/resolv/getaddrinfo.ts'
import { servicePort } from '../lib/services.ts'
import { defineTool, type Tool } from '../lib/tool.ts'
import { Capture, isEthernet } from './capture.ts'
import { defaultDevice, deviceList, links } from './devices.ts'
import { compileFilter } from './filter.ts'
import type { FilterLink, FilterNames } from './filterreader.ts'
import type { Predicate } from './filterterms.ts'
import { Names } from './names.ts'
import {
  OPTIONS,
  readSettings,
  REFUSED,
  USAGE,
  VERSION,
  type TcpdumpOption,
  type TcpdumpSettings,
} from './options.ts'
import { Lines, openSavefile, Savefile } from './output.ts'
import { DLT_EN10MB, DLT_LINUX_SLL2, LINK_TYPES, type Packet } from './packet.ts'
import { readPcap } from './pcap.ts'
import { Sequences } from './sequences.ts'
import { Timestamps } from './timestamp.ts'

export const tcpdumpCommand: Command = defineTool<TcpdumpOption>({
  name: 'tcpdump',
  path: '/usr/bin/tcpdump',
  summary: 'dump traffic on a network',
  usage: ['[options] [expression]'],
  options: OPTIONS,
  refused: REFUSED,
  forms: ['tcpdump [-i DEVICE] [EXPRESSION]', 'tcpdump -r FILE [EXPRESSION]', 'tcpdump -w FILE [EXPRESSION]'],
  hint: USAGE,
  ownHelp: true,
  unflushedErrors: true,
  main: tcpdump,
  completeWord: (p, before) => (before.at(-1) === '-i' ? [...links(p).map((l) => l.ifname), 'any'] : []),
})

function* tcpdump(tool: Tool, args: Args<TcpdumpOption>): Blocking<number> {
  const { p, out } = tool
  if (args.has('h')) {
    p.io.err(USAGE)
    return 0
  }
  if (args.has('version')) {
    p.io.err(VERSION)
    return 0
  }
  const set = readSettings(args)
  if (typeof set === 'string') return failed(tool, set)
  if (args.has('D')) {
    out.print(deviceList(p))
    return 0
  }
  return set.read === null ? yield* live(tool, args, set) : yield* fromFile(tool, args, set, set.read)
}

function failed(tool: Tool, message: string): number {
  tool.complain(message)
  return 1
}

function* live(tool: Tool, args: Args<TcpdumpOption>, set: TcpdumpSettings): Blocking<number> {
  const { p } = tool
  const name = set.device ?? defaultDevice(p)
  const link = name === 'any' ? null : findDevice(tool, name)
  if (link === undefined) return 1
  if (args.has('L')) {
    tool.out.print(dataLinks(name, link))
    return 0
  }
  const dlt = link ? DLT_EN10MB : DLT_LINUX_SLL2
  if (!link) tool.complain('data link type LINUX_SLL2')
  const netmask = link ? netmaskOf(tool, link) : 0
  const filter = yield* readFilter(tool, args, { cooked: !link, live: true, netmask })
  if (typeof filter === 'string') return failed(tool, filter)
  let interrupted = false
  for (const signal of ['INT', 'TERM', 'HUP'] as const) {
    p.procs.onSignal(signal, () => {
      interrupted = true
    })
  }
  const soon = set.prints && (p.io.isatty(1) || args.has('l'))
  const capture = new Capture(
    p,
    {
      link,
      promiscuous: !args.has('p'),
      snaplen: set.snaplen,
      direction: set.direction,
      timeout: args.has('immediate') ? 0 : soon ? 100 : 1000,
    },
    filter,
  )
  const savefile = openOutput(tool, args, set, dlt)
  if (typeof savefile === 'string') {
    capture.close()
    return failed(tool, savefile)
  }
  const [type = '', words = ''] = LINK_TYPES[dlt] ?? []
  const quiet = set.verbose === 0 && set.write === null
  if (quiet) tool.complain('verbose output suppressed, use -v[v]... for full protocol decode')
  const listening = `listening on ${name}, link-type ${type} (${words}), snapshot length ${set.snaplen} bytes`
  if (quiet) p.io.err(`${listening}\n`)
  else tool.complain(listening)
  const lines = set.prints ? makeLines(tool, args, set, (index) => nameOf(tool, index)) : null
  let captured = 0
  try {
    while (captured !== set.count && (yield* capture.ready(() => interrupted))) {
      for (let packet = capture.next(); packet; packet = capture.next()) {
        captured++
        savefile?.write(packet)
        if (lines) yield* lines.print(packet)
        if (captured === set.count || interrupted) break
      }
    }
  } finally {
    capture.close()
    savefile?.close()
  }
  // A line may not have been finished.
  if (interrupted && set.prints) tool.out.print('\n')
  tool.out.flush()
  const counted = (n: number, what: string): string => `${n} packet${n === 1 ? '' : 's'} ${what}\n`
  p.io.err(counted(captured, 'captured') + counted(capture.received, 'received by filter'))
  p.io.err(counted(0, 'dropped by kernel'))
  return 0
}

/** undefined: it cannot be captured from, and that was said. */
function findDevice(tool: Tool, name: string): LinkMessage | undefined {
  const link = links(tool.p).find(({ ifname }) => ifname === name)
  if (!link) {
    tool.complain(`${name}: No such device exists`)
    tool.p.io.err('(No such device exists)\n')
  } else if (!(link.flags & IFF_UP)) tool.complain(`${name}: That device is not up`)
  else if (!isEthernet(link)) tool.unsupported(`capturing from ${name}, which is no Ethernet device,`)
  else return link
  return undefined
}

function dataLinks(name: string, link: LinkMessage | null): string {
  const types = link
    ? ['EN10MB (Ethernet)', 'DOCSIS (DOCSIS) (printing not supported)']
    : ['LINUX_SLL (Linux cooked v1)', 'LINUX_SLL2 (Linux cooked v2)']
  return `Data link types for ${name} (use option -y to set):\n${types.map((type) => `  ${type}\n`).join('')}`
}

function netmaskOf({ p }: Tool, link: LinkMessage): number {
  const all = p.net.rtnetlink({ type: 'RTM_GETADDR', family: AF_INET }).messages ?? []
  for (const m of all) {
    if (m.type === 'RTM_NEWADDR' && m.family === AF_INET && m.index === link.index) {
      return m.prefixlen === 0 ? 0 : (0xffffffff << (32 - m.prefixlen)) >>> 0
    }
  }
  return 0
}

function nameOf({ p }: Tool, index: number): string {
  return links(p).find((link) => link.index === index)?.ifname ?? `if${index}`
}

/** Null: nothing is written. */
function openOutput(
  { p, out }: Tool,
  args: Args<TcpdumpOption>,
  set: TcpdumpSettings,
  link: number,
): Savefile | null | string {
  if (set.write === null) return null
  const file = openSavefile(p, set.write)
  if (file && 'text' in file) return `${set.write}: ${file.text}`
  return new Savefile(file, out, args.has('U'), link, set.snaplen)
}

function makeLines(
  { p, out }: Tool,
  args: Args<TcpdumpOption>,
  set: TcpdumpSettings,
  device: (ifindex: number) => string,
): Lines {
  const style = {
    names: new Names(p, args.has('n'), args.has('N')),
    verbose: set.verbose,
    quick: args.has('q'),
    linkHeader: args.has('e'),
    noChecksums: args.has('K'),
    sequences: new Sequences(args.has('S')),
  }
  const how = { numbered: args.has('number'), ascii: args.has('ascii'), lineBuffered: args.has('l') }
  return new Lines(out, set, style, new Timestamps(args.count('t')), how, device)
}

function* fromFile(
  tool: Tool,
  args: Args<TcpdumpOption>,
  set: TcpdumpSettings,
  path: string,
): Blocking<number> {
  const { p } = tool
  const bytes = path === '-' ? yield* readInput(tool) : p.fs.readFile(path)
  if (isErrno(bytes)) return failed(tool, `${path}: ${bytes.text}`)
  const file = readPcap(bytes)
  if ('error' in file) return failed(tool, file.error)
  const [type, words] = LINK_TYPES[file.link] ?? []
  if (type === undefined || words === undefined)
    return tool.unsupported(`a file of link-layer type ${file.link}`)
  p.io.err(`reading from file ${path}, link-type ${type} (${words}), snapshot length ${file.snaplen}\n`)
  const cooked = file.link === DLT_LINUX_SLL2
  if (cooked) p.io.err('Warning: interface names might be incorrect\n')
  const filter = yield* readFilter(tool, args, { cooked, live: false, netmask: 0 })
  if (typeof filter === 'string') return failed(tool, filter)
  const savefile = openOutput(tool, args, set, file.link)
  if (typeof savefile === 'string') return failed(tool, savefile)
  const lines = set.prints ? makeLines(tool, args, set, (index) => nameOf(tool, index)) : null
  let count = 0
  for (const packet of file.packets) {
    if (!passes(filter, packet)) continue
    savefile?.write(packet)
    if (lines) yield* lines.print(packet)
    if (++count === set.count) break
  }
  savefile?.close()
  if (set.counts) tool.out.print(`${count} packet${count === 1 ? '' : 's'}\n`)
  if (file.truncated !== null && count !== set.count) return failed(tool, `pcap_loop: ${file.truncated}`)
  return 0
}

function passes(filter: Predicate, { bytes, length }: Packet): boolean {
  const sight = { bytes, length, tag: null, outgoing: false, ifindex: 0, overrun: false }
  return filter(sight) && !sight.overrun
}

function* readInput({ p }: Tool): Blocking<Uint8Array> {
  const parts: number[] = []
  for (;;) {
    const some = yield* p.io.read(0)
    if (isErrno(some) || some.length === 0) return Uint8Array.from(parts)
    parts.push(...some)
  }
}

/** The filter of the words that follow the options or of a file, or what is wrong with it. */
function* readFilter(tool: Tool, args: Args<TcpdumpOption>, link: FilterLink): Blocking<Predicate | string> {
  const { p } = tool
  const path = args.last('F')
  let text = args.operands.join(' ')
  if (path !== null) {
    const read = p.fs.readText(path)
    if (isErrno(read)) return `can't open ${path}: ${read.text}`
    text = read.replace(/#.*/g, '')
  }
  const hosts = new Map<string, readonly (Inet | Inet6)[] | 'unknown'>()
  const names: FilterNames = {
    host: (name) => hosts.get(name) ?? 'unasked',
    port: (name, protocol) => servicePort(p, name, protocol),
  }
  for (;;) {
    const read = compileFilter(text, link, names)
    if ('filter' in read) return read.filter
    if ('error' in read) return read.error
    const found = yield* getaddrinfo(p, read.ask)
    hosts.set(read.ask, 'error' in found ? 'unknown' : found.addresses)
  }
}
