// The sysctl that the page starts with: forwarding switched on and off, as a gesture types it.
import type { Command } from '../command.ts'
import { finishTool, startTool } from '../lib/runningTool.ts'
import { parseLine } from './setting.ts'
import { writeSetting } from './write.ts'

const PLAIN = { dry: false, ignoreMissing: false, quiet: false, bare: false, newline: true }
const BAD_USAGE = 1

export const CORE_SYSCTL_LINE = /^sysctl (?:-w )?net\.ipv4\.ip_forward=\d+$/

export const coreSysctlCommand: Command = {
  name: 'sysctl',
  path: '/usr/sbin/sysctl',
  *run(p) {
    const tool = startTool(p, 'sysctl', { badUsage: BAD_USAGE, hint: '', unflushedErrors: false })
    const setting = parseLine(p.argv.at(-1) ?? '')
    return yield* finishTool(tool, setting ? writeSetting(tool, setting, PLAIN) : BAD_USAGE, BAD_USAGE)
  },
  summary: 'write kernel parameters',
  supports: [],
}
