// npm run pictures: builds the app and takes docs/pictures from it, and, to be looked at, the screen at three sizes, light
// and dark, of labs small and large, to test-results/pictures. The system needs a font with Korean letters.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled, ROOT } from './ensure.mjs'

ensureInstalled()
const { ensureBrowser, FLAGS } = await import('./browser.mjs')
const { bundle } = await import('./bundle.mjs')
const { build, preview } = await import('vite')
const { chromium } = await import('@playwright/test')

const PICTURES = join(ROOT, 'docs', 'pictures')
const TO_LOOK_AT = join(ROOT, 'test-results', 'pictures')

const SIZES = { desk: [1440, 900], tablet: [1024, 768], phone: [390, 844] }
const SPACES = Array.from({ length: 100 }, (_, i) => i + 1)
/** Scenes: the commands of a lab, and what is typed then. */
const SCENES = {
  empty: { lab: '#! world: bare\n', types: '' },
  machines: { lab: '#! world: lan\n', types: 'ping -c 3 192.168.1.11' },
  docker: {
    lab: '#! world: docker\n$ docker network create shop\n$ docker run -d --name web -p 8080:80 nginx\n',
    types: 'curl -s localhost:8080 | head -3',
  },
  hundred: {
    lab: `#! world: bare\n$ ip link add br0 type bridge\n$ ip link set br0 up\n${SPACES.map(
      (i) =>
        `$ ip netns add n${i}\n$ ip link add v${i} type veth peer name eth0 netns n${i}\n$ ip link set v${i} master br0 up\n`,
    ).join('')}`,
    types: '',
  },
}

await build({ root: ROOT, logLevel: 'warn' })
const server = await preview({ root: ROOT, preview: { host: '127.0.0.1', port: 4180, strictPort: false } })
const address = server.resolvedUrls?.local[0] ?? ''
const executablePath = (await ensureBrowser()) ?? undefined
const browser = await chromium.launch({ args: FLAGS, executablePath })
mkdirSync(PICTURES, { recursive: true })
await take('first-screen.png', 'light')
await take('first-screen-dark.png', 'dark')
const { encodeLink } = await import(await bundle('link', 'src/lab/link.ts'))
mkdirSync(TO_LOOK_AT, { recursive: true })
for (const [name, scene] of Object.entries(SCENES)) {
  const link = encodeLink(scene.lab)
  for (const [size, [width, height]] of Object.entries(SIZES))
    for (const theme of ['light', 'dark'])
      await look(`${name}-${size}-${theme}.png`, link, scene.types, { width, height }, theme)
}
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

/**
 * A lab as somebody who follows its link sees it, with packets on their way.
 * @param {string} file
 * @param {string} link
 * @param {string} types
 * @param {{ width: number, height: number }} viewport
 * @param {string} theme
 */
async function look(file, link, types, viewport, theme) {
  const page = await browser.newPage({ viewport, colorScheme: theme === 'dark' ? 'dark' : 'light' })
  await page.goto(`${address}${link}`)
  await page.getByRole('region', { name: 'Canvas' }).getByRole('group').first().waitFor({ timeout: 60_000 })
  // A phone shows the canvas or the terminal.
  if (types !== '' && viewport.width > 700) {
    await page.getByRole('textbox', { name: 'Terminal input' }).focus()
    await page.keyboard.type(`${types}\n`)
  }
  await page.waitForTimeout(1500)
  await page.screenshot({ path: join(TO_LOOK_AT, file) })
  await page.close()
}
