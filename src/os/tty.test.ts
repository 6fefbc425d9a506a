import { expect, test } from 'vitest'
import type { Program } from './program.ts'
import { TestBench } from './testbench.ts'

/** A program on a terminal of its own, and what the terminal shows. */
function onTerminal(program: Program): {
  type(text: string): string
  readonly bench: TestBench
  readonly tty: ReturnType<TestBench['machine']['openTty']>
  status: number | null
} {
  const bench = new TestBench()
  const tty = bench.machine.openTty(80, 24)
  let shown = ''
  tty.onOutput((text) => (shown += text))
  const slave = tty.open()
  const fds = new Map([0, 1, 2].map((fd) => [fd, slave]))
  const session = {
    bench,
    tty,
    status: null as number | null,
    type(text: string) {
      shown = ''
      tty.input(text)
      bench.scheduler.runReady()
      return shown
    },
  }
  bench.machine.spawn(program, { argv: ['-bash'], fds, onExit: (end) => (session.status = end.status) })
  slave.close()
  bench.scheduler.runReady()
  return session
}

const cat: Program = function* (p) {
  for (;;) {
    const octets = yield* p.io.read(0)
    if (!(octets instanceof Uint8Array) || octets.length === 0) return 0
    p.io.out('[')
    p.io.out(octets)
    p.io.out(']')
  }
}

test('cooked: lines come whole, echoed, and edited', () => {
  const { type } = onTerminal(cat)
  expect(type('hel')).toBe('hel')
  expect(type('lo\r')).toBe('lo\r\n[hello\r\n]')
  expect(type('ab\x7fc\r')).toBe('ab\b \bc\r\n[ac\r\n]')
  expect(type('one two\x17three\r')).toBe('one two\b \b\b \b\b \bthree\r\n[one three\r\n]')
  expect(type('gone\x15x\r')).toBe('gone\b \b\b \b\b \b\b \bx\r\n[x\r\n]')
  expect(type('\x7f\x01\x7f한\x7f글\r')).toBe('^A\b \b\b \b한\b \b글\r\n[글\r\n]')
  expect(type('\x16\x03\r')).toBe('^\b^C\r\n[\x03\r\n]')
  expect(type('a\rb\r')).toBe('a\r\nb\r\n[a\r\n][b\r\n]')
})

test('Ctrl-D hands over what there is; on an empty line it is the end', () => {
  const session = onTerminal(cat)
  expect(session.type('part\x04')).toBe('part[part]')
  expect(session.status).toBeNull()
  expect(session.type('\x04')).toBe('')
  expect(session.status).toBe(0)
})

test('Ctrl-C reaches the foreground group and forgets the line', () => {
  const shell: Program = function* (p) {
    const { tty } = p.io.fds.get(0) ?? {}
    p.procs.onSignal('INT', () => p.io.out('shell interrupted'))
    const pid = p.procs.spawn(cat, { argv: ['cat'], pgid: 'own' })
    if (tty) tty.foreground = pid
    const end = yield* p.procs.wait(pid, { untraced: true })
    if (tty) tty.foreground = p.pid
    p.io.out('status' in end ? `${end.status}` : end.name)
    return yield* cat(p)
  }
  const { type } = onTerminal(shell)
  expect(type('unfinished\x03')).toBe('unfinished^C130')
  expect(type('x\r')).toBe('x\r\n[x\r\n]')
})

test('Ctrl-Z stops it, Ctrl-\\ quits it', () => {
  const shell: Program = function* (p) {
    const { tty } = p.io.fds.get(0) ?? {}
    const pid = p.procs.spawn(cat, { argv: ['cat'], pgid: 'own' })
    if (tty) tty.foreground = pid
    for (let i = 0; i < 2; i++) {
      const end = yield* p.procs.wait(pid, { untraced: true })
      p.io.out('status' in end ? `${end.status}${end.stopped}` : end.name)
      p.procs.kill(pid, 'CONT')
    }
    return 0
  }
  const { type } = onTerminal(shell)
  expect(type('\x1a')).toBe('^Z148true')
  expect(type('\x1c')).toBe('^\\131false')
})

test('a background process that reads is stopped', () => {
  const shell: Program = function* (p) {
    const pid = p.procs.spawn(cat, { argv: ['cat'], pgid: 'own' })
    const end = yield* p.procs.wait(pid, { untraced: true })
    p.io.out('status' in end ? `${end.signal}` : end.name)
    return yield* cat(p)
  }
  const { type } = onTerminal(shell)
  expect(type('x\r')).toBe('x\r\n[x\r\n]')
})

test('a session alone on its terminal is not stopped by it', () => {
  const { type } = onTerminal(cat)
  expect(type('a\x1ab\r')).toBe('a^Zb\r\n[b\r\n]')
})

test('raw: each key as it comes, without echo; signals only with isig', () => {
  const keys: Program = function* (p) {
    const { tty } = p.io.fds.get(0) ?? {}
    if (!tty) return 1
    tty.mode = 'raw'
    p.procs.onSignal('INT', () => p.io.out('SIGINT'))
    for (;;) {
      const octets = yield* p.io.read(0)
      if (octets instanceof Uint8Array) p.io.out(`<${[...octets].join()}>`)
      if (octets instanceof Uint8Array && octets[0] === 0x21) tty.isig = false
    }
  }
  const { type } = onTerminal(keys)
  expect(type('a\r')).toBe('<97,13>')
  expect(type('\x1b[A\x7f')).toBe('<27,91,65,127>')
  expect(type('\x03')).toBe('SIGINT')
  expect(type('!')).toBe('<33>')
  expect(type('\x03\x04')).toBe('<3,4>')
})

test('what was typed ahead survives a change of mode', () => {
  const program: Program = function* (p) {
    const { tty } = p.io.fds.get(0) ?? {}
    if (!tty) return 1
    yield* p.clock.sleep(1000)
    tty.mode = 'raw'
    return yield* cat(p)
  }
  const { type, bench } = onTerminal(program)
  expect(type('ls\rpi')).toBe('ls\r\npi')
  let shown = ''
  bench.clock.step()
  shown = type('')
  expect(shown).toBe('[ls\r\npi]')
})

test('resize signals the foreground', () => {
  const program: Program = function* (p) {
    const { tty } = p.io.fds.get(1) ?? {}
    p.procs.onSignal('WINCH', () => p.io.out(`${tty?.columns}x${tty?.rows}`))
    return yield* cat(p)
  }
  const { type, tty } = onTerminal(program)
  tty.resize(100, 30)
  tty.resize(100, 30)
  expect(type('')).toBe('100x30')
})

test('Ctrl-S holds the output back until Ctrl-Q', () => {
  const { type } = onTerminal(cat)
  expect(type('\x13ab\r')).toBe('')
  expect(type('\x11')).toBe('ab\r\n[ab\r\n]')
})

test('closing it hangs up its session; output in pieces of characters is put together', () => {
  const program: Program = function* (p) {
    p.io.out(Uint8Array.of(0xed, 0x95))
    p.io.out(Uint8Array.of(0x9c, 0x0a))
    return yield* cat(p)
  }
  const bench = new TestBench()
  const tty = bench.machine.openTty(80, 24)
  let shown = ''
  let status = -1
  tty.onOutput((text) => (shown += text))
  const slave = tty.open()
  bench.machine.spawn(program, {
    argv: ['bash'],
    fds: new Map([0, 1, 2].map((fd) => [fd, slave])),
    onExit: (end) => (status = end.status),
  })
  bench.scheduler.runReady()
  expect(shown).toBe('한\r\n')
  expect(bench.machine.init.fs.readdir('/dev/pts')).toEqual(['0'])
  tty.close()
  bench.scheduler.runReady()
  expect(status).toBe(129)
  expect(bench.machine.init.fs.readdir('/dev/pts')).toEqual([])
})
