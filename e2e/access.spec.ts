// For everybody: axe finds nothing serious, and the keyboard reaches everything.
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { BRIDGE, LabPage } from './lab.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    const lab = new LabPage(page)
    await lab.open(BRIDGE)
    await page.getByRole('combobox', { name: 'Speed' }).selectOption('0')
    await lab.type('ip netns exec ns1 ping -c 1 10.0.0.2')
    await expect(lab.packets.getByRole('option').first()).toBeVisible()
    expect(await seriousIn(page)).toEqual([])
    await lab.packets.getByRole('option').first().click()
    await expect(lab.inspector.getByRole('tab').first()).toBeVisible()
    expect(await seriousIn(page)).toEqual([])
    await lab.box('namespace ns1').click({ button: 'right', position: { x: 24, y: 10 } })
    await expect(page.getByRole('menu')).toBeVisible()
    expect(await seriousIn(page)).toEqual([])
    await page.keyboard.press('Escape')
  })

  test(`axe finds nothing serious in a dialog, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    const lab = new LabPage(page)
    await lab.open(BRIDGE)
    for (const name of ['Share', 'Help', 'Find and do', 'Who reaches whom', 'Labs', 'Container']) {
      await lab.button(name).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      expect(await seriousIn(page, 'dialog, [role=dialog]'), name).toEqual([])
      if (name === 'Labs') {
        await lab.button('Open a file or paste a session…').click()
        expect(await seriousIn(page, 'dialog, [role=dialog]'), 'import').toEqual([])
      }
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toBeHidden()
    }
    await lab.box('namespace ns1').click({ button: 'right', position: { x: 24, y: 10 } })
    await page.getByRole('menuitem', { name: 'Can it reach…?' }).click()
    await expect(page.getByRole('dialog', { name: 'Can A reach B?' })).toBeVisible()
    expect(await seriousIn(page, 'dialog'), 'ask').toEqual([])
    await page.keyboard.press('Escape')
    await lab.button('Reset').click()
    expect(await seriousIn(page, 'dialog'), 'reset').toEqual([])
  })
}

test('who asked for less motion sees none, and packets step all the same', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const lab = new LabPage(page)
  await lab.open(BRIDGE)
  await lab.button('Pause').click()
  await lab.type('ip netns exec ns1 ping -c 1 10.0.0.2')
  const pill = lab.canvas.getByRole('button', { name: /^packet / }).first()
  const places = new Set<string>()
  for (let step = 0; step < 3; step++) {
    await lab.button('Step').click()
    await expect(pill).toBeVisible()
    const seen = new Set<string>()
    for (let look = 0; look < 6; look++) {
      const box = await pill.boundingBox()
      // A packet that moved would be somewhere else at each look.
      if (box) seen.add(`${box.x} ${box.y}`)
      expect(await page.evaluate(() => document.getAnimations().length)).toBe(0)
      await page.waitForTimeout(60)
    }
    expect(seen.size).toBeLessThanOrEqual(2)
    for (const place of seen) places.add(place)
  }
  expect(places.size).toBeGreaterThan(1)
})

test('names that a screen reader says', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open(BRIDGE)
  for (const part of [lab.canvas, lab.terminal, lab.packets, lab.inspector, lab.palette])
    await expect(part).toBeVisible()
  for (const name of ['Namespace', 'Bridge', 'Cable', 'Machine', 'Switch'])
    await expect(lab.tool(name)).toBeVisible()
  for (const name of ['Undo', 'Redo', 'Pause', 'Step', 'Step back', 'Share', 'Reset']) {
    await expect(lab.button(name)).toBeVisible()
  }
  for (const name of ['machine host', 'namespace ns1', 'bridge br0'])
    await expect(lab.box(name)).toBeVisible()
  await expect(lab.terminal.getByRole('tab', { name: 'host' })).toBeVisible()
  expect(await lab.picture()).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^cable eth0 – veth-ns1/),
      expect.stringMatching(/^interface eth0 in ns1: up, 10\.0\.0\.1\/24/),
      expect.stringMatching(/^interface lo in host: down/),
    ]),
  )
})

test('the keyboard gets from part to part, and out of the terminal', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open(BRIDGE)
  const parts = [lab.palette, lab.canvas, lab.terminal, lab.packets, lab.inspector]
  await lab.tool('Namespace').focus()
  for (const part of [...parts.slice(1), ...parts]) {
    for (let press = 0; press < 2 && !(await holdsFocus(part)); press++) await page.keyboard.press('F6')
    expect(await holdsFocus(part)).toBe(true)
  }
})

test('delete and undo by keyboard', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open(BRIDGE)
  await lab.reach(lab.box('namespace ns1'))
  await page.keyboard.press('Delete')
  await expect(lab.box('namespace ns1')).toBeHidden()
  await expect(lab.terminal).toContainText('ip netns del ns1')
  await page.keyboard.press('Control+z')
  await expect(lab.box('namespace ns1')).toBeVisible()
})

test('at 200 % the page is scrolled, and the canvas keeps its size', async ({ page }) => {
  await page.setViewportSize({ width: 512, height: 384 })
  const lab = new LabPage(page)
  await lab.open(BRIDGE)
  expect((await lab.canvas.boundingBox())?.height).toBeGreaterThan(250)
  await page.mouse.move(200, 20)
  await page.mouse.wheel(0, 400)
  await lab.box('namespace ns1').click({ position: { x: 30, y: 10 } })
  await page.getByRole('button', { name: 'Terminal', exact: true }).click()
  await lab.type('ip -br link')
  await expect(lab.terminal).toContainText('veth-ns1@if2')
})

test('a question keeps the focus, begins at its answer and gives it back', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open(BRIDGE)
  await lab.button('Reset').focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('alertdialog', { name: 'Reset the lab?' })
  await expect(dialog.getByRole('button', { name: 'Reset' })).toBeFocused()
  for (let press = 0; press < 6; press++) {
    await page.keyboard.press('Tab')
    expect(
      await page.evaluate(
        () =>
          document.activeElement === document.body ||
          document.querySelector('dialog')?.contains(document.activeElement),
      ),
    ).toBe(true)
  }
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(lab.button('Reset')).toBeFocused()
})

/** On the whole page, or in a part of it. */
async function seriousIn(page: LabPage['page'], part = 'body'): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).include(part).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`))
}

async function holdsFocus(part: LabPage['canvas']): Promise<boolean> {
  return part.evaluate((element) => element.contains(document.activeElement))
}
