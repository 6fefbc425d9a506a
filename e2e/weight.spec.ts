// What has to be loaded before the first screen stands.
import { gzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'
import { LabPage } from './lab.ts'

const MOST_BYTES = 400_000

test('the first screen takes at most 400 kB of JavaScript, worker included', async ({ page, context }) => {
  const sizes = new Map<string, number>()
  context.on('response', async (response) => {
    const name = new URL(response.url()).pathname.split('/').at(-1) ?? ''
    if (name.endsWith('.js')) sizes.set(name, gzipSync(await response.body()).length)
  })
  const lab = new LabPage(page)
  await lab.open()
  await expect(lab.terminal).toContainText('# ')
  expect([...sizes.keys()].some((name) => name.startsWith('worker'))).toBe(true)
  const bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0)
  expect(bytes, JSON.stringify(Object.fromEntries(sizes), null, 1)).toBeLessThan(MOST_BYTES)
})
