// Programs that need a whole screen or the world outside, and what serves in their stead here.
import type { Process } from '../../os/program.ts'
import type { Command } from '../command.ts'

const EDIT = "write a file with cat > FILE <<'EOF', change one with sed -i"

const INSTEAD: Readonly<Record<string, string>> = {
  vi: EDIT,
  vim: EDIT,
  nano: EDIT,
  man: 'NAME --help and help NAME say how a program is used',
  top: 'ps aux shows the processes, watch -n 1 ps aux again and again',
}

export const editorCommands: readonly Command[] = Object.entries(INSTEAD).map(([name, instead]) => ({
  name,
  path: `/usr/bin/${name}`,
  summary: `not supported in vethlab: ${instead}`,
  supports: [],
  *run(p: Process) {
    p.io.err(`${name}: ${name} is not supported in vethlab: ${instead}\n`)
    return 1
  },
}))
