// Ref: docker/cli cli/command/network/remove.go
import { isFailure } from '../../http/client.ts'
import type { NetworkInspect } from '../../libnetwork/types.ts'
import { minArgs } from '../lib/args.ts'
import { confirm } from '../lib/confirm.ts'
import { inspectAll } from '../lib/inspectFormat.ts'
import { pruneSpec } from '../lib/prune.ts'
import type { CommandSpec } from '../lib/tree.ts'
import { INSPECT_FORMAT } from '../lib/formatFlag.ts'

const INGRESS =
  'WARNING! Before removing the routing-mesh network, make sure all the nodes in your swarm run the same docker engine version. Otherwise, removal may not be effective and functionality of newly create ingress networks will be impaired.\nAre you sure you want to continue?'

export const networkRmSpec: CommandSpec = {
  use: 'NETWORK [NETWORK...]',
  short: 'Remove one or more networks',
  known: 'docker network rm, docker network remove',
  args: minArgs(1),
  flags: [{ name: 'force', short: 'f', type: 'bool', usage: 'Do not error if the network does not exist' }],
  *run(cli, flags, args) {
    let failed = false
    for (const name of args) {
      const network = yield* cli.api.get<NetworkInspect>(`/networks/${name}`)
      if (!isFailure(network) && network.Ingress && !(yield* confirm(cli, INGRESS))) continue
      const removed = yield* cli.api.delete(`/networks/${name}`)
      if (!isFailure(removed)) {
        cli.out(`${name}\n`)
        continue
      }
      if (flags.bool('force') && removed.status === 404) continue
      cli.err(`${removed.message}\n`)
      failed = true
    }
    return failed ? cli.fail('exit status 1') : 0
  },
}

export const networkPruneSpec = pruneSpec({
  what: 'Networks',
  short: 'Remove all unused networks',
  example: 'until=<timestamp>',
  warning: () => 'all custom networks not used by at least one container',
})

export const networkInspectSpec: CommandSpec = {
  use: '[OPTIONS] NETWORK [NETWORK...]',
  short: 'Display detailed information on one or more networks',
  args: minArgs(1),
  flags: [
    INSPECT_FORMAT,
    { name: 'verbose', short: 'v', type: 'bool', usage: 'Verbose output for diagnostics' },
  ],
  *run(cli, flags, args) {
    const query = flags.bool('verbose') ? { verbose: true } : {}
    return yield* inspectAll(cli, args, flags.string('format'), (name) =>
      cli.api.get(`/networks/${name}`, query),
    )
  },
}
