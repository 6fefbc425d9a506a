// Bridges made and unmade, ports put in and taken out. Ref: bridge-utils libbridge/libbridge_if.c
import type { Process } from '../../os/program.ts'
import { EBUSY, EEXIST, EINVAL, ELOOP, ENODEV, ENXIO, EPERM, isErrno, type Errno } from '../../uapi/errno.ts'
import { IFF_LOOPBACK, IFF_UP, IFNAMSIZ } from '../../uapi/if.ts'
import type { RtnetlinkRequest } from '../../uapi/rtnetlink.ts'
import type { Tool } from '../lib/tool.ts'
import { findBridge, findLink, isBridge } from './links.ts'

function request(p: Process, message: RtnetlinkRequest): Errno | null {
  return p.net.rtnetlink(message).error?.errno ?? null
}

/** SIOCBRADDBR takes as much of the name as fits. */
export function addBridge(tool: Tool, [name = '']: readonly string[]): number {
  const { p } = tool
  const ifname = name.slice(0, IFNAMSIZ - 1)
  const error =
    ifname === ''
      ? EINVAL
      : request(p, {
          type: 'RTM_NEWLINK',
          flags: { create: true, excl: true },
          link: { ifname, linkinfo: { kind: 'bridge' } },
        })
  if (error === null) return 0
  if (error === EEXIST) {
    p.io.err(`device ${name} already exists; can't create bridge with the same name\n`)
  } else p.io.err(`add bridge failed: ${error.text}\n`)
  return 1
}

export function deleteBridge(tool: Tool, [name = '']: readonly string[]): number {
  const { p } = tool
  const error = brDelBridge(p, name)
  if (error === null) return 0
  if (error === ENXIO) p.io.err(`bridge ${name} doesn't exist; can't delete it\n`)
  else if (error === EBUSY) p.io.err(`bridge ${name} is still up; can't delete it\n`)
  else p.io.err(`can't delete bridge ${name}: ${error.text}\n`)
  return 1
}

/** Ref: net/bridge/br_if.c:br_del_bridge() */
function brDelBridge(p: Process, name: string): Errno | null {
  const link = findLink(p, name)
  if (link === null) return ENXIO
  if (!isBridge(link)) return EPERM
  if (link.flags & IFF_UP) return EBUSY
  return request(p, { type: 'RTM_DELLINK', index: link.index })
}

export function addInterfaces(tool: Tool, [bridge = '', ...names]: readonly string[]): number {
  const { p } = tool
  for (const name of names) {
    const error = brAddInterface(p, bridge, name)
    if (error === null) continue
    if (error === ENODEV) p.io.err(missing(p, bridge, name))
    else if (error === EBUSY) {
      p.io.err(`device ${name} is already a member of a bridge; can't add it to bridge ${bridge}.\n`)
    } else if (error === ELOOP) {
      p.io.err(`device ${name} is a bridge device itself; can't add a bridge device to a bridge device.\n`)
    } else p.io.err(`can't add ${name} to bridge ${bridge}: ${error.text}\n`)
    return 1
  }
  return 0
}

/** SIOCBRADDIF takes no port away from another bridge, as a change of master does. */
function brAddInterface(p: Process, bridge: string, name: string): Errno | null {
  const link = findLink(p, name)
  if (link === null) return ENODEV
  const master = findBridge(p, bridge)
  if (isErrno(master)) return master
  if (link.master !== undefined && !isBridge(link) && !(link.flags & IFF_LOOPBACK)) return EBUSY
  return setMaster(p, link.index, master.index)
}

function setMaster(p: Process, index: number, master: number): Errno | null {
  return request(p, { type: 'RTM_NEWLINK', flags: {}, link: { index, master } })
}

function missing(p: Process, bridge: string, name: string): string {
  return findLink(p, name) === null
    ? `interface ${name} does not exist!\n`
    : `bridge ${bridge} does not exist!\n`
}

export function deleteInterfaces(tool: Tool, [bridge = '', ...names]: readonly string[]): number {
  const { p } = tool
  for (const name of names) {
    const error = brDelInterface(p, bridge, name)
    if (error === null) continue
    if (error === ENODEV) p.io.err(missing(p, bridge, name))
    else if (error === EINVAL) p.io.err(`device ${name} is not a port of ${bridge}\n`)
    else p.io.err(`can't delete ${name} from ${bridge}: ${error.text}\n`)
    return 1
  }
  return 0
}

function brDelInterface(p: Process, bridge: string, name: string): Errno | null {
  const link = findLink(p, name)
  if (link === null) return ENODEV
  const master = findBridge(p, bridge)
  if (isErrno(master)) return master
  return link.master === master.index ? setMaster(p, link.index, 0) : EINVAL
}
