// What a container engine does with namespaces and mounts, step by step.
import { expect, test } from 'vitest'
import { EBUSY, EINVAL, ENODEV, EROFS, isErrno } from '../uapi/errno.ts'
import type { Process, Program } from './program.ts'
import { TestBench } from './testbench.ts'

const greeter: Program = function* (p) {
  p.io.out(`${p.argv[0]} ${p.pid} in ${p.fs.cwd()} on ${p.net.hostname()}\n`)
  return 5
}

/** A tree for a container at /img, and what is written above it at /up. */
function image(p: Process): void {
  for (const path of ['/img', '/img/bin', '/img/proc', '/img/etc', '/up', '/work', '/merged'])
    p.fs.mkdir(path)
  p.fs.install('/img/bin/hello', greeter)
  p.fs.writeFile('/img/etc/motd', 'below\n')
  p.fs.writeFile('/img/etc/hosts', '')
}

const OVERLAY = 'lowerdir=/img,upperdir=/up,workdir=/work'

test('an overlay shows the lower tree and keeps what is written in the upper one', () => {
  const { init } = new TestBench().machine
  const { fs } = init
  image(init)
  expect(fs.mount('overlay', '/merged', 'overlay', OVERLAY)).toBeNull()
  expect(fs.readText('/merged/etc/motd')).toBe('below\n')
  expect(fs.readdir('/up')).toEqual([])
  fs.writeFile('/merged/etc/motd', 'above\n')
  fs.mkdir('/merged/etc/new')
  expect(fs.unlink('/merged/bin/hello')).toBeNull()
  expect(fs.readText('/img/etc/motd')).toBe('below\n')
  expect(fs.readText('/up/etc/motd')).toBe('above\n')
  expect(fs.readdir('/merged/etc')).toEqual(['hosts', 'motd', 'new'])
  expect([fs.readdir('/merged/bin'), fs.readdir('/img/bin')]).toEqual([[], ['hello']])
  expect(fs.stat('/up/bin/hello')).toMatchObject({ kind: 'char', mode: 0 })
  fs.writeFile('/merged/bin/hello', 'again')
  expect(fs.readText('/up/bin/hello')).toBe('again')
  expect(fs.rmdir('/merged/etc/new')).toBeNull()
  expect(fs.rename('/merged/etc/hosts', '/merged/etc/names')).toBeNull()
  expect(fs.readdir('/merged/etc')).toEqual(['motd', 'names'])
  expect(fs.readdir('/img/etc')).toEqual(['hosts', 'motd'])
  expect(fs.readText('/proc/mounts')).toContain(`overlay /merged overlay rw,relatime,${OVERLAY} 0 0\n`)
})

test('an overlay without an upper directory, and any mount with ro, cannot be written', () => {
  const { init } = new TestBench().machine
  const { fs } = init
  image(init)
  fs.mount('overlay', '/merged', 'overlay', 'lowerdir=/img')
  expect(fs.writeFile('/merged/etc/motd', 'x')).toBe(EROFS)
  expect(fs.mkdir('/merged/x')).toBe(EROFS)
  fs.bind('/img', '/srv', 'ro')
  expect([fs.unlink('/srv/etc/motd'), fs.chmod('/srv/etc/motd', 0), fs.touch('/srv/etc')]).toEqual([
    EROFS,
    EROFS,
    EROFS,
  ])
  expect(fs.remount('/srv', 'rw')).toBeNull()
  expect(fs.unlink('/srv/etc/motd')).toBeNull()
  expect(fs.mount('x', '/srv', 'nosuch')).toBe(ENODEV)
  expect(fs.mount('overlay', '/srv', 'overlay', 'lowerdir=/img,upperdir=/up')).toBe(EINVAL)
})

test('a mount below keeps a mount from being taken away, but not lazily', () => {
  const { fs } = new TestBench().machine.init
  fs.mount('none', '/mnt', 'tmpfs')
  fs.mkdir('/mnt/sub')
  fs.mount('none', '/mnt/sub', 'tmpfs', 'mode=755')
  fs.writeFile('/mnt/sub/file', 'x')
  expect(fs.umount('/mnt')).toBe(EBUSY)
  expect(fs.umount('/mnt', true)).toBeNull()
  expect(fs.readdir('/mnt')).toEqual([])
  expect(fs.umount('/mnt')).toBe(EINVAL)
})

test('a root of its own, its processes and its name: a container', () => {
  const bench = new TestBench()
  const said = bench.run(function* (p) {
    image(p)
    p.fs.writeFile('/hosts', 'its own\n')
    p.fs.mount('overlay', '/merged', 'overlay', OVERLAY)
    const pid = p.procs.spawn(
      function* (c) {
        c.net.setHostname('box')
        c.fs.mount('proc', '/merged/proc', 'proc', 'nosuid,nodev,noexec')
        c.fs.bind('/hosts', '/merged/etc/hosts')
        expect(c.fs.pivotRoot('/merged', '/merged')).toBeNull()
        c.io.out(`${c.fs.readdir('/')} ${c.fs.readText('/etc/hosts')}`)
        c.io.out(String(c.fs.readText('/proc/mounts')))
        c.io.out(`${c.procs.list().map((info) => info.pid)} ${c.fs.readlink('/proc/1/root')}\n`)
        const status = yield* c.procs.exec('/bin/hello', ['hello'])
        return isErrno(status) ? 127 : status
      },
      { argv: ['init'], clone: ['mnt', 'uts', 'ipc', 'pid', 'net', 'cgroup'] },
    )
    yield* p.clock.sleep(10)
    p.io.out(`${p.net.hostname()} ${p.fs.readdir('/merged/proc')}\n`)
    const ended = yield* p.procs.wait(pid)
    return isErrno(ended) ? 99 : ended.status
  })
  expect(said).toBe(
    'bin,etc,proc its own\n' +
      `overlay / overlay rw,relatime,${OVERLAY} 0 0\n` +
      'proc /proc proc rw,nosuid,nodev,noexec,relatime 0 0\n' +
      '/dev/vda1 /etc/hosts ext4 rw,relatime 0 0\n' +
      '1 /\nhost \nhello 1 in / on box\n[5]',
  )
})

test('chroot hides what lies outside; /proc/PID/root leads in', () => {
  const bench = new TestBench()
  const said = bench.run(function* (p) {
    image(p)
    const pid = p.procs.spawn(
      function* (c) {
        expect(c.fs.chroot('/img')).toBeNull()
        c.io.out(`${c.fs.readdir('/')} ${c.fs.cwd()} ${c.fs.realpath('../../etc')}\n`)
        expect(c.fs.mount('proc', '/proc', 'proc')).toBeNull()
        c.io.out(String(c.fs.readText('/proc/mounts')))
        yield* c.clock.sleep(10)
        return 0
      },
      { argv: ['jail'], clone: ['mnt'] },
    )
    yield* p.clock.sleep(2)
    p.io.out(`${p.fs.readlink(`/proc/${pid}/root`)} ${p.fs.readText(`/proc/${pid}/root/etc/motd`)}`)
    p.io.out(`${p.fs.readText(`/proc/${pid}/root/proc/${pid}/comm`)}`)
    yield* p.procs.wait(pid)
    return 0
  })
  expect(said).toBe('bin,etc,proc / /etc\nproc /proc proc rw,relatime 0 0\n/img below\njail\n')
})
