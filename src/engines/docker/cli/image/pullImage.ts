// Ref: docker/cli cli/command/image/pull.go
import type { Blocking } from '../../../../os/program.ts'
import { isFailure, type ApiFailure } from '../../http/client.ts'
import { FIRST_IMAGES, imageSource } from '../../images/catalog.ts'
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
  if (!isFailure(answer)) return null
  if (isBesideFirst(reference)) cli.err(howToHave(cli.p.net.hostname(), reference.familiar))
  return answer
}

/** It is one that vethlab has, and not one of those that Docker comes with. */
function isBesideFirst({ familiar, tag, digest }: Reference): boolean {
  const name = `${familiar}:latest`
  return (
    digest === null &&
    (tag ?? 'latest') === 'latest' &&
    !FIRST_IMAGES.includes(name) &&
    imageSource(name) !== null
  )
}

function howToHave(machine: string, image: string): string {
  return `vethlab: no registry is reached from here; 'lab install docker ${machine} ${image}' brings the image\n`
}
