import { describe, expect, it } from 'vitest'
import { isErrno } from '../../uapi/errno.ts'
import type { StreamSocket } from '../../uapi/socket.ts'
import { CtBench } from './testing/ctbench.ts'
import { proto, rule } from './testbench.ts'

const STATEFUL = { name: 'state', state: { bits: 6, invert: false } } as const
const INVALID = { name: 'state', state: { bits: 1, invert: false } } as const

/** A router that follows flows. */
function tracking(): CtBench {
  const b = new CtBench()
  b.append(
    b.router,
    'filter FORWARD',
    rule({ matches: [STATEFUL] }, 'none'),
    rule({ matches: [INVALID] }, 'DROP'),
  )
  return b
}

function listen(b: CtBench, port: number): StreamSocket {
  const listener = b.kernel.streamSocket(b.server, 'inet')
  listener.bind({ address: b.inet('0.0.0.0'), port })
  listener.listen(5)
  return listener
}

function connect(b: CtBench, port: number): StreamSocket {
  const socket = b.kernel.streamSocket(b.client, 'inet')
  socket.bind({ address: b.inet('0.0.0.0'), port: 40000 })
  socket.connect({ address: b.inet('10.0.2.2'), port })
  b.run(0.1)
  return socket
}

/** Protocol, seconds and state of each flow. */
function states(b: CtBench): string[] {
  return b.flows(b.router).map((flow) => flow.replace(/ src=.*/, ''))
}

describe('a TCP connection', () => {
  it('goes through the states of its ends', () => {
    const b = tracking()
    const listener = listen(b, 80)
    const client = connect(b, 80)
    expect(states(b)).toEqual(['tcp 431999 ESTABLISHED'])
    const server = b.kernel.accept(listener)
    if (isErrno(server)) throw new Error(server.name)
    client.close()
    b.run(0.5)
    expect(states(b)).toEqual(['tcp 59 CLOSE_WAIT'])
    server.close()
    b.run(0.5)
    expect(states(b)).toEqual(['tcp 119 TIME_WAIT'])
    b.run(120)
    expect(states(b)).toEqual([])
  })

  it('that is refused leaves nothing', () => {
    const b = tracking()
    connect(b, 81)
    expect(states(b)).toEqual([])
  })

  it('that is not answered stays SYN_SENT, whatever is sent again', () => {
    const b = tracking()
    b.append(b.server, 'filter INPUT', rule({ ...proto(6) }, 'DROP'))
    connect(b, 80)
    b.run(5)
    expect(states(b)).toEqual(['tcp 114 SYN_SENT'])
  })

  it('is picked up in its middle, or with tcp_loose off is INVALID', () => {
    const b = tracking()
    listen(b, 80)
    const client = connect(b, 80)
    const flush = { type: 'FLUSH', family: 0, portid: 1 } as const
    b.kernel.conntrack(b.router, flush)
    client.send(new Uint8Array(3))
    b.run(0.1)
    // Not yet believed for five days: only one packet each way was seen.
    expect(states(b)).toEqual(['tcp 299 ESTABLISHED'])
    b.kernel.writeSysctl(b.router, 'net/netfilter/nf_conntrack_tcp_loose', '0')
    b.kernel.conntrack(b.router, flush)
    client.send(new Uint8Array(3))
    b.run(0.1)
    expect(states(b)).toEqual([])
    expect(b.counters(b.router, 'filter FORWARD')[1]).not.toBe('0:0')
  })
})

describe('UDP', () => {
  it('is a stream once it is still answered after two seconds', () => {
    const b = tracking()
    const server = b.udp(b.server, '0.0.0.0', 53)
    const client = b.udp(b.client, '0.0.0.0', 4000)
    const exchange = (): void => {
      b.send(client, '10.0.2.2', 53)
      b.send(server, '10.0.1.2', 4000)
    }
    exchange()
    expect(states(b)).toEqual(['udp 29'])
    b.run(2)
    exchange()
    expect(states(b)).toEqual(['udp 119'])
  })
})

describe('tracking', () => {
  it('is on while a rule asks for it', () => {
    const b = new CtBench()
    const seen = (): number => {
      b.kernel.conntrack(b.router, { type: 'FLUSH', family: 0, portid: 1 })
      b.ping(b.client, '10.0.2.2')
      return b.flows(b.router).length
    }
    expect(seen()).toBe(0)
    b.append(b.router, 'nat POSTROUTING', rule({}, 'ACCEPT'))
    expect(seen()).toBe(0)
    b.append(b.router, 'filter FORWARD', rule({ matches: [STATEFUL] }, 'none'))
    expect(seen()).toBe(1)
    b.batch(b.router, [{ type: 'DELRULE', table: 'filter', chain: 'FORWARD' }])
    expect(b.flows(b.router).length).toBe(1)
    expect(seen()).toBe(0)
  })

  it('puts fragments together and gives errors to the flow they are about', () => {
    const b = tracking()
    const client = b.udp(b.client, '0.0.0.0', 4000)
    client.sendto(new Uint8Array(4000), { address: b.inet('10.0.2.2'), port: 53 })
    b.run(0.1)
    expect(b.flows(b.router)).toEqual([
      'udp 29 src=10.0.1.2 dst=10.0.2.2 sport=4000 dport=53 src=10.0.2.2 dst=10.0.1.2 sport=53 dport=4000 mark=0',
    ])
    // The whole datagram, and the error back: RELATED.
    expect(b.counters(b.router, 'filter FORWARD')).toEqual(['1:576', '0:0'])
  })

  it('stops at nf_conntrack_max, but lets what was never answered go first', () => {
    const b = tracking()
    b.kernel.writeSysctl(b.root, 'net/nf_conntrack_max', '2')
    for (const port of [1, 2, 3]) b.send(b.udp(b.client, '0.0.0.0', 4000 + port), '10.0.2.2', port)
    expect(states(b)).toEqual(['udp 29', 'udp 29'])
  })

  it('tells the log when it is full of answered connections', () => {
    const b = tracking()
    b.kernel.writeSysctl(b.root, 'net/nf_conntrack_max', '1')
    listen(b, 80)
    connect(b, 80)
    expect(b.ping(b.client, '10.0.2.2')).toBe('nothing')
    expect(states(b)).toEqual(['tcp 431998 ESTABLISHED'])
    const told = b.kernel.stack.log.records(0).map(({ text }) => text)
    expect(told).toContain(
      `nf_conntrack: nf_conntrack: table full in netns ${b.router.inode}, dropping packet`,
    )
  })
})
