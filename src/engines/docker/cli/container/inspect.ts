import { minArgs } from '../lib/args.ts'
import { inspectAll } from '../lib/inspectFormat.ts'
import type { CommandSpec } from '../lib/tree.ts'

export const containerInspectSpec: CommandSpec = {
  use: '[OPTIONS] CONTAINER [CONTAINER...]',
  short: 'Display detailed information on one or more containers',
  args: minArgs(1),
  flags: [
    {
      name: 'format',
      short: 'f',
      type: 'string',
      usage:
        "Format output using a custom template:\n'json':             Print in JSON format\n'TEMPLATE':         Print output using the given Go template.\nRefer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates",
    },
    { name: 'size', short: 's', type: 'bool', usage: 'Display total file sizes' },
  ],
  *run(cli, flags, args) {
    const query = flags.bool('size') ? { size: true } : {}
    return yield* inspectAll(cli, args, flags.string('format'), (name) =>
      cli.api.get(`/containers/${name}/json`, query),
    )
  },
}
