// conntrack of conntrack-tools 1.4.7: what the kernel knows of flows. Read options.ts for its words, wanted.ts for which
// flows they mean. Ref: conntrack-tools src/conntrack.c
import type { Blocking, Process } from '../../os/program.ts'
import type { Command } from '../command.ts'
import { Stdout } from '../lib/stdout.ts'
import { change } from './change.ts'
import { events } from './events.ts'
import { list, readOutput } from './list.ts'
import { parseWords, type Parsed } from './options.ts'
import { CtTool } from './tool.ts'
import { USAGE } from './usage.ts'
import { isProblem, readWanted } from './wanted.ts'

export const conntrackCommand: Command = {
  name: 'conntrack',
  path: '/usr/sbin/conntrack',
  summary: 'list, change and watch the flows that connection tracking knows',
  supports: [
    'conntrack -L [-p PROTO] [-s ADDRESS] [-d ADDRESS] [-r ADDRESS] [-q ADDRESS] [-n|-g|-j [ADDRESS]] [-m MARK] [-u STATUS] [-f FAMILY] [-w ZONE] [-z] [-o extended,id,xml,save]',
    'conntrack -E [-e NEW,UPDATES,DESTROY] [-o timestamp,…]: follow what happens',
    'conntrack -D …: delete those that match',
    'conntrack -I, -A, -U, -G: make, change and get one',
    'conntrack -F, -C, -S: empty the table, count it, its statistics',
  ],
  *run(p: Process): Blocking<number> {
    const tool = new CtTool(p, new Stdout(p))
    const status = yield* conntrack(tool)
    tool.out.flush()
    return status
  },
}

function* conntrack(tool: CtTool): Blocking<number> {
  const { p, out } = tool
  const parsed = parseWords(p.argv.slice(1))
  if (isProblem(parsed)) return tool.problem(parsed.problem)
  const { command, table } = parsed
  if (command === 'V') {
    out.print('conntrack v1.4.7 (conntrack-tools)\n')
    return 0
  }
  if (command === null || command === 'h') {
    out.print(USAGE)
    return 0
  }
  if (table === 'expect') return expectations(tool, parsed)
  const wanted = readWanted(parsed)
  if (isProblem(wanted)) return tool.problem(wanted.problem)
  const output = readOutput(parsed)
  if (isProblem(output)) return tool.problem(output.problem)
  if (parsed.options.has('l') || parsed.options.has('<')) {
    const label = parsed.options.get('l') ?? parsed.options.get('<') ?? ''
    p.io.err('nfct_labelmap_new: No such file or directory\n')
    return tool.problem(`unknown label '${label}'`)
  }
  switch (command) {
    case 'L':
      return list(tool, parsed, wanted, output)
    case 'E':
      return yield* events(tool, parsed, wanted, output)
    case 'F': {
      const reply = p.net.conntrack({ type: 'FLUSH', family: wanted.family, portid: p.pid })
      if (reply.error) return tool.failed(reply.error.errno.text)
      tool.say('connection tracking table has been emptied.')
      return 0
    }
    case 'C':
      return count(tool)
    case 'S':
      return statistics(tool)
    default:
      return change(tool, command, wanted, output)
  }
}

function count({ p, out }: CtTool): number {
  const reply = p.net.conntrack({ type: 'COUNT' })
  if (reply.error) return 1
  out.print(`${reply.count}\n`)
  return 0
}

/** Everything happens on the first of the two processors. */
function statistics({ p, out }: CtTool): number {
  const reply = p.net.conntrack({ type: 'STATS' })
  if (reply.error) return 1
  const { stats } = reply
  const rows = [
    ['found', stats.found],
    ['invalid', stats.invalid],
    ['insert', stats.insert],
    ['insert_failed', stats.insertFailed],
    ['drop', stats.drop],
    ['early_drop', stats.earlyDrop],
    ['error', stats.error],
    ['search_restart', stats.searchRestart],
    ['clash_resolve', stats.clashResolve],
    ['chaintoolong', stats.chainToolong],
  ] as const
  for (const cpu of [0, 1]) {
    const words = rows.map(([name, value]) => `${name}=${cpu === 0 ? value : 0} `).join('')
    out.print(`cpu=${String(cpu).padEnd(4)}\t${words}\n`)
  }
  return 0
}

/** Nothing in vethlab expects further connections (helpers of FTP, SIP and the like). */
function expectations(tool: CtTool, { command }: Parsed): number {
  switch (command) {
    case 'L':
      tool.say('0 expectations have been shown.')
      return 0
    case 'C':
      tool.out.print('0\n')
      return 0
    case 'F':
      tool.say('expectation table has been emptied.')
      return 0
    case 'S':
      for (const cpu of [0, 1]) {
        tool.out.print(`cpu=${String(cpu).padEnd(4)}\texpect_new=0 expect_create=0 expect_delete=0 \n`)
      }
      return 0
    default:
      return tool.problem('making and changing expectations is not supported in vethlab')
  }
}
