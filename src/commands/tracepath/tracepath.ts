// tracepath of iputils 20221126, the hops to a host, and the path MTU.
import type { Blocking, Process } from '../../os/program.ts'
import type { Inet } from '../../wire/inet.ts'
import type { Inet6 } from '../../wire/inet6.ts'
import type { Command } from '../command.ts'
import { looksLikeInet6 } from '../lib/hosts6.ts'
import { INT_MAX, versionText } from '../lib/iputils/number.ts'
import type { Args } from '../lib/options.ts'
import { getaddrinfo } from '../lib/resolv/getaddrinfo.ts'
import { resolveName6 } from '../lib/resolv/names.ts'
import { defineTool, type Tool } from '../lib/tool.ts'
import { inet6End, inetEnd, OVERHEAD6 } from './ends.ts'
import { OPTIONS, readSettings, USAGE, type TracepathOption, type TracepathSettings } from './options.ts'
import { TracepathSession } from './session.ts'

const DEFAULT_MTU = 65535
const DEFAULT_MTU6 = 128000
const USAGE_STATUS = 255

export const tracepathCommand: Command = defineTool<TracepathOption>({
  name: 'tracepath',
  path: '/usr/bin/tracepath',
  summary: 'trace the path to a host and find its MTU',
  usage: ['[options] <destination>'],
  options: OPTIONS,
  refused: [],
  forms: ['tracepath ADDRESS[/PORT]'],
  badUsage: USAGE_STATUS,
  hint: USAGE,
  ownHelp: true,
  main: tracepath,
})

function* tracepath(tool: Tool, args: Args<TracepathOption>): Blocking<number> {
  const { p, out } = tool
  if (args.has('4') && args.has('6')) {
    tool.complain('Only one -4 or -6 option may be specified')
    return 2
  }
  const set = readSettings(args)
  if (args.has('h')) {
    p.io.err(USAGE)
    return USAGE_STATUS
  }
  const fail = (message: string): number => {
    tool.complain(message)
    return 1
  }
  if (typeof set === 'string') return fail(set)
  if (args.has('V')) {
    out.print(versionText('tracepath'))
    return 0
  }
  if (args.operands.length !== 1) {
    p.io.err(USAGE)
    return USAGE_STATUS
  }
  const target = yield* resolve(p, set)
  if ('error' in target) return fail(`${set.target}: ${target.error}`)
  const socket =
    typeof target.address === 'bigint'
      ? inet6End(p, target.address, target.scope)
      : inetEnd(p, target.address)
  try {
    const mtu = set.length || (socket.overhead === OVERHEAD6 ? DEFAULT_MTU6 : DEFAULT_MTU)
    if (mtu <= socket.overhead) {
      return fail(`pktlen must be within: ${socket.overhead} < value <= ${INT_MAX}`)
    }
    yield* new TracepathSession(tool, set, socket, mtu).run()
    return 0
  } finally {
    socket.close()
  }
}

type Target = { readonly address: Inet | Inet6; readonly scope: number } | { readonly error: string }

function* resolve(p: Process, { target, family }: TracepathSettings): Blocking<Target> {
  if (family === 'inet6' || (family === null && looksLikeInet6(target))) return yield* resolveName6(p, target)
  const found = yield* getaddrinfo(p, target, family ?? 'any')
  if ('error' in found) return found
  return { address: found.addresses[0] ?? 0, scope: 0 }
}
