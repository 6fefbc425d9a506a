import type { NetnsRef } from '../uapi/netns.ts'
import { expect, test } from 'vitest'
import { isErrno } from '../uapi/errno.ts'
import type { Process, Program } from './program.ts'
import { Net } from '../kernel/core/net.ts'
import { TestBench } from './testbench.ts'

/** `ip netns add NAME`. */
function addNetns(p: Process, name: string): Net {
  const net = p.net.createNetns() as NetnsRef
  p.fs.writeFile(`/run/netns/${name}`, '')
  p.fs.mountNetns(`/run/netns/${name}`, net)
  if (!(net instanceof Net)) throw new Error('not a namespace')
  return net
}

test('a namespace lives as long as its mount, its processes and its open files', () => {
  const bench = new TestBench()
  const { init } = bench.machine
  const red = addNetns(init, 'red')
  expect(red.refs).toBe(1)
  expect(init.fs.stat('/run/netns/red')).toMatchObject({ kind: 'nsfs', inode: red.inode, mode: 0o444 })
  expect(init.net.openNetns('/var/run/netns/red')).toBe(red)

  const file = init.fs.open('/run/netns/red', { read: true })
  if (isErrno(file)) throw new Error(file.name)
  expect(file.netns).toBe(red)
  expect(red.refs).toBe(2)
  file.close()

  bench.machine.spawn(
    function* (p) {
      p.net.setns(red)
      p.procs.spawn(
        function* (child) {
          yield* child.clock.sleep(10)
          return 0
        },
        { argv: ['child'] },
      )
      yield* p.clock.sleep(1)
      return 0
    },
    { argv: ['exec'] },
  )
  bench.scheduler.runReady()
  expect(red.refs).toBe(3)
  expect(init.fs.umount('/run/netns/red')).toBeNull()
  expect(red.refs).toBe(2)
  bench.settle()
  expect(red.refs).toBe(0)
})

test('a namespace that was made and never used ends with its process', () => {
  const bench = new TestBench()
  bench.run(function* (p) {
    p.net.createNetns() as NetnsRef
    p.net.setns(p.net.createNetns() as NetnsRef)
    yield* p.clock.sleep(1)
    expect([...bench.kernel.nets].map((net) => net.refs)).toEqual([1, 1, 1])
    return 0
  })
  expect([...bench.kernel.nets]).toEqual([bench.kernel.initNet])
  expect(bench.kernel.initNet.refs).toBe(1)
})

test('what is mounted on cannot be removed, changed or written', () => {
  const { init } = new TestBench().machine
  addNetns(init, 'red')
  const { fs: files } = init
  const results = [
    files.unlink('/run/netns/red'),
    files.rename('/run/netns/red', '/run/netns/blue'),
    files.chmod('/run/netns/red', 0o777),
    files.touch('/run/netns/red'),
    files.writeFile('/run/netns/red', 'x'),
    files.readFile('/run/netns/red'),
    files.bind('/run/netns', '/run/netns'),
    files.rmdir('/run/netns'),
    files.umount('/run/netns/red'),
    files.umount('/run/netns/red'),
    files.unlink('/run/netns/red'),
    files.umount('/run/netns'),
    files.rmdir('/run/netns'),
    init.net.openNetns('/etc/hosts'),
    init.net.openNetns('/run/netns/red'),
  ]
  expect(results.map((error) => (isErrno(error) ? error.name : error))).toEqual(
    'EBUSY EBUSY EPERM EPERM EPERM EINVAL ok EBUSY ok EINVAL ok ok ok EINVAL ENOENT'
      .split(' ')
      .map((name) => (name === 'ok' ? null : name)),
  )
})

test('binds in a mount namespace of one’s own are not seen outside, mounts outside are seen in it', () => {
  const bench = new TestBench()
  const program: Program = function* (p) {
    p.fs.mkdir('/etc/netns')
    p.fs.mkdir('/etc/netns/red')
    p.fs.writeFile('/etc/netns/red/resolv.conf', 'nameserver 8.8.8.8\n')
    const red = addNetns(p, 'red')
    const link = { ifname: 'eth9', netns: red, linkinfo: { kind: 'dummy' } }
    p.net.rtnetlink({ type: 'RTM_NEWLINK', flags: { create: true }, link })
    const child: Program = function* (c) {
      c.net.setns(red)
      c.fs.unshareMounts()
      c.fs.mountSys()
      c.fs.bind('/etc/netns/red/resolv.conf', '/etc/resolv.conf')
      c.io.out(`in: ${c.fs.readText('/etc/resolv.conf')}`)
      c.io.out(`in: ${c.fs.readdir('/sys/class/net')}\n`)
      yield* c.clock.sleep(10)
      c.io.out(`in: ${c.fs.stat('/run/netns/blue') instanceof Object}\n`)
      return 0
    }
    const pid = p.procs.spawn(child, { argv: ['ip'] })
    yield* p.clock.sleep(1)
    p.io.out(`out: [${p.fs.readText('/etc/resolv.conf')}] ${p.fs.readdir('/sys/class/net')}\n`)
    addNetns(p, 'blue')
    yield* p.procs.wait(pid)
    return 0
  }
  expect(bench.run(program)).toBe('in: nameserver 8.8.8.8\nin: eth9,lo\nout: [] lo\nin: true\n')
})

test('a namespace mounted inside is not seen outside, and goes when its name is removed outside', () => {
  const bench = new TestBench()
  const { init } = bench.machine
  bench.machine.spawn(
    function* (p) {
      p.fs.unshareMounts()
      addNetns(p, 'inner')
      yield* p.clock.sleep(10)
      return 0
    },
    { argv: ['exec'] },
  )
  bench.scheduler.runReady()
  expect(init.fs.stat('/run/netns/inner')).toMatchObject({ kind: 'file' })
  const inner = [...bench.kernel.nets][1]
  expect(inner?.refs).toBe(1)
  expect(init.fs.unlink('/run/netns/inner')).toBeNull()
  expect(inner?.refs).toBe(0)
  bench.settle()
  expect(inner?.refs).toBe(0)
})
