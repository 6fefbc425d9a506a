// Why a probe failed, what mends it, and who reaches whom: found out on copies of the lab.
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { BRIDGE, LabPage } from './lab.ts'

const DROPPING = `${BRIDGE}$ ip netns exec ns2 iptables -P INPUT DROP
`
const PING = 'ip netns exec ns1 ping -c 1 -W 1 10.0.0.2'
const SENTENCE = 'ns2’s INPUT chain drops it: policy DROP, no rule matched.'

test('a failed ping says why, is mended, gets through, and the mend is undone as one', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open(DROPPING)
  await lab.type(PING)
  const bar = page.getByRole('region', { name: 'Why it failed' })
  await expect(bar).toContainText('ping 10.0.0.2 from ns1 failed.', { timeout: 30_000 })
  await bar.getByRole('button', { name: 'Why?' }).click()
  await expect(bar).toContainText(SENTENCE, { timeout: 30_000 })
  await expect(bar).toContainText(
    'ip netns exec ns2 iptables -A INPUT -s 10.0.0.1 -d 10.0.0.2 -p icmp -j ACCEPT',
  )
  const { violations } = await new AxeBuilder({ page }).include('#part-terminal').analyze()
  expect(violations.map(({ id }) => id)).toEqual([])

  await bar.getByRole('button', { name: 'Show the packet' }).click()
  await expect(lab.inspector).toContainText('filter INPUT')
  await bar.getByRole('button', { name: 'Run this' }).click()
  await expect(lab.terminal).toContainText('# let ping 10.0.0.2 through')
  await bar.getByRole('button', { name: 'Try again' }).click()
  await expect(lab.terminal).toContainText('1 packets transmitted, 1 received', { timeout: 30_000 })
  await expect(bar).toHaveCount(0)
  await lab.button('Undo').click()
  await lab.button('Undo').click()
  await expect(bar).toContainText('ping 10.0.0.2 from ns1 failed.')
})

test('a table shows who reaches whom, and why not', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open(`${BRIDGE}$ ip netns exec ns2 iptables -A INPUT -p icmp --icmp-type echo-request -j DROP\n`)
  await lab.button('Who reaches whom').click()
  const dialog = page.getByRole('dialog', { name: 'Who reaches whom' })
  await expect(dialog).toContainText('1 of 2 pairs reach each other.', { timeout: 30_000 })
  const { violations } = await new AxeBuilder({ page }).include('dialog').analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  await expect(dialog.getByRole('button', { name: 'ns2 reaches ns1' })).toBeVisible()
  // By keyboard alone.
  await dialog.getByRole('button', { name: 'ns1 does not reach ns2' }).focus()
  await page.keyboard.press('Enter')
  await expect(dialog).toContainText('ns2’s INPUT chain drops it: rule 1 matches', { timeout: 30_000 })
  await page.keyboard.press('ArrowDown')
  await expect(dialog.getByRole('button', { name: 'ns2 itself' })).toBeFocused()
})

test('whether one reaches another is asked from the finder and from a box, by keyboard', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open(`${BRIDGE}$ ip netns exec ns2 iptables -A INPUT -p tcp --dport 80 -j DROP\n`)
  // In the terminal Ctrl-K is bash's.
  await lab.box('namespace ns1').click({ position: { x: 24, y: 10 } })
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.type('can a reach')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Can A reach B?' })
  await dialog.getByLabel('From').selectOption('ns1')
  await dialog.getByRole('button', { name: 'Ask' }).click()
  await expect(dialog).toContainText('✓ yes ns1 → 10.0.0.2', { timeout: 30_000 })
  const { violations } = await new AxeBuilder({ page }).include('dialog').analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  await dialog.getByLabel('By').selectOption('tcp')
  await dialog.getByRole('spinbutton', { name: 'Port' }).press('Enter')
  await expect(dialog).toContainText('✕ no ns1 → 10.0.0.2:80', { timeout: 30_000 })
  await expect(dialog).toContainText('ns2’s INPUT chain drops it: rule 1 matches')
  await dialog.getByRole('button', { name: 'Show the packet' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(lab.inspector).toContainText('filter INPUT')

  await lab.box('namespace ns2').click({ button: 'right', position: { x: 24, y: 10 } })
  await page.getByRole('menuitem', { name: 'Can it reach…?' }).click()
  await expect(dialog.getByLabel('From')).toHaveValue(/^host\/\d+$/)
  await dialog.getByRole('button', { name: 'Ask' }).click()
  await expect(dialog).toContainText('✓ yes ns2 → 10.0.0.1', { timeout: 30_000 })
})

test('the paces of the player: at once, in real time, hop by hop', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open(BRIDGE)
  const pace = page.getByLabel('Speed')
  await pace.selectOption('at once')
  await lab.type('ip netns exec ns1 ping -c 3 10.0.0.2')
  await expect(lab.terminal).toContainText('3 packets transmitted, 3 received', { timeout: 15_000 })
  await pace.selectOption('real time')
  const began = Date.now()
  await lab.type('ip netns exec ns1 ping -c 4 10.0.0.2')
  await expect(lab.terminal).toContainText('4 packets transmitted, 4 received', { timeout: 30_000 })
  // Three waits of a second each; not the nine seconds in which its frames could be watched.
  expect(Date.now() - began).toBeGreaterThan(2500)
  await lab.button('Pause').click()
  await lab.type('ip netns exec ns2 ping -c 1 10.0.0.1')
  const rows = lab.packets.getByRole('option')
  await lab.button('Step').click()
  await expect(lab.packets).toContainText('10.0.0.2 > 10.0.0.1: echo request')
  const count = async (): Promise<number> => Number(await rows.last().getAttribute('aria-setsize'))
  const before = await count()
  await lab.button('Step back').click()
  await expect.poll(count).toBeLessThan(before)
})
