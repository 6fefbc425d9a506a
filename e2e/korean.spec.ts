// The Korean page: what the engine says is Korean too.
import { expect, test, type Locator, type Page } from '@playwright/test'
import { encodeLink } from '../src/lab/link.ts'
import { en } from '../src/ui/i18n/en.ts'
import { ko } from '../src/ui/i18n/ko.ts'
import { BRIDGE } from './lab.ts'

test.describe.configure({ timeout: 90_000 })

async function open(page: Page, text: string): Promise<void> {
  await page.goto(`./${encodeLink(text)}&lang=ko`)
  await page.locator('[data-ready=true]').waitFor()
  await page.getByRole('combobox', { name: '속도' }).selectOption('0')
}

async function type(page: Page, line: string): Promise<void> {
  await page.locator('[data-terminal-active] textarea').focus()
  await page.keyboard.type(`${line}\n`)
}

test('the steps of a story are told in Korean', async ({ page }) => {
  await open(page, BRIDGE)
  await type(
    page,
    'ip netns exec ns1 iptables -A INPUT -p icmp -j DROP; ip netns exec ns2 ping -c 1 -W 1 10.0.0.1',
  )
  const packets = page.getByRole('region', { name: '패킷', exact: true }).getByRole('option')
  await packets.filter({ hasText: 'echo request' }).first().click()
  const inspector = page.getByRole('region', { name: '인스펙터', exact: true })
  await expect(inspector).toContainText('일치: DROP')
  await expect(inspector).toContainText('에서 NETFILTER_DROP: 규칙이 버렸습니다')
})

test('no screen says an English sentence', async ({ page }) => {
  await open(page, BRIDGE)
  const found = new Map<string, readonly string[]>()
  const look = async (screen: string): Promise<void> => {
    const english = await englishOn(page)
    if (english.length > 0) found.set(screen, english)
  }
  const closed = async (): Promise<void> => {
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  }
  const box = (name: string): Locator => page.locator(`.react-flow [aria-label="${name}"]`)
  await look('first')
  for (const name of ['머신 host', '네임스페이스 ns1', '브리지 br0', 'ns1의 인터페이스 eth0']) {
    await box(name).click({ position: { x: 12, y: 8 } })
    const tabs = page.getByRole('region', { name: '인스펙터' }).getByRole('tab')
    await expect(tabs.first()).toBeVisible()
    for (const tab of await tabs.all()) {
      await tab.click()
      await look(`${name}, ${await tab.textContent()}`)
    }
  }
  await box('네임스페이스 ns1').click({ button: 'right', position: { x: 24, y: 10 } })
  await expect(page.getByRole('menu')).toBeVisible()
  await look('menu')
  await page.getByRole('menuitem', { name: '어디에 닿는가…?' }).click()
  const asked = page.getByRole('dialog', { name: 'A에서 B로 닿는가?' })
  for (const [way, line] of [
    ['ping', 'ns1 → 10.0.0.2'],
    ['tcp', 'ns1 → 10.0.0.2:80'],
    ['udp', 'ns1 → 10.0.0.2:80'],
    ['name', 'ns1 → web'],
  ] as const) {
    await asked.getByLabel('방법').selectOption(way)
    await look(`ask, ${way}`)
    if (way === 'name') await asked.getByLabel('받는 쪽').fill('web')
    // By keyboard alone: Enter asks, wherever one stands.
    await asked.getByLabel('받는 쪽').press('Enter')
    await expect(asked.getByRole('status')).toContainText(line, { timeout: 30_000 })
    await look(`ask, ${way}, answered`)
  }
  await closed()

  for (const name of ['컨테이너', '랩']) {
    await page.getByRole('navigation').getByRole('button', { name, exact: true }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await look(name)
    if (name === '랩') {
      await page.getByRole('button', { name: /붙여/ }).click()
      await look('import')
    }
    await closed()
  }
  for (const name of [ko['bar.share'], ko['bar.help'], ko['bar.find'], ko['bar.reach']]) {
    await page.getByRole('button', { name, exact: true }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.waitForTimeout(300)
    await look(name)
    for (const tab of await page.getByRole('dialog').getByRole('tab').all()) {
      await tab.click()
      await look(`${name}, ${await tab.textContent()}`)
    }
    await closed()
  }
  await page.getByRole('button', { name: ko['bar.reset'], exact: true }).click()
  await look('reset')
  await page.keyboard.press('Escape')

  await type(page, 'ip netns exec ns2 iptables -P INPUT DROP; ip netns exec ns1 ping -c 1 -W 1 10.0.0.2')
  const why = page.getByRole('button', { name: /왜/ }).first()
  await why.click({ timeout: 30_000 })
  await expect(page.getByText(/ns2.*INPUT/).first()).toBeVisible({ timeout: 30_000 })
  await look('why')
  const packets = page.getByRole('region', { name: '패킷', exact: true }).getByRole('option')
  await packets.filter({ hasText: 'echo request' }).first().click()
  for (const tab of await page.getByRole('region', { name: '인스펙터' }).getByRole('tab').all()) {
    await tab.click()
    await look(`packet, ${await tab.textContent()}`)
  }
  await page.locator('body').press('Control+Shift+K')
  await page.keyboard.type('ns1')
  await look('finder, ns1')
  expect(Object.fromEntries(found)).toEqual({})
})

test('no screen of containers and pods says an English sentence', async ({ page }) => {
  await open(page, '#! world: docker\n$ docker run -d --name web -p 8080:80 nginx\n')
  const web = page.locator('.react-flow [aria-label="컨테이너 web"]')
  await web.click({ position: { x: 12, y: 8 } })
  await expect(page.getByRole('region', { name: '인스펙터' }).getByRole('tab').first()).toBeVisible()
  expect(await englishOn(page)).toEqual([])
  await web.click({ button: 'right', position: { x: 12, y: 8 } })
  expect(await englishOn(page)).toEqual([])
  await open(page, '#! world: cluster\n')
  await page.getByRole('navigation').getByRole('button', { name: '파드', exact: true }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  expect(await englishOn(page)).toEqual([])
})

/** Names of header fields, and what is written as iproute2 or tcpdump would. */
const NAMES =
  /^(Type of service|Time to live|port 80 and on red|[\da-f.:/]+ (dev|local) .*|\S+: local dev \S+)$/

/** Words of the screen that are not the same in both languages. */
const WORDS: readonly string[] = Object.keys(en)
  .map((key) => key as keyof typeof en)
  .filter((key) => en[key] !== ko[key])
  .map((key) => en[key])

/** What is written or named on the page in English that is neither typed nor said by Linux. */
async function englishOn(page: Page): Promise<readonly string[]> {
  const english = await page.evaluate((words) => {
    const known = new Set(words)
    const isEnglish = (text: string): boolean =>
      !/[가-힣]/.test(text) && (known.has(text) || /\b[A-Za-z][a-z’']+( [a-z’']+){2,}/.test(text))
    const texts: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
    for (let node: Node | null = walker.currentNode; node; node = walker.nextNode()) {
      const element = node instanceof Element ? node : node.parentElement
      if (!element || element.closest('.xterm, code, pre, textarea, script, style, noscript, [id*="-desc-"]'))
        continue
      if (!(node instanceof Element)) texts.push(node.textContent ?? '')
      else
        for (const name of ['aria-label', 'aria-description', 'title', 'placeholder', 'alt'])
          texts.push(node.getAttribute(name) ?? '')
    }
    return [...new Set(texts.map((text) => text.trim()))].filter(isEnglish)
  }, WORDS)
  return english.filter((text) => !NAMES.test(text))
}
