import { minArgs } from '../lib/args.ts'
import { forEach } from '../lib/each.ts'
import type { ParsedFlags } from '../lib/flags.ts'
import type { CommandSpec } from '../lib/tree.ts'

export const stopSpec: CommandSpec = {
  use: '[OPTIONS] CONTAINER [CONTAINER...]',
  short: 'Stop one or more running containers',
  known: 'docker container stop, docker stop',
  args: minArgs(1),
  flags: [
    { name: 'signal', short: 's', type: 'string', usage: 'Signal to send to the container' },
    { name: 'timeout', short: 't', type: 'int', usage: 'Seconds to wait before killing the container' },
  ],
  *run(cli, flags, args) {
    return yield* forEach(cli, args, (name) => cli.api.post(`/containers/${name}/stop`, stopQuery(flags)))
  },
}

export function stopQuery(flags: ParsedFlags): { signal?: string; t?: number } {
  const seconds = flags.has('timeout') ? 'timeout' : 'time'
  return {
    ...(flags.has('signal') ? { signal: flags.string('signal') } : {}),
    ...(flags.has(seconds) ? { t: flags.int(seconds) } : {}),
  }
}
