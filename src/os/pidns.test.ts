import { expect, test } from 'vitest'
import { ECHILD, EINVAL, ENOMEM, ESRCH, isErrno } from '../uapi/errno.ts'
import type { Process, Program } from './program.ts'
import { TestBench } from './testbench.ts'

const sleeper: Program = function* (p) {
  yield* p.clock.sleep(1e12)
  return 0
}

/** A child that is process 1 of a namespace, with its own /proc. */
function inside(p: Process, program: Program): number {
  return p.procs.spawn(
    function* (child) {
      child.fs.mount('proc', '/proc', 'proc')
      return yield* program(child)
    },
    { argv: ['inside'], clone: ['pid', 'mnt'] },
  )
}

test('the first child of a process namespace is its process 1, whose parent lies outside', () => {
  const bench = new TestBench()
  const said = bench.run(function* (p) {
    const pid = inside(p, function* (one) {
      const two = one.procs.spawn(sleeper, { argv: ['two'] })
      one.io.out(`${one.pid} ${one.ppid} ${two}\n`)
      one.io.out(`${one.procs.list().map((info) => `${info.pid}<${info.ppid}`)} `)
      one.io.out(`${one.fs.readlink('/proc/self')} ${one.fs.readdir('/proc')}`.slice(0, 8))
      one.io.out(`\n${/NSpid.*/.exec(String(one.fs.readText('/proc/2/status')))?.[0]}\n`)
      one.procs.kill(two, 'TERM')
      const ended = yield* one.procs.wait(two)
      one.io.out(isErrno(ended) ? 'no' : `${ended.pid} ${ended.signal}\n`)
      return 7
    })
    const ended = yield* p.procs.wait(pid)
    return isErrno(ended) || ended.pid !== pid ? 99 : ended.status
  })
  expect(said).toBe('1 0 2\n1<0,2<1 1 1,2,cm\nNSpid:\t2\n2 TERM\n[7]')
})

test('the same process has a number in each namespace', () => {
  const bench = new TestBench()
  const said = bench.run(function* (p) {
    const pid = inside(p, sleeper)
    yield* p.clock.sleep(1)
    p.io.out(`${/NSpid.*/.exec(String(p.fs.readText(`/proc/${pid}/status`)))?.[0]}`)
    p.procs.kill(pid, 'KILL')
    return 0
  })
  expect(said).toMatch(/^NSpid:\t\d+\t1$/)
})

test('process 1 minds no signal from inside that it has no handler for, from outside only KILL', () => {
  const bench = new TestBench()
  const said = bench.run(function* (p) {
    const pid = inside(p, function* (one) {
      one.procs.spawn(
        function* (two) {
          for (const signal of ['TERM', 'KILL', 'STOP'] as const) two.procs.kill(1, signal)
          return 0
        },
        { argv: ['two'] },
      )
      yield* one.clock.sleep(10)
      one.io.out('alive\n')
      return yield* sleeper(one)
    })
    yield* p.clock.sleep(100)
    p.procs.kill(pid, 'TERM')
    yield* p.clock.sleep(1)
    p.io.out(`${p.procs.poll(pid)}\n`)
    p.procs.kill(pid, 'KILL')
    const ended = yield* p.procs.wait(pid)
    p.io.out(isErrno(ended) ? 'no' : String(ended.signal))
    return 0
  })
  expect(said).toBe('alive\nnull\nKILL')
})

test('with process 1 all others end, and nobody can be born', () => {
  const bench = new TestBench()
  const said = bench.run(function* (p) {
    expect(p.ns.unshare(['pid'])).toBeNull()
    expect(p.ns.unshare(['pid'])).toBe(EINVAL)
    const one = p.procs.spawn(
      function* (first) {
        first.procs.spawn(sleeper, { argv: ['two'] })
        yield* first.clock.sleep(5)
        return 3
      },
      { argv: ['one'] },
    )
    const before = p.procs.list().length
    const ended = yield* p.procs.wait(one)
    p.io.out(isErrno(ended) ? 'no' : `${ended.status} ${before} ${p.procs.list().length}\n`)
    expect(p.procs.mayFork()).toBe(ENOMEM)
    expect(p.procs.poll(null)).toBe(ECHILD)
    p.procs.spawn(sleeper, { argv: ['three'] })
    return 0
  })
  expect(said).toBe('3 3 2\ntest: fork failed: Cannot allocate memory\n[1]')
})

test('orphans become children of process 1 of their namespace, which has to bury them', () => {
  const bench = new TestBench()
  const said = bench.run(function* (p) {
    const pid = inside(p, function* (one) {
      const two = one.procs.spawn(
        function* (second) {
          second.procs.spawn(
            function* (third) {
              yield* third.clock.sleep(5)
              return 0
            },
            { argv: ['three'] },
          )
          return 0
        },
        { argv: ['two'] },
      )
      yield* one.procs.wait(two)
      one.io.out(`${one.procs.list().map((info) => `${info.pid}<${info.ppid}${info.state}`)}\n`)
      yield* one.clock.sleep(10)
      one.io.out(`${one.procs.list().map((info) => `${info.pid}<${info.ppid}${info.state}`)}\n`)
      return 0
    })
    yield* p.procs.wait(pid)
    return 0
  })
  expect(said).toBe('1<0R,3<1S\n1<0R,3<1Z\n')
})

test('a process namespace is entered by the children of who enters it', () => {
  const bench = new TestBench()
  const said = bench.run(function* (p) {
    const pid = inside(p, sleeper)
    yield* p.clock.sleep(1)
    const file = p.fs.open(`/proc/${pid}/ns/pid`, { read: true })
    if (isErrno(file)) return 1
    expect(p.ns.setns(file, 'net')).toBe(EINVAL)
    expect(p.ns.setns(file, 'pid')).toBeNull()
    file.close()
    const child = p.procs.spawn(
      function* (c) {
        c.io.out(`${c.pid} ${c.ppid} ${c.procs.kill(99, null) === ESRCH}\n`)
        return 0
      },
      { argv: ['child'] },
    )
    yield* p.procs.wait(child)
    p.io.out(String(p.procs.mayFork()))
    p.procs.kill(pid, 'KILL')
    return 0
  })
  expect(said).toBe('2 0 true\nnull')
})
