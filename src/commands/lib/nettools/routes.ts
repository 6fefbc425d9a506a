// The routing table as /proc/net/route has it, and how net-tools prints it. Ref: net-tools lib/inet_gr.c:rprint_fib()
import type { Process } from '../../../os/program.ts'
import { isErrno } from '../../../uapi/errno.ts'
import { formatInet } from '../../../wire/inet.ts'
import type { Stdout } from '../stdout.ts'
import { showInet } from './inet.ts'

export const RTF_REJECT = 0x0200

/** Letters of flags of IPv4's routes. */
export const ROUTE_MARKS: readonly (readonly [number, string])[] = [
  [0x0002, 'G'],
  [0x0004, 'H'],
  [0x0008, 'R'],
  [0x0010, 'D'],
  [0x0020, 'M'],
]

/** Which columns: those of use, those of TCP, or both. */
export type RouteColumns = 'use' | 'tcp' | 'both'

const HEAD = 'Destination     Gateway         Genmask         Flags '
const COLUMNS: Readonly<Record<RouteColumns, string>> = {
  use: 'Metric Ref    Use Iface',
  tcp: '  MSS Window  irtt Iface',
  both: 'Metric Ref    Use Iface    MSS   Window irtt',
}

/** Little-endian hexadecimal. */
export function readHex(text: string): number {
  return (text.match(/../g) ?? []).reduceRight((value, octet) => value * 256 + parseInt(octet, 16), 0)
}

/** Gives the exit status. */
export function showRoutes(p: Process, out: Stdout, columns: RouteColumns, numeric: boolean): number {
  const text = p.fs.readText('/proc/net/route')
  if (isErrno(text)) {
    p.io.err(`/proc/net/route: ${text.text}\nINET (IPv4) not configured in this system.\n`)
    return 1
  }
  out.print(`Kernel IP routing table\n${HEAD}${COLUMNS[columns]}\n`)
  for (const line of text.split('\n').slice(1)) {
    const fields = line.trim().split('\t')
    if (fields.length > 7) out.print(`${routeLine(p, fields, columns, numeric)}\n`)
  }
  return 0
}

function routeLine(p: Process, fields: readonly string[], columns: RouteColumns, numeric: boolean): string {
  const [iface = '', destination = '', gateway = '', flags = '', ref = '', use = '', metric = '', mask = ''] =
    fields
  const bits = parseInt(flags, 16)
  const reject = (bits & RTF_REJECT) !== 0
  const dash = (value: string): string => (reject ? '-' : value)
  const genmask = readHex(mask)
  const letters =
    (reject ? '!' : 'U') + ROUTE_MARKS.map(([bit, letter]) => (bits & bit ? letter : '')).join('')
  const shared = [
    showInet(p, readHex(destination), genmask, numeric, 'default').padEnd(15),
    (reject ? '-' : showInet(p, readHex(gateway), 0xffffffff, numeric, '0.0.0.0')).padEnd(15),
    formatInet(genmask).padEnd(15),
    letters.padEnd(5),
  ].join(' ')
  const usage = `${metric.padEnd(6)} ${dash(ref).padEnd(2)} ${use.padStart(7)}`
  const [mss = '', window = '', irtt = ''] = fields.slice(8).map((field) => dash(field.trim()))
  const name = dash(iface)
  switch (columns) {
    case 'use':
      return `${shared} ${usage} ${name}`
    case 'tcp':
      return `${shared} ${mss.padStart(5)} ${window.padEnd(5)} ${irtt.padStart(6)} ${name}`
    case 'both':
      return `${shared} ${usage} ${name.padEnd(8)} ${mss.padEnd(5)} ${window.padEnd(6)} ${irtt}`
  }
}
