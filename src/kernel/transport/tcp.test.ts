import { beforeEach, describe, expect, it } from 'vitest'
import { SECOND } from '../../sim/clock.ts'
import { EINPROGRESS, isErrno, type Errno } from '../../uapi/errno.ts'
import type { StreamSocket } from '../../uapi/socket.ts'
import { formatFrame } from '../../wire/ethernet.ts'
import type { Net } from '../kernel.ts'
import { inet, KernelBench } from '../testbench.ts'

const text = (data: Uint8Array | Errno): string => (isErrno(data) ? data.name : String.fromCharCode(...data))
const bytes = (words: string): Uint8Array => Uint8Array.from(words, (c) => c.charCodeAt(0))

/** Two namespaces and a cable: 10.0.0.1 — 10.0.0.2. */
class Pair {
  readonly bench = new KernelBench()
  readonly a: Net
  readonly b: Net
  readonly seen: string[] = []

  constructor() {
    const { bench } = this
    this.a = bench.kernel.createNet()
    this.b = bench.kernel.createNet()
    bench.veth(this.a, 'va', 'vb', this.b)
    bench.addr(this.a, 'va', '10.0.0.1/24')
    bench.addr(this.b, 'vb', '10.0.0.2/24')
    for (const [net, dev] of [
      [this.a, 'va'],
      [this.b, 'vb'],
    ] as const) {
      bench.up(net, 'lo')
      bench.up(net, dev)
    }
    bench.run(1)
    bench.trace.listener = (event) => {
      if (event.kind !== 'xmit') return
      const { packet } = event.frame
      if (packet.kind !== 'ipv4' || packet.payload.kind !== 'tcp') return
      const words = formatFrame(event.frame)
      this.seen.push(words.replace(/, options \[.*?\]/, '').replace(/IP 10.0.0.(\d)\.\d+ > \S+ Flags/, '$1'))
    }
  }

  listen(backlog = 5): StreamSocket {
    const socket = this.bench.kernel.streamSocket(this.b, 'inet')
    const refused = socket.bind({ address: 0, port: 80 }) ?? socket.listen(backlog)
    if (refused) throw new Error(refused.name)
    return socket
  }

  connect(to = '10.0.0.2', port = 80): StreamSocket {
    const socket = this.bench.kernel.streamSocket(this.a, 'inet')
    const begun = socket.connect({ address: inet(to), port })
    if (begun !== EINPROGRESS) throw new Error(begun?.name)
    return socket
  }

  accept(listener: StreamSocket): StreamSocket {
    const accepted = this.bench.kernel.accept(listener)
    if (isErrno(accepted)) throw new Error(accepted.name)
    return accepted
  }
}

let pair: Pair
beforeEach(() => {
  pair = new Pair()
})

describe('TCP', () => {
  it('shakes hands, carries data both ways and closes', () => {
    const listener = pair.listen()
    const client = pair.connect()
    pair.bench.run(0.01)
    expect(client.connect({ address: inet('10.0.0.2'), port: 80 })).toBeNull()
    const server = pair.accept(listener)
    expect(client.send(bytes('hello'))).toBe(5)
    pair.bench.run(0.01)
    expect(text(server.recv(100))).toBe('hello')
    expect(server.send(bytes('world'))).toBe(5)
    server.shutdown('write')
    pair.bench.run(0.01)
    expect(text(client.recv(100))).toBe('world')
    expect(text(client.recv(100))).toBe('')
    client.close()
    pair.bench.run(0.01)
    expect(text(server.recv(100))).toBe('')
    server.close()
    const flags = pair.seen.map((line) => line.replace(/^(\d) \[(.*?)\].*length (\d+)$/, '$1 $2 $3'))
    expect(flags).toEqual([
      '1 S 0',
      '2 S. 0',
      '1 . 0',
      '1 P. 5',
      '2 . 0',
      '2 P. 5',
      '2 F. 0',
      '1 . 0',
      '1 F. 0',
      '2 . 0',
    ])
  })

  it('is refused by a closed port', () => {
    const client = pair.connect('10.0.0.2', 81)
    pair.bench.run(0.01)
    expect(client.connect({ address: inet('10.0.0.2'), port: 81 })?.name).toBe('ECONNREFUSED')
  })

  it('tells the host that no neighbour answered for', () => {
    const client = pair.connect('10.0.0.9')
    pair.bench.run(5)
    expect(client.connect({ address: inet('10.0.0.9'), port: 80 })?.name).toBe('EHOSTUNREACH')
  })

  it('repeats a SYN at one pace first, then ever slower, and gives up after 131 seconds and what timers are late', () => {
    pair.bench.down(pair.b, 'vb')
    pair.bench.up(pair.b, 'vb')
    pair.bench.ok(pair.a, {
      type: 'RTM_NEWNEIGH',
      flags: { create: true },
      neigh: {
        family: 2,
        index: pair.bench.link(pair.a, 'va').index,
        dst: inet('10.0.0.9'),
        lladdr: 2,
        state: 128,
        flags: 0,
      },
    })
    const times: number[] = []
    const start = pair.bench.clock.now
    pair.bench.trace.listener = (event) => {
      if (event.kind === 'xmit' && event.frame.packet.kind === 'ipv4')
        times.push(Math.round((event.time - start) / SECOND))
    }
    const client = pair.connect('10.0.0.9')
    pair.bench.run(131)
    expect(client.takeError()).toBeNull()
    pair.bench.run(5)
    expect(client.takeError()?.name).toBe('ETIMEDOUT')
    expect(times).toEqual([0, 1, 2, 3, 4, 5, 7, 11, 19, 36, 69])
  })

  it('carries a megabyte whole, faster than one segment a round trip', () => {
    const listener = pair.listen()
    const client = pair.connect()
    pair.bench.run(0.01)
    const server = pair.accept(listener)
    const data = Uint8Array.from({ length: 1_000_000 }, (_, i) => (i * 7) & 255)
    let sent = 0
    let got = 0
    let wrong = 0
    for (let i = 0; i < 5000 && got < data.length; i++) {
      const taken = sent < data.length ? client.send(data.subarray(sent)) : 0
      if (!isErrno(taken)) sent += taken
      pair.bench.run(0.001)
      const part = server.recv(100_000)
      if (!isErrno(part)) for (const octet of part) if (octet !== data[got++]) wrong++
    }
    expect([got, wrong]).toEqual([data.length, 0])
    expect(pair.bench.clock.now / SECOND).toBeLessThan(3)
  })

  it('keeps a closed connection for a minute', () => {
    const listener = pair.listen()
    const client = pair.connect()
    pair.bench.run(0.01)
    const server = pair.accept(listener)
    server.close()
    listener.close()
    pair.bench.run(0.1)
    expect(text(client.recv(1))).toBe('')
    client.close()
    pair.bench.run(1)
    const again = pair.bench.kernel.streamSocket(pair.b, 'inet')
    expect(again.bind({ address: 0, port: 80 })?.name).toBe('EADDRINUSE')
    pair.bench.run(60)
    expect(again.bind({ address: 0, port: 80 })).toBeNull()
  })

  it('resets who is sent what it will not read', () => {
    const listener = pair.listen()
    const client = pair.connect()
    pair.bench.run(0.01)
    client.send(bytes('unread'))
    pair.bench.run(0.01)
    pair.accept(listener).close()
    pair.bench.run(0.01)
    expect(text(client.recv(1))).toBe('ECONNRESET')
    expect(text(client.recv(1))).toBe('')
  })

  it('takes one connection more than its backlog', () => {
    const listener = pair.listen(1)
    const clients = [1, 2, 3].map(() => pair.connect())
    pair.bench.run(0.1)
    expect(listener.pendingConnections).toBe(2)
    expect(clients.map((c) => c.connect({ address: inet('10.0.0.2'), port: 80 })?.name ?? 'done')).toEqual([
      'done',
      'done',
      'EALREADY',
    ])
  })
})
