// The ping that the page starts with: `ping ADDRESS` and `ping -c COUNT ADDRESS`, as a gesture types them.
import type { Blocking, Process } from '../../os/program.ts'
import type { Command } from '../command.ts'
import { resolveHost, type Resolved } from '../lib/hosts.ts'
import { inetAton } from '../lib/inetAton.ts'
import { finishTool, startTool } from '../lib/runningTool.ts'
import { ping4 } from './ping4.ts'
import type { PingSettings } from './settings.ts'

/** What readSettings() makes of no options. */
const PLAIN: Omit<PingSettings, 'target' | 'count' | 'numeric'> = {
  interval: 1000,
  preload: 1,
  deadline: 0,
  linger: 10_000,
  size: 56,
  pattern: null,
  ttl: null,
  tos: null,
  mark: 0,
  id: null,
  device: null,
  source: null,
  source6: null,
  inet6: false,
  strictSource: false,
  pmtudisc: null,
  adaptive: false,
  audible: false,
  broadcast: false,
  flood: false,
  outstanding: false,
  quiet: false,
  dontroute: false,
  noLoop: false,
  timestamps: false,
  verbose: false,
  warnings: [],
}
const BAD_USAGE = 2

export const CORE_PING_LINE = /^ping (?:-c [1-9]\d{0,8} )?[\d.]+$/

export const corePingCommand: Command = {
  name: 'ping',
  path: '/usr/bin/ping',
  *run(p) {
    const tool = startTool(p, 'ping', { badUsage: BAD_USAGE, hint: '', unflushedErrors: false })
    const target = p.argv.at(-1) ?? ''
    const count = p.argv[1] === '-c' ? Number(p.argv[2]) : 0
    const set: PingSettings = { ...PLAIN, target, count, numeric: inetAton(target) !== null }
    return yield* finishTool(tool, ping4(tool, set, { resolve: numericHost, nameOf: noName }), BAD_USAGE)
  },
  summary: 'send ICMP echo requests to a host',
  supports: [],
}

function* numericHost(p: Process, name: string): Blocking<Resolved> {
  return resolveHost(p, name)
}

function* noName(): Blocking<null> {
  return null
}
