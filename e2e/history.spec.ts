// Undo, redo, reset, and what outlives the page.
import { expect, test } from '@playwright/test'
import { BRIDGE, commandsOf, EMPTY, LabPage } from './lab.ts'

test('undo takes the last command back, redo gives it again', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open(BRIDGE)
  const before = await lab.picture()
  await lab.type('ip link set br0 down')
  await expect(lab.thing('interface eth0 in ns1')).toHaveAccessibleDescription(/10\.0\.0\.1/)
  await lab.type('ip netns del ns2')
  await expect(lab.box('namespace ns2')).toBeHidden()
  const after = await lab.picture()

  await lab.button('Undo').click()
  await expect(lab.box('namespace ns2')).toBeVisible()
  expect(await lab.commands()).toEqual([...commandsOf(BRIDGE), '$ ip link set br0 down'])
  await lab.button('Undo').click()
  await expect.poll(() => lab.commands()).toEqual(commandsOf(BRIDGE))
  expect(await lab.picture()).toEqual(before)

  await lab.button('Redo').click()
  await lab.button('Redo').click()
  await expect(lab.box('namespace ns2')).toBeHidden()
  expect(await lab.picture()).toEqual(after)
  await expect(lab.button('Redo')).toBeDisabled()
})

test('reset goes back to the world the lab began with', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open(BRIDGE)
  await lab.button('Reset').click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Reset' }).click()
  await expect(lab.box('bridge br0')).toBeHidden()
  expect(await lab.commands()).toEqual([])
})

test('reloading the page keeps the work', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open()
  await lab.type('ip netns add green')
  await expect(lab.box('namespace green')).toBeVisible()
  const [picture, commands] = [await lab.picture(), await lab.commands()]
  await page.reload()
  await expect(lab.box('namespace green')).toBeVisible()
  expect(await lab.picture()).toEqual(picture)
  expect(await lab.commands()).toEqual(commands)
})

test('typing goes on where a gesture left off', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open(EMPTY)
  await lab.type('ip netns add a')
  await lab.tool('Namespace').click()
  await expect(lab.box('namespace ns1')).toBeVisible()
  await lab.type('ip netns')
  await expect(lab.terminal).toContainText(/ns1\s*a/)
})

test('an endless loop stops neither the page nor Ctrl-C', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open(EMPTY)
  await lab.type('while :; do :; done')
  await lab.button('Share').click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await lab.terminal.getByRole('textbox', { name: 'Terminal input' }).focus()
  await page.keyboard.press('Control+c')
  await lab.type('echo $((20 + 3)) again')
  await expect(lab.terminal).toContainText('23 again', { timeout: 30_000 })
})
