import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { isInstalled } from './ensure.mjs'

const root = mkdtempSync(join(tmpdir(), 'vethlab-ensure-'))
mkdirSync(join(root, 'node_modules'))
afterAll(() => rmSync(root, { recursive: true }))

type Packages = Record<string, { version: string; optional?: boolean }>

function installed(wanted: Packages, there: Packages | null): boolean {
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: { '': {}, ...wanted } }))
  const hidden = join(root, 'node_modules', '.package-lock.json')
  if (there) writeFileSync(hidden, JSON.stringify({ packages: there }))
  else rmSync(hidden, { force: true })
  return isInstalled(root)
}

const REACT = 'node_modules/react'
const OTHER_SYSTEM = { 'node_modules/binding-win32': { version: '1.0.0', optional: true } }

test('nothing, another version or a missing package is not installed', () => {
  const wanted = { [REACT]: { version: '19.3.1' } }
  expect(installed(wanted, null)).toBe(false)
  expect(installed(wanted, {})).toBe(false)
  expect(installed(wanted, { [REACT]: { version: '19.3.0' } })).toBe(false)
})

test('what the lock says is, also without packages for other systems', () => {
  const wanted = { [REACT]: { version: '19.3.1' }, ...OTHER_SYSTEM }
  expect(installed(wanted, { [REACT]: { version: '19.3.1' } })).toBe(true)
  expect(installed(wanted, { [REACT]: { version: '19.3.1' }, ...OTHER_SYSTEM })).toBe(true)
})

test('the packages of this project are installed', () => {
  expect(isInstalled(join(import.meta.dirname, '..'))).toBe(true)
})
