// What never ends, and what never stops growing, in the real page: it answers, Ctrl-C is heard, the lab stands.
import { expect, test, type Page } from '@playwright/test'
import { BRIDGE, LabPage } from './lab.ts'

const LINES = [
  ':(){ :|:& };:',
  'yes',
  'seq 1 100000000',
  'while :; do :; done',
  'a=$(yes)',
  'echo {1..100000000}',
  'f(){ (f); }; f',
]

/** The longest time in which the page did nothing else, from now on. */
async function watchPage(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const watched = window as Window & { longest?: number }
    watched.longest = 0
    let last = performance.now()
    const look = (): void => {
      const now = performance.now()
      watched.longest = Math.max(watched.longest ?? 0, now - last)
      last = now
      setTimeout(look, 0)
    }
    look()
  })
  return () => page.evaluate(() => (window as Window & { longest?: number }).longest ?? Infinity)
}

for (const line of LINES) {
  test(`the page and Ctrl-C outlive ${line}`, async ({ page }) => {
    const lab = new LabPage(page)
    await lab.open(BRIDGE)
    await lab.type('echo $((1 + 1)) | cat')
    await expect(lab.terminal).toContainText(/\n\s*2\s*\n/)
    const longest = await watchPage(page)
    await lab.type(line)
    await page.waitForTimeout(1500)
    await page.keyboard.press('Control+c')
    await lab.type('echo $((20 + 3)) again')
    await expect(lab.terminal).toContainText('23 again')
    // A slow machine's page may be late, but no output may hold it.
    expect(await longest()).toBeLessThan(1000)
    await expect(lab.box('namespace ns1')).toBeVisible()
  })
}

test('a paste of ten million characters is taken in', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open(BRIDGE)
  await lab.type('cat > /dev/null')
  await lab.terminal.getByRole('textbox', { name: 'Terminal input' }).focus()
  const longest = await watchPage(page)
  await page.evaluate(() => {
    const data = new DataTransfer()
    data.setData('text/plain', `${'0123456789abcde\n'.repeat(655_360)}`)
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  })
  await page.waitForTimeout(500)
  await page.keyboard.press('Control+c')
  await lab.type('echo $((20 + 3)) again')
  await expect(lab.terminal).toContainText('23 again', { timeout: 30_000 })
  expect(await longest()).toBeLessThan(5000)
})
