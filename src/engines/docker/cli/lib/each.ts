// Commands that do one thing to each of their arguments.
import type { Blocking } from '../../../../os/program.ts'
import { isFailure, type ApiFailure } from '../../http/client.ts'
import type { DockerCli } from './cli.ts'

/** Prints the argument after each success and all complaints as they come: status 1 when there was one. */
export function* forEach(
  cli: DockerCli,
  args: readonly string[],
  act: (arg: string) => Blocking<ApiFailure | unknown>,
): Blocking<number> {
  const failures: string[] = []
  for (const arg of args) {
    const outcome = yield* act(arg)
    if (isFailure(outcome)) failures.push(outcome.message)
    else cli.out(`${arg}\n`)
  }
  for (const failure of failures) cli.err(`${failure}\n`)
  return failures.length > 0 ? 1 : 0
}
