// arp: always in the BSD manner. Ref: busybox networking/arp.c
import type { Process } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import { arpCommand } from '../arp/arp.ts'
import type { Applet } from './applet.ts'
import { getopt } from './getopt.ts'
import { withErrors } from './process.ts'

export const arpApplet: Applet = {
  name: 'arp',
  usage: `
[-vn]	[-H HWTYPE] [-i IF] -a [HOSTNAME]
[-v]		    [-i IF] -d HOSTNAME [pub]
[-v]	[-H HWTYPE] [-i IF] -s HOSTNAME HWADDR [temp]
[-v]	[-H HWTYPE] [-i IF] -s HOSTNAME HWADDR [netmask MASK] pub
[-v]	[-H HWTYPE] [-i IF] -Ds HOSTNAME IFACE [netmask MASK] pub

Manipulate ARP cache

	-a		Display (all) hosts
	-d		Delete ARP entry
	-s		Set new entry
	-v		Verbose
	-n		Don't resolve names
	-i IF		Network interface
	-D		Read HWADDR from IFACE
	-A,-p AF	Protocol family
	-H HWTYPE	Hardware address type`,
  *run(p) {
    const options = getopt(p, arpApplet, 'A:p:H:t:i:adnDsv')
    if (!options) return 1
    const { given, operands } = options
    if (!given.has('d') && !given.has('s')) return show(p, operands[0] ?? null, given.get('i') ?? null)
    const status = yield* arpCommand.run(
      withErrors(p, (text) =>
        text
          .replace(/^No ARP entry for .*$/m, 'arp: SIOCDARP(pub): No such file or directory')
          .replace(/^(SIOC)/m, 'arp: $1'),
      ),
    )
    return status === 0 ? 0 : 1
  },
}

const ATF_COM = 2
const ATF_PERM = 4
const ATF_PUBL = 8

/** Ref: arp_show(), arp_disp() */
function show(p: Process, host: string | null, device: string | null): number {
  const text = p.fs.readText('/proc/net/arp')
  let entries = 0
  let shown = 0
  for (const line of isErrno(text) ? [] : text.split('\n').slice(1)) {
    const [address, , flags, hardware = '', , iface] = line.trim().split(/\s+/)
    if (address === undefined || iface === undefined) continue
    entries++
    if ((host !== null && address !== host) || (device !== null && iface !== device)) continue
    shown++
    const bits = Number(flags)
    const what =
      bits & ATF_COM ? `${hardware} [ether] ` : bits & ATF_PUBL ? '<from_interface> ' : '<incomplete> '
    const marks = `${bits & ATF_PERM ? 'PERM ' : ''}${bits & ATF_PUBL ? 'PUP ' : ''}`
    p.io.out(`? (${address}) at ${what}${bits & ATF_COM ? '' : ' '}${marks}on ${iface}\n`)
  }
  if (shown === 0 && (host !== null || device !== null)) {
    p.io.out(`No match found in ${entries} entries\n`)
  }
  return 0
}
