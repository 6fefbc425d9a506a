import { describe, expect, it } from 'vitest'
import { isErrno } from '../../uapi/errno.ts'
import { AF_INET6 } from '../../uapi/rtnetlink.ts'
import { formatFrame } from '../../wire/ethernet.ts'
import { formatInet6, parseInet6, type Inet6 } from '../../wire/inet6.ts'
import type { Net } from '../kernel.ts'
import { KernelBench } from '../testbench.ts'

function inet6(text: string): Inet6 {
  const address = parseInet6(text)
  if (address === null) throw new Error(`not an address: ${text}`)
  return address
}

function addAddress(b: KernelBench, net: Net, ifname: string, text: string): string | null {
  const local = inet6(text)
  const { index } = b.link(net, ifname)
  const addr = { family: AF_INET6, index, prefixlen: 64, local, address: local, scope: 0, flags: 0 } as const
  return b.ask(net, { type: 'RTM_NEWADDR', flags: { create: true, excl: true }, addr })
}

function addresses(b: KernelBench, net: Net): string[] {
  return b.ok(net, { type: 'RTM_GETADDR', family: AF_INET6 }).flatMap((m) => {
    if (m.type !== 'RTM_NEWADDR' || typeof m.local !== 'bigint') return []
    const flags = [m.flags & 0x40 ? ' tentative' : '', m.flags & 0x08 ? ' dadfailed' : ''].join('')
    return [`${formatInet6(m.local)}${flags}`]
  })
}

/** Frames that leave the devices of a namespace. */
function listen(b: KernelBench, net: Net): string[] {
  const heard: string[] = []
  b.trace.listener = (e) => e.kind === 'xmit' && e.netns === net.inode && heard.push(formatFrame(e.frame))
  return heard
}

function pair() {
  const b = new KernelBench()
  const [red, blue] = [b.kernel.createNet(), b.kernel.createNet()]
  b.veth(red, 'eth0', 'eth0', blue)
  b.up(red, 'eth0')
  b.up(blue, 'eth0')
  return { b, red, blue }
}

describe('a host on a link that comes up', () => {
  it('reports its group, probes for its address, reports again from it and looks for routers', () => {
    const { b, red } = pair()
    const heard = listen(b, red)
    b.run(3)
    const [lladdr = ''] = addresses(b, red)
    const report = (from: string): string =>
      `IP6 ${from} > ff02::16: HBH ICMP6, multicast listener report v2, 1 group record(s), length 28`
    expect([...new Set(heard)]).toEqual([
      report('::'),
      `IP6 :: > ff02::1:ff${lladdr.slice(-7)}: ICMP6, neighbor solicitation, who has ${lladdr}, length 32`,
      report(lladdr),
      `IP6 ${lladdr} > ff02::2: ICMP6, router solicitation, length 16`,
    ])
  })

  it('keeps an address tentative for its first second or two', () => {
    const { b, red } = pair()
    expect(addAddress(b, red, 'eth0', '2001:db8::1')).toBeNull()
    expect(addresses(b, red)[0]).toBe('2001:db8::1 tentative')
    b.run(3)
    expect(addresses(b, red)[0]).toBe('2001:db8::1')
    expect(addAddress(b, red, 'eth0', '2001:db8::1')).toBe('EEXIST ipv6: address already assigned')
  })

  it('does without an address that somebody has', () => {
    const { b, red, blue } = pair()
    b.run(3)
    addAddress(b, red, 'eth0', '2001:db8::1')
    b.run(3)
    addAddress(b, blue, 'eth0', '2001:db8::1')
    b.run(3)
    expect(addresses(b, blue)[0]).toBe('2001:db8::1 tentative dadfailed')
    expect(addresses(b, red)[0]).toBe('2001:db8::1')
  })
})

describe('an echo', () => {
  function ping(b: KernelBench, net: Net, to: string, size = 56): string {
    const socket = b.kernel.icmp6Socket(net)
    socket.options.recverr = true
    const data = new Uint8Array(size)
    const remote = { address: inet6(to), port: 0, scope: 0 }
    const refused = socket.sendto({ kind: 'icmp6', type: 128, code: 0, id: 7, seq: 1, data }, remote)
    b.run(4)
    const error = socket.recverr()
    const answer = socket.recv()
    socket.close()
    if (refused) return refused.name
    if (error) return `${error.errno.name} from ${error.from ? formatInet6(error.from.address) : 'here'}`
    return isErrno(answer) ? 'nothing' : `reply from ${formatInet6(answer.packet.src)}`
  }

  it('is answered after asking for the neighbour, in pieces when it is long', () => {
    const { b, red, blue } = pair()
    b.up(red, 'lo')
    addAddress(b, red, 'eth0', '2001:db8::1')
    addAddress(b, blue, 'eth0', '2001:db8::2')
    b.run(6)
    const heard = listen(b, red)
    expect(ping(b, red, '2001:db8::2', 1500)).toBe('reply from 2001:db8::2')
    expect(heard.slice(0, 3)).toEqual([
      'IP6 2001:db8::1 > ff02::1:ff00:2: ICMP6, neighbor solicitation, who has 2001:db8::2, length 32',
      'IP6 2001:db8::1 > 2001:db8::2: frag (0|1448) ICMP6, echo request, id 7, seq 1, length 1448',
      'IP6 2001:db8::1 > 2001:db8::2: frag (1448|60)',
    ])
    expect(ping(b, red, '2001:db8::1')).toBe('reply from 2001:db8::1')
    expect(ping(b, red, '2001:db8::3')).toBe('EHOSTUNREACH from 2001:db8::1')
    expect(ping(b, red, '2001:db9::1')).toBe('ENETUNREACH')
  })
})
