// The IPv6 routing table as /proc/net/ipv6_route has it, and how net-tools prints it.
// Ref: net-tools lib/inet6_gr.c:rprint_fib6()
import type { Process } from '../../../os/program.ts'
import { isErrno } from '../../../uapi/errno.ts'
import { formatInet6, type Inet6 } from '../../../wire/inet6.ts'
import { nameOfAddress6 } from '../hosts6.ts'
import type { Stdout } from '../stdout.ts'

const RTF_REJECT = 0x0200
const RTF_CACHE = 0x0100_0000

/** Ref: include/uapi/linux/ipv6_route.h */
const MARKS: readonly (readonly [number, string])[] = [
  [0x0000_0002, 'G'],
  [0x0000_0004, 'H'],
  [0x0001_0000, 'D'],
  [0x0004_0000, 'A'],
  [RTF_CACHE, 'C'],
  [0x0002_0000, 'a'],
  [0x0040_0000, 'e'],
  [0x0000_0020, 'm'],
  [0x0020_0000, 'n'],
]

/** Gives the exit status. */
export function showRoutes6(p: Process, out: Stdout, cache: boolean, numeric: boolean): number {
  const text = p.fs.readText('/proc/net/ipv6_route')
  if (isErrno(text)) {
    p.io.err(`/proc/net/ipv6_route: ${text.text}\nINET6 (IPv6) not configured in this system.\n`)
    return 1
  }
  out.print(`Kernel IPv6 routing ${cache ? 'cache' : 'table'}\n`)
  out.print('Destination                    Next Hop                   Flag Met Ref  Use If\n')
  for (const line of text.split('\n')) {
    const fields = line.trim().split(/\s+/)
    const flags = parseInt(fields[8] ?? '', 16)
    if (fields.length > 9 && ((flags & RTF_CACHE) !== 0) === cache)
      out.print(`${routeLine(p, fields, numeric)}\n`)
  }
  return 0
}

function routeLine(p: Process, fields: readonly string[], numeric: boolean): string {
  const [to = '', length = '', , , via = '', metric = '', ref = '', use = '', flags = '', device = ''] =
    fields
  const bits = parseInt(flags, 16)
  const letters =
    (bits & RTF_REJECT ? '!' : 'U') + MARKS.map(([bit, mark]) => (bits & bit ? mark : '')).join('')
  return [
    `${showInet6(p, to, numeric)}/${parseInt(length, 16)}`.padEnd(30),
    showInet6(p, via, numeric).padEnd(26),
    letters.padEnd(4),
    // %d: the metric of the end of a table is -1.
    String(parseInt(metric, 16) | 0).padEnd(3),
    `${parseInt(ref, 16)}${String(parseInt(use, 16)).padStart(7)}`,
    device,
  ].join(' ')
}

/** Ref: net-tools lib/inet6.c:INET6_rresolve() */
function showInet6(p: Process, hex: string, numeric: boolean): string {
  const address: Inet6 = BigInt(`0x${hex}`)
  if (numeric) return formatInet6(address)
  if (address === 0n) return '[::]'
  return nameOfAddress6(p, address) ?? formatInet6(address)
}
