import { expect, test } from 'vitest'
import { commands } from './registry.ts'
import { run } from './testing/run.ts'

const help = commands.find((c) => c.name === 'help')!

test('every command has a name and a path of its own', () => {
  expect(new Set(commands.map((c) => c.name)).size).toBe(commands.length)
  expect(new Set(commands.map((c) => c.path)).size).toBe(commands.length)
  for (const { name, path } of commands)
    expect(path).toMatch(new RegExp(`^/usr/s?bin/${name === '[' ? '\\[' : name}$`))
})

test('every command says what it is for', () => {
  for (const { name, summary } of commands) expect(summary, name).toMatch(/^\S.*[^.]$/)
})

test('help lists them all, and one of them whole', () => {
  const lines = run(help, []).stdout.trimEnd().split('\n')
  expect(lines.slice(1).map((line) => line.trim().split(/\s+/)[0])).toEqual(
    commands.map((c) => c.name).sort(),
  )
  expect(run(help, ['yes']).stdout).toBe('yes: print a line until killed\n')
  expect(run(help, ['nosuch'])).toEqual({
    stdout: '',
    stderr: 'help: there is no command nosuch in vethlab\n',
    status: 1,
  })
})
