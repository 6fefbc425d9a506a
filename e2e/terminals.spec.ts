// Terminals, a tab each.
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { BRIDGE, LabPage } from './lab.ts'

async function openIn(lab: LabPage, name: string): Promise<void> {
  await lab.button('New terminal').click()
  await lab.page.getByRole('menuitem', { name }).first().click()
}

test('a tab for a namespace says where it is; keys go from tab to tab and close', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open(BRIDGE)
  const tab = (name: string) => lab.terminal.getByRole('tab', { name, exact: true })
  await openIn(lab, 'ns1')
  await openIn(lab, 'ns1')
  await expect(tab('ns1 2')).toHaveAttribute('aria-selected', 'true')
  await expect(lab.terminal.getByRole('tabpanel', { name: 'ns1 2' })).toContainText('(ns1)root@host')
  await page.locator('[data-terminal-active] textarea').focus()
  await page.keyboard.press('Alt+1')
  await expect(tab('host')).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Control+PageDown')
  await expect(tab('ns1')).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Control+PageUp')
  await page.keyboard.press('Control+PageUp')
  await expect(tab('ns1 2')).toHaveAttribute('aria-selected', 'true')
  await lab.button('Undo').click()
  await expect(lab.terminal.getByRole('tab')).toHaveCount(3)
  await page.locator('[data-terminal-active] textarea').focus()
  await page.keyboard.press('Alt+Shift+W')
  await expect(lab.terminal.getByRole('tab')).toHaveCount(2)
  // The machine's own stays.
  await page.keyboard.press('Alt+1')
  await page.keyboard.press('Alt+Shift+W')
  await expect(lab.terminal.getByRole('tab')).toHaveCount(2)
})

test('of many tabs the one that is shown is in sight', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open(BRIDGE)
  for (let n = 0; n < 14; n++) await openIn(lab, n % 2 === 0 ? 'ns1' : 'ns2')
  const last = lab.terminal.getByRole('tab').last()
  await expect(last).toBeInViewport()
  await expect(lab.button('New terminal')).toBeInViewport()
  await page.locator('[data-terminal-active] textarea').focus()
  await page.keyboard.press('Alt+1')
  await expect(lab.terminal.getByRole('tab').first()).toBeInViewport()
})

test('words in what was printed are found', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open()
  await lab.type('for n in 1 2 3; do echo needle $n; done')
  await expect(lab.terminal).toContainText('needle 3')
  await page.keyboard.press('Control+Shift+F')
  const bar = lab.terminal.getByRole('search')
  await bar.getByRole('textbox').fill('needle ')
  await expect(bar.getByRole('status')).toHaveText('4 of 4')
  await page.keyboard.press('Enter')
  await expect(bar.getByRole('status')).toHaveText('3 of 4')
  const { violations } = await new AxeBuilder({ page }).include('[role=search]').analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  await bar.getByRole('textbox').fill('nothing like it')
  await expect(bar.getByRole('status')).toHaveText('not found')
  await page.keyboard.press('Escape')
  await expect(bar).toBeHidden()
})

test('terminals that were opened are there again after a reload; the title is in the reader’s language', async ({
  page,
}) => {
  const lab = new LabPage(page)
  await lab.open()
  await lab.button('New terminal').click()
  await page.getByRole('menuitem', { name: /^red/ }).click()
  await expect(lab.terminal.getByRole('tab', { name: 'red' })).toHaveAttribute('aria-selected', 'true')
  await lab.type('ip -br link')
  // The part that keeps them is loaded at the first touch of the page.
  await expect
    .poll(() => page.evaluate(() => sessionStorage.getItem('vethlab.tabs')))
    .toContain('"netns":"red"')
  await page.reload()
  await expect(lab.terminal.getByRole('tab', { name: 'red' })).toHaveAttribute('aria-selected', 'true')
  await lab.button('한국어').click()
  await expect(page.getByRole('textbox', { name: '랩 제목' })).toHaveValue('브리지 하나에 네임스페이스 둘')
})
