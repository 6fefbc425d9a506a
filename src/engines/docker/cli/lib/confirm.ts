import type { Blocking } from '../../../../os/program.ts'
import type { DockerCli } from './cli.ts'

/** Asks; only `y` and `yes` are a yes. */
export function* confirm(cli: DockerCli, question: string): Blocking<boolean> {
  cli.out(`${question} [y/N] `)
  const answer = yield* cli.p.io.line(0)
  return /^(?:y|yes)$/i.test((answer ?? '').trim())
}
