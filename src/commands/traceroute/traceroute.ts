// traceroute 2.1.2 ("modern traceroute"), for IPv4. Read settings.ts for what it is asked, session.ts for what it does.
import type { Blocking } from '../../os/program.ts'
import type { Command } from '../command.ts'
import { ReceivedTtl } from '../lib/iputils/receivedTtl.ts'
import { definePlainTool, type PlainTool } from '../lib/plainTool.ts'
import { IcmpMethod, UdpMethod, type Fatal } from './methods.ts'
import { TraceSession } from './session.ts'
import { readSettings, SPELLINGS } from './settings.ts'
import { USAGE, VERSION } from './usage.ts'

export const tracerouteCommand: Command = definePlainTool({
  name: 'traceroute',
  path: '/usr/sbin/traceroute',
  summary: 'print the route packets take to a host',
  supports: ['traceroute HOST [PACKETLEN]', ...SPELLINGS.map(([spelling, help]) => `${spelling}: ${help}`)],
  complete(_p, words) {
    const typed = words.at(-1) ?? ''
    if (!typed.startsWith('-')) return []
    const spellings = SPELLINGS.flatMap(([spelling]) => spelling.match(/--?[A-Za-z0-9-]+/g) ?? [])
    return spellings.filter((word) => word.startsWith(typed)).sort()
  },
  main: traceroute,
})

function* traceroute(tool: PlainTool, words: readonly string[]): Blocking<number> {
  const { p } = tool
  const set = readSettings(p, words)
  if ('unsupported' in set) return tool.unsupported(set.unsupported)
  if ('show' in set) {
    p.io.err(set.show === 'help' ? USAGE : VERSION)
    return 0
  }
  if ('message' in set) {
    p.io.err(set.message)
    return set.status
  }
  const ttls = new ReceivedTtl(p)
  const method = set.module === 'icmp' ? new IcmpMethod(p, set, ttls) : new UdpMethod(p, set, ttls)
  try {
    const wrong: Fatal | null =
      (method instanceof IcmpMethod ? method.init() : null) ??
      (yield* new TraceSession(tool, set, method).run())
    if (wrong === null) return 0
    p.io.err(`\n${wrong.fatal}\n`)
    return 1
  } finally {
    method.close()
    ttls.close()
  }
}
