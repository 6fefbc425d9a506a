import { expect, test } from 'vitest'
import { machineAfter } from '../testing/run.ts'
import { sedCommand } from './sed.ts'

function after(...args: string[]) {
  return machineAfter(sedCommand, args, { files: { f: 'one\ntwo\n', g: 'one' } }).files
}

test('-i changes the files, each by itself', () => {
  const files = after('-i', '1s/one/1/;$s/$/ end/', 'f', 'g')
  expect([files.readText('f'), files.readText('g')]).toEqual(['1\ntwo end\n', '1 end'])
})

test('-i with a suffix keeps what was there', () => {
  const files = after('-i.bak', 's/one/1/', 'f')
  expect([files.readText('f'), files.readText('f.bak')]).toEqual(['1\ntwo\n', 'one\ntwo\n'])
})

test('w writes to other files', () => {
  const files = after('-n', '/two/w out', 'f')
  expect(files.readText('out')).toBe('two\n')
})
