import { expect, test } from 'vitest'
import { machineAfter, run } from '../testing/run.ts'
import { awkCommand } from './awk.ts'

test('print > FILE makes it anew once, >> adds to it', () => {
  const program = '{ print $1 > "made"; print $2 >> "more" }'
  const { files } = machineAfter(awkCommand, [program], {
    files: { made: 'old\n', more: 'old\n' },
    stdin: 'a 1\nb 2\n',
  })
  expect([files.readText('made'), files.readText('more')]).toEqual(['a\nb\n', 'old\n1\n2\n'])
})

test('standard error is apart from standard output', () => {
  const program = 'BEGIN { print "out"; print "err" > "/dev/stderr"; exit 7 }'
  expect(run(awkCommand, [program])).toEqual({ stdout: 'out\n', stderr: 'err\n', status: 7 })
})

test('what is not supported says so', () => {
  expect(run(awkCommand, ['-W', 'dump', '1'])).toEqual({
    stdout: '',
    stderr: 'awk: -W dump is not supported in vethlab\n',
    status: 1,
  })
})
