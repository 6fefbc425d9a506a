// The Korean page: what the engine says is Korean too.
import { expect, test } from '@playwright/test'
import { encodeLink } from '../src/lab/link.ts'
import { BRIDGE } from './lab.ts'

test('the steps of a story are told in Korean', async ({ page }) => {
  await page.goto(`./${encodeLink(BRIDGE)}&lang=ko`)
  await page.locator('[data-ready=true]').waitFor()
  await page.getByRole('combobox', { name: '속도' }).selectOption('0')
  const lost =
    'ip netns exec ns1 iptables -A INPUT -p icmp -j DROP; ip netns exec ns2 ping -c 1 -W 1 10.0.0.1'
  await page.locator('[data-terminal-active] textarea').focus()
  await page.keyboard.type(`${lost}\n`)
  const packets = page.getByRole('region', { name: '패킷', exact: true }).getByRole('option')
  await packets.filter({ hasText: 'echo request' }).first().click()
  const inspector = page.getByRole('region', { name: '인스펙터', exact: true })
  await expect(inspector).toContainText('일치: DROP')
  await expect(inspector).toContainText('에서 NETFILTER_DROP: 규칙이 버렸습니다')
})
