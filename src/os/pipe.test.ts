import { expect, test } from 'vitest'
import { EAGAIN, EPIPE } from '../uapi/errno.ts'
import { decodeUtf8, encodeUtf8 } from '../wire/utf8.ts'
import { PIPE_CAPACITY, makePipe } from './pipe.ts'
import type { Process, Program } from './program.ts'
import { TestBench } from './testbench.ts'

/** left | right, as a shell joins them; the status of each. */
function* joined(p: Process, left: Program, right: Program): ReturnType<Program> {
  const pipe = p.fs.pipe()
  const fds = p.io.fds
  const first = p.procs.spawn(left, { argv: ['left'], fds: new Map([...fds, [1, pipe.write]]) })
  const second = p.procs.spawn(right, { argv: ['right'], fds: new Map([...fds, [0, pipe.read]]) })
  pipe.read.close()
  pipe.write.close()
  for (const pid of [first, second]) {
    const end = yield* p.procs.wait(pid)
    p.io.out('status' in end ? `${end.status} ` : end.name)
  }
  return 0
}

test('what goes in comes out, in order, then the end', () => {
  const { read, write } = makePipe(1)
  expect(read.read(10)).toBe(EAGAIN)
  write.write(encodeUtf8('one'))
  write.write(encodeUtf8('two'))
  expect(decodeUtf8(read.read(4) as Uint8Array)).toBe('onet')
  expect(decodeUtf8(read.read(10) as Uint8Array)).toBe('wo')
  write.close()
  expect(read.read(10)).toEqual(new Uint8Array(0))
})

test('an end is closed when the last descriptor is', () => {
  const { read, write } = makePipe(1)
  read.ref()
  read.close()
  expect(write.write(encodeUtf8('x'))).toBeNull()
  read.close()
  read.close()
  expect(write.write(encodeUtf8('x'))).toBe(EPIPE)
})

test('a reader sleeps until something comes, and sees the end when the writer has gone', () => {
  const writer: Program = function* (p) {
    for (const word of ['one\n', 'two\n']) {
      yield* p.clock.sleep(1000)
      p.io.out(word)
    }
    return 4
  }
  const reader: Program = function* (p) {
    for (let line = yield* p.io.line(0); line !== null; line = yield* p.io.line(0)) {
      p.io.err(`${p.clock.now()} ${line}\n`)
    }
    return 5
  }
  const program: Program = (p) => joined(p, writer, reader)
  expect(new TestBench().run(program)).toBe('1000 one\n2000 two\n4 5 ')
})

test('a writer waits for room', () => {
  const block = new Uint8Array(16_384)
  let most = 0
  let inside = 0
  const writer: Program = function* (p) {
    for (let i = 0; i < 40; i++) {
      p.io.out(block)
      inside += block.length
      most = Math.max(most, inside)
      yield* p.io.drain(1)
    }
    return 0
  }
  const reader: Program = function* (p) {
    let total = 0
    for (;;) {
      const octets = yield* p.io.read(0, 1000)
      if (!(octets instanceof Uint8Array) || octets.length === 0) break
      inside -= octets.length
      total += octets.length
    }
    p.io.err(`${total} `)
    return 0
  }
  const program: Program = (p) => joined(p, writer, reader)
  expect(new TestBench().run(program)).toBe('655360 0 0 ')
  expect(most).toBeLessThanOrEqual(PIPE_CAPACITY + block.length)
})

test('SIGPIPE ends whoever writes to a pipe that nobody reads', () => {
  const yes: Program = function* (p) {
    for (;;) {
      p.io.out('y\n')
      yield* p.io.drain(1)
    }
  }
  const head: Program = function* (p) {
    p.io.err(`${yield* p.io.line(0)} `)
    return 0
  }
  const program: Program = (p) => joined(p, yes, head)
  expect(new TestBench().run(program)).toBe('y 141 0 ')
})

test('SIGPIPE also counts when the write was the last thing done', () => {
  const once: Program = function* (p) {
    yield* p.clock.sleep(1)
    p.io.out('lost')
    return 0
  }
  const none: Program = function* () {
    return 0
  }
  const program: Program = (p) => joined(p, once, none)
  expect(new TestBench().run(program)).toBe('141 0 ')
})

test('with SIGPIPE ignored the write fails instead', () => {
  const stubborn: Program = function* (p) {
    p.procs.onSignal('PIPE', 'ignore')
    yield* p.clock.sleep(1)
    const error = p.io.write(1, 'lost')
    p.io.err(`${error?.name} `)
    return 1
  }
  const none: Program = function* () {
    return 0
  }
  const program: Program = (p) => joined(p, stubborn, none)
  expect(new TestBench().run(program)).toBe('EPIPE 1 0 ')
})
