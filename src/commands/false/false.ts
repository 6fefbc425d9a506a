import type { Command } from '../command.ts'

export const falseCommand: Command = {
  name: 'false',
  path: '/usr/bin/false',
  summary: 'do nothing, unsuccessfully',
  supports: [],
  *run() {
    return 1
  },
}
