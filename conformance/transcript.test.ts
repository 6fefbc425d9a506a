import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { format, parse } from './transcript.mjs'

const TEXT = [
  '#! world: lan',
  '# who is there',
  '',
  '$ for i in 1 2',
  '> do echo $i; done',
  '1',
  '2',
  'pc$ false',
  '[1]',
  '# printed as it looks',
  "$ printf '# a\\n$ b\\n[1]\\n> c\\n\\\\ d\\n'",
  '\\# a',
  '\\$ b',
  '\\[1]',
  '\\> c',
  '\\\\ d',
  '$ echo; echo x',
  '\\',
  'x',
  '# the end',
  '',
].join('\n')

test('a transcript is parsed', () => {
  const step = { machine: 'host', comments: [], exit: 0 }
  expect(parse(TEXT, 'x')).toEqual({
    name: 'x',
    world: 'lan',
    steps: [
      {
        ...step,
        command: 'for i in 1 2\ndo echo $i; done',
        comments: ['#! world: lan', '# who is there', ''],
        output: '1\n2\n',
      },
      { ...step, machine: 'pc', command: 'false', output: '', exit: 1 },
      {
        ...step,
        command: "printf '# a\\n$ b\\n[1]\\n> c\\n\\\\ d\\n'",
        comments: ['# printed as it looks'],
        output: '# a\n$ b\n[1]\n> c\n\\ d\n',
      },
      { ...step, command: 'echo; echo x', output: '\nx\n' },
    ],
    tail: ['# the end'],
  })
})

test('formatting is the inverse of parsing', () => {
  expect(format(parse(TEXT, 'x'))).toBe(TEXT)
})

test('every recorded transcript comes back as it was', () => {
  const folder = join(import.meta.dirname, 'transcripts')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.t'),
  )
  const texts = files.map((path) => readFileSync(join(folder, path), 'utf8'))
  expect(texts.map((text) => format(parse(text, '')))).toEqual(texts)
})

test('a prompt of an unknown machine is output, and output before a command is refused', () => {
  expect(parse('$ echo\nmars$ ls\n', 'x').steps[0]?.output).toBe('mars$ ls\n')
  expect(() => parse('hello\n$ ls\n', 'x.t')).toThrow('x.t: output before the first command: hello')
})
