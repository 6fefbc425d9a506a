import { isFailure } from '../../http/client.ts'
import { minArgs } from '../lib/args.ts'
import { forEach } from '../lib/each.ts'
import type { CommandSpec } from '../lib/tree.ts'

export const rmSpec: CommandSpec = {
  use: '[OPTIONS] CONTAINER [CONTAINER...]',
  short: 'Remove one or more containers',
  known: 'docker container rm, docker container remove, docker rm',
  args: minArgs(1),
  flags: [
    {
      name: 'force',
      short: 'f',
      type: 'bool',
      usage: 'Force the removal of a running container (uses SIGKILL)',
    },
    { name: 'link', short: 'l', type: 'bool', usage: 'Remove the specified link' },
    {
      name: 'volumes',
      short: 'v',
      type: 'bool',
      usage: 'Remove anonymous volumes associated with the container',
    },
  ],
  *run(cli, flags, args) {
    const force = flags.bool('force')
    let missing = 0
    const query = {
      ...(force ? { force } : {}),
      ...(flags.bool('link') ? { link: true } : {}),
      ...(flags.bool('volumes') ? { v: true } : {}),
    }
    const status = yield* forEach(cli, args, function* remove(term) {
      const name = term.replace(/^\/+|\/+$/g, '')
      if (name === '') return cli.fail('container name cannot be empty')
      const removed = yield* cli.api.delete(`/containers/${name}`, query)
      if (force && isFailure(removed) && removed.status === 404) missing++
      else if (isFailure(removed)) missing = -Infinity
      return removed
    })
    // What is not there need not be removed.
    return force && missing > 0 ? 0 : status
  },
}
