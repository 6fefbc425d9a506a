// Cables re-plugged by hand, and things lined up while they are dragged.
import { expect, test, type Page } from '@playwright/test'
import { BRIDGE, EMPTY, LabPage } from './lab.ts'

const WIDER = `${BRIDGE}$ ip netns add blue
$ ip link add br1 type bridge
$ ip link add link br0 name v10 type vlan id 10
`

test('the end of a cable is put elsewhere: what takes it is lit, and Linux is told how', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open(WIDER)
  await ready(page, lab)
  // Just below the interface it is the cable that is grabbed.
  const end = await middleOf(lab.thing('interface eth0 in ns1'))
  const blue = await middleOf(lab.box('namespace blue'))
  await page.mouse.move(end.x, end.y + 50)
  await page.mouse.down()
  await page.mouse.move(end.x + 30, end.y + 60, { steps: 3 })
  await expect(lab.box('namespace blue')).toHaveAttribute('data-takes', '')
  await expect(lab.box('bridge br1')).toHaveAttribute('data-takes', '')
  await expect(lab.box('namespace ns1')).not.toHaveAttribute('data-takes', '')
  await page.mouse.move(blue.x, blue.y, { steps: 3 })
  await expect(lab.box('namespace blue')).toHaveAttribute('data-plug', 'true')
  await page.mouse.up()
  await expect(lab.thing('interface eth0 in blue')).toHaveAccessibleDescription(/^up/)
  await expect(lab.terminal).toContainText('a move takes it down, and its addresses away')

  await drag(page, lab.thing('interface veth-ns2 in host'), lab.box('bridge br1'))
  await expect(lab.thing('interface veth-ns2 in host')).toHaveAccessibleDescription(/port of br1/)
  await drag(page, lab.thing('interface v10 in host'), lab.box('namespace ns1'))
  await expect(lab.thing('interface v10 in ns1')).toBeVisible()
  expect((await lab.commands()).slice(-4)).toEqual([
    '$ ip -n ns1 link set eth0 netns blue',
    '$ ip -n blue link set eth0 up',
    '$ ip link set veth-ns2 master br1',
    '$ ip link set v10 netns ns1',
  ])
  // What is refused is refused in a sentence, and nothing is typed.
  await drag(page, lab.thing('interface veth-ns2 in host'), lab.box('bridge br1'))
  await expect(page.getByText('veth-ns2 is a port of br1 already.')).toBeVisible()
})

test('a box that is dragged comes to lie level with its neighbours, unless Ctrl is held', async ({
  page,
}) => {
  const lab = new LabPage(page)
  await lab.open(BRIDGE)
  await ready(page, lab)
  const lines = lab.canvas.locator('svg line')
  const ns2 = lab.box('namespace ns2')
  const from = await ns2.boundingBox()
  if (!from) throw new Error('not on the canvas')
  const hold = { x: from.x + from.width - 20, y: from.y + 8 }
  await page.mouse.move(hold.x, hold.y)
  await page.mouse.down()
  await page.mouse.move(hold.x + 40, hold.y + 30, { steps: 4 })
  await page.mouse.move(hold.x + 40, hold.y + 9, { steps: 4 })
  await expect(lines.first()).toBeAttached()
  await page.mouse.up()
  await expect(lines).toHaveCount(0)
  const ns1 = lab.box('namespace ns1')
  await expect.poll(async () => (await ns2.boundingBox())?.y).toBe((await ns1.boundingBox())?.y)

  await page.keyboard.down('Control')
  await page.mouse.move(hold.x + 30, hold.y)
  await page.mouse.down()
  await page.mouse.move(hold.x + 30, hold.y + 30, { steps: 4 })
  await page.mouse.move(hold.x + 30, hold.y + 9, { steps: 4 })
  await expect(lines).toHaveCount(0)
  await page.mouse.up()
  await page.keyboard.up('Control')
  await expect.poll(async () => (await ns2.boundingBox())?.y).not.toBe((await ns1.boundingBox())?.y)
  // A move is a step of undo.
  await ns2.focus()
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await ns2.boundingBox())?.y).toBe((await ns1.boundingBox())?.y)
})

test('boxes that are dragged, one or several, come to stand as far from their neighbours as those from each other', async ({
  page,
}) => {
  const lab = new LabPage(page)
  await lab.open(`#! at host/a 40 320
#! at host/b 330 320
#! at host/c 640 339
#! at host/d 900 339
${EMPTY}$ for i in a b c d; do ip netns add $i; done
`)
  await ready(page, lab)
  const gaps = lab.canvas.locator('[data-gap="x"]')
  const [b, c, d] = [lab.box('namespace b'), lab.box('namespace c'), lab.box('namespace d')]
  const zoom = ((await c.boundingBox())?.width ?? 0) / 232
  const push = async (box: typeof c, by: number, gap: string): Promise<void> => {
    const from = await box.boundingBox()
    if (!from) throw new Error('not on the canvas')
    const hold = { x: from.x + from.width - 40 * zoom, y: from.y + from.height - 8 * zoom }
    await page.mouse.move(hold.x, hold.y)
    await page.mouse.down()
    // The first pixels only tell a drag from a press.
    await page.mouse.move(hold.x + 5, hold.y)
    await page.mouse.move(hold.x + 5 + by * zoom, hold.y, { steps: 4 })
    await expect(gaps).toHaveText([gap, gap])
    await page.mouse.up()
    await expect(gaps).toHaveCount(0)
  }
  await c.click({ position: { x: 8, y: 30 }, modifiers: ['Shift'] })
  await d.click({ position: { x: 8, y: 30 }, modifiers: ['Shift'] })
  await push(c, -18, '58')
  await page.keyboard.press('Escape')
  await expect(b).toBeVisible()
  expect(await lab.text()).toMatch(/^#! at host\/c 620 339$/m)
  expect(await lab.text()).toMatch(/^#! at host\/d 880 339$/m)
  await push(d, 28, '58')
  expect(await lab.text()).toMatch(/^#! at host\/d 910 339$/m)
})

/** The hand comes with the first move. */
async function ready(page: Page, lab: LabPage): Promise<void> {
  await page.mouse.move(5, 300)
  await expect(lab.canvas.getByRole('status')).toBeAttached()
}

async function middleOf(thing: LabPage['canvas']): Promise<{ x: number; y: number }> {
  const box = await thing.boundingBox()
  if (!box) throw new Error('not on the canvas')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

async function drag(page: Page, from: LabPage['canvas'], to: LabPage['canvas']): Promise<void> {
  const a = await middleOf(from)
  const b = await to.boundingBox()
  if (!b) throw new Error('not on the canvas')
  await page.mouse.move(a.x, a.y)
  await page.mouse.down()
  await page.mouse.move(a.x + 10, a.y + 10, { steps: 2 })
  await page.mouse.move(b.x + 24, b.y + b.height - 8, { steps: 4 })
  await page.mouse.up()
}
