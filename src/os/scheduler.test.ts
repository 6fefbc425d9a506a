import { expect, test } from 'vitest'
import { SECOND } from '../sim/clock.ts'
import type { Program } from './program.ts'
import { TestBench } from './testbench.ts'

test('children start when their parent waits, in the order they were made', () => {
  const say = (word: string): Program =>
    function* (p) {
      p.io.out(`${word} `)
      yield* p.clock.sleep(0)
      p.io.out(`${word} again `)
      return 0
    }
  const parent: Program = function* (p) {
    p.procs.spawn(say('one'), { argv: ['one'] })
    p.procs.spawn(say('two'), { argv: ['two'] })
    p.io.out('parent ')
    while ((yield* p.procs.wait(null)) instanceof Object && p.procs.list().length > 2);
    p.io.out('done')
    return 0
  }
  expect(new TestBench().run(parent)).toBe('parent one two one again two again done')
})

test('sleep ends at its time', () => {
  const bench = new TestBench()
  const program: Program = function* (p) {
    const slept = yield* p.clock.sleep(1.5 * SECOND)
    p.io.out(`${slept} at ${p.clock.now() / SECOND}, epoch ${p.clock.epoch()}`)
    return 0
  }
  expect(bench.run(program)).toBe('true at 1.5, epoch 1735689601.5')
})

test('wait tells readiness from time', () => {
  const program: Program = function* (p) {
    const pipe = p.fs.pipe()
    p.procs.spawn(
      function* (child) {
        yield* child.clock.sleep(SECOND)
        pipe.write.write(Uint8Array.of(1))
        return 0
      },
      { argv: ['writer'] },
    )
    p.io.out(`${yield* p.clock.wait([pipe.read], SECOND / 2)} ${p.clock.now()}\n`)
    p.io.out(`${yield* p.clock.wait([pipe.read], 5 * SECOND)} ${p.clock.now()}\n`)
    return 0
  }
  expect(new TestBench().run(program)).toBe('timeout 500000000\nready 1000000000\n')
})

test('a fault of the simulator ends the program only', () => {
  const broken: Program = function* (p) {
    yield* p.clock.sleep(1)
    throw new Error('no such case')
  }
  const parent: Program = function* (p) {
    const pid = p.procs.spawn(broken, { argv: ['/usr/sbin/ip', 'link'] })
    const status = yield* p.procs.wait(pid)
    p.io.out(JSON.stringify(status))
    return 0
  }
  expect(new TestBench().run(parent)).toBe(
    'ip: internal error: no such case\n{"pid":3,"status":139,"signal":null,"stopped":false}',
  )
})

test('exit ends a program from however deep, through its finally blocks', () => {
  const program: Program = function* (p) {
    const deep = function* (): Generator<never, void> {
      try {
        p.procs.exit(3)
      } finally {
        p.io.out('finally ')
      }
    }
    yield* deep()
    p.io.out('never')
    return 0
  }
  expect(new TestBench().run(program)).toBe('finally [3]')
})

test('a budget of turns interrupts what never waits', () => {
  const bench = new TestBench()
  let turns = 0
  bench.machine.spawn(
    function* (p) {
      for (;;) {
        turns++
        yield* p.clock.sleep(0)
      }
    },
    { argv: ['spin'] },
  )
  expect(bench.scheduler.runReady(10)).toBe(false)
  expect(turns).toBe(10)
  bench.machine.init.procs.kill(2, 'TERM')
  expect(bench.scheduler.runReady(10)).toBe(true)
})

test('a status is an octet', () => {
  const program: Program = function* () {
    return 256 + 7
  }
  expect(new TestBench().run(program)).toBe('[7]')
})
