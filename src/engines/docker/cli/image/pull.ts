import { isFailure } from '../../http/client.ts'
import { familiarString, parseReference } from '../../lib/reference.ts'
import { exactArgs } from '../lib/args.ts'
import type { CommandSpec } from '../lib/tree.ts'
import { pullImage } from './pullImage.ts'

export const pullSpec: CommandSpec = {
  use: '[OPTIONS] NAME[:TAG|@DIGEST]',
  short: 'Download an image from a registry',
  known: 'docker image pull, docker pull',
  args: exactArgs(1),
  flags: [
    { name: 'all-tags', short: 'a', type: 'bool', usage: 'Download all tagged images in the repository' },
    { name: 'disable-content-trust', type: 'bool', usage: 'Skip image verification (default true)' },
    { name: 'platform', type: 'string', usage: 'Set platform if server is multi-platform capable' },
    { name: 'quiet', short: 'q', type: 'bool', usage: 'Suppress verbose output' },
  ],
  *run(cli, flags, [name = '']) {
    const reference = parseReference(name)
    if (typeof reference === 'string') return cli.fail(reference)
    const all = flags.bool('all-tags')
    if (all && (reference.tag !== null || reference.digest !== null))
      return cli.fail("tag can't be used with --all-tags/-a")
    if (reference.tag === null && reference.digest === null && !all && !flags.bool('quiet'))
      cli.out('Using default tag: latest\n')
    const failed = yield* pullImage(cli, reference, { quiet: flags.bool('quiet'), toStderr: false })
    if (isFailure(failed)) return cli.fail(failed)
    cli.out(`docker.io/${familiarString(reference)}\n`)
    return 0
  },
}

export const pushSpec: CommandSpec = {
  use: '[OPTIONS] NAME[:TAG]',
  short: 'Upload an image to a registry',
  known: 'docker image push, docker push',
  args: exactArgs(1),
  flags: [
    { name: 'all-tags', short: 'a', type: 'bool', usage: 'Push all tags of an image to the repository' },
    { name: 'disable-content-trust', type: 'bool', usage: 'Skip image signing (default true)' },
    {
      name: 'platform',
      type: 'string',
      usage:
        "Push a platform-specific manifest as a single-platform image to the registry.\nImage index won't be pushed, meaning that other manifests, including attestations won't be preserved.\n'os[/arch[/variant]]': Explicit platform (eg. linux/amd64)",
    },
    { name: 'quiet', short: 'q', type: 'bool', usage: 'Suppress verbose output' },
  ],
  *run(cli, flags, [name = '']) {
    const reference = parseReference(name)
    if (typeof reference === 'string') return cli.fail(reference)
    const quiet = flags.bool('quiet')
    if (reference.tag === null && !quiet) cli.out('Using default tag: latest\n')
    if (!quiet) cli.out(`The push refers to repository [${reference.name}]\n`)
    const found = yield* cli.api.get(`/images/${familiarString(reference)}/json`)
    if (isFailure(found))
      return cli.fail(`An image does not exist locally with the tag: ${reference.familiar}`)
    const pushed = yield* cli.api.post(`/images/${reference.familiar}/push`, {
      tag: reference.tag ?? 'latest',
    })
    return isFailure(pushed) ? cli.fail(pushed.message.replace('Error response from daemon: ', '')) : 0
  },
}
