// ifconfig: net-tools' words, BusyBox's paragraphs. Ref: busybox networking/ifconfig.c, interface.c
import type { Process } from '../../os/program.ts'
import {
  ARPHRD_LOOPBACK,
  IFF_ALLMULTI,
  IFF_BROADCAST,
  IFF_DEBUG,
  IFF_DYNAMIC,
  IFF_LOOPBACK,
  IFF_MULTICAST,
  IFF_NOARP,
  IFF_NOTRAILERS,
  IFF_POINTOPOINT,
  IFF_PROMISC,
  IFF_RUNNING,
  IFF_UP,
} from '../../uapi/if.ts'
import { formatInet, inetMask } from '../../wire/inet.ts'
import { formatMac } from '../../wire/mac.ts'
import { Run } from '../ifconfig/state.ts'
import { runWords } from '../ifconfig/words.ts'
import { allInterfaces, fetchInterface, ifrName, type Interface } from '../lib/nettools/interfaces.ts'
import { shortFlags } from '../lib/nettools/showInterface.ts'
import { Stdout } from '../lib/stdout.ts'
import type { Applet } from './applet.ts'
import { showUsage } from './getopt.ts'
import { withErrors } from './process.ts'

export const ifconfigApplet: Applet = {
  name: 'ifconfig',
  usage: ` [-a] [IFACE] [ADDRESS]

Configure a network interface

	[add ADDRESS[/PREFIXLEN]]
	[del ADDRESS[/PREFIXLEN]]
	[[-]broadcast [ADDRESS]] [[-]pointopoint [ADDRESS]]
	[netmask ADDRESS] [dstaddr ADDRESS]
	[outfill NN] [keepalive NN]
	[hw ether|infiniband ADDRESS] [metric NN] [mtu NN]
	[[-]trailers] [[-]arp] [[-]allmulti]
	[multicast] [[-]promisc] [txqueuelen NN] [[-]dynamic]
	[mem_start NN] [io_addr NN] [irq NN]
	[up|down] ...`,
  *run(p) {
    const words = p.argv.slice(1)
    const all = words[0] === '-a'
    if (all) words.shift()
    const name = words.shift()
    if (name === undefined) return showAll(p, all)
    if (words.length === 0) return showOne(p, ifrName(name))
    if (name.startsWith('-')) return showUsage(p, ifconfigApplet)
    return change(p, ifrName(name), words)
  },
}

function showAll(p: Process, all: boolean): number {
  for (const face of allInterfaces(p)) if (all || face.link.flags & IFF_UP) p.io.out(paragraph(face))
  return 0
}

function showOne(p: Process, name: string): number {
  const face = fetchInterface(p, name)
  if (face) {
    p.io.out(paragraph(face))
    return 0
  }
  p.io.err(`ifconfig: ${name}: error fetching interface information: Device not found\n`)
  return 1
}

/** net-tools' complaints begin with what is wrong, BusyBox's with its name. */
function change(p: Process, name: string, words: readonly string[]): number {
  const shown = withErrors(p, (text) => {
    const line = text.trimEnd()
    const unknown = /^(.*): (?:Unknown host|Host name lookup failure)$/.exec(line)
    return `ifconfig: ${unknown ? `bad address '${unknown[1] ?? ''}'` : line.replace(/^(SIOC\w+): /, '$1: ')}\n`
  })
  const out = new Stdout(p)
  const unsupported = (what: string): number => {
    p.io.err(`ifconfig: ${what} is not supported in vethlab\n`)
    return 1
  }
  const status = runWords(new Run({ p: shown, name: 'ifconfig', out, unsupported }, name, words, false))
  out.flush()
  return status === 0 ? 0 : 1
}

const FLAGS: readonly (readonly [number, string])[] = [
  [IFF_UP, 'UP'],
  [IFF_BROADCAST, 'BROADCAST'],
  [IFF_DEBUG, 'DEBUG'],
  [IFF_LOOPBACK, 'LOOPBACK'],
  [IFF_POINTOPOINT, 'POINTOPOINT'],
  [IFF_NOTRAILERS, 'NOTRAILERS'],
  [IFF_RUNNING, 'RUNNING'],
  [IFF_NOARP, 'NOARP'],
  [IFF_PROMISC, 'PROMISC'],
  [IFF_ALLMULTI, 'ALLMULTI'],
  [0x800, 'SLAVE'],
  [0x400, 'MASTER'],
  [IFF_MULTICAST, 'MULTICAST'],
  [IFF_DYNAMIC, 'DYNAMIC'],
]

const SCOPES: Readonly<Record<number, string>> = { 0: 'Global', 0x10: 'Host', 0x20: 'Link', 0x40: 'Site' }
const INDENT = ' '.repeat(10)

/** Ref: networking/interface.c:ife_print() */
function paragraph(face: Interface): string {
  const { link, inet } = face
  const flags = shortFlags(link.flags)
  const loopback = link.hwType === ARPHRD_LOOPBACK
  const hardware = loopback
    ? 'Local Loopback  '
    : `Ethernet  HWaddr ${formatMac(link.address).toUpperCase()}  `
  const lines = [`${face.name.padEnd(9)} Link encap:${hardware}`]
  if (inet !== null && typeof inet.local === 'number') {
    let line = `inet addr:${formatInet(inet.local)} `
    if (flags & IFF_POINTOPOINT) line += ` P-t-P:${formatInet(Number(inet.address))} `
    if (flags & IFF_BROADCAST) line += ` Bcast:${formatInet(inet.broadcast ?? 0)} `
    lines.push(`${INDENT}${line} Mask:${formatInet(inetMask(inet.prefixlen))}`)
  }
  for (const { address, prefixlen, scope } of face.inet6) {
    lines.push(`${INDENT}inet6 addr: ${address}/${prefixlen} Scope:${SCOPES[scope] ?? 'Unknown'}`)
  }
  const names = FLAGS.filter(([bit]) => flags & bit).map(([, name]) => `${name} `)
  lines.push(`${INDENT}${flags === 0 ? '[NO FLAGS] ' : names.join('')} MTU:${link.mtu}  Metric:1`)
  if (face.alias) return `${lines.join('\n')}\n\n`
  const s = link.stats
  return `${[
    ...lines,
    `${INDENT}RX packets:${s.rxPackets} errors:${s.rxErrors} dropped:${s.rxDropped} overruns:0 frame:0`,
    `${INDENT}TX packets:${s.txPackets} errors:${s.txErrors} dropped:${s.txDropped} overruns:0 carrier:0`,
    `${INDENT}collisions:${s.collisions} txqueuelen:${link.txqlen} `,
    `${INDENT}RX bytes:${s.rxBytes} (${size(s.rxBytes)})  TX bytes:${s.txBytes} (${size(s.txBytes)})`,
  ].join('\n')}\n\n`
}

const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB'] as const

/** Tenths cut off. Ref: print_bytes_scaled() */
function size(bytes: number): string {
  let tenths = bytes * 10
  let unit = 0
  while (unit < UNITS.length - 1 && tenths >= 10240) {
    tenths = Math.floor(tenths / 1024)
    unit++
  }
  return `${Math.floor(tenths / 10)}.${tenths % 10} ${UNITS[unit] ?? ''}`
}
