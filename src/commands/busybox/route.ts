// route: changes are net-tools' own, what is shown is BusyBox's. Ref: busybox networking/route.c
import type { Process } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import { formatInet } from '../../wire/inet.ts'
import { formatInet6 } from '../../wire/inet6.ts'
import { showInet } from '../lib/nettools/inet.ts'
import { readHex, ROUTE_MARKS, RTF_REJECT } from '../lib/nettools/routes.ts'
import { routeCommand } from '../route/route.ts'
import type { Applet } from './applet.ts'
import { appletProcess, withErrors } from './process.ts'
import { getopt, showUsage } from './getopt.ts'

export const routeApplet: Applet = {
  name: 'route',
  usage: ` [-ne] [-A inet[6]] [{add|del} [-net|-host] TARGET [netmask MASK]
	[gw GATEWAY] [metric N] [mss BYTES] [window BYTES] [reject] [IFACE]]

Show or edit kernel routing tables

	-n	Don't resolve names
	-e	Display other/more information
	-A inet[6]	Select address family`,
  *run(p) {
    // Its own words, not options.
    const words = p.argv.map((word) => (word === '-net' || word === '-host' ? word.slice(1) : word))
    const options = getopt(appletProcess(p, words), routeApplet, 'A:ne')
    if (!options) return 1
    const { given, operands } = options
    const [verb, ...rest] = operands
    const six = given.get('A') === 'inet6'
    if (verb === undefined) return six ? showRoutes6(p) : showRoutes(p, given.has('n'), given.has('e'))
    if ((verb !== 'add' && verb !== 'del' && verb !== 'delete') || rest.length === 0)
      return showUsage(p, routeApplet)
    const target = rest[0] === 'net' || rest[0] === 'host' ? [`-${rest[0]}`, ...rest.slice(1)] : rest
    const argv = ['route', ...(six ? ['-6'] : []), verb, ...target]
    const status = yield* routeCommand.run(appletProcess(withErrors(p, reworded), argv))
    return status === 0 ? 0 : 1
  },
}

function reworded(text: string): string {
  const [line = ''] = text.split('\n')
  const unknown = /^(.*): (?:Unknown host|Host name lookup failure)$/.exec(line)
  if (unknown) return `route: resolving ${unknown[1] ?? ''}\n`
  if (line.startsWith('SIOC')) return `route: ${line}\n`
  if (/netmask/.test(line)) return `route: netmask and route address conflict\n`
  return /^(?:Usage|\s)/.test(line) ? '' : text
}

const MARKS6: readonly (readonly [number, string])[] = [
  ...ROUTE_MARKS.slice(0, 2),
  [0x0001_0000, 'D'],
  [0x0004_0000, 'A'],
  [0x0100_0000, 'C'],
  [0x0020_0000, 'n'],
]

/** `tcp`: the columns of TCP instead of those of use. Ref: bb_displayroutes() */
export function showRoutes(p: Process, numeric: boolean, tcp: boolean): number {
  const text = p.fs.readText('/proc/net/route')
  if (isErrno(text)) {
    p.io.err(`route: can't open '/proc/net/route': ${text.text}\n`)
    return 1
  }
  const columns = tcp ? '  MSS Window  irtt' : 'Metric Ref    Use'
  p.io.out(
    `Kernel IP routing table\nDestination     Gateway         Genmask         Flags ${columns} Iface\n`,
  )
  for (const line of text.split('\n').slice(1)) {
    const [
      iface = '',
      to = '',
      via = '',
      flags = '',
      ref,
      use,
      metric = '',
      mask = '',
      mss = '',
      window = '',
      irtt = '',
    ] = line.trim().split(/\s+/)
    if (mask === '') continue
    const bits = parseInt(flags, 16)
    const genmask = readHex(mask)
    const letters =
      bits & RTF_REJECT ? '!' : `U${ROUTE_MARKS.map(([bit, letter]) => (bits & bit ? letter : '')).join('')}`
    const gateway = readHex(via)
    const shared = [
      showInet(p, readHex(to), genmask, numeric, 'default').padEnd(15),
      (gateway === 0 ? (numeric ? '0.0.0.0' : '*') : showInet(p, gateway, 0xffffffff, numeric, '*')).padEnd(
        15,
      ),
      formatInet(genmask).padEnd(15),
      letters.padEnd(6),
    ].join(' ')
    const numbers = tcp
      ? `${mss.padStart(4)} ${window.padEnd(5)} ${irtt.padStart(6)}`
      : `${metric.padEnd(6)} ${(ref ?? '').padEnd(2)} ${(use ?? '').padStart(7)}`
    p.io.out(`${tcp ? shared : shared.slice(0, -1)} ${numbers} ${iface}\n`)
  }
  return 0
}

/** Ref: INET6_displayroutes() */
function showRoutes6(p: Process): number {
  const text = p.fs.readText('/proc/net/ipv6_route')
  const head = `${'Destination'.padEnd(43)} ${'Next Hop'.padEnd(39)} Flags Metric Ref    Use Iface\n`
  p.io.out(`Kernel IPv6 routing table\n${head}`)
  for (const line of isErrno(text) ? [] : text.split('\n')) {
    const [to = '', length = '', , , via = '', metric = '', ref = '', use = '', flags = '', iface = ''] = line
      .trim()
      .split(/\s+/)
    if (iface === '') continue
    const bits = parseInt(flags, 16)
    const letters =
      (bits & RTF_REJECT ? '!' : 'U') + MARKS6.map(([bit, mark]) => (bits & bit ? mark : '')).join('')
    const destination = `${formatInet6(BigInt(`0x${to}`))}/${parseInt(length, 16)}`.padEnd(43)
    const numbers = `${String(parseInt(metric, 16) | 0).padEnd(6)} ${String(parseInt(ref, 16)).padEnd(2)} ${String(parseInt(use, 16)).padStart(7)}`
    p.io.out(
      `${destination} ${formatInet6(BigInt(`0x${via}`)).padEnd(39)} ${letters.padEnd(5)} ${numbers} ${iface.padEnd(8)}\n`,
    )
  }
  return 0
}
