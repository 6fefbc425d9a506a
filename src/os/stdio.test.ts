import { expect, test } from 'vitest'
import { SECOND } from '../sim/clock.ts'
import { isErrno } from '../uapi/errno.ts'
import { encodeUtf8 } from '../wire/utf8.ts'
import { makePipe } from './pipe.ts'
import type { OpenFile, Program } from './program.ts'
import { TestBench } from './testbench.ts'

function holding(text: string): readonly [number, OpenFile] {
  const { read, write } = makePipe(1)
  write.write(encodeUtf8(text))
  write.close()
  return [0, read]
}

test('line reads ahead, and read gives what it read', () => {
  const program: Program = function* (p) {
    p.io.out(`<${yield* p.io.line(0)}>`)
    const octets = yield* p.io.read(0, 3)
    p.io.out(octets instanceof Uint8Array ? octets : '')
    p.io.out(`<${yield* p.io.line(0)}><${yield* p.io.line(0)}><${yield* p.io.line(0)}>`)
    return 0
  }
  expect(new TestBench().run(program, [holding('one\ntwo three\n\nlast')])).toBe('<one>two< three><><last>')
})

test('lineUnbuffered leaves the rest to others', () => {
  const reader: Program = function* (p) {
    p.io.out(`${p.argv[0]} ${yield* p.io.lineUnbuffered(0)}\n`)
    return 0
  }
  const program: Program = function* (p) {
    yield* reader(p)
    yield* p.procs.wait(p.procs.spawn(reader, { argv: ['child'] }))
    p.io.out(`rest ${yield* p.io.text(0)}`)
    return 0
  }
  expect(new TestBench().run(program, [holding('이\nb\nc\nd')])).toBe('test 이\nchild b\nrest c\nd')
})

test('a caught signal interrupts a read', () => {
  const { read, write } = makePipe(1)
  const program: Program = function* (p) {
    p.procs.onSignal('INT', () => p.io.out('caught '))
    const self = p.pid
    p.procs.spawn(
      function* (child) {
        yield* child.clock.sleep(SECOND)
        child.procs.kill(self, 'INT')
        yield* child.clock.sleep(SECOND)
        write.write(encodeUtf8('data'))
        return 0
      },
      { argv: ['other'] },
    )
    for (let i = 0; i < 2; i++) {
      const octets = yield* p.io.read(0)
      p.io.out('name' in octets ? `${octets.name} ` : octets)
    }
    return 0
  }
  expect(new TestBench().run(program, [[0, read]])).toBe('caught EINTR data')
})

test('descriptors that are not open', () => {
  const program: Program = function* (p) {
    const octets = yield* p.io.read(7)
    p.io.out(
      `${p.io.write(7, 'x')?.name} ${'name' in octets ? octets.name : ''} ${p.io.isatty(7)} ${yield* p.io.line(7)}`,
    )
    yield* p.io.drain(7)
    return 0
  }
  expect(new TestBench().run(program)).toBe('EBADF EBADF false null')
})

test('who reads much lets others run', () => {
  const program: Program = function* (p) {
    const zero = p.fs.open('/dev/zero', { read: true })
    if (isErrno(zero)) return 1
    p.io.fds.set(3, zero)
    p.procs.spawn(
      function* (other) {
        for (let i = 0; i < 3; i++) {
          other.io.out(' other ')
          yield* other.clock.sleep(0)
        }
        return 0
      },
      { argv: ['other'] },
    )
    for (let i = 0; i < 12; i++) {
      yield* p.io.read(3)
      p.io.out(String(i % 10))
    }
    return 0
  }
  expect(new TestBench().run(program)).toBe('0123 other  other  other 45678901')
})
