// The lab that the page starts with: as gestures type it.
import type { Command } from '../command.ts'
import { carryOut, readRequest } from './request.ts'

export const coreLabCommand: Command = {
  name: 'lab',
  path: '/usr/bin/lab',
  summary: '',
  supports: [],
  *run(p) {
    const [verb = '', ...words] = p.argv.slice(1)
    return carryOut(p, readRequest(verb, words)) ? 0 : 1
  },
}
