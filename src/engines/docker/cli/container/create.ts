import { isFailure } from '../../http/client.ts'
import { minArgs } from '../lib/args.ts'
import type { CommandSpec } from '../lib/tree.ts'
import { createContainer } from './createContainer.ts'
import { CONTAINER_FLAGS } from './runFlags.ts'
import { parseRunOptions } from './runOptions.ts'
import { runFailure } from './run.ts'

export const createSpec: CommandSpec = {
  use: '[OPTIONS] IMAGE [COMMAND] [ARG...]',
  short: 'Create a new container',
  known: 'docker container create, docker create',
  args: minArgs(1),
  flags: [
    ...CONTAINER_FLAGS,
    {
      name: 'pull',
      type: 'string',
      usage: 'Pull image before creating ("always", "|missing", "never") (default "missing")',
    },
  ].sort((a, b) => (a.name < b.name ? -1 : 1)) as CommandSpec['flags'],
  optionsFirst: true,
  *run(cli, flags, args) {
    const request = parseRunOptions(cli, flags, args)
    if (typeof request === 'string') return runFailure(cli, request, 'create')
    const id = yield* createContainer(cli, flags, request)
    if (isFailure(id)) return runFailure(cli, id.message, 'create')
    cli.out(`${id}\n`)
    return 0
  },
}
