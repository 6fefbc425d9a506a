// nc of netcat-openbsd 1.219 as Debian has it. Read settings.ts for what it is asked, readwrite.ts for what it does.
import type { Blocking } from '../../os/program.ts'
import type { Command } from '../command.ts'
import { hostNames } from '../lib/complete.ts'
import type { Args } from '../lib/options.ts'
import { defineTool, type Tool } from '../lib/tool.ts'
import { connectAll } from './client.ts'
import { serve } from './server.ts'
import { connectUnix, serveUnix } from './unix.ts'
import { HELP, OPTIONS, readSettings, REFUSED, USAGE, type NcOption } from './settings.ts'

export const ncCommand: Command = defineNc('nc')
export const netcatCommand: Command = defineNc('netcat')

function defineNc(name: string): Command {
  return defineTool<NcOption>({
    name,
    path: `/usr/bin/${name}`,
    summary: 'TCP and UDP connections by hand',
    usage: ['[options] [destination] [port]', '-l [options] [address] port'],
    options: OPTIONS,
    refused: REFUSED,
    forms: ['nc HOST PORT', 'nc -l PORT', 'nc -z HOST PORT-PORT'],
    hint: USAGE,
    ownHelp: true,
    completeWord: (p) => hostNames(p),
    main: nc,
  })
}

function* nc(tool: Tool, args: Args<NcOption>): Blocking<number> {
  const { p } = tool
  if (args.has('h')) {
    p.io.err(HELP)
    return 0
  }
  const set = readSettings(p, args)
  if (set === null) {
    p.io.err(USAGE)
    return 1
  }
  if ('complaint' in set) {
    tool.complain(set.complaint)
    return 1
  }
  p.procs.onSignal('PIPE', 'ignore')
  if (set.unix !== null)
    return yield* set.listen ? serveUnix(p, set, set.unix) : connectUnix(p, set, set.unix)
  return yield* set.listen ? serve(p, set) : connectAll(p, set)
}
