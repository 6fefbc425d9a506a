import { isFailure } from '../../http/client.ts'
import { exactArgs } from '../lib/args.ts'
import type { CommandSpec } from '../lib/tree.ts'

const KINDS = ['C', 'A', 'D']

export const diffSpec: CommandSpec = {
  use: 'CONTAINER',
  short: "Inspect changes to files or directories on a container's filesystem",
  known: 'docker container diff, docker diff',
  args: exactArgs(1),
  flags: [],
  *run(cli, _flags, [name = '']) {
    const changes = yield* cli.api.get<{ Path: string; Kind: number }[] | null>(`/containers/${name}/changes`)
    if (isFailure(changes)) return cli.fail(changes)
    cli.out((changes ?? []).map(({ Path, Kind }) => `${KINDS[Kind] ?? ''} ${Path}\n`).join(''))
    return 0
  },
}
