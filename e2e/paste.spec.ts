// Pasting into a terminal.
import { expect, test, type Page } from '@playwright/test'
import { LabPage } from './lab.ts'

/** As the browser does on Ctrl+V. */
async function paste(page: Page, text: string): Promise<void> {
  const input = page.locator('[data-terminal-active] textarea')
  await input.focus()
  await input.evaluate((element, text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)
}

const BLOG = `$ sudo ip netns add left
$ ip netns
left
# and its loopback
$ ip -n left link set lo up
$ ip -n left link
1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536
`

test('of a blog’s block the commands run, in order', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open()
  await paste(page, BLOG)
  const sheet = page.getByRole('dialog', { name: 'Paste from a terminal' })
  await expect(sheet.getByRole('checkbox')).toHaveCount(7)
  expect(await sheet.getByRole('checkbox', { checked: true }).count()).toBe(4)
  await expect(sheet.getByRole('button', { name: 'Run 4 commands' })).toBeFocused()
  await sheet.getByRole('checkbox', { name: '$ ip netns', exact: true }).uncheck()
  await sheet.getByRole('button', { name: 'Run 3 commands' }).click()
  await expect(lab.box('namespace left')).toBeVisible()
  await expect(lab.thing('interface lo in left')).toHaveAccessibleDescription(/^up/)
  expect((await lab.commands()).slice(-3)).toEqual([
    '$ sudo ip netns add left',
    '$ ip -n left link set lo up',
    '$ ip -n left link',
  ])
})

test('Escape leaves the terminal as it was; as it is, it goes in as Linux would have it', async ({
  page,
}) => {
  const lab = new LabPage(page)
  await lab.open()
  const before = await lab.commands()
  await paste(page, '$ ip netns add left\n$ ip netns\nleft\n')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  expect(await lab.commands()).toEqual(before)
  await paste(page, '$ ip netns add left')
  await page.getByRole('button', { name: 'Paste as it is' }).click()
  await page.keyboard.press('Enter')
  await expect(lab.terminal).toContainText('$: command not found')
})

test('commands without prompts go straight in', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open()
  await paste(page, 'ip netns add left\nip netns add right\n')
  await page.keyboard.press('Enter')
  await expect(lab.box('namespace right')).toBeVisible()
  await expect(page.getByRole('dialog')).toBeHidden()
})

test('of a typographic dash the real error is shown, and a hint that offers a plain one', async ({
  page,
}) => {
  const lab = new LabPage(page)
  await lab.open()
  await paste(page, 'ip –n red link')
  const hint = page.getByText(/a typographic dash – for -/)
  await expect(hint).toBeVisible()
  await page.locator('[data-terminal-active] textarea').focus()
  await page.keyboard.press('Enter')
  await expect(lab.terminal).toContainText('Object "–n" is unknown, try "ip help".')
  await lab.button('Paste it with plain characters').click()
  await expect(hint).toBeHidden()
  await page.keyboard.press('Enter')
  await expect.poll(() => lab.commands()).toContain('$ ip -n red link')
})
