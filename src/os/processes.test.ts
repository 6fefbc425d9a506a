import { expect, test } from 'vitest'
import { SECOND } from '../sim/clock.ts'
import { isErrno } from '../uapi/errno.ts'
import type { Blocking, Process, Program } from './program.ts'
import { TestBench } from './testbench.ts'

const echo: Program = function* (p) {
  p.io.out(`${p.argv.join('|')}\n`)
  return 0
}

const quick = (status: number, after = 0): Program =>
  function* (p) {
    yield* p.clock.sleep(after)
    return status
  }

function* waited(p: Process, pid: number | null): Blocking<string> {
  const end = yield* p.procs.wait(pid)
  return isErrno(end) ? end.name : `${end.pid}:${end.status}`
}

test('wait takes the child asked for, or whichever ends first', () => {
  const program: Program = function* (p) {
    const slow = p.procs.spawn(quick(1, 3 * SECOND), { argv: ['slow'] })
    const middle = p.procs.spawn(quick(2, 2 * SECOND), { argv: ['middle'] })
    const fast = p.procs.spawn(quick(3, SECOND), { argv: ['fast'] })
    expect([slow, middle, fast]).toEqual([3, 4, 5])
    p.io.out(`${p.procs.poll(fast)} ${yield* waited(p, middle)} `)
    p.io.out(`${p.procs.get(fast)?.state} ${yield* waited(p, null)} ${yield* waited(p, null)} `)
    p.io.out(`${yield* waited(p, null)} ${yield* waited(p, slow)}`)
    return 0
  }
  expect(new TestBench().run(program)).toBe('null 4:2 Z 5:3 3:1 ECHILD ECHILD')
})

test('wait ends with EINTR when a caught signal comes first', () => {
  const program: Program = function* (p) {
    p.procs.onSignal('USR1', () => p.io.out('caught '))
    const pid = p.procs.spawn(quick(0, 5 * SECOND), { argv: ['slow'] })
    const self = p.pid
    p.procs.spawn(
      function* (child) {
        yield* child.clock.sleep(SECOND)
        child.procs.kill(self, 'USR1')
        return 0
      },
      { argv: ['killer'] },
    )
    p.io.out(`${yield* waited(p, pid)} `)
    p.io.out(`${yield* waited(p, pid)}`)
    return 0
  }
  expect(new TestBench().run(program)).toBe('caught EINTR 3:0')
})

test('orphans become children of init, which buries them', () => {
  const bench = new TestBench()
  const program: Program = function* (p) {
    const child = p.procs.spawn(
      function* (c) {
        c.procs.spawn(quick(0, SECOND), { argv: ['orphan'] })
        c.procs.spawn(quick(0), { argv: ['zombie'] })
        yield* c.clock.sleep(1)
        return 0
      },
      { argv: ['child'] },
    )
    yield* p.procs.wait(child)
    p.io.out(
      p.procs
        .list()
        .map((info) => `${info.pid}<${info.ppid} ${info.argv[0]}`)
        .join(', '),
    )
    return 0
  }
  expect(bench.run(program)).toBe('1<0 /sbin/init, 2<1 test, 4<1 orphan')
  expect(bench.machine.init.procs.list().map((info) => info.pid)).toEqual([1])
})

test('find looks along PATH, or takes a path as it is', () => {
  const program: Program = function* (p) {
    p.fs.writeFile('/usr/local/bin/plain', 'text')
    p.fs.chdir('/usr/sbin')
    p.io.out(['echo', './echo', '/nosuch', 'nosuch', 'plain'].map((name) => p.procs.find(name)).join(' '))
    p.env.set('PATH', '/tmp::/usr/bin')
    p.io.out(` ${p.procs.find('echo')}`)
    return 0
  }
  const bench = new TestBench([{ path: '/usr/sbin/echo', run: echo }])
  expect(bench.run(program)).toBe('/usr/sbin/echo ./echo   /usr/local/bin/plain ./echo')
})

test('exec runs programs, copies of them and scripts', () => {
  const program: Program = function* (p) {
    p.fs.writeFile('/tmp/copy', p.fs.readFile('/bin/echo') as Uint8Array)
    p.fs.chmod('/tmp/copy', 0o755)
    p.fs.writeFile('/tmp/script', '#! /bin/echo  -e x \nignored\n')
    p.fs.chmod('/tmp/script', 0o755)
    for (const path of ['/usr/bin/echo', '/tmp/copy', '/tmp/script']) {
      const run: Program = function* (c) {
        const status = yield* c.procs.exec(path, [path, 'a', 'b'])
        return isErrno(status) ? 127 : status
      }
      yield* p.procs.wait(p.procs.spawn(run, { argv: ['sh'] }))
    }
    return 0
  }
  const bench = new TestBench([{ path: '/usr/bin/echo', run: echo }])
  expect(bench.run(program)).toBe('/usr/bin/echo|a|b\n/tmp/copy|a|b\n/bin/echo|-e x|/tmp/script|a|b\n')
})

test('why a file cannot be run', () => {
  const program: Program = function* (p) {
    const files: readonly (readonly [string, string, number])[] = [
      ['/tmp/plain', 'echo hello\n', 0o755],
      ['/tmp/locked', '#!/bin/echo\n', 0o644],
      ['/tmp/lost', '#!/nosuch\n', 0o755],
      ['/tmp/elf', '\x7fELF\x02', 0o755],
    ]
    for (const [path, text, mode] of files) {
      p.fs.writeFile(path, text)
      p.fs.chmod(path, mode)
    }
    for (const path of [...files.map(([name]) => name), '/tmp', '/nosuch', '/tmp/plain/x']) {
      const error = yield* p.procs.exec(path, [path])
      p.io.out(`${isErrno(error) ? error.name : error} `)
    }
    p.io.out(p.argv.join())
    return 0
  }
  expect(new TestBench().run(program)).toBe('ENOEXEC EACCES ENOENT ENOEXEC EACCES ENOENT ENOTDIR test')
})

test('exec replaces arguments, environment and handlers, and keeps the pid', () => {
  const bench = new TestBench([
    {
      path: '/usr/bin/show',
      run: function* (p) {
        p.io.out(`${p.pid} ${p.argv} ${[...p.env]} ${p.fs.readText('/proc/self/comm')}`)
        p.procs.kill(p.pid, 'TERM')
        yield* p.clock.sleep(1)
        return 0
      },
    },
  ])
  const program: Program = function* (p) {
    p.procs.onSignal('TERM', () => p.io.out('trapped'))
    const status = yield* p.procs.exec('/usr/bin/show', ['show', 'it'], new Map([['A', '1']]))
    return isErrno(status) ? 127 : status
  }
  expect(bench.run(program)).toBe('2 show,it A,1 show\n[143]')
})

test('a child has its own environment, directory and descriptors', () => {
  const program: Program = function* (p) {
    p.env.set('X', 'parent')
    const pid = p.procs.spawn(
      function* (c) {
        c.io.out(`${c.env.get('X')} ${c.fs.cwd()} `)
        c.env.set('X', 'child')
        c.fs.chdir('/tmp')
        c.io.fds.get(1)?.close()
        c.io.fds.delete(1)
        return 0
      },
      { argv: ['child'] },
    )
    p.env.set('X', 'changed later')
    yield* p.procs.wait(pid)
    p.io.out(`${p.env.get('X')} ${p.fs.cwd()}`)
    return 0
  }
  expect(new TestBench().run(program)).toBe('parent /root changed later /root')
})

test('process groups', () => {
  const program: Program = function* (p) {
    const leader = p.procs.spawn(quick(0, SECOND), { argv: ['a'], pgid: 'own' })
    const member = p.procs.spawn(quick(0, SECOND), { argv: ['b'], pgid: leader })
    const other = p.procs.spawn(quick(0, 2 * SECOND), { argv: ['c'] })
    p.procs.setpgid(other, 0)
    p.io.out([leader, member, other].map((pid) => p.procs.get(pid)?.pgid).join())
    p.io.out(` ${yield* waited(p, -other)} ${yield* waited(p, -leader)}`)
    return 0
  }
  expect(new TestBench().run(program)).toBe('3,3,5 5:0 3:0')
})
