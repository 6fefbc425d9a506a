import type { Command } from '../command.ts'

export const trueCommand: Command = {
  name: 'true',
  path: '/usr/bin/true',
  summary: 'do nothing, successfully',
  supports: [],
  *run() {
    return 0
  },
}
