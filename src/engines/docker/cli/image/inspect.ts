import { minArgs } from '../lib/args.ts'
import { inspectAll } from '../lib/inspectFormat.ts'
import type { CommandSpec } from '../lib/tree.ts'
import { INSPECT_FORMAT } from '../lib/formatFlag.ts'

export const imageInspectSpec: CommandSpec = {
  use: '[OPTIONS] IMAGE [IMAGE...]',
  short: 'Display detailed information on one or more images',
  args: minArgs(1),
  flags: [
    INSPECT_FORMAT,
    {
      name: 'platform',
      type: 'string',
      usage:
        "Inspect a specific platform of the multi-platform image.\nIf the image or the server is not multi-platform capable, the command will error out if the platform does not match.\n'os[/arch[/variant]]': Explicit platform (eg. linux/amd64)",
    },
  ],
  *run(cli, flags, args) {
    return yield* inspectAll(cli, args, flags.string('format'), (name) => cli.api.get(`/images/${name}/json`))
  },
}
