import type { ImageDeleted } from '../../api/others.ts'
import { isFailure } from '../../http/client.ts'
import { minArgs } from '../lib/args.ts'
import type { CommandSpec } from '../lib/tree.ts'

export const rmiSpec: CommandSpec = {
  use: '[OPTIONS] IMAGE [IMAGE...]',
  short: 'Remove one or more images',
  known: 'docker image rm, docker image remove, docker rmi',
  args: minArgs(1),
  flags: [
    { name: 'force', short: 'f', type: 'bool', usage: 'Force removal of the image' },
    { name: 'no-prune', type: 'bool', usage: 'Do not delete untagged parents' },
    {
      name: 'platform',
      type: 'strings',
      usage:
        'Remove only the given platform variant. Formatted as "os[/arch[/variant]]" (e.g., "linux/amd64")',
    },
  ],
  *run(cli, flags, args) {
    const force = flags.bool('force')
    const failures: string[] = []
    let fatal = false
    for (const name of args) {
      const removed = yield* cli.api.delete<ImageDeleted[]>(`/images/${name}`, {
        ...(force ? { force } : {}),
        ...(flags.bool('no-prune') ? { noprune: true } : {}),
      })
      if (isFailure(removed)) {
        failures.push(removed.message)
        if (!(force && removed.status === 404)) fatal = true
        continue
      }
      for (const one of removed)
        cli.out('Deleted' in one ? `Deleted: ${one.Deleted}\n` : `Untagged: ${one.Untagged}\n`)
    }
    for (const failure of failures) cli.err(`${failure}\n`)
    return fatal ? 1 : 0
  },
}
