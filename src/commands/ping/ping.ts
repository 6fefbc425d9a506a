// ping as iputils 20221126 has it; ping4.ts and ping6.ts are what differs by family. Read settings.ts for what it is asked, session.ts for what it does.
import type { Blocking, Process } from '../../os/program.ts'
import type { Command } from '../command.ts'
import { deviceNames, hostNames } from '../lib/complete.ts'
import type { Args } from '../lib/options.ts'
import { hostsLines } from '../lib/hosts.ts'
import { getaddrinfo, getnameinfo } from '../lib/resolv/getaddrinfo.ts'
import { resolveName } from '../lib/resolv/names.ts'
import { defineTool, type Tool } from '../lib/tool.ts'
import { OPTIONS, REFUSED, USAGE, type PingOption } from './options.ts'
import { ping4 } from './ping4.ts'
import { ping6 } from './ping6.ts'
import { readSettings } from './settings.ts'

const PING = {
  usage: ['[options] <destination>'],
  options: OPTIONS,
  refused: REFUSED,
  forms: ['ping ADDRESS', 'ping NAME'],
  badUsage: 2,
  hint: USAGE,
  ownHelp: true,
  completeWord: (p: Process, before: readonly string[]) =>
    before.at(-1) === '-I' ? deviceNames(p) : hostNames(p),
} as const

/** What no name in another script holds: a typographic dash, a quote (RFC 5892 §2). And the resolver's words for it. */
const NO_LABEL = /[^\0-\x7f\p{L}\p{M}\p{N}]/u
const NOT_ENCODED = 'Parameter string not correctly encoded'

export const pingCommand: Command = defineTool<PingOption>({
  ...PING,
  name: 'ping',
  path: '/usr/bin/ping',
  summary: 'send ICMP echo requests to a host',
  main: (tool, args) => ping(tool, args, false),
})

/** The same program by its other name. */
export const ping6Command: Command = defineTool<PingOption>({
  ...PING,
  name: 'ping6',
  path: '/usr/bin/ping6',
  summary: 'send ICMPv6 echo requests to a host',
  main: (tool, args) => ping(tool, args, true),
})

function* ping(tool: Tool, args: Args<PingOption>, six: boolean): Blocking<number> {
  const { p, out } = tool
  if (args.has('h')) {
    p.io.err(USAGE)
    return 2
  }
  if (args.has('V')) {
    out.print(
      'ping from iputils 20221126\nlibcap: yes, IDN: yes, NLS: no, error.h: yes, getrandom(): yes, __fpending(): yes\n',
    )
    return 0
  }
  if (args.operands.length === 0) {
    tool.complain('usage error: Destination address required')
    return 1
  }
  const set = readSettings(args, six)
  if ('status' in set) {
    tool.complain(set.message)
    return set.status
  }
  const badName = args.operands.find((name) => NO_LABEL.test(name))
  for (const hop of args.operands.length > 1 || badName !== undefined ? args.operands : []) {
    const found = hop === badName ? { error: NOT_ENCODED } : yield* getaddrinfo(p, hop)
    if (!('error' in found)) continue
    tool.complain(`${hop}: ${found.error}`)
    return 2
  }
  if (args.operands.length > 1) return tool.unsupported('a list of hops')
  for (const warning of set.warnings) tool.complain(warning)
  return yield* set.inet6 || (!args.has('4') && (yield* leadsToIpv6(p, set.target)))
    ? ping6(tool, set)
    : ping4(tool, set, {
        resolve: (_, name) => resolveName(p, name, args.has('4') ? 'inet' : 'any'),
        nameOf: getnameinfo,
      })
}

/** Whether a name's first address is one of IPv6. A name that only DNS knows is asked for again by who pings it. */
function* leadsToIpv6(p: Process, name: string): Blocking<boolean> {
  if (!hostsLines(p).some((line) => line.names.includes(name.toLowerCase()))) return false
  const found = yield* getaddrinfo(p, name)
  return !('error' in found) && typeof found.addresses[0] === 'bigint'
}
