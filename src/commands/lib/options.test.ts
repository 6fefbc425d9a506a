import { expect, test } from 'vitest'
import { Args, grammarOf, parseOptions } from './options.ts'

const TABLE = {
  all: ['-a, --all', ''],
  lines: ['-n, --lines=NUM', ''],
  color: ['--color[=WHEN]', ''],
  replace: ['-i[SUFFIX]', ''],
  quiet: ['-q, --quiet, --silent', ''],
} as const

function parse(words: string, over: { stopAtOperand?: boolean; digits?: 'lines' } = {}): unknown {
  const habits = {
    digits: over.digits ?? null,
    stopAtOperand: over.stopAtOperand ?? false,
    isOperand: () => false,
  }
  const args = parseOptions(grammarOf<keyof typeof TABLE>(TABLE, ['-Z', '--zap'], habits), words.split(' '))
  if (!(args instanceof Args)) return args
  return [args.options.map((o) => (o.value === null ? o.id : `${o.id}=${o.value}`)), args.operands]
}

test.each([
  ['-a x -q', [['all', 'quiet'], ['x']]],
  ['-aq x', [['all', 'quiet'], ['x']]],
  ['-n5 x', [['lines=5'], ['x']]],
  ['-n 5 x', [['lines=5'], ['x']]],
  ['-an5', [['all', 'lines=5'], []]],
  ['--lines=5 --lines 6', [['lines=5', 'lines=6'], []]],
  ['--li 5', [['lines=5'], []]],
  ['--color x', [['color'], ['x']]],
  ['--color=never', [['color=never'], []]],
  ['-i -a', [['replace', 'all'], []]],
  ['-i.bak', [['replace=.bak'], []]],
  ['-a -- -q', [['all'], ['-q']]],
  ['-', [[], ['-']]],
  ['--sil', [['quiet'], []]],
  ['-x', { complaint: "invalid option -- 'x'" }],
  ['-n', { complaint: "option requires an argument -- 'n'" }],
  ['--lines', { complaint: "option '--lines' requires an argument" }],
  ['--all=1', { complaint: "option '--all' doesn't allow an argument" }],
  ['--foo', { complaint: "unrecognized option '--foo'" }],
  ['-Z', { unsupported: '-Z' }],
  ['--zap', { unsupported: '--zap' }],
])('%s', (words, expected) => {
  expect(parse(words)).toEqual(expected)
})

test('habits: stopping at the first operand, digits as an option', () => {
  expect(parse('-a x -q', { stopAtOperand: true })).toEqual([['all'], ['x', '-q']])
  expect(parse('-12 -a', { digits: 'lines' })).toEqual([['lines=12', 'all'], []])
})
