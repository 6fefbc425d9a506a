// Ref: docker/cli cli/command/network/create.go
import { isFailure } from '../../http/client.ts'
import type { IpamConfig, NetworkCreate } from '../../libnetwork/types.ts'
import { exactArgs } from '../lib/args.ts'
import type { ParsedFlags } from '../lib/flags.ts'
import type { CommandSpec } from '../lib/tree.ts'
import { cidrContains, cidrError } from './cidr.ts'

export const networkCreateSpec: CommandSpec = {
  use: '[OPTIONS] NETWORK',
  short: 'Create a network',
  args: exactArgs(1),
  flags: [
    { name: 'attachable', type: 'bool', usage: 'Enable manual container attachment' },
    {
      name: 'aux-address',
      type: 'map',
      usage: 'Auxiliary IPv4 or IPv6 addresses used by Network driver (default map[])',
    },
    { name: 'config-from', type: 'string', usage: 'The network from which to copy the configuration' },
    { name: 'config-only', type: 'bool', usage: 'Create a configuration only network' },
    { name: 'driver', short: 'd', type: 'string', usage: 'Driver to manage the Network (default "bridge")' },
    { name: 'gateway', type: 'strings', usage: 'IPv4 or IPv6 Gateway for the master subnet' },
    { name: 'ingress', type: 'bool', usage: 'Create swarm routing-mesh network' },
    { name: 'internal', type: 'bool', usage: 'Restrict external access to the network' },
    { name: 'ip-range', type: 'strings', usage: 'Allocate container ip from a sub-range' },
    { name: 'ipam-driver', type: 'string', usage: 'IP Address Management Driver (default "default")' },
    { name: 'ipam-opt', type: 'map', usage: 'Set IPAM driver specific options (default map[])' },
    { name: 'ipv4', type: 'bool', usage: 'Enable or disable IPv4 address assignment (default true)' },
    { name: 'ipv6', type: 'bool', usage: 'Enable or disable IPv6 address assignment' },
    { name: 'label', type: 'list', usage: 'Set metadata on a network' },
    { name: 'opt', short: 'o', type: 'map', usage: 'Set driver specific options (default map[])' },
    { name: 'scope', type: 'string', usage: "Control the network's scope" },
    { name: 'subnet', type: 'strings', usage: 'Subnet in CIDR format that represents a network segment' },
  ],
  *run(cli, flags, [Name = '']) {
    const config = ipamOf(flags)
    if (typeof config === 'string') return cli.fail(config)
    const body: NetworkCreate = {
      Name,
      Driver: flags.string('driver', 'bridge'),
      Scope: flags.string('scope'),
      ...(flags.has('ipv4') ? { EnableIPv4: flags.bool('ipv4') } : {}),
      ...(flags.has('ipv6') ? { EnableIPv6: flags.bool('ipv6') } : {}),
      IPAM: {
        Driver: flags.string('ipam-driver', 'default'),
        Options: flags.map('ipam-opt'),
        Config: config,
      },
      Internal: flags.bool('internal'),
      Attachable: flags.bool('attachable'),
      Ingress: flags.bool('ingress'),
      ConfigOnly: flags.bool('config-only'),
      ConfigFrom: flags.has('config-from') ? { Network: flags.string('config-from') } : null,
      Options: flags.map('opt'),
      Labels: flags.map('label'),
    }
    const made = yield* cli.api.post<{ Id: string; Warning: string }>('/networks/create', {}, body)
    if (isFailure(made)) return cli.fail(made)
    if (made.Warning !== '') cli.err(`WARNING: ${made.Warning}\n`)
    cli.out(`${made.Id}\n`)
    return 0
  },
}

/** Ranges, gateways and reserved addresses find the subnet they lie in. Ref: createIPAMConfig() */
function ipamOf(flags: ParsedFlags): IpamConfig[] | string {
  const subnets = flags.strings('subnet')
  const ranges = flags.strings('ip-range')
  const gateways = flags.strings('gateway')
  if (subnets.length < ranges.length || subnets.length < gateways.length) {
    return 'every ip-range or gateway must have a corresponding subnet'
  }
  const configs = new Map<
    string,
    { Subnet: string; IPRange?: string; Gateway?: string; AuxiliaryAddresses?: Record<string, string> }
  >()
  for (const subnet of subnets) {
    for (const other of configs.keys()) {
      const error = cidrError(subnet) ?? cidrError(other)
      if (error !== null) return error
      if (cidrContains(other, subnet) || cidrContains(subnet, other))
        return 'multiple overlapping subnet configuration is not supported'
    }
    configs.set(subnet, { Subnet: subnet })
  }
  for (const range of ranges) {
    const error = cidrError(range)
    if (error !== null) return error
    const subnet = subnets.find((candidate) => cidrContains(candidate, range))
    const config = configs.get(subnet ?? '')
    if (!config) return `no matching subnet for range ${range}`
    if (config.IPRange !== undefined)
      return `cannot configure multiple ranges (${range}, ${config.IPRange}) on the same subnet (${config.Subnet})`
    config.IPRange = range
  }
  for (const gateway of gateways) {
    const config = configs.get(subnets.find((candidate) => cidrContains(candidate, gateway)) ?? '')
    if (!config) return `no matching subnet for gateway ${gateway}`
    if (config.Gateway !== undefined)
      return `cannot configure multiple gateways (${gateway}, ${config.Gateway}) for the same subnet (${config.Subnet})`
    config.Gateway = gateway
  }
  for (const [name, address] of Object.entries(flags.map('aux-address'))) {
    const config = configs.get(subnets.find((candidate) => cidrContains(candidate, address)) ?? '')
    if (!config) return `no matching subnet for aux-address ${address}`
    ;(config.AuxiliaryAddresses ??= {})[name] = address
  }
  return [...configs.values()]
}
