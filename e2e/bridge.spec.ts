// The same lab three ways: typed, by mouse, by keyboard without typing a command. All end in the same text.
import { expect, test, type Locator } from '@playwright/test'
import { BRIDGE, commandsOf, EMPTY, LabPage } from './lab.ts'

test('typed', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open(EMPTY)
  for (const command of commandsOf(BRIDGE)) await lab.type(command.slice('$ '.length))
  await expectBridge(lab)
})

test('by mouse', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open(EMPTY)
  await lab.tool('Bridge').dragTo(lab.box('machine host'))
  await expect(lab.box('bridge br0')).toBeVisible()
  for (const name of ['ns1', 'ns2']) {
    await lab.tool('Namespace').click()
    await expect(lab.box(`namespace ${name}`)).toBeVisible()
  }
  for (const name of ['ns1', 'ns2']) {
    await lab.tool('Cable').click()
    await clickTitle(lab.box(`namespace ${name}`))
    await clickTitle(lab.box('bridge br0'))
    await expect(lab.thing(`interface eth0 in ${name}`)).toHaveAccessibleDescription(/^up/)
  }
  for (const name of ['ns1', 'ns2']) {
    await lab.thing(`interface eth0 in ${name}`).click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Add address…' }).click()
    // The field that opens holds the next free address.
    const field = lab.canvas.getByRole('textbox', { name: 'Address of eth0' })
    await expect(field).toHaveValue(/^10\.0\.0\.\d\/24$/)
    await lab.canvas.getByRole('button', { name: 'Run', exact: true }).click()
    await expect(lab.thing(`interface eth0 in ${name}`)).toHaveAccessibleDescription(/10\.0\.0\.\d\/24/)
  }
  await expectBridge(lab)
  // Each gesture is to be read in the terminal.
  await expect(lab.terminal).toContainText('ip link set veth-ns1 master br0')
})

test('by keyboard, without a command typed', async ({ page }) => {
  const lab = new LabPage(page)
  const { keyboard } = page
  await lab.open(EMPTY)
  await lab.reach(lab.tool('Bridge'))
  await keyboard.press('Enter')
  await expect(lab.box('bridge br0')).toBeVisible()
  for (const name of ['ns1', 'ns2']) {
    await lab.reach(lab.tool('Namespace'))
    await keyboard.press('Enter')
    await expect(lab.box(`namespace ${name}`)).toBeVisible()
  }
  for (const name of ['ns1', 'ns2']) {
    await lab.reach(lab.tool('Cable'))
    await keyboard.press('Enter')
    await lab.reach(lab.box(`namespace ${name}`))
    await keyboard.press('Enter')
    await lab.reach(lab.box('bridge br0'))
    await keyboard.press('Enter')
    await expect(lab.thing(`interface eth0 in ${name}`)).toHaveAccessibleDescription(/^up/)
  }
  for (const name of ['ns1', 'ns2']) {
    await lab.reach(lab.thing(`interface eth0 in ${name}`))
    await keyboard.press('Shift+F10')
    await expect(page.getByRole('menu')).toBeVisible()
    await lab.reach(page.getByRole('menuitem', { name: 'Add address…' }), 'ArrowDown')
    await keyboard.press('Enter')
    await expect(lab.canvas.getByRole('textbox', { name: 'Address of eth0' })).toBeFocused()
    await keyboard.press('Enter')
    await expect(lab.thing(`interface eth0 in ${name}`)).toHaveAccessibleDescription(/10\.0\.0\.\d\/24/)
  }
  await expectBridge(lab)
})

async function expectBridge(lab: LabPage): Promise<void> {
  await expect(lab.thing('interface eth0 in ns1')).toHaveAccessibleDescription(/^up, 10\.0\.0\.1\/24/)
  await expect(lab.thing('interface eth0 in ns2')).toHaveAccessibleDescription(/^up, 10\.0\.0\.2\/24/)
  await expect(lab.thing('interface veth-ns1 in host')).toHaveAccessibleDescription(/port of br0/)
  await expect(lab.thing('cable eth0 – veth-ns2')).toBeAttached()
  expect(await lab.commands()).toEqual(commandsOf(BRIDGE))
}

/** Where nothing but the box itself is. */
async function clickTitle(box: Locator): Promise<void> {
  await standsStill(box)
  await box.click({ position: { x: 24, y: 10 } })
}

/** The view moves for a moment when something new is to be fitted in: nobody aims at what moves. */
async function standsStill(box: Locator): Promise<void> {
  let before = ''
  await expect(async () => {
    const now = JSON.stringify(await box.boundingBox())
    const same = now === before
    before = now
    expect(same).toBe(true)
  }).toPass({ intervals: [200] })
}
