import { describe, expect, it } from 'vitest'
import { DockerBench } from '../testbench.ts'

const LAN = [{ Subnet: '192.168.1.0/24', IPRange: '192.168.1.128/25', Gateway: '192.168.1.1' }]

function ipam(Config: readonly object[]) {
  return { Driver: 'default', Options: {}, Config }
}

describe('a macvlan network', () => {
  it('puts containers into the network of its parent, where the host itself is not seen', () => {
    const bench = new DockerBench()
    bench.network('pub', { Driver: 'macvlan', IPAM: ipam(LAN), Options: { parent: 'eth0' } })
    expect(bench.run('m1', { networkMode: 'pub' })).toBe('')
    expect(bench.inside('m1', 'ip -d link show eth0')).toMatch(
      /^4: eth0@if2: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP mode DEFAULT group default \n.* link-netnsid 0 .*\n    macvlan mode bridge /,
    )
    expect(bench.inside('m1', 'ip route')).toBe(
      'default via 192.168.1.1 dev eth0 \n192.168.1.0/24 dev eth0 proto kernel scope link src 192.168.1.128 \n',
    )
    expect(bench.inside('m1', 'ping -qc 1 -W 1 192.168.1.11')).toContain('1 received')
    expect(bench.inside('m1', 'ping -qc 1 -W 1 192.168.1.10')).toContain('0 received')
    bench.kill('m1')
    expect(bench.do((controller) => controller.removeNetwork('pub'))).toBe(null)
    expect(bench.sh('ip -br link | wc -l')).toBe('3\n')
  })

  it('makes the VLAN it is to stand on, and takes it along', () => {
    const bench = new DockerBench()
    bench.network('v50', {
      Driver: 'macvlan',
      IPAM: ipam([{ Subnet: '10.50.0.0/24' }]),
      Options: { parent: 'eth0.50' },
    })
    expect(bench.sh('ip -br link show eth0.50 | cut -d" " -f1')).toBe('eth0.50@eth0\n')
    bench.do((controller) => controller.removeNetwork('v50'))
    expect(bench.sh('ip -br link show eth0.50')).toBe('Device "eth0.50" does not exist.\n')
  })

  it('refuses in the words of the real one (recorded)', () => {
    const bench = new DockerBench()
    const make = (options: object): string =>
      bench.network('v', { Driver: 'macvlan', IPAM: ipam([{ Subnet: '10.66.0.0/24' }]), Options: options })
    expect(make({ parent: 'nosuch0' })).toBe(
      'invalid subinterface vlan name nosuch0, example formatting is eth0.10',
    )
    expect(make({ parent: 'eth0.5000' })).toBe('vlan id must be between 1-4094, received: 5000')
    expect(make({ parent: 'nosuch0.50' })).toBe('-o parent interface was not found on the host: nosuch0')
    expect(make({ parent: 'lo' })).toBe('loopback interface is not a valid macvlan parent link')
    expect(make({ parent: 'eth0', macvlan_mode: 'bogus' })).toBe(
      "requested macvlan mode 'bogus' is not valid, 'bridge' mode is the macvlan driver default",
    )
  })
})

describe('an ipvlan network', () => {
  it("has its parent's address on the wire; in mode l3 everything goes out of the device", () => {
    const bench = new DockerBench()
    const options = { parent: 'eth0', ipvlan_mode: 'l3' }
    bench.network('ip3', { Driver: 'ipvlan', IPAM: ipam([{ Subnet: '10.70.0.0/24' }]), Options: options })
    expect(bench.run('i1', { networkMode: 'ip3' })).toBe('')
    expect(bench.inside('i1', 'ip route')).toBe(
      'default dev eth0 scope link \n10.70.0.0/24 dev eth0 proto kernel scope link src 10.70.0.1 \n',
    )
    expect(bench.inside('i1', 'ip -d link show eth0')).toContain('ipvlan  mode l3 bridge ')
    expect(
      bench.network('other', {
        Driver: 'ipvlan',
        IPAM: ipam([{ Subnet: '10.71.0.0/24' }]),
        Options: options,
      }),
    ).toMatch(/^network di-[0-9a-f]{12} is already using parent interface eth0$/)
  })
})
