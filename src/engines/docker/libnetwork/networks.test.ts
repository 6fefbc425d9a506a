import { describe, expect, it } from 'vitest'
import { DockerBench } from './testbench.ts'
import type { IpamConfig, NetworkInspect } from './types.ts'

function subnets(...Config: readonly IpamConfig[]) {
  return { IPAM: { Driver: 'default', Options: {}, Config } }
}

function inspect(bench: DockerBench, name: string): NetworkInspect | string {
  return bench.do(function* (controller) {
    yield* []
    return controller.inspectNetwork(name, undefined, () => [])
  })
}

function option(name: string, value: string) {
  return { Options: { [`com.docker.network.${name}`]: value } }
}

describe('networks', () => {
  it('are refused in the words of Docker 28.5.2 (recorded)', () => {
    const bench = new DockerBench()
    const bad = (create: object): string => bench.network('c', create)
    expect(bad(subnets({ Subnet: '10.1.0.1/24' }))).toBe(
      'invalid network config:\ninvalid subnet 10.1.0.1/24: it should be 10.1.0.0/24',
    )
    expect(bad(subnets({ Subnet: 'foo' }))).toBe(
      'invalid network config:\ninvalid subnet foo: invalid CIDR block notation',
    )
    expect(bad(subnets({ Subnet: '10.1.0.0/24', Gateway: '10.1.0.255' }))).toBe(
      'failed to allocate gateway (10.1.0.255): Address already in use',
    )
    expect(bad(subnets({ Subnet: '10.3.0.0/24' }, { Subnet: '10.4.0.0/24' }))).toBe(
      "bridge driver doesn't support multiple subnets",
    )
    expect(bad(subnets({ Subnet: '172.17.9.0/24' }))).toBe(
      'invalid pool request: Pool overlaps with other one on this address space',
    )
    expect(bad(option('bridge.enable_icc', 'maybe'))).toBe(
      'failed to parse com.docker.network.bridge.enable_icc value: maybe (strconv.ParseBool: parsing "maybe": invalid syntax)',
    )
    expect(bad(option('driver.mtu', 'big'))).toBe(
      'failed to parse com.docker.network.driver.mtu value: big (strconv.Atoi: parsing "big": invalid syntax)',
    )
    expect(bad(option('driver.mtu', '9000000'))).toBe('invalid argument')
    expect(bad(option('bridge.name', 'averyveryverylongname'))).toBe('numerical result out of range')
    expect(bad(option('bridge.gateway_mode_ipv4', 'foo'))).toBe(
      'failed to parse com.docker.network.bridge.gateway_mode_ipv4 value: foo (unknown gateway mode foo)',
    )
    expect(bad(option('bridge.gateway_mode_ipv4', 'isolated'))).toBe(
      "gateway mode 'isolated' can only be used for an internal network",
    )
    expect(bad(option('bridge.name', 'docker0'))).toMatch(
      /^cannot create network [0-9a-f]{64} \(docker0\): conflicts with network [0-9a-f]{64} \(docker0\): networks have same bridge name$/,
    )
    expect(bad({ Driver: 'nosuchdriver' })).toBe('plugin "nosuchdriver" not found')
    expect(bad({ Driver: 'host' })).toBe('only one instance of "host" network is allowed')
    expect(bad({ EnableIPv4: false })).toBe('IPv4 or IPv6 must be enabled')
    expect(bench.network('bridge')).toBe('operation is not permitted on predefined bridge network')
    expect(bench.sh('ip -br link | wc -l; iptables -S | wc -l')).toBe('3\n21\n')
  })

  it('get the first subnet that is free, and their addresses by range', () => {
    const bench = new DockerBench()
    bench.sh('ip link add d0 type dummy; ip addr add 172.19.1.1/24 dev d0; ip link set d0 up')
    for (const name of ['n1', 'n2']) bench.network(name)
    const range = { Subnet: '10.1.0.0/24', IPRange: '10.1.0.128/25', Gateway: '10.1.0.1' }
    bench.network('n3', subnets({ ...range, AuxiliaryAddresses: { printer: '10.1.0.129' } }))
    const configs = ['n1', 'n2', 'n3'].map((name) => {
      const found = inspect(bench, name)
      return typeof found === 'string' ? found : found.IPAM.Config
    })
    expect(configs).toEqual([
      [{ Subnet: '172.18.0.0/16', Gateway: '172.18.0.1' }],
      [{ Subnet: '172.20.0.0/16', Gateway: '172.20.0.1' }],
      [{ ...range, AuxiliaryAddresses: { printer: '10.1.0.129' } }],
    ])
    for (const name of ['x1', 'x2']) bench.run(name, { networkMode: 'n3' })
    const addresses = ['x1', 'x2'].map((name) => bench.containers.get(name)?.endpoints.get('n3')?.IPAddress)
    expect(addresses).toEqual(['10.1.0.128', '10.1.0.130'])
  })

  it('with containers are not removed', () => {
    const bench = new DockerBench()
    bench.network('appnet')
    bench.run('web', { networkMode: 'appnet' })
    const remove = (name: string) => bench.do((controller) => controller.removeNetwork(name))
    expect(remove('appnet')).toMatch(
      /^error while removing network: network appnet has active endpoints \(name:"web" id:"[0-9a-f]{12}"\)$/,
    )
    expect(remove('nosuch')).toBe('network nosuch not found')
    expect(remove('host')).toBe('host is a pre-defined network and cannot be removed')
    bench.kill('web')
    expect(remove('appnet')).toBe(null)
    expect(bench.events).toEqual(['create appnet', 'connect appnet', 'disconnect appnet', 'destroy appnet'])
  })
})

describe('rules of a network', () => {
  function rulesOf(create: object): string {
    const bench = new DockerBench()
    const before = new Set(bench.sh('iptables-save').split('\n'))
    bench.network('n', { ...create, ...(create as { Options?: object }) })
    bench.run('c', {
      networkMode: 'n',
      exposedPorts: ['80/tcp'],
      portBindings: { '80/tcp': [{ HostIp: '0.0.0.0', HostPort: '8080' }] },
    })
    const after = bench.sh('iptables-save').split('\n')
    return after.filter((line) => line.startsWith('-A') && !before.has(line)).join('\n')
  }

  it('that is internal (recorded)', () => {
    expect(rulesOf({ Internal: true, ...option('bridge.name', 'br-i') }))
      .toBe(`-A DOCKER-FORWARD -i br-i -o br-i -j ACCEPT
-A DOCKER-ISOLATION-STAGE-1 ! -s 172.18.0.0/16 -o br-i -j DROP
-A DOCKER-ISOLATION-STAGE-1 ! -d 172.18.0.0/16 -i br-i -j DROP`)
  })

  it('that is routed (recorded)', () => {
    const Options = {
      'com.docker.network.bridge.name': 'br-r',
      'com.docker.network.bridge.gateway_mode_ipv4': 'routed',
    }
    expect(rulesOf({ Options }))
      .toBe(`-A DOCKER -d 172.18.0.2/32 ! -i br-r -o br-r -p tcp -m tcp --dport 80 -j ACCEPT
-A DOCKER -o br-r -p icmp -j ACCEPT
-A DOCKER ! -i br-r -o br-r -j DROP
-A DOCKER-BRIDGE -o br-r -j DOCKER
-A DOCKER-CT -o br-r -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
-A DOCKER-FORWARD -i br-r -j ACCEPT
-A DOCKER-ISOLATION-STAGE-1 -i br-r -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
-A DOCKER-ISOLATION-STAGE-1 -o br-r -j RETURN
-A DOCKER-ISOLATION-STAGE-1 -i br-r ! -o br-r -j DOCKER-ISOLATION-STAGE-2
-A DOCKER-ISOLATION-STAGE-2 -o br-r -j DROP
-A DOCKER -i br-r -j RETURN`)
  })

  it('without a proxy (recorded)', () => {
    const bench = new DockerBench({ userlandProxy: false })
    bench.run('w', { portBindings: { '80/tcp': [{ HostIp: '', HostPort: '8080' }] } })
    expect(bench.sh('iptables -t nat -S | grep ^-A'))
      .toBe(`-A PREROUTING -m addrtype --dst-type LOCAL -j DOCKER
-A OUTPUT -m addrtype --dst-type LOCAL -j DOCKER
-A POSTROUTING -o docker0 -m addrtype --src-type LOCAL -j MASQUERADE
-A POSTROUTING -s 172.17.0.0/16 ! -o docker0 -j MASQUERADE
-A POSTROUTING -s 172.17.0.2/32 -d 172.17.0.2/32 -p tcp -m tcp --dport 80 -j MASQUERADE
-A DOCKER -p tcp -m tcp --dport 8080 -j DNAT --to-destination 172.17.0.2:80
`)
    expect(bench.sh('sysctl net.ipv4.conf.docker0.route_localnet')).toContain('= 1')
    expect(bench.sh('bridge -d link show | grep -c "hairpin on"')).toBe('1\n')
    expect(bench.sh('ss -Hltnp')).toMatch(/^LISTEN 0 {6}0 .* 0\.0\.0\.0:8080 .*"dockerd"/)
  })
})
