import { minArgs } from '../lib/args.ts'
import { forEach } from '../lib/each.ts'
import type { CommandSpec } from '../lib/tree.ts'
import { stopQuery } from './stop.ts'

export const restartSpec: CommandSpec = {
  use: '[OPTIONS] CONTAINER [CONTAINER...]',
  short: 'Restart one or more containers',
  known: 'docker container restart, docker restart',
  args: minArgs(1),
  flags: [
    { name: 'signal', short: 's', type: 'string', usage: 'Signal to send to the container' },
    { name: 'timeout', short: 't', type: 'int', usage: 'Seconds to wait before killing the container' },
  ],
  *run(cli, flags, args) {
    return yield* forEach(cli, args, (name) => cli.api.post(`/containers/${name}/restart`, stopQuery(flags)))
  },
}
