import { expect, test } from 'vitest'
import { formatLedger, fromRanges, judge, toRanges } from './ledger.mjs'

const commands = ['ip link', 'ip addr', 'ip route']
const nothing = { whole: [], cannot: [] }

test('ranges and back', () => {
  expect(toRanges([1, 2, 3, 7, 9, 10])).toBe('1-3 7 9-10')
  expect(fromRanges('1-3 7 9-10')).toEqual([1, 2, 3, 7, 9, 10])
  expect([toRanges([]), fromRanges('')]).toEqual(['', []])
})

test('a ledger has a line for each transcript, by name', () => {
  const entry = { exact: 2, steps: 3, inexact: '3' }
  expect(formatLedger({ 'b.t': entry, 'a.t': entry })).toBe(
    '{\n  "a.t": { "exact": 2, "steps": 3, "inexact": "3" },\n  "b.t": { "exact": 2, "steps": 3, "inexact": "3" }\n}\n',
  )
})

test('a step that was exact and is not is named', () => {
  const outcome = { name: 'a.t', commands, inexact: [2] }
  expect(judge(outcome, { exact: 2, steps: 3, inexact: '3' }, nothing)).toEqual({
    complaints: ['step 2 was exact and is not: ip addr'],
    counts: true,
    better: false,
    mayUpdate: true,
  })
})

test('fewer exact steps may not enter the ledger, more may', () => {
  const entry = { exact: 2, steps: 3, inexact: '3' }
  expect(judge({ name: 'a.t', commands, inexact: [2, 3] }, entry, nothing).mayUpdate).toBe(false)
  expect(judge({ name: 'a.t', commands, inexact: [] }, entry, nothing)).toEqual({
    complaints: [],
    counts: true,
    better: true,
    mayUpdate: true,
  })
})

test('a transcript that has to be whole is, but for the steps that cannot be', () => {
  const cannot = [{ transcript: 'a.t', step: 3, command: 'ip route', reason: 'because' }]
  const known = { whole: ['a.t'], cannot }
  expect(judge({ name: 'a.t', commands, inexact: [3] }, undefined, known).complaints).toEqual([])
  expect(judge({ name: 'a.t', commands, inexact: [1, 3] }, undefined, known).complaints).toEqual([
    'has to be whole, and step 1 is not exact: ip link',
  ])
  expect(judge({ name: 'a.t', commands, inexact: [] }, undefined, known).complaints).toEqual([
    'known.json: step 3 can be after all: ip route',
  ])
})

test('a step that cannot be does not count as lost', () => {
  const cannot = [{ transcript: 'a.t', step: 2, command: 'ip addr', reason: 'because' }]
  const verdict = judge(
    { name: 'a.t', commands, inexact: [2] },
    { exact: 3, steps: 3, inexact: '' },
    { whole: [], cannot },
  )
  expect(verdict).toEqual({ complaints: [], counts: true, better: false, mayUpdate: true })
})
