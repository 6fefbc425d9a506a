// The forwarding database of a VXLAN device: behind which remotes an address is. Entries age when they are looked at.
// Ref: drivers/net/vxlan/vxlan_core.c
import { SECOND } from '../../sim/clock.ts'
import { EAFNOSUPPORT, EEXIST, EINVAL, ENODEV, ENOENT, ENOSPC, EOPNOTSUPP } from '../../uapi/errno.ts'
import {
  AF_BRIDGE,
  NTF_EXT_LEARNED,
  NTF_SELF,
  NTF_USE,
  NUD_NOARP,
  NUD_PERMANENT,
  NUD_REACHABLE,
  type CreateFlags,
  type NeighMessage,
  type NeighRequest,
} from '../../uapi/rtnetlink.ts'
import type { Inet } from '../../wire/inet.ts'
import { isMulticastMac, MAC_ZERO, type Mac } from '../../wire/mac.ts'
import { refuse, type NetDevice, type Refusal } from '../core/net.ts'
import { credit, inherit } from '../core/provenance.ts'
import { peernet2idAlloc } from '../core/nsid.ts'
import type { SkBuff } from '../core/skb.ts'
import { record, tracing } from '../core/trace.ts'
import { vxlanOfDev, type VxlanDev, type VxlanFdb, type VxlanRdst } from './vxlan_dev.ts'

function now(vxlan: VxlanDev): number {
  return vxlan.net.stack.clock.now
}

/** Ref: vxlan_cleanup() */
function expired(vxlan: VxlanDev, f: VxlanFdb): boolean {
  if (f.state & (NUD_PERMANENT | NUD_NOARP) || f.flags & NTF_EXT_LEARNED) return false
  return f.updated + vxlan.cfg.ageing * SECOND <= now(vxlan)
}

/** Ref: vxlan_find_mac() */
export function vxlanFindMac(vxlan: VxlanDev, mac: Mac): VxlanFdb | null {
  const f = vxlan.fdb.get(mac)
  if (!f) return null
  if (!expired(vxlan, f)) return f
  destroy(vxlan, f)
  return null
}

/** Ref: vxlan_find_mac_tx() */
export function vxlanFindMacTx(vxlan: VxlanDev, mac: Mac): VxlanFdb | null {
  const f = vxlanFindMac(vxlan, mac)
  if (f) f.used = now(vxlan)
  return f
}

function destroy(vxlan: VxlanDev, f: VxlanFdb): void {
  vxlan.fdb.delete(f.mac)
  vxlan.dev.net.version++
}

function sameRdst(a: VxlanRdst, b: VxlanRdst): boolean {
  return a.ip === b.ip && a.port === b.port && a.vni === b.vni && a.ifindex === b.ifindex
}

interface Update {
  readonly mac: Mac
  readonly rdst: VxlanRdst
  readonly state: number
  readonly flags: number
  readonly create: CreateFlags
}

/** Ref: vxlan_fdb_update() */
export function vxlanFdbUpdate(vxlan: VxlanDev, update: Update): Refusal | null {
  const { mac, rdst, state, flags, create } = update
  const known = vxlanFindMac(vxlan, mac)
  const unicast = !isMulticastMac(mac) && mac !== MAC_ZERO
  vxlan.dev.net.version++
  if (known) return updateExisting(vxlan, known, update, unicast)
  if (!create.create) return refuse(ENOENT)
  if (create.replace && !unicast) return refuse(EOPNOTSUPP)
  if (vxlan.cfg.addrMax > 0 && vxlan.fdb.size >= vxlan.cfg.addrMax) return refuse(ENOSPC)
  const time = now(vxlan)
  const later = [...vxlan.fdb]
  vxlan.fdb.clear()
  vxlan.fdb.set(mac, { mac, state, flags, updated: time, used: time, remotes: [rdst] })
  for (const [address, entry] of later) vxlan.fdb.set(address, entry)
  return null
}

/** Ref: vxlan_fdb_update_existing() */
function updateExisting(
  vxlan: VxlanDev,
  f: VxlanFdb,
  { rdst, state, flags, create }: Update,
  unicast: boolean,
): Refusal | null {
  if (create.excl) return refuse(EEXIST)
  if (f.state !== state || f.flags !== flags) f.updated = now(vxlan)
  f.state = state
  f.flags = flags
  if (create.replace) {
    if (!unicast) return refuse(EOPNOTSUPP, 'Cannot replace non-unicast fdb entries')
    const [first] = f.remotes
    if (first) Object.assign(first, rdst)
  }
  if (create.append && !unicast && !f.remotes.some((r) => sameRdst(r, rdst))) f.remotes.push(rdst)
  return null
}

/** One remote, or the entry when that is its only one. Ref: __vxlan_fdb_delete() */
export function vxlanFdbDelete(vxlan: VxlanDev, mac: Mac, rdst: VxlanRdst | null): Refusal | null {
  const f = vxlanFindMac(vxlan, mac)
  if (!f) return refuse(ENOENT)
  if (rdst && rdst.ip !== 0) {
    const at = f.remotes.findIndex((r) => sameRdst(r, rdst))
    if (at < 0) return null
    if (f.remotes.length > 1) {
      f.remotes.splice(at, 1)
      vxlan.dev.net.version++
      return null
    }
  }
  destroy(vxlan, f)
  return null
}

/** Learns where a source is; false when the frame is to be dropped. Ref: vxlan_snoop() */
export function vxlanSnoop(vxlan: VxlanDev, src: Inet, mac: Mac, skb: SkBuff): boolean {
  const f = vxlanFindMac(vxlan, mac)
  if (f) {
    const [first] = f.remotes
    if (!first || first.ip === src) {
      f.updated = now(vxlan)
      return true
    }
    if (f.state & (NUD_PERMANENT | NUD_NOARP)) return false
    first.ip = src
    f.updated = now(vxlan)
    vxlan.dev.net.version++
  } else {
    const { dstPort: port, vni } = vxlan.cfg
    const rdst = { ip: src, port, vni, ifindex: 0 }
    const create = { create: true, excl: true }
    vxlanFdbUpdate(vxlan, { mac, rdst, state: NUD_REACHABLE, flags: NTF_SELF, create })
  }
  if (tracing(skb)) record(skb, { kind: 'fdb-learn', mac, port: vxlan.dev.name }, vxlan.dev)
  return true
}

/** What was learned, or everything but the way for unknown destinations. Ref: vxlan_flush() */
export function vxlanFlush(vxlan: VxlanDev, all: boolean): void {
  for (const f of [...vxlan.fdb.values()]) {
    if (!all && f.state & (NUD_PERMANENT | NUD_NOARP)) continue
    destroy(vxlan, f)
  }
}

/** Ref: vxlan_fdb_parse() */
function parseRdst(vxlan: VxlanDev, request: NeighRequest): VxlanRdst | Refusal {
  const { dst = 0, port = vxlan.cfg.dstPort, vni = vxlan.cfg.vni, ifindex = 0 } = request
  if (typeof dst === 'bigint') return refuse(EAFNOSUPPORT)
  if (ifindex !== 0 && !vxlan.net.devices.has(ifindex)) return refuse(ENODEV)
  return { ip: dst, port, vni, ifindex }
}

/** Ref: vxlan_fdb_add() */
export function vxlanFdbAdd(dev: NetDevice, create: CreateFlags, request: NeighRequest): Refusal | null {
  const vxlan = vxlanOfDev(dev)
  const { lladdr: mac, state, flags } = request
  if (!vxlan || mac === undefined) return refuse(EINVAL)
  if (!(state & (NUD_PERMANENT | NUD_REACHABLE)) || request.dst === undefined) return refuse(EINVAL)
  const rdst = parseRdst(vxlan, request)
  if ('errno' in rdst) return rdst
  const refused = vxlanFdbUpdate(vxlan, { mac, rdst, state, flags: flags & ~NTF_USE, create })
  const remote = refused ? undefined : vxlan.fdb.get(mac)?.remotes.find((r) => sameRdst(r, rdst))
  if (remote) credit(dev.net.stack, remote)
  return refused
}

/** Ref: vxlan_fdb_delete() */
export function vxlanFdbDel(dev: NetDevice, request: NeighRequest): Refusal | null {
  const vxlan = vxlanOfDev(dev)
  const { lladdr: mac } = request
  if (!vxlan || mac === undefined) return refuse(EINVAL)
  const rdst = parseRdst(vxlan, request)
  return 'errno' in rdst ? rdst : vxlanFdbDelete(vxlan, mac, rdst)
}

/** A message a remote. Ref: vxlan_fdb_dump(), vxlan_fdb_info() */
export function vxlanFdbDump(dev: NetDevice): NeighMessage[] {
  const vxlan = vxlanOfDev(dev)
  if (!vxlan) return []
  const since = (time: number): number => Math.floor((now(vxlan) - time) / SECOND)
  for (const f of [...vxlan.fdb.values()]) if (expired(vxlan, f)) destroy(vxlan, f)
  return [...vxlan.fdb.values()].flatMap((f) =>
    f.remotes.map((rdst) => {
      const message: NeighMessage = {
        type: 'RTM_NEWNEIGH',
        family: AF_BRIDGE,
        index: dev.index,
        state: f.state,
        flags: f.flags,
        lladdr: f.mac,
        dst: rdst.ip,
        confirmed: 0,
        used: since(f.used),
        updated: since(f.updated),
        refcnt: 0,
        probes: 0,
      }
      if (rdst.port !== vxlan.cfg.dstPort) message.port = rdst.port
      if (rdst.vni !== vxlan.cfg.vni) message.vni = rdst.vni
      if (rdst.ifindex !== 0) message.ifindex = rdst.ifindex
      if (vxlan.net !== dev.net) message.linkNetnsid = peernet2idAlloc(dev.net, vxlan.net)
      return inherit(message, rdst)
    }),
  )
}
