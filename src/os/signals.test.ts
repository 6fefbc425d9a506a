import { expect, test } from 'vitest'
import { SECOND } from '../sim/clock.ts'
import type { ChildStatus, Process, Program } from './program.ts'
import { TestBench } from './testbench.ts'
import type { Errno } from '../uapi/errno.ts'

const sleeper: Program = function* (p) {
  try {
    yield* p.clock.sleep(100 * SECOND)
    p.io.out('slept ')
    return 0
  } finally {
    p.io.out(`finally at ${p.clock.now() / SECOND} `)
  }
}

function told(end: ChildStatus | Errno): string {
  return 'status' in end ? `${end.status} ${end.signal}${end.stopped ? ' stopped' : ''}\n` : `${end.name}\n`
}

/** Runs `child`, then `act` on it, then waits for it. */
function withChild(child: Program, act: (p: Process, pid: number) => ReturnType<Program>): Program {
  return function* (p) {
    const pid = p.procs.spawn(child, { argv: ['child'], pgid: 'own' })
    yield* p.clock.sleep(SECOND)
    yield* act(p, pid)
    p.io.out(told(yield* p.procs.wait(pid)))
    return 0
  }
}

test('a fatal signal runs the finally blocks and shows in the status', () => {
  for (const [signal, status] of [
    ['TERM', 143],
    ['INT', 130],
    ['KILL', 137],
    ['HUP', 129],
  ] as const) {
    const program = withChild(sleeper, function* (p, pid) {
      p.procs.kill(pid, signal)
      return 0
    })
    expect(new TestBench().run(program)).toBe(`finally at 1 ${status} ${signal}\n`)
  }
})

test('what a dying program waits for in its finally blocks does not keep it', () => {
  const polite: Program = function* (p) {
    try {
      yield* p.clock.sleep(100 * SECOND)
    } finally {
      p.io.out('closing ')
      yield* p.clock.sleep(100 * SECOND)
    }
    return 0
  }
  const program = withChild(polite, function* (p, pid) {
    p.procs.kill(pid, 'TERM')
    return 0
  })
  expect(new TestBench().run(program)).toBe('closing 143 TERM\n')
})

test('a handler runs, interrupts the sleep, and the program goes on', () => {
  const ping: Program = function* (p) {
    let stopped = false
    p.procs.onSignal('INT', () => (stopped = true))
    let n = 0
    while (!stopped) {
      n++
      yield* p.clock.sleep(SECOND * 0.4)
    }
    p.io.out(`${n} sent at ${p.clock.now() / SECOND} `)
    return 1
  }
  const program = withChild(ping, function* (p, pid) {
    p.procs.kill(-pid, 'INT')
    return 0
  })
  expect(new TestBench().run(program)).toBe('3 sent at 1 1 null\n')
})

test('a handler may end the program', () => {
  const trapped: Program = function* (p) {
    p.procs.onSignal('TERM', () => p.procs.exit(9))
    yield* sleeper(p)
    return 0
  }
  const program = withChild(trapped, function* (p, pid) {
    p.procs.kill(pid, 'TERM')
    return 0
  })
  expect(new TestBench().run(program)).toBe('finally at 1 9 null\n')
})

test('ignored signals are inherited and do nothing; SIGKILL cannot be ignored', () => {
  const program: Program = function* (p) {
    const pid = p.procs.spawn(
      function* (child) {
        child.procs.spawn(sleeper, { argv: ['grandchild'] })
        return yield* sleeper(child)
      },
      { argv: ['child'], pgid: 'own', ignore: ['INT', 'KILL'] },
    )
    yield* p.clock.sleep(SECOND)
    p.procs.kill(-pid, 'INT')
    yield* p.clock.sleep(SECOND)
    p.procs.kill(-pid, 'KILL')
    p.io.out(told(yield* p.procs.wait(pid)))
    return 0
  }
  expect(new TestBench().run(program)).toBe('finally at 2 finally at 2 137 KILL\n')
})

test('stop and continue', () => {
  const program: Program = function* (p) {
    const pid = p.procs.spawn(sleeper, { argv: ['sleep'], pgid: 'own' })
    yield* p.clock.sleep(SECOND)
    p.procs.kill(-pid, 'TSTP')
    p.io.out(told(yield* p.procs.wait(pid, { untraced: true })))
    p.io.out(`${p.procs.get(pid)?.state} ${p.procs.poll(pid)}\n`)
    yield* p.clock.sleep(200 * SECOND)
    p.procs.kill(pid, 'TERM')
    yield* p.clock.sleep(SECOND)
    p.io.out(`${p.procs.get(pid)?.state}\n`)
    p.procs.kill(pid, 'CONT')
    p.io.out(told(yield* p.procs.wait(pid, { untraced: true })))
    return 0
  }
  expect(new TestBench().run(program)).toBe('148 TSTP stopped\nT null\nT\nfinally at 202 143 TERM\n')
})

test('a sleep goes on while stopped, and is over when continued too late', () => {
  const program: Program = function* (p) {
    const pid = p.procs.spawn(sleeper, { argv: ['sleep'] })
    yield* p.clock.sleep(SECOND)
    p.procs.kill(pid, 'STOP')
    yield* p.clock.sleep(200 * SECOND)
    p.procs.kill(pid, 'CONT')
    p.io.out(told(yield* p.procs.wait(pid)))
    return 0
  }
  expect(new TestBench().run(program)).toBe('slept finally at 201 0 null\n')
})

test('a process can signal itself, and stops as soon as it waits', () => {
  const program: Program = function* (p) {
    const pid = p.procs.spawn(
      function* (child) {
        child.procs.kill(child.pid, 'STOP')
        child.io.out('before ')
        yield* child.clock.sleep(1)
        child.io.out('after ')
        child.procs.kill(0, 'TERM')
        child.io.out('still ')
        yield* child.clock.sleep(1)
        return 0
      },
      { argv: ['self'], pgid: 'own' },
    )
    p.io.out(told(yield* p.procs.wait(pid, { untraced: true })))
    p.procs.kill(pid, 'CONT')
    p.io.out(told(yield* p.procs.wait(pid)))
    return 0
  }
  expect(new TestBench().run(program)).toBe('before 147 STOP stopped\nafter still 143 TERM\n')
})

test('who is not there cannot be signalled', () => {
  const program: Program = function* (p) {
    const errors = [p.procs.kill(999, 'INT'), p.procs.kill(-999, null), p.procs.kill(p.pid, null)]
    p.io.out(errors.map((error) => error?.name ?? 'ok').join(' '))
    p.procs.kill(1, 'KILL')
    p.io.out(` ${p.procs.get(1)?.state}`)
    return 0
  }
  expect(new TestBench().run(program)).toBe('ESRCH ESRCH ok S')
})
