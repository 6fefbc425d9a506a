import { isFailure } from '../../http/client.ts'
import { minArgs } from '../lib/args.ts'
import type { CommandSpec } from '../lib/tree.ts'
import { nameOf } from './containers.ts'
import { orderedContainers } from './life.ts'
import { step } from './convergence.ts'

export const composeRmSpec: CommandSpec = {
  use: '[OPTIONS] [SERVICE...]',
  short: 'Removes stopped service containers',
  args: minArgs(0),
  flags: [
    { name: 'dry-run', type: 'bool', usage: 'Execute command in dry run mode' },
    { name: 'force', short: 'f', type: 'bool', usage: "Don't ask to confirm removal" },
    { name: 'stop', short: 's', type: 'bool', usage: 'Stop the containers, if required, before removing' },
    {
      name: 'volumes',
      short: 'v',
      type: 'bool',
      usage: 'Remove any anonymous volumes attached to containers',
    },
  ],
  *run(cli, flags, names) {
    const found = yield* orderedContainers(cli, names, true)
    if (typeof found === 'string') return cli.fail(found)
    const going = found.filter(({ State }) => flags.bool('stop') || State !== 'running')
    if (flags.bool('stop')) {
      for (const container of going) {
        if (container.State !== 'running') continue
        step(cli, 'Container', nameOf(container), 'Stopping')
        const stopped = yield* cli.api.post(`/containers/${container.Id}/stop`)
        if (isFailure(stopped)) return cli.fail(stopped)
        step(cli, 'Container', nameOf(container), 'Stopped')
      }
    }
    if (going.length === 0) {
      cli.err('No stopped containers\n')
      return 0
    }
    const question = `Going to remove ${going.map(nameOf).join(', ')}`
    if (flags.bool('force')) cli.out(`${question}\n`)
    else {
      cli.out(question)
      const answer = yield* cli.p.io.line(0)
      if (!/^(?:y|yes)$/i.test((answer ?? '').trim())) return 0
    }
    for (const container of going) {
      step(cli, 'Container', nameOf(container), 'Removing')
      const removed = yield* cli.api.delete(`/containers/${container.Id}`, {
        force: true,
        ...(flags.bool('volumes') ? { v: true } : {}),
      })
      if (isFailure(removed)) return cli.fail(removed)
      step(cli, 'Container', nameOf(container), 'Removed')
    }
    return 0
  },
}
