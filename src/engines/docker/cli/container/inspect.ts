import { minArgs } from '../lib/args.ts'
import { inspectAll } from '../lib/inspectFormat.ts'
import type { CommandSpec } from '../lib/tree.ts'
import { INSPECT_FORMAT } from '../lib/formatFlag.ts'

export const containerInspectSpec: CommandSpec = {
  use: '[OPTIONS] CONTAINER [CONTAINER...]',
  short: 'Display detailed information on one or more containers',
  args: minArgs(1),
  flags: [INSPECT_FORMAT, { name: 'size', short: 's', type: 'bool', usage: 'Display total file sizes' }],
  *run(cli, flags, args) {
    const query = flags.bool('size') ? { size: true } : {}
    return yield* inspectAll(cli, args, flags.string('format'), (name) =>
      cli.api.get(`/containers/${name}/json`, query),
    )
  },
}
