import { beforeEach, describe, expect, it } from 'vitest'
import { isErrno } from '../../uapi/errno.ts'
import { AF_INET6 } from '../../uapi/rtnetlink.ts'
import { formatInet6, parseInet6, type Inet6 } from '../../wire/inet6.ts'
import type { Net } from '../kernel.ts'
import { ctEntry } from './nf_conntrack_ecache.ts'
import { ctEntries } from './nf_conntrack_table.ts'
import { CtBench } from './testing/ctbench.ts'
import { rule } from './testbench.ts'

function inet6(text: string): Inet6 {
  const address = parseInet6(text)
  if (address === null) throw new Error(text)
  return address
}

/** The bench's router with IPv6 on both sides; the server knows no way back. */
class Bench6 extends CtBench {
  constructor() {
    super()
    for (const net of [this.client, this.router, this.server]) {
      this.kernel.writeSysctl(net, 'net/ipv6/conf/all/disable_ipv6', '0')
      this.up(net, 'lo')
    }
    this.addr6(this.client, 'eth0', 'fd00:1::2')
    this.addr6(this.router, 'eth0', 'fd00:1::1')
    this.addr6(this.router, 'eth1', 'fd00:2::1')
    this.addr6(this.server, 'eth0', 'fd00:2::2')
    this.kernel.writeSysctl(this.router, 'net/ipv6/conf/all/forwarding', '1')
    this.run(3)
    this.ok(this.client, {
      type: 'RTM_NEWROUTE',
      flags: { create: true, excl: true },
      route: {
        family: AF_INET6,
        table: 254,
        protocol: 3,
        scope: 0,
        routeType: 1,
        dst: 0n,
        dstLen: 0,
        tos: 0,
        priority: 0,
        flags: 0,
        gateway: inet6('fd00:1::1'),
      },
    })
  }

  private addr6(net: Net, ifname: string, text: string): void {
    const local = inet6(text)
    const { index } = this.link(net, ifname)
    const addr = {
      family: AF_INET6,
      index,
      prefixlen: 64,
      local,
      address: local,
      scope: 0,
      flags: 0,
    } as const
    this.ok(net, { type: 'RTM_NEWADDR', flags: { create: true, excl: true }, addr })
  }

  ping6(net: Net, to: string, size = 56): string {
    const socket = this.kernel.icmp6Socket(net)
    const echo = { kind: 'icmp6', type: 128, code: 0, id: 7, seq: 1, data: new Uint8Array(size) } as const
    const refused = socket.sendto(echo, { address: inet6(to), port: 0, scope: 0 })
    if (refused) return refused.name
    this.run(2)
    for (let got = socket.recv(); !isErrno(got); got = socket.recv()) {
      const { payload, src } = got.packet
      if (payload.kind === 'icmp6' && payload.type === 129) return `reply from ${formatInet6(src)}`
    }
    return 'nothing'
  }

  replies(): string[] {
    return [...ctEntries(this.router)]
      .map((ct) => ctEntry(this.router, ct).reply)
      .filter(({ family }) => family === 10)
      .map(({ src, dst }) => `${formatInet6(BigInt(src))} > ${formatInet6(BigInt(dst))}`)
  }
}

let b: Bench6
beforeEach(() => {
  b = new Bench6()
})

describe('IPv6', () => {
  it('masquerades', () => {
    expect(b.ping6(b.client, 'fd00:2::2')).toBe('nothing')
    b.append6(b.router, 'nat POSTROUTING', rule({ out: b.device('eth1') }, b.masquerade()))
    expect(b.ping6(b.client, 'fd00:2::2')).toBe('reply from fd00:2::2')
    expect(b.replies()).toEqual(['fd00:2::2 > fd00:2::1'])
  })

  it('sends elsewhere what this machine itself sends', () => {
    const to = inet6('fd00:2::2')
    const range = { ...b.range(null), addresses: { min: to, max: to } }
    b.append6(b.router, 'nat OUTPUT', rule({}, { name: 'DNAT', range }))
    b.append6(b.router, 'nat POSTROUTING', rule({ out: b.device('eth1') }, b.masquerade()))
    expect(b.ping6(b.router, 'fd00:1::77')).toBe('reply from fd00:1::77')
  })

  it('puts fragments together to look at them, and sends them on as they were', () => {
    b.append6(b.router, 'nat POSTROUTING', rule({ out: b.device('eth1') }, b.masquerade()))
    expect(b.ping6(b.client, 'fd00:2::2', 3000)).toBe('reply from fd00:2::2')
  })
})
