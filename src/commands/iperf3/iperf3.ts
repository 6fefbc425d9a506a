// iperf3 3.12 as Debian has it. Read test.ts for what its figures mean here.
import type { Blocking } from '../../os/program.ts'
import type { Command } from '../command.ts'
import { detach } from '../lib/daemon.ts'
import type { Args } from '../lib/options.ts'
import { defineTool, type Tool } from '../lib/tool.ts'
import { measure } from './client.ts'
import { serve } from './server.ts'
import { OPTIONS, readSettings, REFUSED, type Iperf3Option } from './settings.ts'
import { USAGE } from './usage.ts'

export const iperf3Command: Command = defineTool<Iperf3Option>({
  name: 'iperf3',
  path: '/usr/bin/iperf3',
  summary: 'measure what a path carries',
  usage: ['-s', '-c HOST'],
  options: OPTIONS,
  refused: REFUSED,
  forms: ['iperf3 -s', 'iperf3 -c HOST'],
  hint: USAGE,
  ownHelp: true,
  main: iperf3,
})

function* iperf3(tool: Tool, args: Args<Iperf3Option>): Blocking<number> {
  const { p } = tool
  if (args.has('version')) {
    p.io.out('iperf 3.12 (cJSON 1.7.15)\n')
    return 0
  }
  if (args.has('help')) {
    p.io.out(USAGE)
    return 0
  }
  const wrong = (words: string): number => {
    p.io.err(`iperf3: parameter error - ${words}\n\n${USAGE}`)
    return 1
  }
  const [server, client] = [args.has('server'), args.has('client')]
  if (server && client) return wrong('cannot be both server and client')
  if (!server && !client) return wrong('must either be a client (-c) or server (-s)')
  const set = readSettings(args)
  if (typeof set === 'string') return wrong(set)
  if (client) return yield* measure(p, set)
  const oneOff = args.has('oneOff')
  if (!args.has('daemon')) return yield* serve(p, set, oneOff)
  p.procs.spawn(
    function* (child) {
      detach(child)
      return yield* serve(child, set, oneOff)
    },
    { argv: p.argv, pgid: 'own' },
  )
  return 0
}
