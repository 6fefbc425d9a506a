// The CNI plugin that brings a container's lo up. (Ref: containernetworking/plugins plugins/main/loopback/loopback.go)
import type { Command } from '../../commands/command.ts'
import type { Process } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import { IFF_UP } from '../../uapi/if.ts'
import { AF_INET, type LinkMessage } from '../../uapi/rtnetlink.ts'
import { formatInet } from '../../wire/inet.ts'
import { formatInet6 } from '../../wire/inet6.ts'
import { formatMac } from '../../wire/mac.ts'
import { cniProgram, internalError, type CniArgs, type CniOutcome } from './skel.ts'

export const loopbackPlugin: Command = {
  name: 'loopback',
  path: '/opt/cni/bin/loopback',
  summary: 'CNI plugin: bring up lo in a namespace',
  supports: ['CNI_COMMAND=ADD|CHECK|DEL|VERSION, the configuration on standard input'],
  run: cniProgram({ name: 'loopback', add, check, del }),
}

/** Does `work` in the container's namespace. */
function inside(p: Process, args: CniArgs, work: () => CniOutcome): CniOutcome {
  const netns = p.net.openNetns(args.netns)
  if (isErrno(netns)) {
    const { text } = netns
    const words = text.charAt(0).toLowerCase() + text.slice(1)
    return { error: internalError(`failed to Statfs "${args.netns}": ${words}`) }
  }
  const own = p.net.netns()
  p.net.setns(netns)
  const outcome = work()
  p.net.setns(own)
  return outcome
}

function findLo(p: Process): LinkMessage | null {
  const [link] = p.net.rtnetlink({ type: 'RTM_GETLINK', ifname: 'lo' }).messages ?? []
  return link?.type === 'RTM_NEWLINK' ? link : null
}

function setLo(p: Process, index: number, flags: number): void {
  p.net.rtnetlink({ type: 'RTM_NEWLINK', flags: {}, link: { index, flags, change: IFF_UP } })
}

/** One address of lo, as `127.0.0.1/8`. */
function addressOf(p: Process, index: number, version: 4 | 6): string | null {
  for (const addr of p.net.rtnetlink({ type: 'RTM_GETADDR', family: 0 }).messages ?? []) {
    if (addr.type !== 'RTM_NEWADDR' || addr.index !== index) continue
    if ((addr.family === AF_INET) !== (version === 4)) continue
    const text = typeof addr.local === 'bigint' ? formatInet6(addr.local) : formatInet(addr.local)
    return `${text}/${addr.prefixlen}`
  }
  return null
}

function add(p: Process, args: CniArgs): CniOutcome {
  return inside(p, args, () => {
    const lo = findLo(p)
    if (!lo) return { error: internalError('Link not found') }
    setLo(p, lo.index, IFF_UP)
    const { prevResult } = args.config
    // In a chain it passes on what the plugins before it made.
    if (prevResult !== undefined) return { result: prevResult }
    return { result: resultOf(args, lo, addressOf(p, lo.index, 4), addressOf(p, lo.index, 6)) }
  })
}

function resultOf(args: CniArgs, lo: LinkMessage, v4: string | null, v6: string | null): unknown {
  const { version: cniVersion } = args
  if (cniVersion === '0.1.0') {
    return { cniVersion, ...(v4 ? { ip4: { ip: v4 } } : {}), ...(v6 ? { ip6: { ip: v6 } } : {}), dns: {} }
  }
  return {
    cniVersion,
    interfaces: [{ name: lo.ifname, mac: formatMac(lo.address), sandbox: args.netns }],
    ips: [v4, v6].flatMap((address) => (address === null ? [] : [{ interface: 0, address }])),
    dns: {},
  }
}

function check(p: Process, args: CniArgs): CniOutcome {
  return inside(p, args, () => {
    const lo = findLo(p)
    return lo && lo.flags & IFF_UP ? null : { error: internalError('loopback interface is down') }
  })
}

/** A namespace that is gone took its lo along: nothing is left to do. */
function del(p: Process, args: CniArgs): CniOutcome {
  if (args.netns === '') return null
  const outcome = inside(p, args, () => {
    const lo = findLo(p)
    if (lo) setLo(p, lo.index, 0)
    return null
  })
  return outcome && 'error' in outcome ? null : outcome
}
