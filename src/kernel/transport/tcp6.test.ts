import { expect, it } from 'vitest'
import { EINPROGRESS, isErrno } from '../../uapi/errno.ts'
import { formatInet6, parseInet6 } from '../../wire/inet6.ts'
import { inet, KernelBench } from '../testbench.ts'

it('a listener of IPv6 takes both families, and names IPv4 ends as mapped addresses', () => {
  const bench = new KernelBench()
  const { kernel, root } = bench
  bench.up(root, 'lo')
  bench.run(2)
  const listener = kernel.streamSocket(root, 'inet6')
  expect(listener.bind({ address: 0n, port: 80 }) ?? listener.listen(5)).toBeNull()
  const six = kernel.streamSocket(root, 'inet6')
  expect(six.connect({ address: parseInet6('::1')!, port: 80 })).toBe(EINPROGRESS)
  const four = kernel.streamSocket(root, 'inet')
  expect(four.connect({ address: inet('127.0.0.1'), port: 80 })).toBe(EINPROGRESS)
  bench.run(0.01)
  const peers = [0, 1].map(() => {
    const accepted = kernel.accept(listener)
    const peer = isErrno(accepted) ? accepted : accepted.remote()
    return isErrno(peer) ? peer.name : formatInet6(BigInt(peer.address))
  })
  expect(peers).toEqual(['::1', '::ffff:7f00:1'])
  const other = kernel.streamSocket(root, 'inet')
  expect(other.bind({ address: 0, port: 80 })?.name).toBe('EADDRINUSE')
})
