import { minArgs } from '../lib/args.ts'
import { forEach } from '../lib/each.ts'
import type { CommandSpec } from '../lib/tree.ts'

export const killSpec: CommandSpec = {
  use: '[OPTIONS] CONTAINER [CONTAINER...]',
  short: 'Kill one or more running containers',
  known: 'docker container kill, docker kill',
  args: minArgs(1),
  flags: [{ name: 'signal', short: 's', type: 'string', usage: 'Signal to send to the container' }],
  *run(cli, flags, args) {
    const query = flags.has('signal') ? { signal: flags.string('signal') } : {}
    return yield* forEach(cli, args, (name) => cli.api.post(`/containers/${name}/kill`, query))
  },
}
