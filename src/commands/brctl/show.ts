// brctl show and showmacs. Ref: bridge-utils brctl/brctl_disp.c
import { ENODEV, isErrno } from '../../uapi/errno.ts'
import { AF_BRIDGE, NUD_PERMANENT, type LinkMessage } from '../../uapi/rtnetlink.ts'
import { formatMac, MAC_ZERO, type Mac } from '../../wire/mac.ts'
import type { Tool } from '../lib/tool.ts'
import { allLinks, byName, findBridge, isBridge, portsOf } from './links.ts'

/** The bridge, or null: what is wrong with it was said. */
export function wantBridge(tool: Tool, name: string): LinkMessage | null {
  const link = findBridge(tool.p, name)
  if (!isErrno(link)) return link
  tool.p.io.err(link === ENODEV ? `bridge ${name} does not exist!\n` : `device ${name} is not a bridge!\n`)
  return null
}

/** Priority in hexadecimal, a dot, the address: `8000.020000000101`. */
export function formatBridgeId(priority: number, address: Mac): string {
  return `${priority.toString(16).padStart(4, '0')}.${formatMac(address).replaceAll(':', '')}`
}

export function bridgeId(bridge: LinkMessage): string {
  const id = bridge.linkinfo?.bridge?.bridgeId
  return formatBridgeId(id?.priority ?? 0x8000, id?.address ?? MAC_ZERO)
}

/** Seconds with two places: `  20.00`. */
export function timer(seconds: number): string {
  const hundredths = Math.trunc(seconds * 100 + 1e-6)
  return `${String(Math.trunc(hundredths / 100)).padStart(4)}.${String(hundredths % 100).padStart(2, '0')}`
}

export function show(tool: Tool, names: readonly string[]): number {
  const { out } = tool
  let failed = false
  let headed = false
  const all = names.length === 0 ? byName(allLinks(tool.p).filter(isBridge)) : []
  const line = (bridge: LinkMessage, name: string): void => {
    if (!headed) out.print('bridge name\tbridge id\t\tSTP enabled\tinterfaces\n')
    headed = true
    const stp = bridge.linkinfo?.bridge?.stpState ? 'yes' : 'no'
    const ports = portsOf(tool.p, bridge).map((port) => port.ifname)
    out.print(`${name}\t\t${bridgeId(bridge)}\t${stp}\t\t${ports.join('\n\t\t\t\t\t\t\t')}\n`)
  }
  for (const bridge of all) line(bridge, bridge.ifname)
  for (const name of names) {
    const bridge = wantBridge(tool, name)
    if (bridge) line(bridge, name)
    else failed = true
  }
  return failed ? 1 : 0
}

export function showMacs(tool: Tool, [name = '']: readonly string[]): number {
  const { p, out } = tool
  const bridge = findBridge(p, name)
  if (isErrno(bridge)) {
    p.io.err(`read of forward table failed: ${bridge.text}\n`)
    return 1
  }
  const numbers = new Map(
    portsOf(p, bridge).map((port) => [port.index, port.linkinfo?.bridgePort?.number ?? 0]),
  )
  const reply = p.net.rtnetlink({ type: 'RTM_GETNEIGH', family: AF_BRIDGE }).messages ?? []
  // Entries of the bridge itself have no port and are left out. Ref: br_fdb_fillbuf()
  const entries = reply.flatMap((m) =>
    m.type === 'RTM_NEWNEIGH' && m.master === bridge.index && m.lladdr !== undefined && numbers.has(m.index)
      ? [{ ...m, lladdr: m.lladdr }]
      : [],
  )
  entries.sort((a, b) => a.lladdr - b.lladdr)
  out.print('port no\tmac addr\t\tis local?\tageing timer\n')
  for (const entry of entries) {
    const local = (entry.state & NUD_PERMANENT) !== 0
    const number = String(numbers.get(entry.index) ?? 0).padStart(3)
    // A static entry's timer stands still. Ref: has_expired()
    const still = local || (entry.state & 0x40) !== 0
    const age = timer(still ? 0 : entry.updated)
    out.print(`${number}\t${formatMac(entry.lladdr)}\t${local ? 'yes' : 'no'}\t\t${age}\n`)
  }
  return 0
}
