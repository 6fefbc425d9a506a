// Ref: docker/cli cli/command/image/pull.go
import type { Blocking } from '../../../../os/program.ts'
import { isFailure, type ApiFailure } from '../../http/client.ts'
import type { Reference } from '../../lib/reference.ts'
import type { DockerCli } from '../lib/cli.ts'

export interface PullOptions {
  readonly quiet: boolean
  readonly toStderr: boolean
}

/** What the daemon refuses; null when the image is there. */
export function* pullImage(
  cli: DockerCli,
  reference: Reference,
  _options: PullOptions,
): Blocking<ApiFailure | null> {
  const answer = yield* cli.api.octets({
    method: 'POST',
    path: '/images/create',
    query: { fromImage: reference.name, tag: reference.digest ?? reference.tag ?? 'latest' },
  })
  return isFailure(answer) ? answer : null
}
