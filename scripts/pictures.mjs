// npm run pictures: builds the app and takes docs/pictures from it. The system needs a font with Korean letters.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled, ROOT } from './ensure.mjs'

ensureInstalled()
const { ensureBrowser, FLAGS } = await import('./browser.mjs')
const { build, preview } = await import('vite')
const { chromium } = await import('@playwright/test')

const PICTURES = join(ROOT, 'docs', 'pictures')

await build({ root: ROOT, logLevel: 'warn' })
const server = await preview({ root: ROOT, preview: { host: '127.0.0.1', port: 4180, strictPort: false } })
const address = server.resolvedUrls?.local[0] ?? ''
const executablePath = (await ensureBrowser()) ?? undefined
const browser = await chromium.launch({ args: FLAGS, executablePath })
mkdirSync(PICTURES, { recursive: true })
await take('first-screen.png', 'light')
await take('first-screen-dark.png', 'dark')
await browser.close()
await server.close()

/**
 * The welcome lab after a ping, with one of its packets chosen.
 * @param {string} file
 * @param {'light' | 'dark'} colorScheme
 */
async function take(file, colorScheme) {
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    deviceScaleFactor: 1.5,
    colorScheme,
  })
  await page.goto(address)
  const canvas = page.getByRole('region', { name: 'Canvas' })
  await canvas.getByRole('group', { name: 'namespace red' }).waitFor()
  await page.getByRole('textbox', { name: 'Terminal input' }).focus()
  await page.keyboard.type('ip netns exec red ping -c 1 10.0.0.2\n')
  const packets = page.getByRole('region', { name: 'Packets' }).getByRole('option')
  await packets.filter({ hasText: 'echo reply' }).first().waitFor({ timeout: 60_000 })
  await packets.filter({ hasText: 'echo request' }).first().click()
  // The reply on its way back over the second cable.
  await page.waitForTimeout(400)
  await page.screenshot({ path: join(PICTURES, file) })
  await page.close()
}
