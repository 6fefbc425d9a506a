import { expect, test } from 'vitest'
import { engines } from '../engines/registry.ts'
import { absentCommands } from './absent.ts'
import { commands } from './registry.ts'
import { run } from './testing/run.ts'

test('what is there is not said to be absent', () => {
  const there = new Set([...commands, ...engines].map((command) => command.name))
  expect(absentCommands.filter(({ name }) => there.has(name))).toEqual([])
  expect(new Set(absentCommands.map(({ name }) => name)).size).toBe(absentCommands.length)
})

test('it says what it is, and that it is not there', () => {
  const ipvsadm = absentCommands.find(({ name }) => name === 'ipvsadm')!
  expect(run(ipvsadm, ['-L'])).toEqual({
    stdout: '',
    stderr: 'ipvsadm: ipvsadm is not supported in vethlab\n',
    status: 1,
  })
})
