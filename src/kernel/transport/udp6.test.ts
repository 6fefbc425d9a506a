import { expect, it } from 'vitest'
import { isErrno } from '../../uapi/errno.ts'
import { formatInet6, mapped, parseInet6 } from '../../wire/inet6.ts'
import { inet, KernelBench } from '../testbench.ts'

const text = (s: string): Uint8Array => new TextEncoder().encode(s)

function loopback(): KernelBench {
  const bench = new KernelBench()
  bench.up(bench.root, 'lo')
  bench.run(2)
  return bench
}

it('both families have one space of ports', () => {
  const { kernel, root } = loopback()
  const bind4 = (address: string, port: number): string | null =>
    kernel.udpSocket(root).bind({ address: inet(address), port })?.name ?? null
  const bind6 = (address: bigint, port: number, v6only = false): string | null => {
    const socket = kernel.udp6Socket(root)
    socket.options.v6only = v6only
    return socket.bind({ address, port, scope: 0 })?.name ?? null
  }
  expect([
    bind6(0n, 8000),
    bind4('0.0.0.0', 8000),
    bind4('127.0.0.1', 8000),
    bind6(1n, 8000),
    bind6(0n, 8001, true),
    bind4('0.0.0.0', 8001),
    bind4('0.0.0.0', 8002),
    bind6(0n, 8002),
    bind6(0n, 8002, true),
    bind6(mapped(inet('127.0.0.1')), 8003),
    bind4('127.0.0.1', 8003),
    bind4('127.0.0.2', 8003),
  ]).toEqual([
    null,
    'EADDRINUSE',
    'EADDRINUSE',
    'EADDRINUSE',
    null,
    null,
    null,
    'EADDRINUSE',
    null,
    null,
    'EADDRINUSE',
    null,
  ])
})

it('a socket at :: takes IPv4 and answers it', () => {
  const bench = loopback()
  const { kernel, root } = bench
  const server = kernel.udp6Socket(root)
  expect(server.bind({ address: 0n, port: 8004, scope: 0 })).toBeNull()
  const client = kernel.udpSocket(root)
  expect(client.sendto(text('q'), { address: inet('127.0.0.1'), port: 8004 })).toBeNull()
  bench.run(0.01)
  const got = server.recv()
  if (isErrno(got)) throw new Error(got.name)
  expect([got.data, got.from.address]).toEqual([text('q'), mapped(inet('127.0.0.1'))])
  expect(server.sendto(text('a'), got.from)).toBeNull()
  bench.run(0.01)
  const answer = client.recv()
  expect(isErrno(answer) ? answer.name : [answer.data, answer.from.port]).toEqual([text('a'), 8004])
})

it('connected to an IPv4 address it has mapped addresses of its own; IPV6_V6ONLY refuses them', () => {
  const { kernel, root } = loopback()
  const socket = kernel.udp6Socket(root)
  const remote = { address: parseInet6('::ffff:7f00:1')!, port: 9, scope: 0 }
  expect(socket.connect(remote)).toBeNull()
  expect(formatInet6(socket.local.address)).toBe('::ffff:7f00:1')
  const only = kernel.udp6Socket(root)
  only.options.v6only = true
  expect(only.connect(remote)?.name).toBe('ENETUNREACH')
  expect(only.bind({ ...remote, port: 0 })?.name).toBe('EINVAL')
})

it('ports come from ip_local_port_range', () => {
  const { kernel, root } = loopback()
  const socket = kernel.udp6Socket(root)
  expect(socket.bind({ address: 0n, port: 0, scope: 0 })).toBeNull()
  expect(socket.local.port).toBeGreaterThanOrEqual(32768)
})
