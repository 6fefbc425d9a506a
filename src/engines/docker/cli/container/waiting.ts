// Hears how a container ends: the daemon is asked before it starts.
import type { Blocking } from '../../../../os/program.ts'
import { decodeUtf8 } from '../../../../wire/utf8.ts'
import { isFailure } from '../../http/client.ts'
import { readChunk } from '../../http/message.ts'
import type { DockerCli } from '../lib/cli.ts'

/** What then waits for the answer: the exit status. */
export function* waitFor(
  cli: DockerCli,
  id: string,
  condition: 'next-exit' | 'removed' | 'not-running',
): Blocking<() => Blocking<number>> {
  const channel = yield* cli.api.hijack({
    method: 'POST',
    path: `/containers/${id}/wait`,
    query: { condition },
  })
  return function* status() {
    if (isFailure(channel)) return 125
    const chunk = yield* readChunk(channel)
    channel.close()
    if (!chunk) return 125
    return (JSON.parse(decodeUtf8(chunk)) as { StatusCode: number }).StatusCode
  }
}
