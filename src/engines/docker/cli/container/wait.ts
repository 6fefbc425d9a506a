import { isFailure } from '../../http/client.ts'
import { minArgs } from '../lib/args.ts'
import type { CommandSpec } from '../lib/tree.ts'

export const waitSpec: CommandSpec = {
  use: 'CONTAINER [CONTAINER...]',
  short: 'Block until one or more containers stop, then print their exit codes',
  known: 'docker container wait, docker wait',
  args: minArgs(1),
  flags: [],
  *run(cli, _flags, args) {
    const failures: string[] = []
    for (const name of args) {
      const ended = yield* cli.api.post<{ StatusCode: number }>(`/containers/${name}/wait`)
      if (isFailure(ended)) failures.push(ended.message)
      else cli.out(`${ended.StatusCode}\n`)
    }
    return failures.length > 0 ? cli.fail(failures.join('\n')) : 0
  },
}
