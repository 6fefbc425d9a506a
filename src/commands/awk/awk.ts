import type { Process } from '../../os/program.ts'
import type { Command } from '../command.ts'

/** Real Linux has it; a command of this name says that vethlab has not, where the shell would say that it is not found. */
export const awkCommand: Command = {
  name: 'awk',
  path: '/usr/bin/awk',
  summary: 'not supported: cut, grep, sed and tr are',
  supports: [],
  *run(p: Process) {
    p.io.err('awk: awk is not supported in vethlab\n')
    return 1
  },
}
