// help: what there is. bash has a command of the same name about itself; this one is about the machine.
import type { Process } from '../../os/program.ts'
import type { Command } from '../command.ts'

/** `all`: the registry's list, asked for when it is complete. */
export function makeHelp(all: () => readonly Command[]): Command {
  return {
    name: 'help',
    path: '/usr/bin/help',
    summary: 'list the commands of vethlab, or what one of them supports',
    supports: ['help', 'help NAME...'],
    *run(p: Process) {
      const names = p.argv.slice(1)
      if (names.length === 0) {
        p.io.out(list(all()))
        return 0
      }
      let status = 0
      for (const name of names) {
        const command = all().find((c) => c.name === name)
        if (command) p.io.out(describe(command))
        else {
          p.io.err(`help: there is no command ${name} in vethlab\n`)
          status = 1
        }
      }
      return status
    },
    complete: (_p, words) => {
      const typed = words.at(-1) ?? ''
      return all()
        .map((c) => c.name)
        .filter((name) => name.startsWith(typed))
    },
  }
}

function list(commands: readonly Command[]): string {
  const sorted = [...commands].sort((a, b) => (a.name < b.name ? -1 : 1))
  const width = Math.max(...sorted.map((c) => c.name.length))
  const rows = sorted.map((c) => `  ${c.name.padEnd(width)}  ${c.summary}\n`)
  return `Commands of vethlab ('help NAME' says what each supports):\n${rows.join('')}`
}

function describe(command: Command): string {
  const rows = command.supports.map((line) => `  ${line}\n`)
  return `${command.name}: ${command.summary}\n${rows.join('')}`
}
