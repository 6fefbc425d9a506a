// The commands the page has from the start.
import type { Command } from './command.ts'
import { coreIpCommand, coreIpSuffices } from './ip/core.ts'
import { coreLabCommand } from './lab/core.ts'
import { CORE_PING_LINE, corePingCommand } from './ping/core.ts'
import { CORE_SYSCTL_LINE, coreSysctlCommand } from './sysctl/core.ts'

export const coreCommands: readonly Command[] = [
  coreIpCommand,
  coreLabCommand,
  corePingCommand,
  coreSysctlCommand,
]

/** Lines that they can run, but for those of `ip`. */
const LINES: readonly RegExp[] = [
  CORE_PING_LINE,
  CORE_SYSCTL_LINE,
  /^lab (?:add (?:machine|switch)|del|cable|uncable|list)(?: [\w.:@-]+)*$/,
]

/** Whether a line can be run with these alone. A line that might need more is said to need it. */
export function coreSuffices(line: string): boolean {
  if (line.trim() === '' || line.trimStart().startsWith('#')) return true
  if (!/^[\w\s./:@%+,=-]*$/.test(line)) return false
  const plain = line.trim().split(/\s+/).join(' ')
  return LINES.some((pattern) => pattern.test(plain)) || coreIpSuffices(plain, coreSuffices)
}
