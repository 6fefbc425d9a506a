// A ping that is seen, and what can be learned of its packets.
import { expect, test } from '@playwright/test'
import { BRIDGE, LabPage } from './lab.ts'

const PING = 'ip netns exec ns1 ping -c 1 10.0.0.2'

test('the packets of a ping are seen to move along the cables', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open(BRIDGE)
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('0.25')
  await lab.type(PING)
  // Who has 10.0.0.2? The bridge floods the question, and the answer comes back.
  const request = lab.canvas.getByRole('button', { name: /^packet ICMP echo request/ }).first()
  await expect(lab.canvas.getByRole('button', { name: /^packet ARP/ }).first()).toBeVisible()
  await expect(request).toBeVisible({ timeout: 30_000 })
  const places = new Set<string>()
  await expect
    .poll(async () => {
      const box = await request.boundingBox()
      if (box) places.add(`${Math.round(box.x)} ${Math.round(box.y)}`)
      return places.size
    })
    .toBeGreaterThan(2)
  await expect(lab.packets.getByRole('option').filter({ hasText: 'echo reply' }).first()).toBeVisible({
    timeout: 30_000,
  })
  await expect(lab.terminal).toContainText('1 packets transmitted, 1 received, 0% packet loss', {
    timeout: 30_000,
  })
})

test('time stands still, goes on a hop, and goes back a hop', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open(BRIDGE)
  const rows = lab.packets.getByRole('option')
  await lab.button('Pause').click()
  await lab.type(PING)
  const counts: number[] = []
  for (let step = 0; step < 3; step++) {
    await lab.button('Step').click()
    await expect.poll(() => rows.count()).toBeGreaterThan(counts.at(-1) ?? 0)
    counts.push(await rows.count())
  }
  // Nothing goes on by itself.
  await page.waitForTimeout(1000)
  await expect(rows).toHaveCount(counts[2]!)
  await lab.button('Step back').click()
  await expect(rows).toHaveCount(counts[1]!)
  await lab.button('Play').click()
  await expect(rows.filter({ hasText: 'echo reply' }).first()).toBeVisible({ timeout: 30_000 })
})

test('a chosen packet tells its story', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open(BRIDGE)
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('0')
  await lab.type(PING)
  await lab.packets.getByRole('option').filter({ hasText: 'echo request' }).first().click()
  await expect(lab.inspector).toContainText('ipRcv')
  await lab.inspector.getByRole('tab', { name: 'Headers' }).click()
  await expect(lab.inspector).toContainText('10.0.0.2')
})

test('a ping can be sent by mouse', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open(BRIDGE)
  await lab.box('namespace ns1').click({ button: 'right', position: { x: 24, y: 10 } })
  await page.getByRole('menuitem', { name: 'Ping…' }).click()
  await page.getByRole('menuitem', { name: /ns2/ }).click()
  await expect(lab.terminal).toContainText('64 bytes from 10.0.0.2', { timeout: 30_000 })
})
