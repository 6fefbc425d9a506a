import type { TopResponse } from '../../api/container.ts'
import { isFailure } from '../../http/client.ts'
import { minArgs } from '../lib/args.ts'
import { alignTable } from '../lib/table.ts'
import type { CommandSpec } from '../lib/tree.ts'

export const topSpec: CommandSpec = {
  use: 'CONTAINER [ps OPTIONS]',
  short: 'Display the running processes of a container',
  known: 'docker container top, docker top',
  args: minArgs(1),
  flags: [],
  optionsFirst: true,
  *run(cli, _flags, [name = '', ...words]) {
    const top = yield* cli.api.get<TopResponse>(
      `/containers/${name}/top`,
      words.length > 0 ? { ps_args: words.join(' ') } : {},
    )
    if (isFailure(top)) return cli.fail(top)
    cli.out(alignTable([top.Titles, ...top.Processes], 20))
    return 0
  },
}
