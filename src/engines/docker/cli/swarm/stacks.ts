// `docker stack ls`: vethlab has none. Outside of a swarm the daemon says so.
import { isFailure } from '../../http/client.ts'
import { NO_ARGS } from '../lib/args.ts'
import { LIST_FORMAT } from '../lib/formatFlag.ts'
import { printList } from '../lib/formatter.ts'
import type { CommandSpec } from '../lib/tree.ts'

const STACKS = {
  typeName: '*formatter.stackContext',
  headers: { Name: 'NAME', Services: 'SERVICES' },
  table: '{{.Name}}\\t{{.Services}}',
  quiet: '{{.Name}}',
}

export const stackLsSpec: CommandSpec = {
  use: '[OPTIONS]',
  short: 'List stacks',
  known: 'docker stack ls, docker stack list',
  args: NO_ARGS,
  flags: [LIST_FORMAT],
  *run(cli, flags) {
    const list = yield* cli.api.get('/services')
    if (isFailure(list)) return cli.fail(list)
    return printList(cli, STACKS, [], { format: flags.string('format'), quiet: false })
  },
}
