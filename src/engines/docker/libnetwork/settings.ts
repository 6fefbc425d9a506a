// NetworkSettings of `docker inspect`. (Ref: moby daemon/inspect.go, daemon/network.go:getPortMapInfo())
import type { ContainerNetworking } from './controller.ts'
import { formatAddr } from './prefix.ts'
import type { Sandbox } from './sandbox.ts'
import type { EndpointSettings, NetworkSettings, PortBinding, PortMap } from './types.ts'

export function settingsOf(c: ContainerNetworking, sandbox: Sandbox | null): NetworkSettings {
  // The default bridge's endpoint is shown on top as well.
  const usual: Partial<EndpointSettings> = c.endpoints.get('bridge') ?? {}
  return {
    Bridge: '',
    SandboxID: sandbox?.id ?? '',
    SandboxKey: sandbox?.key ?? '',
    Ports: portsOf(c, sandbox),
    HairpinMode: false,
    LinkLocalIPv6Address: '',
    LinkLocalIPv6PrefixLen: 0,
    SecondaryIPAddresses: null,
    SecondaryIPv6Addresses: null,
    EndpointID: usual.EndpointID ?? '',
    Gateway: usual.Gateway ?? '',
    GlobalIPv6Address: usual.GlobalIPv6Address ?? '',
    GlobalIPv6PrefixLen: usual.GlobalIPv6PrefixLen ?? 0,
    IPAddress: usual.IPAddress ?? '',
    IPPrefixLen: usual.IPPrefixLen ?? 0,
    IPv6Gateway: usual.IPv6Gateway ?? '',
    MacAddress: usual.MacAddress ?? '',
    Networks: Object.fromEntries(
      [...c.endpoints]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, settings]) => [name, shown(settings)]),
    ),
  }
}

/** Without what is the daemon's own. */
function shown({
  DesiredMacAddress: _mac,
  SwarmTask: _task,
  IngressPorts: _ports,
  IPAMOperational: _ipam,
  ...rest
}: EndpointSettings): EndpointSettings {
  return rest
}

function portsOf(c: ContainerNetworking, sandbox: Sandbox | null): PortMap {
  const external = sandbox?.external
  if (!external || external.network.driver !== 'bridge') return {}
  const ports = new Map<string, PortBinding[] | null>(c.exposedPorts.map((port) => [port, null]))
  for (const { protocol, containerPort, hostAddress, hostPort } of external.ports) {
    const key = `${containerPort}/${protocol}`
    const binding = { HostIp: formatAddr(hostAddress), HostPort: hostPort === 0 ? '' : String(hostPort) }
    ports.set(key, [...(ports.get(key) ?? []), binding])
  }
  return Object.fromEntries([...ports].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
