import { isFailure } from '../../http/client.ts'
import { rangeArgs } from '../lib/args.ts'
import type { CommandSpec } from '../lib/tree.ts'

export const commitSpec: CommandSpec = {
  use: '[OPTIONS] CONTAINER [REPOSITORY[:TAG]]',
  short: "Create a new image from a container's changes",
  known: 'docker container commit, docker commit',
  args: rangeArgs(1, 2),
  flags: [
    {
      name: 'author',
      short: 'a',
      type: 'string',
      usage: 'Author (e.g., "John Hannibal Smith <hannibal@a-team.com>")',
    },
    { name: 'change', short: 'c', type: 'list', usage: 'Apply Dockerfile instruction to the created image' },
    { name: 'message', short: 'm', type: 'string', usage: 'Commit message' },
    { name: 'pause', short: 'p', type: 'bool', usage: 'Pause container during commit (default true)' },
  ],
  *run(cli, flags, [container = '', reference = '']) {
    const colon = /:([^:/]+)$/.exec(reference)
    const made = yield* cli.api.post<{ Id: string }>(
      '/commit',
      {
        container,
        repo: colon ? reference.slice(0, colon.index) : reference,
        tag: colon?.[1] ?? '',
        author: flags.string('author'),
        comment: flags.string('message'),
        changes: flags.list('change').join('\n'),
        pause: flags.bool('pause', true),
      },
      {},
    )
    if (isFailure(made)) return cli.fail(made)
    cli.out(`${made.Id}\n`)
    return 0
  },
}
