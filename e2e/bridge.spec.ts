// The same lab three ways: by mouse alone, by typing, by keyboard alone. All end in the same text.
import { expect, test } from '@playwright/test'
import { BRIDGE, commandsOf, EMPTY, LabPage } from './lab.ts'

test('typed', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open(EMPTY)
  for (const command of commandsOf(BRIDGE)) await lab.type(command.slice('$ '.length))
  await expect(lab.thing('interface eth0 in ns2')).toHaveAccessibleDescription(/10\.0\.0\.2\/24/)
  expect(await lab.commands()).toEqual(commandsOf(BRIDGE))
})

test('by mouse alone', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open(EMPTY)
  await lab.palette.getByRole('button', { name: 'Bridge' }).dragTo(lab.box('machine host'))
  await expect(lab.box('bridge br0')).toBeVisible()
  for (const name of ['ns1', 'ns2']) {
    await lab.palette.getByRole('button', { name: 'Namespace' }).click()
    await expect(lab.box(`namespace ${name}`)).toBeVisible()
  }
})
