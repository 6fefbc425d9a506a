// A lab as a link.
import { expect, test } from '@playwright/test'
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
