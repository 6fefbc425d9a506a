// A lab as a link, as a frame in somebody's page, and as files.
import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { encodeLink } from '../src/lab/link.ts'
import { BRIDGE, LabPage } from './lab.ts'

test('somebody who opens the link sees the same lab', async ({ page, browser }) => {
  const lab = new LabPage(page)
  await lab.open(BRIDGE)
  await lab.type('ip -n ns1 link set lo up')
  await expect(lab.thing('interface lo in ns1')).toHaveAccessibleDescription(/^up/)
  const link = await lab.link()
  const picture = await lab.picture()

  const elsewhere = await browser.newContext()
  const theirs = new LabPage(await elsewhere.newPage())
  await theirs.page.goto(link)
  await expect(theirs.thing('interface lo in ns1')).toHaveAccessibleDescription(/^up/)
  expect(await theirs.picture()).toEqual(picture)
  expect(await theirs.text()).toBe(await lab.text())
  await elsewhere.close()
})

test('a shared lab opens beside one’s own, never over it', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open()
  await lab.type('ip netns add mine')
  await expect(lab.box('namespace mine')).toBeVisible()
  await lab.open(BRIDGE)
  await expect(lab.box('namespace ns1')).toBeVisible()
  await expect(lab.box('namespace mine')).toBeHidden()
  await lab.button('Back to my lab').click()
  await expect(lab.box('namespace mine')).toBeVisible()
})

test('a damaged link is refused with a sentence, and the lab stays', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open()
  await lab.type('ip netns add mine')
  await expect(lab.box('namespace mine')).toBeVisible()
  for (const [fragment, sentence] of [
    ['#1.AAAA', /damaged/],
    ['#9.AAAA', /newer vethlab/],
    ['#hello', /does not hold a lab/],
  ] as const) {
    await page.evaluate((hash) => (window.location.hash = hash), fragment)
    await expect(page.getByText(sentence)).toBeVisible()
    await expect(lab.box('namespace mine')).toBeVisible()
  }
  expect(await lab.commands()).toContain('$ ip netns add mine')
})

test('the link can be copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const lab = new LabPage(page)
  await lab.open(BRIDGE)
  const link = await lab.link()
  await lab.button('Share').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Copy link' }).click()
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(link)
})

test('a link may open at a step, and to be looked at only', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open(BRIDGE)
  await lab.button('Share').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('checkbox', { name: 'Stop after' }).check()
  await dialog.getByRole('spinbutton', { name: 'Commands to give' }).fill('3')
  await dialog.getByRole('checkbox', { name: 'To look at, not to change' }).check()
  const link = await dialog.getByRole('textbox', { name: 'Link', exact: true }).inputValue()
  expect(link).toMatch(/#1\.[\w-]+&step=3&readonly$/)
  await page.goto('about:blank')
  await page.goto(link)
  await expect(lab.box('namespace ns1')).toBeVisible()
  await expect(lab.box('namespace ns2')).toBeHidden()
  await lab.button('Redo').click()
  await expect(lab.box('namespace ns2')).toBeVisible()
  await lab.tool('Namespace').click()
  await expect(page.getByText(/makes it one that you can change/)).toBeVisible()
  await lab.button('Keep as mine').click()
  await lab.tool('Namespace').click()
  await expect(lab.canvas.getByRole('group', { name: /^namespace / })).toHaveCount(3)
})

test('an embedded lab has canvas and terminal, and leaves the visitor’s own alone', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open()
  await lab.type('ip netns add mine')
  await expect(lab.box('namespace mine')).toBeVisible()
  const kept = (): Promise<string> => page.evaluate(() => JSON.stringify(localStorage))
  // It is put away when the page rests.
  await expect.poll(kept).toContain('ip netns add mine')
  const own = await kept()
  await page.goto('about:blank')
  await page.goto(`./${encodeLink(BRIDGE)}&embed`)
  await expect(lab.box('namespace ns1')).toBeVisible()
  await expect(lab.palette).toBeHidden()
  await expect(lab.button('Share')).toBeHidden()
  await lab.type('ip netns add theirs')
  await expect(lab.box('namespace theirs')).toBeVisible()
  expect(await kept()).toBe(own)
  const whole = page.getByRole('link', { name: 'Open in vethlab' })
  await expect(whole).toHaveAttribute('href', new RegExp(`${encodeLink(BRIDGE).replace(/[.#-]/g, '.')}$`))
})

test('a lab is saved as a script, as a page and as a picture', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open(`#! title: Two on a bridge\n${BRIDGE}`)
  await lab.button('Share').click()
  await page.getByRole('tab', { name: 'Export' }).click()
  const saved = async (name: string): Promise<readonly [string, Buffer]> => {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('dialog').getByRole('button', { name, exact: true }).click(),
    ])
    return [file.suggestedFilename(), await readFile(await file.path())]
  }
  const [scriptName, script] = await saved('Bash script')
  expect(scriptName).toBe('two-on-a-bridge.sh')
  expect(script.toString()).toContain('\nip netns add ns1\n')
  const [pageName, markdown] = await saved('Markdown')
  expect([pageName, markdown.toString().split('\n')[0]]).toEqual(['two-on-a-bridge.md', '# Two on a bridge'])
  const [, svg] = await saved('SVG')
  expect(svg.toString()).toMatch(/^<svg [^]*>10\.0\.0\.1\/24<\/text>[^]*>ns1<\/text>/)
  const [, png] = await saved('PNG')
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  expect(png.length).toBeGreaterThan(5000)
})
