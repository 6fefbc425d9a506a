// Ref: busybox networking/arping.c
import type { Blocking, Process } from '../../os/program.ts'
import { SECOND } from '../../sim/clock.ts'
import { IFF_LOOPBACK, IFF_NOARP, IFF_UP } from '../../uapi/if.ts'
import { formatInet, INADDR_ANY, parseInet, type Inet } from '../../wire/inet.ts'
import { formatMac } from '../../wire/mac.ts'
import type { ArpingSettings } from '../arping/options.ts'
import { ArpingSession, type ArpingMake } from '../arping/session.ts'
import { sourceTowards } from '../arping/source.ts'
import { findLink } from '../brctl/links.ts'
import { getaddrinfo } from '../lib/resolv/getaddrinfo.ts'
import { Stdout } from '../lib/stdout.ts'
import type { Applet } from './applet.ts'
import { getopt, showUsage, xatou } from './getopt.ts'

export const arpingApplet: Applet = {
  name: 'arping',
  usage: ` [-fqbDUA] [-c CNT] [-w TIMEOUT] [-I IFACE] [-s SRC_IP] DST_IP

Send ARP requests/replies

	-f		Quit on first ARP reply
	-q		Quiet
	-b		Keep broadcasting, don't go unicast
	-D		Exit with 1 if DST_IP replies
	-U		Unsolicited ARP mode, update your neighbors
	-A		ARP answer mode, update your neighbors
	-c N		Stop after sending N ARP requests
	-w TIMEOUT	Seconds to wait for ARP reply
	-I IFACE	Interface to use (default eth0)
	-s SRC_IP	Sender IP address
	DST_IP		Target IP address`,
  run: arping,
}

/** The mark of -c is its mark of having heard an answer too. */
const BUSYBOX: ArpingMake = {
  countsBroadcasts: false,
  // It looks at the time when it is to send, once a second.
  grace: SECOND - 1,
  mac: formatMac,
  elapsed: (micros) => `${Math.trunc(micros / 1000)}.${String(micros % 1000).padStart(3, '0')}`,
  totals: ({ sent, broadcasts, received, requestsReceived, broadcastsReceived }) =>
    `Sent ${sent} probe(s) (${broadcasts} broadcast(s))\n` +
    `Received ${received} response(s) (${requestsReceived} request(s), ${broadcastsReceived} broadcast(s))\n`,
  status: ({ received }) => (received > 0 ? 0 : 1),
}

function* arping(p: Process): Blocking<number> {
  const options = getopt(p, arpingApplet, 'UDAqfbc:w:I:s:')
  if (!options) return 1
  const { given, operands } = options
  const fail = (words: string): number => {
    p.io.err(`arping: ${words}\n`)
    return 2
  }
  const number = (letter: string, otherwise: number): number | null =>
    given.has(letter) ? xatou(p, 'arping', given.get(letter) ?? '') : otherwise
  const [count, timeout] = [number('c', -1), number('w', 0)]
  if (count === null || timeout === null) return 1
  const [host] = operands
  if (host === undefined || operands.length > 1) return showUsage(p, arpingApplet)
  const set: ArpingSettings = {
    count,
    timeout,
    interval: 1,
    quitOnReply: given.has('f') || given.has('D'),
    quiet: given.has('q'),
    broadcastOnly: given.has('b'),
    dad: given.has('D'),
    unsolicited: given.has('U') || given.has('A'),
    advert: given.has('A'),
    device: given.get('I') ?? 'eth0',
    source: given.get('s') ?? null,
  }
  const ifname = set.device ?? ''
  const device = findLink(p, ifname)
  if (!device) return fail(`interface ${ifname} not found: No such device`)
  if (!(device.flags & IFF_UP)) return fail(`interface ${ifname} is down`)
  if (device.flags & (IFF_NOARP | IFF_LOOPBACK)) {
    fail(`interface ${ifname} is not ARPable`)
    return set.dad ? 0 : 2
  }
  const found = yield* getaddrinfo(p, host, 'inet')
  const target = 'error' in found ? null : found.addresses[0]
  if (typeof target !== 'number') return fail(`bad address '${host}'`)
  const source = sourceOf(p, set, target)
  if (typeof source === 'string') return fail(source)
  const socket = p.net.packetSocket()
  try {
    socket.bind(device.index)
    const out = new Stdout(p)
    if (!set.quiet) out.print(`ARPING ${formatInet(target)} from ${formatInet(source)} ${ifname}\n`)
    const status = yield* new ArpingSession(p, set, { device, source, target }, socket, out, BUSYBOX).run()
    out.flush()
    return status
  } finally {
    socket.close()
  }
}

/** The address to ask from, or what is wrong. */
function sourceOf(p: Process, set: ArpingSettings, target: Inet): Inet | string {
  const written = set.source === null ? null : parseInet(set.source)
  if (set.source !== null && written === null) return `invalid source address ${set.source}`
  if (set.dad) return written ?? INADDR_ANY
  const source = written ?? (set.unsolicited ? target : null)
  return sourceTowards(p, set.device, target, source)
}
