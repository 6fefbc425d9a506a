import { isFailure } from '../../http/client.ts'
import { parseReference } from '../../lib/reference.ts'
import { exactArgs } from '../lib/args.ts'
import type { CommandSpec } from '../lib/tree.ts'

export const tagSpec: CommandSpec = {
  use: 'SOURCE_IMAGE[:TAG] TARGET_IMAGE[:TAG]',
  short: 'Create a tag TARGET_IMAGE that refers to SOURCE_IMAGE',
  known: 'docker image tag, docker tag',
  args: exactArgs(2),
  flags: [],
  *run(cli, _flags, [source = '', target = '']) {
    const from = parseReference(source)
    if (typeof from === 'string')
      return cli.fail(`Error parsing reference: "${source}" is not a valid repository/tag: ${from}`)
    const to = parseReference(target)
    if (typeof to === 'string')
      return cli.fail(`Error parsing reference: "${target}" is not a valid repository/tag: ${to}`)
    const tagged = yield* cli.api.post(`/images/${source}/tag`, { repo: to.name, tag: to.tag ?? 'latest' })
    return isFailure(tagged) ? cli.fail(tagged) : 0
  },
}
