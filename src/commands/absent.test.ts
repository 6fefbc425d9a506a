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
  const ipset = absentCommands.find(({ name }) => name === 'ipset')!
  expect(run(ipset, ['list'])).toEqual({
    stdout: '',
    stderr: 'ipset: ipset is not supported in vethlab\n',
    status: 1,
  })
})
