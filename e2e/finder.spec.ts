// Ctrl-K: everything by its name, without the mouse.
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { BRIDGE, LabPage } from './lab.ts'

test('a thing is found by its address, and what can be done with it is done', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open(BRIDGE)
  // In the terminal Ctrl-K is the shell's.
  await lab.terminal.getByRole('textbox', { name: 'Terminal input' }).focus()
  await page.keyboard.press('Control+Shift+K')
  const field = page.getByRole('combobox', { name: 'Find and do' })
  await expect(field).toBeFocused()
  await page.keyboard.type('10.0.0.2')
  await expect(page.getByRole('dialog').getByRole('option', { selected: true })).toHaveText(
    /interface eth0 in ns2/,
  )
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`)).toEqual([])
  await page.keyboard.press('Enter')
  await expect(lab.thing('interface eth0 in ns2')).toBeFocused()

  await page.keyboard.press('Control+k')
  await page.keyboard.type('bring down')
  await expect(page.getByRole('dialog').getByRole('option', { selected: true })).toHaveText('Bring down')
  await page.keyboard.press('Enter')
  await expect(lab.thing('interface eth0 in ns2')).toHaveAccessibleDescription(/^down/)

  await page.keyboard.press('Control+k')
  await page.keyboard.type('$ ip netns add green')
  await page.keyboard.press('Enter')
  await expect(lab.box('namespace green')).toBeVisible()
  await expect(lab.terminal).toContainText('ip netns add green')
})

test('it speaks Korean, and opens what it is asked to', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open(BRIDGE)
  await lab.button('한국어').click()
  await page.getByRole('button', { name: '찾기와 실행' }).click()
  await page.keyboard.type('어두운')
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('단축키')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toContainText('Ctrl+K')
})
