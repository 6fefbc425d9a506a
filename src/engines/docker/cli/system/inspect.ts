// Ref: docker/cli cli/command/system/inspect.go
import type { Blocking } from '../../../../os/program.ts'
import { ApiFailure, isFailure } from '../../http/client.ts'
import { minArgs } from '../lib/args.ts'
import type { DockerCli } from '../lib/cli.ts'
import { inspectAll } from '../lib/inspectFormat.ts'
import type { CommandSpec } from '../lib/tree.ts'
import { INSPECT_FORMAT } from '../lib/formatFlag.ts'

/** In the order in which a name is looked for. */
const KINDS: readonly (readonly [string, (name: string) => string])[] = [
  ['container', (name) => `/containers/${name}/json`],
  ['image', (name) => `/images/${name}/json`],
  ['network', (name) => `/networks/${name}`],
  ['volume', (name) => `/volumes/${name}`],
  ['service', (name) => `/services/${name}`],
  ['task', (name) => `/tasks/${name}`],
  ['node', (name) => `/nodes/${name}`],
]
const TYPES = [
  'config',
  'container',
  'image',
  'network',
  'node',
  'plugin',
  'secret',
  'service',
  'task',
  'volume',
]

export const inspectSpec: CommandSpec = {
  use: '[OPTIONS] NAME|ID [NAME|ID...]',
  short: 'Return low-level information on Docker objects',
  args: minArgs(1),
  flags: [
    INSPECT_FORMAT,
    { name: 'size', short: 's', type: 'bool', usage: 'Display total file sizes if the type is container' },
    { name: 'type', type: 'string', usage: 'Only inspect objects of the given type' },
  ],
  *run(cli, flags, args) {
    const type = flags.string('type')
    if (flags.has('type') && !TYPES.includes(type)) {
      return cli.fail(
        `unknown type: ${JSON.stringify(type)}: must be one of ${TYPES.map((name) => `"${name}"`).join(', ')}`,
      )
    }
    const kinds = KINDS.filter(([kind]) => type === '' || kind === type)
    if (kinds.length === 0) return cli.fail(`docker inspect --type ${type} is not supported in vethlab`)
    const size = flags.bool('size')
    return yield* inspectAll(cli, args, flags.string('format'), (name) => find(cli, kinds, name, size, type))
  },
}

function* find(
  cli: DockerCli,
  kinds: typeof KINDS,
  name: string,
  size: boolean,
  type: string,
): Blocking<unknown> {
  for (const [kind, path] of kinds) {
    const found = yield* cli.api.get(path(name), size && kind === 'container' ? { size: true } : {})
    if (!isFailure(found)) return found
    // Where there is no manager, none of a swarm's objects is looked for.
    if (type !== '' || (found.status !== 404 && found.status !== 503)) return found
  }
  return new ApiFailure(404, `Error: No such object: ${name}`)
}
