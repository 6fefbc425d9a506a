import { expect, test } from 'vitest'
import { Capture } from './capture.ts'
import type { ChildStatus, Program } from './program.ts'
import { TestBench } from './testbench.ts'

const show: Program = function* (p) {
  p.io.out(`${p.pid} ${p.ppid} ${p.argv} ${p.fs.cwd()}\n`)
  for (const [name, value] of p.env) p.io.out(`${name}=${value}\n`)
  p.io.out(`${p.fs.readlink('/proc/self/fd/0')} ${p.procs.find('show')} ${p.io.isatty(1)}\n`)
  return 3
}

test('a process without a terminal: default environment, /dev/null for what is missing', () => {
  const bench = new TestBench([{ path: '/usr/bin/show', run: show }])
  const out = new Capture()
  const ends: ChildStatus[] = []
  bench.machine.spawn(show, {
    argv: ['/usr/bin/show', 'it'],
    fds: new Map([[1, out]]),
    onExit: (end) => ends.push(end),
  })
  expect(out.take()).toBe('')
  bench.settle()
  expect(out.take()).toBe(
    '2 1 /usr/bin/show,it /root\n' +
      'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin\nHOME=/root\nLANG=C.UTF-8\nUSER=root\n' +
      '/dev/null /usr/bin/show false\n',
  )
  expect(ends).toEqual([{ pid: 2, status: 3, signal: null, stopped: false }])
})

test('a process on a terminal', () => {
  const { machine, scheduler } = new TestBench()
  const tty = machine.openTty(80, 24)
  let shown = ''
  tty.onOutput((text) => (shown += text))
  const slave = tty.open()
  machine.spawn(show, {
    argv: ['-show'],
    env: new Map([['TERM', 'dumb']]),
    fds: new Map([0, 1, 2].map((fd) => [fd, slave])),
    cwd: '/tmp',
  })
  scheduler.runReady()
  expect(shown).toBe('2 1 -show /tmp\r\nTERM=dumb\r\n/dev/pts/0 null true\r\n')
})

test('programs can be installed anywhere, and later', () => {
  const bench = new TestBench()
  bench.machine.install('/opt/cni/bin/show', show)
  expect(bench.machine.init.fs.stat('/opt/cni/bin/show')).toMatchObject({ kind: 'file', mode: 0o755 })
  bench.machine.install('/sbin/show', show)
  expect(bench.machine.init.procs.find('show')).toBe('/usr/sbin/show')
})

test('power off ends everything', () => {
  const { machine, scheduler } = new TestBench()
  const ends: ChildStatus[] = []
  const sleeper: Program = function* (p) {
    p.procs.onSignal('TERM', 'ignore')
    if (p.argv[0] === 'parent') p.procs.spawn(sleeper, { argv: ['child'] })
    yield* p.clock.wait([])
    return 0
  }
  const pid = machine.spawn(sleeper, { argv: ['parent'], onExit: (end) => ends.push(end) })
  scheduler.runReady()
  machine.powerOff()
  scheduler.runReady()
  expect(ends).toEqual([{ pid, status: 137, signal: 'KILL', stopped: false }])
  expect(machine.init.procs.list().map((info) => info.pid)).toEqual([1])
})
