// The page's figures: how soon it is there, how soon it answers, how smoothly it moves; in a browser, as a person has it.
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from '@playwright/test'
import { encodeLink } from '../src/lab/link.ts'
import { formatFigures, median, type Figure } from './table.ts'
import { firstBoxes, flown, panned, paste, takeGap, typedToShown, watchGaps, watchKey } from './watch.ts'
import { workB } from './work.ts'

const VIEWPORT = { width: 1440, height: 900 }
const STARTS = 5
const TYPED = 5
const PAN_MS = 3000
/** How long what never ends is let run. */
const RUN_MS = 4000
/** No answer is nearly as long in coming. */
const PATIENCE_MS = 60_000
const ENDLESS = ['while :; do ip netns add x$RANDOM; done', 'yes', 'cat /dev/urandom', 'seq 1 10000000']
const PASTED = { line: '0123456789abcde\n', times: 655_360 }

/** The page at an address, each time anew and with nothing in its cache. */
class Bench {
  readonly figures: Figure[] = []
  readonly #browser: Browser
  readonly #address: string

  constructor(browser: Browser, address: string) {
    this.#browser = browser
    this.#address = address
  }

  async visit<T>(look: (page: Page) => Promise<T>, fragment = ''): Promise<T> {
    const context = await this.#browser.newContext({ viewport: VIEWPORT, serviceWorkers: 'block' })
    try {
      const page = await context.newPage()
      page.setDefaultTimeout(PATIENCE_MS)
      await page.goto(this.#address + fragment)
      return await look(page)
    } finally {
      await context.close()
    }
  }

  add(name: string, unit: Figure['unit'], value: number | null, target: number): void {
    const figure = { name, unit, value, target }
    this.figures.push(figure)
    process.stderr.write(`${name}: ${value?.toFixed(0) ?? '–'}\n`)
  }
}

const PARTS = { start: starting, answer: answering, endless: withoutEnd, many: withMany, packets: inFlight }

/** Measures the page at `address`. `parts`: names of PARTS; all of them when there are none. */
export async function benchPage(
  browser: Browser,
  address: string,
  parts: readonly string[],
): Promise<string> {
  const bench = new Bench(browser, address)
  for (const [name, measure] of Object.entries(PARTS)) {
    if (parts.length > 0 && !parts.includes(name)) continue
    await measure(bench)
  }
  return formatFigures(bench.figures)
}

/** The first screen. */
async function starting(bench: Bench): Promise<void> {
  const paints: number[] = []
  const readies: number[] = []
  let octets = 0
  for (let i = 0; i < STARTS; i++) {
    await bench.visit(async (page) => {
      await page.locator('.xterm-rows').getByText('#').first().waitFor()
      readies.push(await page.evaluate(() => performance.now()))
      paints.push(
        await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0),
      )
      octets = await weightOf(page)
    })
  }
  bench.add('initial JavaScript, gzipped', 'kB', octets / 1000, 400)
  bench.add('first contentful paint', 'ms', median(paints), 1000)
  bench.add('terminal ready', 'ms', median(readies), 1000)
}

/** Octets of all scripts that have been loaded, each gzipped; the worker's are not among the page's own entries. */
async function weightOf(page: Page): Promise<number> {
  const own = await page.evaluate(() => performance.getEntriesByType('resource').map((e) => e.name))
  const urls = new Set([...own, ...page.workers().map((w) => w.url())])
  for (const worker of page.workers()) {
    const more = await worker.evaluate(() => performance.getEntriesByType('resource').map((e) => e.name))
    for (const url of more) urls.add(url)
  }
  let octets = 0
  for (const url of urls) {
    if (!new URL(url).pathname.endsWith('.js')) continue
    octets += gzipSync(await (await page.request.get(url)).body()).length
  }
  return octets
}

/** From the key that runs a command until its namespace is painted on the canvas. */
async function answering(bench: Bench): Promise<void> {
  const times = await bench.visit(async (page) => {
    await warm(page)
    return addNamespaces(page)
  })
  bench.add('command to canvas', 'ms', median(times), 50)
}

/** Whatever runs, the page and Ctrl-C answer. */
async function withoutEnd(bench: Bench): Promise<void> {
  for (const command of ENDLESS) {
    const { gap, answer } = await bench.visit(async (page) => {
      await warm(page)
      await page.evaluate(watchGaps)
      await page.keyboard.type(`${command}\n`)
      await page.waitForTimeout(RUN_MS)
      const gap = await page.evaluate(takeGap)
      return { gap, answer: await interrupted(page) }
    })
    bench.add(`longest gap in ${command}`, 'ms', gap, 100)
    bench.add(`Ctrl-C in ${command}`, 'ms', answer, 100)
  }
  const gap = await bench.visit(async (page) => {
    await warm(page)
    await page.keyboard.type('cat >/dev/null\n')
    await page.evaluate(watchGaps)
    // What makes the text is not what pastes it.
    await page.evaluate(paste, { ...PASTED, times: 1 })
    await page.evaluate(takeGap)
    await page.evaluate(paste, PASTED)
    await page.waitForTimeout(RUN_MS)
    return page.evaluate(takeGap)
  })
  bench.add('longest gap in a paste of 10 MB', 'ms', gap, 100)
}

/** A lab of 1,000 namespaces: opened, moved, added to. */
async function withMany(bench: Bench): Promise<void> {
  await bench.visit(async (page) => {
    bench.add('1,000 namespaces opened by a link', 'ms', await page.evaluate(firstBoxes), 3000)
    await page.waitForTimeout(1000)
    bench.add('1,000 namespaces panned, all in view', 'fps', await page.evaluate(panned, PAN_MS), 30)
    await warm(page)
    bench.add('command to canvas among 1,000', 'ms', median(await addNamespaces(page)), 50)
    for (let press = 0; press < 20; press++) {
      await page.getByRole('button', { name: 'Zoom in' }).click()
      await page.waitForTimeout(230)
    }
    bench.add('1,000 namespaces panned, zoomed in', 'fps', await page.evaluate(panned, PAN_MS), 50)
  }, linkOf(1000))
}

/** A broadcast to 300 hosts. */
async function inFlight(bench: Bench): Promise<void> {
  await bench.visit(async (page) => {
    await warm(page)
    await page.keyboard.type('ping -b -c 10 10.0.255.255\n')
    const fps = await page.evaluate(flown, { fewest: 290, milliseconds: RUN_MS })
    bench.add('300 packets in flight', 'fps', fps, 50)
  }, linkOf(300))
}

/** A lab of that many namespaces on a bridge. */
function linkOf(count: number): string {
  const lines = workB(count, 0).commands.map((command) => `$ ${command}\n`)
  return encodeLink(`#! world: bare\n${lines.join('')}`)
}

/** Into the terminal, and everything that is loaded at first need is there. */
async function warm(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Terminal input' }).focus()
  await page.keyboard.type('echo $((20 + 3)) | cat\n')
  await page.locator('.xterm-rows').getByText(/^23/).first().waitFor()
  await page.waitForTimeout(1500)
}

/** Each by itself, or in a large lab one more in the picture of all. */
async function addNamespaces(page: Page): Promise<readonly number[]> {
  const times: number[] = []
  for (let i = 0; i < TYPED; i++) {
    const name = `added${i}`
    const picture = page.locator('[data-layer="boxes"]')
    const boxes = (await picture.count()) > 0 ? await picture.getAttribute('data-boxes') : null
    const selector =
      boxes === null ? `[aria-label="namespace ${name}"]` : `[data-boxes="${Number(boxes) + 1}"]`
    await page.evaluate(watchKey, { selector, key: 'Enter', text: '' })
    await page.keyboard.type(`ip netns add ${name}\n`)
    times.push(await page.evaluate(typedToShown))
    // The view may still be on its way to where everything is in it.
    await page.waitForTimeout(800)
  }
  return times
}

/** Milliseconds until Ctrl-C has ended what runs. */
async function interrupted(page: Page): Promise<number> {
  await page.evaluate(watchKey, { selector: '.xterm-rows > div', key: 'c', text: '^C' })
  await page.keyboard.press('Control+c')
  return page.evaluate(typedToShown)
}
