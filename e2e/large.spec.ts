// A lab of hundreds of namespaces: from afar it is one picture, and still everything in it can be reached.
import { expect, test } from '@playwright/test'
import { LabPage } from './lab.ts'

const MANY = `#! world: bare
$ ip link add br0 type bridge
$ ip link set br0 up
$ for i in $(seq 400); do ip netns add n$i; ip link add v$i type veth peer name eth0 netns n$i; ip link set v$i master br0; done
`

const OVERLAY = `#! world: lan
$ ip link add vxlan42 type vxlan id 42 dev eth0 local 192.168.1.10 remote 192.168.1.11 dstport 4789
pc$ ip link add vxlan42 type vxlan id 42 dev eth0 local 192.168.1.11 remote 192.168.1.10 dstport 4789
`

test('what is pointed at in the picture is a box that can be chosen and moved', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open(MANY)
  const picture = lab.canvas.locator('[data-layer="boxes"]')
  await expect(picture).toBeAttached()
  await expect(lab.box('namespace n200')).toHaveCount(0)
  const first = await picture.locator('[data-box="netns"] path').first().boundingBox()
  if (!first) throw new Error('nothing is drawn')
  const at = { x: first.x + 4, y: first.y + 3 }
  await page.mouse.move(at.x - 1, at.y)
  await page.mouse.move(at.x, at.y)
  await expect(lab.box('namespace n1')).toBeVisible()
  await page.mouse.down()
  await page.mouse.up()
  await expect(lab.inspector).toContainText('n1')
  await page.mouse.down()
  await page.mouse.move(at.x + 30, at.y + 200, { steps: 5 })
  await page.mouse.up()
  expect(await lab.text()).toMatch(/^#! at host\/n1 /m)
})

test('what a command adds is in the picture, and is found by its name', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open(MANY)
  const picture = lab.canvas.locator('[data-layer="boxes"]')
  // The namespaces, br0 and lo.
  await expect(picture).toHaveAttribute('data-boxes', '402')
  await lab.type('ip netns add green')
  await expect(picture).toHaveAttribute('data-boxes', '403')
  await page.keyboard.press('F6')
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused()
  await page.keyboard.type('namespace green')
  await expect(page.getByRole('option', { name: /namespace green/ }).first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(lab.box('namespace green')).toBeVisible()
  await expect(lab.box('namespace n200')).toHaveCount(0)
})

test('a tunnel, and what stands on what, are told from cables from afar too', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open(OVERLAY)
  await page.mouse.move(5, 300)
  const cables = lab.canvas.locator('[data-layer="cables"]')
  const zoomOut = lab.button('Zoom out')
  for (let press = 0; press < 8 && (await cables.count()) === 0; press++) {
    await zoomOut.click()
    await page.waitForTimeout(300)
  }
  const dashes = (kind: string): Promise<string> =>
    cables.locator(`[data-kind="${kind}"] path`).evaluate((path) => getComputedStyle(path).strokeDasharray)
  expect(await dashes('cable')).toBe('none')
  expect(await dashes('tunnel')).not.toBe('none')
  expect(await dashes('stack')).not.toBe('none')
})
