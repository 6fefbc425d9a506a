import { describe, expect, it } from 'vitest'
import { Clock, SECOND } from '../sim/clock.ts'
import { Random } from '../sim/random.ts'
import { Trace, type TraceEvent } from '../sim/trace.ts'
import { isErrno } from '../uapi/errno.ts'
import { IFF_UP } from '../uapi/if.ts'
import { AF_INET, type LinkMessage } from '../uapi/rtnetlink.ts'
import { parseInet } from '../wire/inet.ts'
import { Kernel, type Net } from './kernel.ts'

function bench() {
  const clock = new Clock()
  const trace = new Trace()
  const kernel = new Kernel({ machine: 'host', clock, random: new Random(1), trace })
  const ok = (net: Net, request: Parameters<Kernel['rtnetlink']>[1]) => {
    const reply = kernel.rtnetlink(net, request)
    if (reply.error) throw new Error(`${request.type}: ${reply.error.errno.name} ${reply.error.extack ?? ''}`)
    return reply.messages
  }
  const index = (net: Net, ifname: string) => (ok(net, { type: 'RTM_GETLINK', ifname })[0] as LinkMessage).index
  const link = (net: Net, ifname: string) => ok(net, { type: 'RTM_GETLINK', ifname })[0] as LinkMessage
  const up = (net: Net, ifname: string) =>
    ok(net, { type: 'RTM_NEWLINK', flags: {}, link: { index: index(net, ifname), flags: IFF_UP, change: IFF_UP } })
  const addr = (net: Net, ifname: string, text: string, prefixlen: number) =>
    ok(net, {
      type: 'RTM_NEWADDR',
      flags: { create: true, excl: true },
      addr: { family: AF_INET, index: index(net, ifname), prefixlen, local: parseInet(text)!, address: parseInet(text)!, scope: 0, flags: 0 },
    })
  const veth = (net: Net, ifname: string, peer: string, netns: Net) =>
    ok(net, {
      type: 'RTM_NEWLINK',
      flags: { create: true, excl: true },
      link: { ifname, linkinfo: { kind: 'veth', peer: { ifname: peer, netns } } },
    })
  const bridge = (net: Net, ifname: string) =>
    ok(net, { type: 'RTM_NEWLINK', flags: { create: true, excl: true }, link: { ifname, linkinfo: { kind: 'bridge' } } })
  const master = (net: Net, ifname: string, to: string) =>
    ok(net, { type: 'RTM_NEWLINK', flags: {}, link: { index: index(net, ifname), master: index(net, to) } })
  const run = (seconds: number) => {
    const end = clock.now + seconds * SECOND
    while (clock.next <= end && clock.step());
    clock.advanceTo(end)
  }
  return { clock, trace, kernel, ok, index, link, up, addr, veth, bridge, master, run }
}

describe('a bridge lab', () => {
  it('answers an echo through two veth pairs and a bridge, asking ARP first', () => {
    const b = bench()
    const root = b.kernel.initNet
    const red = b.kernel.createNet()
    const blue = b.kernel.createNet()
    b.bridge(root, 'br0')
    b.up(root, 'br0')
    for (const [net, port, text] of [
      [red, 'vr', '10.0.0.1'],
      [blue, 'vb', '10.0.0.2'],
    ] as const) {
      b.veth(root, port, 'eth0', net)
      b.master(root, port, 'br0')
      b.up(root, port)
      b.up(net, 'eth0')
      b.addr(net, 'eth0', text, 24)
    }
    b.run(0.1)
    expect(b.link(red, 'eth0').operstate).toBe('UP')
    expect(b.link(root, 'br0').operstate).toBe('UP')
    const events: TraceEvent[] = []
    b.trace.listener = (e) => events.push(e)
    const socket = b.kernel.icmpSocket(red)
    expect(socket.connect({ address: parseInet('10.0.0.2')!, port: 0 })).toBeNull()
    expect(socket.sendto({ kind: 'icmp', type: 8, code: 0, id: 7, seq: 1, data: new Uint8Array(56) }, parseInet('10.0.0.2')!)).toBeNull()
    b.run(0.1)
    const answer = socket.recv()
    expect(isErrno(answer)).toBe(false)
    if (isErrno(answer)) return
    expect(answer.ttl).toBe(64)
    expect(answer.payload).toMatchObject({ kind: 'icmp', type: 0, id: 7, seq: 1 })
    expect(events.filter((e) => e.kind === 'xmit').length).toBe(8)
    expect(events.filter((e) => e.kind === 'drop')).toEqual([])
  })

  it('says Destination Host Unreachable after three probes', () => {
    const b = bench()
    const root = b.kernel.initNet
    const red = b.kernel.createNet()
    b.veth(root, 'v0', 'eth0', red)
    b.up(root, 'v0')
    b.up(root, 'lo')
    b.up(red, 'eth0')
    b.addr(root, 'v0', '10.0.0.1', 24)
    b.run(0.1)
    const socket = b.kernel.icmpSocket(root)
    socket.options.recverr = true
    const to = parseInet('10.0.0.9')!
    socket.sendto({ kind: 'icmp', type: 8, code: 0, id: 7, seq: 1, data: new Uint8Array(56) }, to)
    b.run(2.9)
    expect(socket.recverr()).toBeNull()
    b.run(0.2)
    expect(socket.recverr()).toMatchObject({ errno: { name: 'EHOSTUNREACH' }, from: parseInet('10.0.0.1') })
  })
})

describe('operational state of a veth pair', () => {
  it('is LOWERLAYERDOWN while the peer is down and UP when both are up', () => {
    const b = bench()
    const root = b.kernel.initNet
    b.veth(root, 'v0', 'p0', root)
    b.up(root, 'v0')
    expect(b.link(root, 'v0').operstate).toBe('LOWERLAYERDOWN')
    b.up(root, 'p0')
    expect(b.link(root, 'v0').operstate).toBe('UP')
    expect(b.link(root, 'p0').operstate).toBe('UP')
  })
})
