import { minArgs } from '../lib/args.ts'
import { forEach } from '../lib/each.ts'
import type { CommandSpec } from '../lib/tree.ts'

export const pauseSpec: CommandSpec = {
  use: 'CONTAINER [CONTAINER...]',
  short: 'Pause all processes within one or more containers',
  known: 'docker container pause, docker pause',
  args: minArgs(1),
  flags: [],
  *run(cli, _flags, args) {
    return yield* forEach(cli, args, (name) => cli.api.post(`/containers/${name}/pause`))
  },
}

export const unpauseSpec: CommandSpec = {
  use: 'CONTAINER [CONTAINER...]',
  short: 'Unpause all processes within one or more containers',
  known: 'docker container unpause, docker unpause',
  args: minArgs(1),
  flags: [],
  *run(cli, _flags, args) {
    return yield* forEach(cli, args, (name) => cli.api.post(`/containers/${name}/unpause`))
  },
}
