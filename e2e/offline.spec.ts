// The page without a network, and what it asks of the network when there is one.
import { expect, test } from '@playwright/test'
import { BRIDGE, LabPage } from './lab.ts'

test.use({ serviceWorkers: 'allow' })

test('a page that was visited opens without a network, everything in it', async ({ page, context }) => {
  const lab = new LabPage(page)
  await lab.open()
  await page.evaluate(async () => void (await navigator.serviceWorker.ready))
  await context.setOffline(true)
  await lab.page.goto('about:blank')
  await lab.open(BRIDGE)
  // What no first screen needs has been kept as well.
  await lab.type('iptables -S')
  await expect(lab.terminal).toContainText('-P FORWARD ACCEPT')
  await lab.button('한국어').click()
  await expect(lab.button('공유')).toBeVisible()
})

test('no request leaves the page, and no policy is broken', async ({ page, context, baseURL }) => {
  const hosts = new Set<string>()
  const broken: string[] = []
  context.on('request', (request) => hosts.add(new URL(request.url()).origin))
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) broken.push(message.text())
  })
  const lab = new LabPage(page)
  await lab.open(BRIDGE)
  await lab.type('ping -c 1 10.0.0.2; iptables -S; dig @8.8.8.8 example.com +time=1 +tries=1')
  await expect(lab.terminal).toContainText('-P OUTPUT ACCEPT')
  await page.evaluate(async () => void (await navigator.serviceWorker.ready))
  expect([...hosts]).toEqual([new URL(baseURL ?? '').origin])
  expect(broken).toEqual([])
})
