// brctl, of which this build has four commands. Ref: busybox networking/brctl.c
import type { Process } from '../../os/program.ts'
import { EBUSY, EEXIST, EINVAL, ENODEV, ENXIO, type Errno } from '../../uapi/errno.ts'
import { IFF_UP } from '../../uapi/if.ts'
import type { RtnetlinkRequest } from '../../uapi/rtnetlink.ts'
import { findLink, isBridge } from '../brctl/links.ts'
import type { Applet } from './applet.ts'
import { showUsage } from './getopt.ts'

export const brctlApplet: Applet = {
  name: 'brctl',
  usage: ` COMMAND [BRIDGE [ARGS]]

Manage ethernet bridges
Commands:
	addbr BRIDGE		Create BRIDGE
	delbr BRIDGE		Delete BRIDGE
	addif BRIDGE IFACE	Add IFACE to BRIDGE
	delif BRIDGE IFACE	Delete IFACE from BRIDGE`,
  *run(p) {
    const [verb, bridge, iface] = p.argv.slice(1)
    if (verb === undefined) return showUsage(p, brctlApplet)
    const known = ['addbr', 'delbr', 'addif', 'delif'].filter((name) => name.startsWith(verb))
    const [name] = known
    if (known.length !== 1 || name === undefined) return fail(p, `invalid argument '${verb}' to 'brctl'`)
    if (bridge === undefined) return showUsage(p, brctlApplet)
    if (name === 'addbr' || name === 'delbr') return told(p, `bridge ${bridge}`, change(p, name, bridge))
    if (iface === undefined) return showUsage(p, brctlApplet)
    if (!findLink(p, iface)) return told(p, `iface ${iface}`, ENODEV)
    return told(p, `bridge ${bridge}`, enslave(p, name === 'addif', bridge, iface))
  },
}

function fail(p: Process, message: string): number {
  p.io.err(`brctl: ${message}\n`)
  return 1
}

function told(p: Process, what: string, error: Errno | null): number {
  return error === null ? 0 : fail(p, `${what}: ${error.text}`)
}

function request(p: Process, message: RtnetlinkRequest): Errno | null {
  return p.net.rtnetlink(message).error?.errno ?? null
}

/** As the ioctls SIOCBRADDBR and SIOCBRDELBR answer. */
function change(p: Process, verb: string, ifname: string): Errno | null {
  const link = findLink(p, ifname)
  if (verb === 'addbr') {
    if (link) return EEXIST
    const made = { ifname, linkinfo: { kind: 'bridge' } }
    return request(p, { type: 'RTM_NEWLINK', flags: { create: true, excl: true }, link: made })
  }
  if (!link) return ENXIO
  return link.flags & IFF_UP ? EBUSY : request(p, { type: 'RTM_DELLINK', index: link.index })
}

function enslave(p: Process, adds: boolean, bridge: string, iface: string): Errno | null {
  const [master, port] = [findLink(p, bridge), findLink(p, iface)]
  if (!master || !port || !isBridge(master)) return ENODEV
  if (adds && port.master !== undefined) return EBUSY
  if (!adds && port.master !== master.index) return EINVAL
  const link = { index: port.index, master: adds ? master.index : 0 }
  return request(p, { type: 'RTM_NEWLINK', flags: {}, link })
}
