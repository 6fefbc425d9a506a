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
  const kubeadm = absentCommands.find(({ name }) => name === 'kubeadm')!
  expect(run(kubeadm, ['init'])).toEqual({
    stdout: '',
    stderr: 'kubeadm: kubeadm is not supported in vethlab\n',
    status: 1,
  })
})
