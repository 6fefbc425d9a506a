// Files and texts from elsewhere, opened as one's own lab.
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { LabPage } from './lab.ts'

async function openForm(lab: LabPage): Promise<void> {
  await lab.tool('Labs').click()
  await lab.button('Open a file or paste a session…').click()
}

async function openText(lab: LabPage, text: string): Promise<void> {
  await openForm(lab)
  await lab.page.getByRole('textbox', { name: 'Text to open' }).fill(text)
  await lab.button('Open as a lab').click()
}

/** As a file manager does. */
async function drop(page: Page, name: string, content: string): Promise<void> {
  await page.evaluate(
    ([name, content]) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([content], name))
      for (const type of ['dragover', 'drop'])
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
    },
    [name, content] as const,
  )
}

test('a pasted session becomes one’s own lab; the one before is kept', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open()
  await lab.type('ip netns add mine')
  await expect(lab.box('namespace mine')).toBeVisible()
  await openText(lab, 'root@node1:~# ip netns add left\nroot@node1:~# ip netns\nleft\n')
  await expect(lab.box('namespace left')).toBeVisible()
  await expect(lab.box('namespace mine')).toBeHidden()
  expect(await lab.commands()).toEqual(['$ ip netns add left', '$ ip netns'])
  await lab.tool('Labs').click()
  await page.getByRole('button', { name: /ip netns add mine/ }).click()
  await expect(lab.box('namespace mine')).toBeVisible()
})

test('what is no lab is refused in the form, and nothing is lost', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open()
  await lab.type('ip netns add mine')
  await expect(lab.box('namespace mine')).toBeVisible()
  await openText(lab, 'Dear all,\nwe met on Monday.')
  const form = page.getByRole('dialog', { name: 'Open as a lab' })
  await expect(form.getByRole('status')).toHaveText('No command was found in it.')
  const { violations } = await new AxeBuilder({ page }).include('dialog').analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  await page.keyboard.press('Escape')
  await drop(page, 'photo.png', 'PNG\0\0')
  await expect(page.getByText('This is no text, so it cannot be opened as a lab.')).toBeVisible()
  await expect(lab.box('namespace mine')).toBeVisible()
})

test('a script that is dropped on the page, and a file that is chosen', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open()
  await drop(page, 'setup.sh', '#!/bin/bash\nset -e\nfor n in a b; do\n  ip netns add $n\ndone\n')
  await expect(lab.box('namespace b')).toBeVisible()
  await openForm(lab)
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    lab.button('Choose a file…').click(),
  ])
  await chooser.setFiles({
    name: 'host.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(
      '2: br7: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP\n    inet 10.7.0.1/24 scope global br7\n',
    ),
  })
  await expect(lab.box('bridge br7')).toBeVisible()
  await expect(lab.box('namespace b')).toBeHidden()
})
