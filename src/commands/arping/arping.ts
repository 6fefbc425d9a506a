// arping of iputils 20221126. Read options.ts for what it is asked, session.ts for what it does.
import type { Blocking, Process } from '../../os/program.ts'
import { IFF_LOOPBACK, IFF_NOARP, IFF_UP } from '../../uapi/if.ts'
import type { LinkMessage } from '../../uapi/rtnetlink.ts'
import { formatInet, INADDR_ANY, type Inet } from '../../wire/inet.ts'
import { formatMac } from '../../wire/mac.ts'
import type { Command } from '../command.ts'
import { inetAton } from '../lib/inetAton.ts'
import { versionText } from '../lib/iputils/number.ts'
import type { Args } from '../lib/options.ts'
import { resolveName } from '../lib/resolv/names.ts'
import { defineTool, type Tool } from '../lib/tool.ts'
import { OPTIONS, readSettings, USAGE, type ArpingOption, type ArpingSettings } from './options.ts'
import { ArpingSession, type ArpingMake } from './session.ts'
import { sourceTowards } from './source.ts'

export const arpingCommand: Command = defineTool<ArpingOption>({
  name: 'arping',
  path: '/usr/bin/arping',
  summary: 'send ARP requests to a host on the same link',
  usage: ['[options] <destination>'],
  options: OPTIONS,
  forms: ['arping [-I DEV] ADDRESS', 'arping -D [-I DEV] ADDRESS', 'arping { -U | -A } -I DEV ADDRESS'],
  badUsage: 2,
  hint: USAGE,
  ownHelp: true,
  main: arping,
})

const IPUTILS: ArpingMake = {
  countsBroadcasts: true,
  grace: 0,
  mac: (mac) => formatMac(mac).toUpperCase(),
  // Milliseconds are rounded up, and half of one is added to what is left.
  elapsed(micros) {
    const ms = Math.trunc((micros + 500) / 1000)
    return ` ${ms}.${String(micros - ms * 1000 + 500).padStart(3, '0')}`
  },
  totals({ sent, broadcasts, received, requestsReceived, broadcastsReceived }) {
    const kinds: string[] = []
    if (requestsReceived > 0) kinds.push(`${requestsReceived} request(s)`)
    if (broadcastsReceived > 0) kinds.push(`${broadcastsReceived} broadcast(s)`)
    const among = kinds.length > 0 ? ` (${kinds.join(', ')})` : ''
    return `Sent ${sent} probes (${broadcasts} broadcast(s))\nReceived ${received} response(s)${among}\n`
  },
  status({ received }, { timeout, count, quitOnReply }) {
    if (timeout > 0 && count > 0 && !quitOnReply) return count <= received ? 0 : 1
    return received > 0 ? 0 : 1
  },
}

/** Status to exit with; what there was to say was said. */
interface Stop {
  readonly status: number
}

function* arping(tool: Tool, args: Args<ArpingOption>): Blocking<number> {
  const { p, out } = tool
  const fail = (message: string): number => {
    tool.complain(message)
    return 2
  }
  const set = readSettings(args)
  if (args.has('h')) {
    p.io.err(USAGE)
    return 2
  }
  if (typeof set === 'string') {
    tool.complain(set)
    return 1
  }
  if (args.has('V')) {
    out.print(versionText('arping'))
    return 0
  }
  const [name] = args.operands
  if (name === undefined || args.operands.length !== 1) {
    p.io.err(USAGE)
    return 2
  }
  const target = yield* resolveName(p, name)
  if ('error' in target) {
    // Digits and dots are never looked up.
    const error = /^[0-9.]+$/.test(name) ? 'Name or service not known' : target.error
    return fail(`${name}: ${error}`)
  }
  const device = findDevice(tool, set, target.address)
  if ('status' in device) return device.status
  const source = findSource(tool, set, target.address, device)
  if (typeof source === 'string') return fail(source)

  const socket = p.net.packetSocket()
  try {
    const error = socket.bind(device.index)
    if (error !== null) return fail(`bind: ${error.text}`)
    if (!set.quiet) {
      out.print(`ARPING ${formatInet(target.address)} from ${formatInet(source)} ${device.ifname}\n`)
    }
    if (set.source === null && source === INADDR_ANY && !set.dad) {
      return fail('no source address in not-DAD mode')
    }
    const session = new ArpingSession(
      p,
      set,
      { device, source, target: target.address },
      socket,
      out,
      IPUTILS,
    )
    return yield* session.run()
  } finally {
    socket.close()
  }
}

function linkWhere(p: Process, is: (link: LinkMessage) => boolean): LinkMessage | null {
  const all = p.net.rtnetlink({ type: 'RTM_GETLINK' }).messages ?? []
  return all.flatMap((m) => (m.type === 'RTM_NEWLINK' && is(m) ? [m] : []))[0] ?? null
}

/** The one that was named, or that the route leads out of. Ref: guess_device(), check_device() */
function findDevice(tool: Tool, set: ArpingSettings, target: Inet): LinkMessage | Stop {
  const { p, out } = tool
  let link: LinkMessage | null
  if (set.device === null) {
    const reply = p.net.rtnetlink({ type: 'RTM_GETROUTE_LOOKUP', lookup: { dst: target } })
    const [route] = reply.messages ?? []
    if (route?.type !== 'RTM_NEWROUTE') {
      tool.complain('NETLINK_ROUTE unexpected iov element')
      return { status: 1 }
    }
    link = linkWhere(p, ({ index }) => index === route.oif)
  } else link = linkWhere(p, ({ ifname }) => ifname === set.device)
  if (link === null) {
    tool.complain(`Device ${set.device ?? ''} not available.`)
    return { status: 2 }
  }
  if (!(link.flags & IFF_UP)) {
    if (!set.quiet) out.print(`Interface "${link.ifname}" is down\n`)
    return { status: 2 }
  }
  if (link.flags & (IFF_NOARP | IFF_LOOPBACK)) {
    if (!set.quiet) out.print(`Interface "${link.ifname}" is not ARPable\n`)
    return { status: set.dad ? 0 : 2 }
  }
  return link
}

/** The address to ask from, or what is wrong. */
function findSource(tool: Tool, set: ArpingSettings, target: Inet, device: LinkMessage): Inet | string {
  let source = INADDR_ANY
  if (set.source !== null) {
    const written = inetAton(set.source)
    if (written === null) return `invalid source ${set.source}`
    source = written
  } else if (set.dad) return INADDR_ANY
  else if (set.unsolicited) source = target
  const wanted = set.source !== null || source !== INADDR_ANY ? source : null
  return sourceTowards(tool.p, device.ifname, target, wanted)
}
