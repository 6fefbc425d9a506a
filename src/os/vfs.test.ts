import { expect, test } from 'vitest'
import { isErrno } from '../uapi/errno.ts'
import type { Files } from './program.ts'
import { TestBench } from './testbench.ts'

function files(): Files {
  const { fs } = new TestBench().machine.init
  fs.chdir('/tmp')
  return fs
}

/** Names of errors, `ok`, or the value. */
function say(...results: readonly unknown[]): string {
  return results
    .map((result) => (result === null ? 'ok' : isErrno(result) ? result.name : String(result)))
    .join(' ')
}

test('the standard tree', () => {
  const fs = files()
  expect(fs.readdir('/')).toEqual(
    'bin boot dev etc home lib media mnt opt proc root run sbin srv sys tmp usr var'.split(' '),
  )
  expect(fs.readText('/etc/hosts')).toBe(
    '127.0.0.1\tlocalhost\n127.0.1.1\thost\n::1\tlocalhost ip6-localhost ip6-loopback\n',
  )
  expect(fs.readText('/etc/hostname')).toBe('host\n')
  expect(fs.readText('/etc/resolv.conf')).toBe('')
  expect(fs.readdir('/var/run/netns')).toEqual([])
  expect(fs.realpath('/var/run/netns')).toBe('/run/netns')
})

test('files are made, written, appended to, cut and removed', () => {
  const fs = files()
  expect(say(fs.writeFile('a', 'one\n'), fs.readText('/tmp/a'))).toBe('ok one\n')
  const file = fs.open('a', { write: true, append: true })
  if (isErrno(file)) throw new Error(file.name)
  file.write(Uint8Array.of(50, 10))
  file.close()
  expect(fs.readText('a')).toBe('one\n2\n')
  expect(fs.stat('a')).toMatchObject({ kind: 'file', size: 6, mode: 0o644 })
  fs.writeFile('a', '3')
  expect(say(fs.readText('a'), fs.unlink('a'), fs.readText('a'), fs.unlink('a'))).toBe('3 ok ENOENT ENOENT')
})

test('what open refuses', () => {
  const fs = files()
  fs.writeFile('f', '')
  fs.mkdir('d')
  const create = { write: true, create: true }
  expect(
    say(
      fs.open('nosuch', { read: true }),
      fs.open('nosuch/x', create),
      fs.open('f/x', create),
      fs.open('f/', create),
      fs.open('f/', { read: true }),
      fs.open('new/', create),
      fs.open('d', create),
      fs.open('d', { write: true }),
      fs.open('f', { ...create, excl: true }),
      fs.open('', { read: true }),
      fs.open('a'.repeat(256), create),
      fs.readFile('d'),
      fs.readFile('.'),
    ),
  ).toBe('ENOENT ENOENT ENOTDIR EISDIR ENOTDIR EISDIR EISDIR EISDIR EEXIST ENOENT ENAMETOOLONG EISDIR EISDIR')
})

test('directories', () => {
  const fs = files()
  expect(say(fs.mkdir('d'), fs.mkdir('d'), fs.mkdir('e/'), fs.mkdir('no/d'), fs.mkdir('/'))).toBe(
    'ok EEXIST ok ENOENT EEXIST',
  )
  fs.writeFile('d/f', '')
  expect(say(fs.mkdir('d/f/x'), fs.rmdir('d'), fs.rmdir('d/f'), fs.unlink('d'), fs.rmdir('nosuch'))).toBe(
    'ENOTDIR ENOTEMPTY ENOTDIR EISDIR ENOENT',
  )
  expect(say(fs.rmdir('d/.'), fs.rmdir('d/..'), fs.rmdir('/'), fs.rmdir('e'))).toBe(
    'EINVAL ENOTEMPTY EBUSY ok',
  )
  expect(say(fs.readdir('d/f'), fs.readdir('nosuch'), fs.readdir('d'))).toBe('ENOTDIR ENOENT f')
  expect(say(fs.chdir('d'), fs.cwd(), fs.chdir('..'), fs.cwd(), fs.chdir('d/f'), fs.chdir('x'))).toBe(
    'ok /tmp/d ok /tmp ENOTDIR ENOENT',
  )
})

test('links', () => {
  const fs = files()
  fs.writeFile('f', 'text')
  expect(say(fs.symlink('f', 'l'), fs.readText('l'), fs.readlink('l'), fs.readlink('f'))).toBe(
    'ok text f EINVAL',
  )
  expect(
    say(fs.symlink('x', 'l'), fs.symlink('', 'e'), fs.symlink('loop', 'loop'), fs.readText('loop')),
  ).toBe('EEXIST ENOENT ok ELOOP')
  fs.symlink('missing', 'dangling')
  expect(say(fs.readText('dangling'), fs.writeFile('dangling', 'made'), fs.readText('missing'))).toBe(
    'ENOENT ok made',
  )
  fs.mkdir('/tmp/d')
  fs.symlink('/tmp/d', 'dl')
  fs.writeFile('dl/x', 'in d')
  expect(say(fs.readText('d/x'), fs.realpath('dl/x'), fs.realpath('dl/../no'), fs.rmdir('dl'))).toBe(
    'in d /tmp/d/x /tmp/no ENOTDIR',
  )
  expect(fs.lstat('dl')).toMatchObject({ kind: 'link', mode: 0o777, size: 6 })
  expect(fs.stat('dl')).toMatchObject({ kind: 'dir' })
  expect(say(fs.unlink('dl'), fs.readText('d/x'))).toBe('ok in d')
})

test('rename', () => {
  const fs = files()
  fs.writeFile('f', 'f')
  fs.mkdir('d')
  fs.mkdir('d/sub')
  fs.mkdir('e')
  expect(
    say(
      fs.rename('nosuch', 'x'),
      fs.rename('d', 'd/sub/x'),
      fs.rename('d', 'f'),
      fs.rename('f', 'd'),
      fs.rename('e', 'd'),
      fs.rename('f', '/proc/f'),
      fs.rename('f', 'g'),
      fs.readText('g'),
      fs.rename('d', 'e'),
      fs.readdir('e'),
      fs.rename('g', 'g'),
    ),
  ).toBe('ENOENT EINVAL ENOTDIR EISDIR ENOTEMPTY EXDEV ok f ok sub ok')
})

test('the newest name is listed first when nobody sorts', () => {
  const fs = files()
  for (const name of ['b', 'c', 'a']) fs.writeFile(name, '')
  fs.unlink('c')
  fs.writeFile('c', '')
  expect(fs.readdirUnsorted('.')).toEqual(['c', 'a', 'b'])
  expect(fs.readdir('.')).toEqual(['a', 'b', 'c'])
})

test('devices', () => {
  const fs = files()
  expect(say(fs.readText('/dev/null'), fs.writeFile('/dev/null', 'x'), fs.writeFile('/dev/full', 'x'))).toBe(
    ' ok ENOSPC',
  )
  const zero = fs.open('/dev/zero', { read: true })
  expect(isErrno(zero) ? zero : zero.read(3)).toEqual(new Uint8Array(3))
  expect(say(fs.open('/dev/tty', { read: true }))).toBe('ENXIO')
  expect(fs.stat('/dev/null')).toMatchObject({ kind: 'char', mode: 0o666 })
})

test('a file that grows wakes who waits for it', () => {
  const bench = new TestBench()
  const out = bench.run(function* (p) {
    p.fs.writeFile('/tmp/log', 'one\n')
    p.procs.spawn(
      function* (child) {
        yield* child.clock.sleep(1000)
        const log = child.fs.open('/tmp/log', { append: true })
        if (!isErrno(log)) log.write(Uint8Array.of(50, 10))
        return 0
      },
      { argv: ['writer'] },
    )
    const log = p.fs.open('/tmp/log', { read: true })
    if (isErrno(log)) return 1
    for (let i = 0; i < 2; i++) {
      const octets = log.read(100)
      if (!isErrno(octets)) p.io.out(octets)
      yield* p.clock.wait([log], 5000)
    }
    return 0
  })
  expect(out).toBe('one\n2\n')
})
