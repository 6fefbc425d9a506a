import { isFailure } from '../../http/client.ts'
import { exactArgs } from '../lib/args.ts'
import type { CommandSpec } from '../lib/tree.ts'

export const renameSpec: CommandSpec = {
  use: 'CONTAINER NEW_NAME',
  short: 'Rename a container',
  known: 'docker container rename, docker rename',
  args: exactArgs(2),
  flags: [],
  *run(cli, _flags, args) {
    const [before = '', name = ''] = args.map((arg) => arg.trim())
    if (before === '' || name === '') return cli.fail('Error: Neither old nor new names may be empty')
    const renamed = yield* cli.api.post(`/containers/${before}/rename`, { name })
    if (!isFailure(renamed)) return 0
    return cli.fail(`${renamed.message}\nError: failed to rename container named ${before}`)
  },
}
