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
