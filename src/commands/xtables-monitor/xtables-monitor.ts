// xtables-monitor of iptables 1.8.9 (nf_tables): rule sets as they change, and the rules that traced packets meet. Read
// options.ts for its words, events.ts for what it prints. Ref: iptables/xtables-monitor.c
import type { Blocking, Process } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { Command } from '../command.ts'
import { VERSION, VERSION_PROBLEM } from '../iptables/xtables.ts'
import { Stdout } from '../lib/stdout.ts'
import { eventText, failure } from './events.ts'
import { readWords, type MonitorSettings } from './options.ts'

const USAGE = `xtables-monitor ${VERSION} (nf_tables)
Usage: xtables-monitor [ -t | -e ]
        --trace    -t    trace ruleset traversal of packets tagged via -j TRACE rule
        --event    -e    show events that modify the ruleset
Optional arguments:
        --ipv4     -4    only monitor IPv4
        --ipv6     -6    only monitor IPv6
\t--counters -c    show counters in rules
`

const BAD_ARGUMENT = `xtables-monitor ${VERSION}: Bad argument.
Try \`xtables-monitor -h' for more information.
`

export const xtablesMonitorCommand: Command = {
  name: 'xtables-monitor',
  path: '/usr/sbin/xtables-monitor',
  summary: 'show changes of the rule sets of iptables, and the way of packets that a TRACE rule marked',
  supports: [
    'xtables-monitor --trace, -t: the rules that packets of -j TRACE meet',
    'xtables-monitor --event, -e: changes of rule sets',
    'xtables-monitor -4, -6: of one family only; -c: with counters; -V, -h',
  ],
  *run(p: Process): Blocking<number> {
    const out = new Stdout(p)
    const settings = readWords(p.argv.slice(1))
    if (settings === 'wrong') {
      p.io.err(BAD_ARGUMENT)
      return 2
    }
    if (typeof settings !== 'string') return yield* monitor(p, out, settings)
    out.print(settings === 'help' ? USAGE : `xtables-monitor ${VERSION}\n`)
    out.flush()
    yield* out.room()
    return settings === 'help' ? 1 : 0
  },
}

/** Until a signal ends it: what is in its buffer then is lost. Of a traced packet all is written at once. */
function* monitor(p: Process, out: Stdout, settings: MonitorSettings): Blocking<number> {
  const socket = p.net.nftMonitor({ rules: settings.event, trace: settings.trace })
  for (;;) {
    for (let event = socket.recv(); !isErrno(event); event = socket.recv()) {
      const text = eventText(p, event, settings)
      const failed = failure(event, text)
      if (failed) return giveUp(p, out, failed)
      out.print(text)
      if (event.type === 'TRACE' && text !== '') out.flush()
    }
    yield* out.room()
    yield* p.clock.wait([socket])
  }
}

/** The line that it was at is written when it ends. */
function giveUp(p: Process, out: Stdout, { why, shown }: NonNullable<ReturnType<typeof failure>>): number {
  const lineStart = shown.lastIndexOf('\n') + 1
  out.print(shown.slice(0, lineStart))
  p.io.err(why)
  p.io.err(`xtables-monitor v${VERSION} (nf_tables): Parsing nftables rule failed\n`)
  p.io.err('Perhaps xtables-monitor or your kernel needs to be upgraded.\n')
  out.print(shown.slice(lineStart))
  out.flush()
  return VERSION_PROBLEM
}
