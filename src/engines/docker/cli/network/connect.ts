// Ref: docker/cli cli/command/network/connect.go, disconnect.go
import { isFailure } from '../../http/client.ts'
import type { EndpointSettings } from '../../libnetwork/types.ts'
import { exactArgs } from '../lib/args.ts'
import type { CommandSpec } from '../lib/tree.ts'

export const networkConnectSpec: CommandSpec = {
  use: '[OPTIONS] NETWORK CONTAINER',
  short: 'Connect a container to a network',
  args: exactArgs(2),
  flags: [
    { name: 'alias', type: 'strings', usage: 'Add network-scoped alias for the container' },
    { name: 'driver-opt', type: 'strings', usage: 'driver options for the network' },
    {
      name: 'gw-priority',
      type: 'int',
      usage: 'Highest gw-priority provides the default gateway. Accepts positive and negative values.',
    },
    { name: 'ip', type: 'string', usage: 'IPv4 address (e.g., "172.30.100.104")' },
    { name: 'ip6', type: 'string', usage: 'IPv6 address (e.g., "2001:db8::33")' },
    { name: 'link', type: 'list', usage: 'Add link to another container' },
    { name: 'link-local-ip', type: 'strings', usage: 'Add a link-local address for the container' },
  ],
  *run(cli, flags, [network = '', Container = '']) {
    const ip = flags.string('ip')
    const ip6 = flags.string('ip6')
    const linkLocal = flags.strings('link-local-ip')
    const driverOpts = Object.fromEntries(
      flags
        .strings('driver-opt')
        .map((option) => [option.split('=')[0] ?? '', option.slice(option.indexOf('=') + 1)]),
    )
    const EndpointConfig: Partial<EndpointSettings> = {
      IPAMConfig: {
        ...(ip === '' ? {} : { IPv4Address: ip }),
        ...(ip6 === '' ? {} : { IPv6Address: ip6 }),
        ...(linkLocal.length > 0 ? { LinkLocalIPs: linkLocal } : {}),
      },
      ...(flags.list('link').length > 0 ? { Links: flags.list('link') } : {}),
      Aliases: flags.strings('alias'),
      DriverOpts: driverOpts,
      ...(flags.has('gw-priority') ? { GwPriority: flags.int('gw-priority') } : {}),
    }
    const done = yield* cli.api.post(`/networks/${network}/connect`, {}, { Container, EndpointConfig })
    return isFailure(done) ? cli.fail(done) : 0
  },
}

export const networkDisconnectSpec: CommandSpec = {
  use: '[OPTIONS] NETWORK CONTAINER',
  short: 'Disconnect a container from a network',
  args: exactArgs(2),
  flags: [
    { name: 'force', short: 'f', type: 'bool', usage: 'Force the container to disconnect from a network' },
  ],
  *run(cli, flags, [network = '', Container = '']) {
    const done = yield* cli.api.post(
      `/networks/${network}/disconnect`,
      {},
      { Container, Force: flags.bool('force') },
    )
    return isFailure(done) ? cli.fail(done) : 0
  },
}
