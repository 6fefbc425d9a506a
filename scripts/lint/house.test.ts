import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { ROOT } from '../ensure.mjs'

// A project of its own under the house's real configuration, linted as `npm run lint` does.
const project = mkdtempSync(join(tmpdir(), 'vethlab-lint-'))
cpSync(join(ROOT, 'oxlint.config.js'), join(project, 'oxlint.config.js'))
symlinkSync(join(ROOT, 'scripts'), join(project, 'scripts'))
writeFileSync(join(project, 'package.json'), '{ "type": "module" }')
afterAll(() => rmSync(project, { recursive: true }))

function lint(files: Record<string, string>): string[] {
  rmSync(join(project, 'src'), { recursive: true, force: true })
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(project, path)), { recursive: true })
    writeFileSync(join(project, path), text)
  }
  const oxlint = join(ROOT, 'node_modules', 'oxlint', 'bin', 'oxlint')
  const { stdout } = spawnSync(
    process.execPath,
    [oxlint, '-c', 'oxlint.config.js', '--format', 'unix', 'src'],
    {
      cwd: project,
      encoding: 'utf8',
    },
  )
  return stdout.split('\n').filter((line) => line.startsWith('src/'))
}

const KERNEL = { 'src/kernel/device.ts': 'export interface Device {\n  name: string\n}\n' }

test('a type import against the table fails', () => {
  const text = "import type { Device } from '../../kernel/device.ts'\nexport type Link = Device\n"
  expect(lint({ ...KERNEL, 'src/commands/ip/link.ts': text })).toEqual([
    'src/commands/ip/link.ts:1:29: commands may not import kernel/device.ts (types count): ' +
      'commands imports only wire, sim, uapi, libc, os/program.ts [Error/house(layers)]',
  ])
})

test('so do an inline type, a re-export and a dynamic import', () => {
  const text =
    "export type Link = import('../kernel/device.ts').Device\n" +
    "export { a } from '../kernel/device.ts'\n" +
    "export * from '../kernel/device.ts'\n" +
    "import('../kernel/device.ts')\n"
  const found = lint({ ...KERNEL, 'src/uapi/link.ts': text })
  expect(found.filter((line) => line.includes('house(layers)')).length).toBe(4)
})

test('a file of the table is that file alone, and packages are listed too', () => {
  const text =
    "import type { Process } from '../os/program.ts'\n" +
    "import type { Machine } from '../os/machine.ts'\n" +
    "import type { readFileSync } from 'node:fs'\n" +
    'export const a: [Process, Machine, typeof readFileSync] | null = null\n'
  expect(lint({ 'src/commands/cat.ts': text })).toEqual([
    'src/commands/cat.ts:2:30: commands may not import os/machine.ts (types count): ' +
      'commands imports only wire, sim, uapi, libc, os/program.ts [Error/house(layers)]',
    'src/commands/cat.ts:3:35: commands may not import the package node:fs ' +
      '(oxlint.config.js has the table) [Error/house(layers)]',
  ])
})

test('downward imports, and anything in a test, pass', () => {
  const down = "import type { Device } from '../kernel/device.ts'\nexport type Port = Device\n"
  expect(lint({ ...KERNEL, 'src/os/port.ts': down, 'src/wire/port.test.ts': down })).toEqual([])
})

test('a cycle of code fails, one of types within a room does not', () => {
  const files = (word: string): Record<string, string> => ({
    'src/wire/a.ts': `import ${word}{ b } from './b.ts'\nexport const a: typeof b | 1 = 1\n`,
    'src/wire/b.ts': `import ${word}{ a } from './a.ts'\nexport const b: typeof a | 2 = 2\n`,
  })
  const cycles = (found: string[]): number => found.filter((line) => line.includes('import(no-cycle)')).length
  expect(cycles(lint(files('')))).toBe(2)
  expect(lint(files('type '))).toEqual([])
})

test.each([
  ['Date.now()', 'no-restricted-globals'],
  ['globalThis.Date.now()', 'no-restricted-globals'],
  ['Math.random()', 'no-restricted-properties'],
  ['setTimeout(() => 1, 1)', 'no-restricted-globals'],
  ['performance.now()', 'no-restricted-globals'],
  ['Promise.resolve(1)', 'no-restricted-globals'],
  ['async () => 1', 'house(no-async)'],
  ['0 as any', 'no-explicit-any'],
])('%s has no place in the engine', (expression, rule) => {
  const [first] = lint({ 'src/sim/a.ts': `export const a: unknown = [${expression}]\n` })
  expect(first).toContain(rule)
})

test('no enum, no default export, no export *, no function in a const, no non-null assertion', () => {
  const text =
    "export * from './b.ts'\n" +
    'export enum State {\n  Up,\n}\n' +
    'export const f = (): number => 1\n' +
    'export default (a: string | null): string => a!\n'
  const found = lint({ 'src/wire/a.ts': text, 'src/wire/b.ts': 'export const b = 1\n' })
  const rules = found.map((line) => /\[Error\/(.*)\]$/.exec(line)?.[1])
  expect(rules.sort()).toEqual([
    'house(exported-function)',
    'house(no-enum)',
    'house(no-export-all)',
    'import(no-default-export)',
    'typescript(no-non-null-assertion)',
  ])
})

test('a file has at most 400 lines, a test 300', () => {
  const files = {
    'src/wire/a.ts': 401,
    'src/wire/b.ts': 400,
    'src/wire/a.test.ts': 301,
    'src/wire/b.test.ts': 300,
  }
  const code = (lines: number): string =>
    Array.from({ length: lines }, (_, i) => `export const n${i} = ${i}\n`).join('')
  const found = lint(Object.fromEntries(Object.entries(files).map(([path, lines]) => [path, code(lines)])))
  expect(found.map((line) => line.split(':')[0]).sort()).toEqual(['src/wire/a.test.ts', 'src/wire/a.ts'])
})
