// UDP datagrams as lines, read by their ports. Ref: print-udp.c
import { checksum } from '../../wire/checksum.ts'
import type { Frame } from '../../wire/ethernet.ts'
import { put16, u16, u32, u8 } from '../../wire/octets.ts'
import type { Udp } from '../../wire/udp.ts'
import { udpOf, VXLAN_LINUX_PORT, VXLAN_PORT, vxlanOf, type Vxlan } from '../../wire/vxlan.ts'
import { formatBootp } from './printbootp.ts'
import { formatDns } from './printdns.ts'
import type { Summed } from './printtcp.ts'
import type { Style } from './style.ts'

/** Words a frame inside a datagram, whose octets are these. */
export type FramePrinter = (frame: Frame, octets: Uint8Array) => string

const DOMAIN = 53
const MDNS = 5353
const BOOTP: ReadonlySet<number> = new Set([67, 68])

/** What follows the addresses. `told`: the checksum is worth a word. */
export function formatUdpLine(
  style: Style,
  datagram: Udp | Vxlan,
  summed: Summed | null,
  told: boolean,
  frames: FramePrinter,
): string {
  const udp = datagram.kind === 'vxlan' ? udpOf(datagram) : datagram
  const { data, sport, dport } = udp
  // Of one that was cut short, or is the first of several, the header tells the length.
  const length = summed ? Math.max(u16(summed.bytes, 4) - 8, data.length) : data.length
  if (style.quick) return `UDP, length ${length}`
  const sum = summed && told && !style.noChecksums ? checksumText(summed) : ''
  const has = (port: number): boolean => sport === port || dport === port
  if (has(DOMAIN)) return `${sum}${formatDns(style, data, false)}`
  if (has(MDNS)) return `${sum}${formatDns(style, data, true)}`
  if (BOOTP.has(sport) || BOOTP.has(dport)) return `${sum}${formatBootp(style, data)}`
  const inner = tunnelled(udp, frames)
  return `${sum}${inner ?? `UDP, length ${length}`}`
}

function checksumText({ bytes, pseudo }: Summed): string {
  const there = u16(bytes, 6)
  if (there === 0) return '[no cksum] '
  const clear = bytes.slice()
  put16(clear, 6, 0)
  const right = checksum(clear, pseudo + bytes.length) || 0xffff
  if (right === there) return '[udp sum ok] '
  const hex = (sum: number): string => sum.toString(16).padStart(4, '0')
  return `[bad udp cksum 0x${hex(there)} -> 0x${hex(right)}!] `
}

/** VXLAN, or what was its port before and is OTV's. Ref: print-vxlan.c, print-otv.c */
function tunnelled(udp: Udp, frames: FramePrinter): string | null {
  const { data, dport, sport } = udp
  const vxlan = dport === VXLAN_PORT || sport === VXLAN_PORT
  if (!vxlan && dport !== VXLAN_LINUX_PORT && sport !== VXLAN_LINUX_PORT) return null
  if (data.length < 8) return vxlan ? 'VXLAN (invalid)' : `OTV, [length ${data.length} < 8] (invalid)`
  const flags = `flags [${u8(data, 0) & 8 ? 'I' : '.'}] (0x${u8(data, 0).toString(16).padStart(2, '0')})`
  const vni = u32(data, 4) >>> 8
  const head = vxlan ? `VXLAN, ${flags}, vni ${vni}` : `OTV, ${flags}, overlay 0, instance ${vni}`
  const inside = vxlanOf(udp)
  return inside ? `${head}\n${frames(inside.frame, data.subarray(8))}` : head
}
