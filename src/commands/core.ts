// The commands the page has from the start.
import type { Command } from './command.ts'
import { ipCommand } from './ip/ip.ts'
import { labCommand } from './lab/lab.ts'
import { pingCommand } from './ping/ping.ts'
import { sysctlCommand } from './sysctl/sysctl.ts'

export const coreCommands: readonly Command[] = [ipCommand, labCommand, pingCommand, sysctlCommand]

/** What a line may begin with. */
const SHELL_WORDS = new Set(coreCommands.map((command) => command.name))

/** Kinds of link and families of settings that a kernel has without modules. */
const KINDS = new Set(['veth', 'bridge', 'bridge_slave'])
const SETTINGS = /^net[./](ipv4|ipv6)[./]/

/** Whether a module of the kernel might be asked for: by a kind of link, or a setting. */
function needsModule(words: readonly string[]): boolean {
  return words.some((word, n) => {
    const before = words[n - 1] ?? ''
    if (/^(t|ty|typ|type)$/.test(before)) return !KINDS.has(word)
    return word.includes('=') && !SETTINGS.test(word)
  })
}

/**
 * Whether a line can be run with these alone: `ip`, `ping` and the others, plain words and nothing of the shell's own.
 * A line that might need more is said to need it.
 */
export function coreSuffices(line: string): boolean {
  if (line.trim() === '' || line.trimStart().startsWith('#')) return true
  if (!/^[\w\s./:@%+,=-]*$/.test(line)) return false
  const [command = '', ...words] = line.trim().split(/\s+/)
  if (!SHELL_WORDS.has(command) || words.includes('help') || needsModule(words)) return false
  const exec = words.indexOf('exec')
  return exec < 0 || coreSuffices(words.slice(exec + 2).join(' '))
}
