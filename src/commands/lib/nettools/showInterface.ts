// How ifconfig and netstat -i print an interface (net-tools 2.10). Ref: net-tools lib/interface.c:ife_print()
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
} from '../../../uapi/if.ts'
import { formatInet, inetMask } from '../../../wire/inet.ts'
import { formatMac } from '../../../wire/mac.ts'
import type { Interface } from './interfaces.ts'

const IFF_MASTER = 0x400
const IFF_SLAVE = 0x800

const NAMES: readonly (readonly [number, string])[] = [
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
  [IFF_SLAVE, 'SLAVE'],
  [IFF_MASTER, 'MASTER'],
  [IFF_MULTICAST, 'MULTICAST'],
  [IFF_DYNAMIC, 'DYNAMIC'],
]

const LETTERS: readonly (readonly [number, string])[] = [
  [IFF_ALLMULTI, 'A'],
  [IFF_BROADCAST, 'B'],
  [IFF_DEBUG, 'D'],
  [IFF_LOOPBACK, 'L'],
  [IFF_MULTICAST, 'M'],
  [IFF_DYNAMIC, 'd'],
  [IFF_PROMISC, 'P'],
  [IFF_NOTRAILERS, 'N'],
  [IFF_NOARP, 'O'],
  [IFF_POINTOPOINT, 'P'],
  [IFF_SLAVE, 's'],
  [IFF_MASTER, 'm'],
  [IFF_RUNNING, 'R'],
  [IFF_UP, 'U'],
]

const INET6_SCOPES: readonly (readonly [number, string])[] = [
  [0x10, 'host'],
  [0x20, 'link'],
  [0x40, 'site'],
  [0x80, 'compat'],
]

/** ifr_flags is a short: the upper half of the device's flags is not seen, the highest bit is a sign. */
export function shortFlags(flags: number): number {
  return (flags << 16) >> 16
}

/** One line of `ifconfig -s` and `netstat -i`. */
export function interfaceLine(face: Interface): string {
  const { link } = face
  const n = (value: number, width: number): string => String(value).padStart(width)
  const { rxPackets, rxErrors, rxDropped, txPackets, txErrors, txDropped } = link.stats
  const counted =
    `${n(rxPackets, 8)} ${n(rxErrors, 6)} ${n(rxDropped, 6)} ${'0'.padEnd(6)} ` +
    `${n(txPackets, 8)} ${n(txErrors, 6)} ${n(txDropped, 6)} ${n(0, 6)} `
  const uncounted = '     - no statistics available -'.padEnd(56)
  const letters = LETTERS.map(([bit, letter]) => (link.flags & bit ? letter : '')).join('')
  const marks = shortFlags(link.flags) === 0 ? '[NO FLAGS]' : letters
  return `${face.name.padEnd(15)} ${n(link.mtu, 5)} ${face.alias ? uncounted : counted}${marks}\n`
}

/** The paragraph of `ifconfig`, with the empty line after it. */
export function interfaceParagraph(face: Interface): string {
  const { link, inet } = face
  const flags = shortFlags(link.flags)
  const names = NAMES.filter(([bit]) => flags & bit).map(([, name]) => name)
  const indent = '        '
  let text = `${face.name}: flags=${flags}<${names.join(',')}>  mtu ${link.mtu}\n`
  if (inet !== null && typeof inet.local === 'number') {
    text += `${indent}inet ${formatInet(inet.local)}  netmask ${formatInet(inetMask(inet.prefixlen))}`
    if (flags & IFF_BROADCAST) text += `  broadcast ${formatInet(inet.broadcast ?? 0)}`
    if (flags & IFF_POINTOPOINT) text += `  destination ${formatInet(Number(inet.address))}`
    text += '\n'
  }
  for (const { address, prefixlen, scope } of face.inet6) {
    const words = INET6_SCOPES.flatMap(([bit, word]) => (scope & bit ? [word] : []))
    const named = scope === 0 ? 'global' : words.join(',')
    text += `${indent}inet6 ${address}  prefixlen ${prefixlen}  scopeid 0x${scope.toString(16)}<${named}>\n`
  }
  const loopback = link.hwType === ARPHRD_LOOPBACK
  const hardware = loopback ? 'loop' : `ether ${formatMac(link.address)}`
  text += `${indent}${hardware}  txqueuelen ${link.txqlen}  (${loopback ? 'Local Loopback' : 'Ethernet'})\n`
  if (face.alias) return `${text}\n`
  const { rxPackets, rxBytes, rxErrors, rxDropped, txPackets, txBytes, txErrors, txDropped, collisions } =
    link.stats
  return [
    text,
    `${indent}RX packets ${rxPackets}  bytes ${rxBytes} (${size(rxBytes)})\n`,
    `${indent}RX errors ${rxErrors}  dropped ${rxDropped}  overruns 0  frame 0\n`,
    `${indent}TX packets ${txPackets}  bytes ${txBytes} (${size(txBytes)})\n`,
    `${indent}TX errors ${txErrors}  dropped ${txDropped} overruns 0  carrier 0  collisions ${collisions}\n`,
    '\n',
  ].join('')
}

const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'] as const

/** Tenths cut off, not rounded: `1.9 KiB`. */
function size(bytes: number): string {
  let power = 0
  while (power < UNITS.length - 1 && bytes > 1024 ** (power + 1)) power++
  return `${(Math.floor((bytes * 10) / 1024 ** power) / 10).toFixed(1)} ${UNITS[power] ?? ''}`
}
