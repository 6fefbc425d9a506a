// traceroute 2.1.2 ("modern traceroute"). Read settings.ts for what it is asked, session.ts for what it does.
import type { Blocking, Process } from '../../os/program.ts'
import type { Command } from '../command.ts'
import { definePlainTool, type PlainTool } from '../lib/plainTool.ts'
import { inet6Family, inetFamily } from './ends.ts'
import { IcmpMethod, UdpMethod, type Fatal } from './methods.ts'
import { TraceSession } from './session.ts'
import { readSettings, SPELLINGS } from './settings.ts'
import { USAGE, VERSION } from './usage.ts'

const shared = {
  complete(_p: Process, words: readonly string[]): string[] {
    const typed = words.at(-1) ?? ''
    if (!typed.startsWith('-')) return []
    const spellings = SPELLINGS.flatMap(([spelling]) => spelling.match(/--?[A-Za-z0-9-]+/g) ?? [])
    return spellings.filter((word) => word.startsWith(typed)).sort()
  },
}

export const tracerouteCommand: Command = definePlainTool({
  ...shared,
  name: 'traceroute',
  path: '/usr/sbin/traceroute',
  summary: 'print the route packets take to a host',
  supports: ['traceroute HOST [PACKETLEN]', ...SPELLINGS.map(([spelling, help]) => `${spelling}: ${help}`)],
  main: (tool, words) => traceroute(tool, words, false),
})

export const traceroute6Command: Command = definePlainTool({
  ...shared,
  name: 'traceroute6',
  path: '/usr/sbin/traceroute6',
  summary: 'print the route packets take to a host by IPv6',
  supports: ['traceroute6 HOST [PACKETLEN]: as traceroute -6'],
  main: (tool, words) => traceroute(tool, words, true),
})

function* traceroute(tool: PlainTool, words: readonly string[], six: boolean): Blocking<number> {
  const { p } = tool
  const set = yield* readSettings(p, words, six)
  if ('unsupported' in set) return tool.unsupported(set.unsupported)
  if ('show' in set) {
    p.io.err(set.show === 'help' ? USAGE : VERSION)
    return 0
  }
  if ('message' in set) {
    p.io.err(set.message)
    return set.status
  }
  const family = typeof set.target === 'bigint' ? inet6Family(p) : inetFamily(p)
  const method = set.module === 'icmp' ? new IcmpMethod(p, set, family) : new UdpMethod(p, set, family)
  try {
    const wrong: Fatal | null =
      (method instanceof IcmpMethod ? method.init() : null) ??
      (yield* new TraceSession(tool, set, method).run())
    if (wrong === null) return 0
    p.io.err(`\n${wrong.fatal}\n`)
    return 1
  } finally {
    method.close()
    family.close()
  }
}
