// Several things at once: taken in by a rectangle, lined up, copied, deleted, each as one step of undo.
import { expect, test } from '@playwright/test'
import { BRIDGE, LabPage } from './lab.ts'

test('a rectangle takes in what it touches; what is selected is lined up, copied and deleted', async ({
  page,
}) => {
  const lab = new LabPage(page)
  await lab.open(BRIDGE)
  const [one, two] = [lab.box('namespace ns1'), lab.box('namespace ns2')]
  await page.mouse.move(5, 300)
  await expect(lab.canvas.getByRole('status')).toBeAttached()
  const [a, b] = [await one.boundingBox(), await two.boundingBox()]
  if (!a || !b) throw new Error('not on the canvas')
  await page.keyboard.down('Shift')
  await page.mouse.move(a.x - 12, a.y - 14)
  await page.mouse.down()
  await page.mouse.move(b.x + 30, b.y + b.height - 10, { steps: 6 })
  await page.mouse.up()
  await page.keyboard.up('Shift')
  await expect(lab.canvas.getByRole('status')).toHaveText('2 selected')

  await one.click({ button: 'right', position: { x: 24, y: 10 } })
  const menu = page.getByRole('menu', { name: '2 selected' })
  await menu.getByRole('menuitem', { name: 'Align…' }).click()
  await page.getByRole('menuitem', { name: 'Top edges' }).click()
  await expect.poll(async () => (await one.boundingBox())?.y).toBe((await two.boundingBox())?.y)

  // With the bridge they hang on.
  await lab.box('bridge br0').click({ position: { x: 24, y: 10 }, modifiers: ['Shift'] })
  await expect(lab.canvas.getByRole('status')).toHaveText('3 selected')
  await page.keyboard.press('Control+d')
  await expect(lab.thing('interface eth0 in ns4')).toHaveAccessibleDescription(/^up, 10\.0\.0\.4\/24/)
  await expect(lab.thing('interface veth-ns3 in host')).toHaveAccessibleDescription(/port of br1/)
  await expect(lab.canvas.getByRole('status')).toHaveText('3 selected')

  await page.keyboard.press('Delete')
  await expect(lab.box('namespace ns4')).toBeHidden()
  await expect(lab.box('bridge br1')).toBeHidden()
  await page.keyboard.press('Control+z')
  await expect(lab.box('bridge br1')).toBeVisible()
  await expect(lab.box('namespace ns3')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(lab.box('namespace ns3')).toBeHidden()
  expect((await lab.commands()).join('\n')).toBe(BRIDGE.split('\n').slice(1, -1).join('\n'))
})
