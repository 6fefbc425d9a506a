// tracepath of iputils 20221126, for IPv4: the hops to a host, and the path MTU.
import type { Blocking } from '../../os/program.ts'
import type { Command } from '../command.ts'
import { INT_MAX, versionText } from '../lib/iputils/number.ts'
import { ReceivedTtl } from '../lib/iputils/receivedTtl.ts'
import type { Args } from '../lib/options.ts'
import { resolveName } from '../lib/resolv/names.ts'
import { defineTool, type Tool } from '../lib/tool.ts'
import { OPTIONS, OVERHEAD, readSettings, USAGE, type TracepathOption } from './options.ts'
import { TracepathSession } from './session.ts'

const USAGE_STATUS = 255

export const tracepathCommand: Command = defineTool<TracepathOption>({
  name: 'tracepath',
  path: '/usr/bin/tracepath',
  summary: 'trace the path to a host and find its MTU',
  usage: ['[options] <destination>'],
  options: OPTIONS,
  refused: ['-6'],
  forms: ['tracepath ADDRESS[/PORT]'],
  badUsage: USAGE_STATUS,
  hint: USAGE,
  ownHelp: true,
  main: tracepath,
})

function* tracepath(tool: Tool, args: Args<TracepathOption>): Blocking<number> {
  const { p, out } = tool
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
  const target = yield* resolveName(p, set.target, 'any')
  if ('error' in target) return fail(`${set.target}: ${target.error}`)
  if (set.mtu <= OVERHEAD) return fail(`pktlen must be within: ${OVERHEAD} < value <= ${INT_MAX}`)
  const socket = p.net.udpSocket()
  const ttls = new ReceivedTtl(p)
  try {
    socket.options.pmtudisc = 'do'
    socket.options.recverr = true
    yield* new TracepathSession(tool, set, target.address, socket, ttls).run()
    return 0
  } finally {
    socket.close()
    ttls.close()
  }
}
