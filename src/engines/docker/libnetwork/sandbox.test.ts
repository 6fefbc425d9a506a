import { describe, expect, it } from 'vitest'
import { DockerBench } from './testbench.ts'

function twoNetworks(): DockerBench {
  const bench = new DockerBench()
  for (const name of ['n1', 'n2', 'n3']) bench.network(name)
  bench.run('xx')
  return bench
}

function connect(bench: DockerBench, network: string, container: string, request = {}) {
  const c = bench.containers.get(container)
  return c ? bench.do((controller) => controller.connect(c, network, request)) : 'no container'
}

function disconnect(bench: DockerBench, network: string, container: string) {
  const c = bench.containers.get(container)
  return c ? bench.do((controller) => controller.disconnect(c, network, false)) : 'no container'
}

describe('a container in several networks', () => {
  it('goes out by the first in the alphabet, and its interfaces take the first free name (recorded)', () => {
    const bench = twoNetworks()
    expect(connect(bench, 'n1', 'xx')).toBe(null)
    connect(bench, 'n2', 'xx')
    disconnect(bench, 'n1', 'xx')
    connect(bench, 'n3', 'xx')
    expect(bench.inside('xx', 'ip -br -4 a').replaceAll(/ +/g, ' ')).toBe(
      'lo UNKNOWN 127.0.0.1/8 \neth0@if7 UP 172.17.0.2/16 \neth2@if9 UP 172.19.0.2/16 \neth1@if11 UP 172.20.0.2/16 \n',
    )
    disconnect(bench, 'bridge', 'xx')
    expect(bench.inside('xx', 'ip route show default')).toBe('default via 172.19.0.1 dev eth2 \n')
    expect(bench.file('xx', 'hosts').split('\n').slice(6)).toEqual([
      expect.stringMatching(/^172\.19\.0\.2\t[0-9a-f]{12}$/),
      expect.stringMatching(/^172\.20\.0\.2\t[0-9a-f]{12}$/),
      '',
    ])
    connect(bench, 'bridge', 'xx', { GwPriority: 1 })
    expect(bench.inside('xx', 'ip route show default')).toBe('default via 172.17.0.1 dev eth0 \n')
  })

  it('is not connected twice, nor to what excludes others', () => {
    const bench = twoNetworks()
    connect(bench, 'n1', 'xx')
    expect(connect(bench, 'n1', 'xx')).toBe('endpoint with name xx already exists in network n1')
    expect(connect(bench, 'nosuch', 'xx')).toBe('network nosuch not found')
    expect(connect(bench, 'host', 'xx')).toBe(
      'cannot connect container to host network - container must be created in host network mode',
    )
    expect(connect(bench, 'none', 'xx')).toBe(
      'container cannot be connected to multiple networks with one of the networks in private (none) mode',
    )
    expect(connect(bench, 'n2', 'xx', { IPAMConfig: { IPv4Address: '172.19.0.9' } })).toBe(
      'invalid endpoint settings:\nuser specified IP address is supported only when connecting to networks with user configured subnets',
    )
    expect(disconnect(bench, 'n3', 'xx')).toMatch(/^container [0-9a-f]{64} is not connected to network n3$/)
  })
})

describe('names', () => {
  it('of containers, aliases and links are answered at 127.0.0.11', () => {
    const bench = new DockerBench()
    bench.network('appnet')
    const on = { networkMode: 'appnet' }
    bench.run('db1', on, { appnet: { Aliases: ['db'] } })
    bench.run('db2', on, { appnet: { Aliases: ['db'] } })
    bench.run('app', on, { appnet: { Links: ['db1:store'] } })
    const ask = (name: string) => bench.inside('app', `dig +short @127.0.0.11 ${name} | sort`)
    expect(ask('db1')).toBe('172.18.0.2\n')
    expect(ask('db')).toBe('172.18.0.2\n172.18.0.3\n')
    expect(ask('store')).toBe('172.18.0.2\n')
    expect(ask('db2.appnet')).toBe('172.18.0.3\n')
    expect(ask('example.com')).toBe('203.0.113.80\n')
    expect(ask('-x 172.18.0.3')).toBe('db2.appnet.\n')
    expect(ask('+tcp db1')).toBe('172.18.0.2\n')
    expect(bench.inside('app', 'dig @127.0.0.11 nosuch | grep status')).toContain('SERVFAIL')
    bench.kill('db1')
    expect(ask('db')).toBe('172.18.0.3\n')
    const c = bench.containers.get('db2')
    if (c) {
      c.name = 'renamed'
      bench.do(function* (controller) {
        yield* []
        controller.renamed(c, 'db2')
      })
    }
    expect(ask('renamed')).toBe('172.18.0.3\n')
    expect(c?.endpoints.get('appnet')?.DNSNames).toEqual(['renamed', 'db', c?.id.slice(0, 12)])
  })

  it('of elsewhere are not asked for from a network that is internal', () => {
    const bench = new DockerBench()
    bench.network('inn', { Internal: true })
    bench.run('db', { networkMode: 'inn' })
    expect(bench.inside('db', 'dig @127.0.0.11 example.com | grep status')).toContain('SERVFAIL')
    expect(bench.inside('db', 'ip route')).toBe(
      '172.18.0.0/16 dev eth0 proto kernel scope link src 172.18.0.2 \n',
    )
  })
})
