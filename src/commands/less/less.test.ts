// What is on the page after each key is recorded from less 590 on a terminal of six rows.
import { expect, it } from 'vitest'
import { TestBench } from '../../os/testbench.ts'
import { lessCommands } from './less.ts'

/** The page that the last drawing left, a row a line. */
function pageOf(output: string): string {
  const page = output.slice(output.lastIndexOf('\x1b[J') + 3)
  return page.replaceAll('\r\n', '|').replaceAll('\x1b[7m', '<').replaceAll('\x1b[27m', '>')
}

function lessOn(lines: number, ...words: readonly string[]) {
  const bench = new TestBench()
  const text = Array.from({ length: lines }, (_, i) => `line ${i + 1}\n`).join('')
  const tty = bench.machine.openTty(40, 6)
  let shown = ''
  tty.onOutput((output) => (shown += output))
  const slave = tty.open()
  const session = {
    status: null as number | null,
    get raw() {
      return shown
    },
    page: (keys: string): string => {
      shown = ''
      tty.input(keys)
      bench.scheduler.runReady()
      return pageOf(shown)
    },
  }
  const [less] = lessCommands
  bench.machine.spawn(
    function* (p) {
      p.fs.writeFile('/tmp/l.txt', text)
      return yield* less!.run(p)
    },
    {
      argv: ['less', ...words, '/tmp/l.txt'],
      fds: new Map([0, 1, 2].map((fd) => [fd, slave])),
      onExit: (end) => (session.status = end.status),
    },
  )
  slave.close()
  bench.scheduler.runReady()
  return session
}

it('moves by pages, by lines, to the ends and to a line', () => {
  const less = lessOn(20)
  expect(less.raw.startsWith('\x1b[?1049h')).toBe(true)
  expect(pageOf(less.raw)).toBe('line 1|line 2|line 3|line 4|line 5|</tmp/l.txt>')
  expect(less.page(' ')).toBe('line 6|line 7|line 8|line 9|line 10|:')
  expect(less.page('b')).toBe('line 1|line 2|line 3|line 4|line 5|:')
  expect(less.page('\x1b[B\x1b[B\x1b[A')).toBe('line 2|line 3|line 4|line 5|line 6|:')
  expect(less.page('G')).toBe('line 16|line 17|line 18|line 19|line 20|<(END)>')
  expect(less.page('g')).toBe('line 1|line 2|line 3|line 4|line 5|:')
  expect(less.page('  ')).toBe('line 11|line 12|line 13|line 14|line 15|:')
  expect(less.page('5g')).toBe('line 5|line 6|line 7|line 8|line 9|:')
  expect(less.page('3j')).toBe('line 8|line 9|line 10|line 11|line 12|:')
  less.page('q')
  expect([less.status, less.raw.endsWith('\x1b[?1049l')]).toEqual([0, true])
})

it('searches for expressions either way, beyond the last page too', () => {
  const less = lessOn(20)
  expect(less.page('/1[58]\r')).toBe('line <15>|line 16|line 17|line <18>|line 19|:')
  expect(less.page('n')).toBe('line <18>|line 19|line 20|~|~|<(END)>')
  expect(less.page('N')).toBe('line <15>|line 16|line 17|line <18>|line 19|:')
  expect(less.page('g')).toBe('line 1|line 2|line 3|line 4|line 5|:')
  expect(less.page('  ?line 2\r')).toBe('<line 2>|line 3|line 4|line 5|line 6|:')
  expect(less.page('/zzz\r')).toBe('line 2|line 3|line 4|line 5|line 6|<Pattern not found  (press RETURN)>')
})

it('prints what fits on a page with -F', () => {
  const less = lessOn(3, '-F')
  expect([less.raw, less.status]).toEqual(['line 1\r\nline 2\r\nline 3\r\n', 0])
})
