import { describe, expect, it } from 'vitest'
import type { IpvsRequest, IpvsServiceId, IpvsServiceOptions } from '../../../uapi/ipvs.ts'
import { formatInet } from '../../../wire/inet.ts'
import { CtBench } from '../testing/ctbench.ts'
import { proto, rule } from '../testbench.ts'

const OPTIONS: IpvsServiceOptions = {
  scheduler: 'rr',
  persistent: null,
  netmask: 0xffffffff,
  onePacket: false,
  schedFlags: 0,
}

/** The router balances between two addresses of the server. */
class IpvsBench extends CtBench {
  readonly dns: IpvsServiceId = { protocol: 17, address: this.inet('10.0.1.1'), port: 53 }

  constructor() {
    super()
    this.addr(this.server, 'eth0', '10.0.2.3/24')
  }

  request(request: IpvsRequest): string {
    return this.kernel.ipvs(this.router, request).error?.name ?? 'done'
  }

  service(service: IpvsServiceId, options: Partial<IpvsServiceOptions> = {}): string {
    return this.request({ type: 'IPVS_CMD_NEW_SERVICE', service, options: { ...OPTIONS, ...options } })
  }

  dest(service: IpvsServiceId, address: string, weight = 1, port = 53): string {
    return this.request({
      type: 'IPVS_CMD_NEW_DEST',
      service,
      dest: { address: this.inet(address), port },
      options: { forward: 'masq', weight, upper: 0, lower: 0 },
    })
  }

  both(service: IpvsServiceId, port = 53): void {
    this.dest(service, '10.0.2.2', 1, port)
    this.dest(service, '10.0.2.3', 1, port)
  }

  /** A datagram to the service from each port: which server got it, and what its answer comes from. */
  asks(from: readonly number[], to = 53): string[] {
    const servers = ['10.0.2.2', '10.0.2.3'].map((address) => this.udp(this.server, address, 53))
    const got = from.map((port) => {
      const client = this.udp(this.client, '10.0.1.2', port)
      this.send(client, '10.0.1.1', to)
      const by = servers.map((socket) => this.received(socket))
      const at = by.findIndex((who) => who !== 'EAGAIN')
      const socket = servers[at]
      if (!socket) return `nobody (${client.takeError()?.name})`
      const [address = '', sport = ''] = by[at]!.split(':')
      this.send(socket, address, Number(sport))
      const answer = this.received(client)
      client.close()
      return `10.0.2.${2 + at} asked by ${by[at]} answers as ${answer}`
    })
    for (const socket of servers) socket.close()
    return got
  }

  proc(file: string): string[] {
    return String(this.kernel.readProcNet(this.router, file)).replace(/\n$/, '').split('\n')
  }

  counts(service: IpvsServiceId): string[] {
    const reply = this.kernel.ipvs(this.router, { type: 'IPVS_CMD_GET_SERVICE', service })
    if (reply.error) return [reply.error.name]
    return reply.services.flatMap(({ dests }) =>
      dests.map(({ address, active, inactive, stats }) => {
        const { conns, inPackets, inBytes, outPackets, outBytes } = stats
        return `${formatInet(address)} ${active}/${inactive} ${conns} ${inPackets}:${inBytes} ${outPackets}:${outBytes}`
      }),
    )
  }
}

describe('a service at a port', () => {
  it('gives each client a server in turn, the newest first, and answers as the service', () => {
    const b = new IpvsBench()
    expect(b.service(b.dns)).toBe('done')
    b.both(b.dns)
    expect(b.asks([5000, 5001, 5002])).toEqual([
      '10.0.2.3 asked by 10.0.1.2:5000 answers as 10.0.1.1:53',
      '10.0.2.2 asked by 10.0.1.2:5001 answers as 10.0.1.1:53',
      '10.0.2.3 asked by 10.0.1.2:5002 answers as 10.0.1.1:53',
    ])
    expect(b.asks([5000])).toEqual(['10.0.2.3 asked by 10.0.1.2:5000 answers as 10.0.1.1:53'])
    expect(b.counts(b.dns)).toEqual(['10.0.2.3 0/2 2 3:96 3:96', '10.0.2.2 0/1 1 1:32 1:32'])
    expect(b.proc('ip_vs')).toEqual([
      'IP Virtual Server version 1.2.1 (size=4096)',
      'Prot LocalAddress:Port Scheduler Flags',
      '  -> RemoteAddress:Port Forward Weight ActiveConn InActConn',
      'UDP  0A000101:0035 rr  ',
      '  -> 0A000203:0035      Masq    1      0          2         ',
      '  -> 0A000202:0035      Masq    1      0          1         ',
    ])
    expect(b.proc('ip_vs_conn')[1]).toBe('UDP 0A000102 1388 0A000101 0035 0A000203 0035 UDP             299')
    b.run(301)
    expect(b.counts(b.dns)).toEqual(['10.0.2.3 0/0 2 3:96 3:96', '10.0.2.2 0/0 1 1:32 1:32'])
  })

  it('goes to another port of its servers', () => {
    const b = new IpvsBench()
    const service = { protocol: 17, address: b.inet('10.0.1.1'), port: 5353 } as const
    b.service(service)
    b.both(service)
    expect(b.asks([5000], 5353)).toEqual(['10.0.2.3 asked by 10.0.1.2:5000 answers as 10.0.1.1:5353'])
  })

  it('says that the port is unreachable when no server can take it', () => {
    const b = new IpvsBench()
    b.service(b.dns)
    const client = b.udp(b.client, '0.0.0.0', 4000)
    client.connect({ address: b.inet('10.0.1.1'), port: 53 })
    const told = b.traced('ipvs', () => b.send(client, '10.0.1.1', 53))
    expect(told.map(({ dest, scheduler }) => [dest, scheduler])).toEqual([[null, 'rr']])
    expect(client.takeError()?.name).toBe('ECONNREFUSED')
  })

  it('passes on the ICMP error of a server that has nobody there, as its own', () => {
    const b = new IpvsBench()
    b.service(b.dns)
    b.dest(b.dns, '10.0.2.2')
    const client = b.udp(b.client, '0.0.0.0', 4000)
    client.connect({ address: b.inet('10.0.1.1'), port: 53 })
    b.send(client, '10.0.1.1', 53)
    expect(client.takeError()?.name).toBe('ECONNREFUSED')
  })

  it('tells the trace which server it chose and why, and of the answer', () => {
    const b = new IpvsBench()
    b.service(b.dns)
    b.both(b.dns)
    const told = b.traced('ipvs', () => b.asks([5000]))
    const short = told.map(({ direction, scheduler, dest }) => [
      direction,
      scheduler,
      dest && formatInet(dest.address),
    ])
    expect(short).toEqual([
      ['in', 'rr', '10.0.2.3'],
      ['out', null, '10.0.2.3'],
    ])
  })

  it('keeps a client at its server when it is persistent', () => {
    const b = new IpvsBench()
    b.service(b.dns, { persistent: 60 })
    b.both(b.dns)
    expect(b.asks([5000, 5001, 5002]).map((line) => line.slice(0, 8))).toEqual([
      '10.0.2.3',
      '10.0.2.3',
      '10.0.2.3',
    ])
    b.run(400)
    expect(b.asks([5003]).map((line) => line.slice(0, 8))).toEqual(['10.0.2.2'])
  })
})

describe('a service by mark', () => {
  it('goes to the same port of its servers; with conntrack its packets can be translated', () => {
    const b = new IpvsBench()
    const marked = { fwmark: 256 }
    b.append(b.router, 'mangle PREROUTING', rule(proto(17), { name: 'MARK', mark: 256, mask: 0xffffffff }))
    b.append(
      b.router,
      'nat POSTROUTING',
      rule({ matches: [{ name: 'ipvs', invert: false }] }, { name: 'SNAT', range: b.range('10.0.2.1') }),
    )
    b.service(marked)
    b.kernel.writeSysctl(b.router, 'net/ipv4/vs/conntrack', '1')
    b.both(marked, 0)
    expect(b.asks([5000])).toEqual(['10.0.2.3 asked by 10.0.2.1:5000 answers as 10.0.1.1:53'])
    expect(b.flows(b.router)).toEqual([
      'udp 29 src=10.0.1.2 dst=10.0.1.1 sport=5000 dport=53 src=10.0.2.3 dst=10.0.2.1 sport=53 dport=5000 mark=0',
    ])
  })
})

it('costs nothing until there is a service, nor once there is none', () => {
  const b = new IpvsBench()
  const hooks = (): number => b.router.nf.entries('ipv4', 'LOCAL_IN')?.length ?? 0
  expect(hooks()).toBe(0)
  b.service(b.dns)
  expect(hooks()).toBe(2)
  b.request({ type: 'IPVS_CMD_FLUSH' })
  expect(hooks()).toBe(0)
})

it('refuses', () => {
  const b = new IpvsBench()
  expect(b.dest(b.dns, '10.0.2.2')).toBe('ESRCH')
  expect(b.service(b.dns, { scheduler: 'none such' })).toBe('ENOENT')
  expect(b.service(b.dns)).toBe('done')
  expect(b.service(b.dns)).toBe('EEXIST')
  expect(b.dest(b.dns, '10.0.2.255')).toBe('EINVAL')
  expect(b.dest(b.dns, '10.0.2.2')).toBe('done')
  expect(b.dest(b.dns, '10.0.2.2')).toBe('EEXIST')
  const gone = { address: b.inet('10.0.2.9'), port: 53 }
  expect(b.request({ type: 'IPVS_CMD_DEL_DEST', service: b.dns, dest: gone })).toBe('ENOENT')
})
