// Notes: written on the canvas, and carried by whatever carries the lab.
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { BRIDGE, LabPage } from './lab.ts'

const NOTE = '#! note 420 -150 200 브리지는 스위치다\\n\\n  C:\\\\net & <b>\n'

test('a note is written, moved, widened, copied, deleted, and all of it undone', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open(BRIDGE)
  await lab.tool('Note').click()
  await expect(page.getByRole('textbox', { name: 'Text of the note' })).toBeFocused()
  await page.keyboard.type('Look here\nthen there')
  await page.keyboard.press('Escape')
  const note = lab.box('note Look here')
  await expect(note).toBeFocused()
  const written = notesIn(await lab.text())
  expect(written).toEqual([expect.stringMatching(/^#! note -?\d+ -?\d+ 200 Look here\\nthen there$/)])

  // By hand.
  const before = await boxOf(note)
  await page.mouse.move(before.x + 40, before.y + 20)
  await page.mouse.down()
  await page.mouse.move(before.x + 100, before.y - 40, { steps: 5 })
  await page.mouse.up()
  const moved = await boxOf(note)
  expect(moved.x - before.x).toBeGreaterThan(40)
  await page.mouse.move(moved.x + moved.width - 1, moved.y + 10)
  await page.mouse.down()
  await page.mouse.move(moved.x + moved.width + 79, moved.y + 10, { steps: 5 })
  await page.mouse.up()
  const [, x, y, w] = /^#! note (-?\d+) (-?\d+) (\d+)/.exec(notesIn(await lab.text())[0] ?? '') ?? []
  const [, oldX, oldY] = /^#! note (-?\d+) (-?\d+)/.exec(written[0] ?? '') ?? []
  expect([Number(x) > Number(oldX), Number(y) < Number(oldY), Number(w) > 250]).toEqual([true, true, true])
  await note.dblclick()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('다른 글')
  await page.keyboard.press('Control+Enter')
  const other = lab.box('note 다른 글')
  await expect(other).toBeVisible()

  // By keys.
  await other.focus()
  await page.keyboard.press('Control+d')
  await expect(other).toHaveCount(2)
  await page.keyboard.press('Delete')
  await expect(other).toHaveCount(1)
  await other.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Narrower' }).click()
  const last = notesIn(await lab.text())

  // Narrower, deleted, duplicated, another text, wider, moved: the note as it was written.
  await other.focus()
  for (let i = 0; i < 6; i++) await page.keyboard.press('Control+z')
  await expect(note).toBeVisible()
  expect(notesIn(await lab.text())).toEqual(written)
  await note.focus()
  await page.keyboard.press('Control+z')
  await expect(note).toBeHidden()
  await lab.box('machine host').focus()
  for (let i = 0; i < 7; i++) await page.keyboard.press('Control+Shift+z')
  await expect(lab.button('Redo')).toBeDisabled()
  await expect(other).toHaveCount(1)
  expect(notesIn(await lab.text())).toEqual(last)
})

test('a note and a namespace that are deleted together are one undo', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open(NOTE + BRIDGE)
  const [note, ns1] = [lab.box('note 브리지는 스위치다'), lab.box('namespace ns1')]
  const before = await lab.text()
  await note.focus()
  await page.keyboard.press('Shift+Enter')
  await ns1.focus()
  await page.keyboard.press('Shift+Enter')
  await page.keyboard.press('Delete')
  await expect(note).toBeHidden()
  await expect(ns1).toBeHidden()
  await lab.button('Undo').click()
  await expect(note).toBeVisible()
  await expect(ns1).toBeVisible()
  expect(await lab.text()).toBe(before)
  await lab.button('Redo').click()
  await expect(note).toBeHidden()
  await expect(ns1).toBeHidden()
})

test('N and a double click on the open canvas begin one; one without a text is none', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open(BRIDGE)
  await lab.box('namespace ns1').focus()
  await page.keyboard.press('n')
  await expect(page.getByRole('textbox', { name: 'Text of the note' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('textbox', { name: 'Text of the note' })).toHaveCount(0)
  const canvas = await boxOf(lab.canvas)
  await page.mouse.dblclick(canvas.x + canvas.width - 60, canvas.y + 40)
  await expect(page.getByRole('textbox', { name: 'Text of the note' })).toBeFocused()
  await page.keyboard.type('Up here')
  await lab.tool('Select').focus()
  await expect(lab.box('note Up here')).toBeVisible()
  expect(notesIn(await lab.text())).toHaveLength(1)
})

test('a link, a picture and a script carry it', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open(NOTE + BRIDGE)
  await expect(lab.box('note 브리지는 스위치다')).toBeVisible()
  await expect(lab.box('note 브리지는 스위치다')).toContainText('C:\\net & <b>')
  expect(await lab.text()).toContain(NOTE)
  await lab.button('Share').click()
  await page.getByRole('tab', { name: 'Export' }).click()
  const saved = async (name: string): Promise<string> => {
    const download = page.waitForEvent('download')
    await page.getByRole('dialog').getByRole('button', { name }).click()
    const chunks: Buffer[] = []
    for await (const chunk of await (await download).createReadStream()) chunks.push(chunk as Buffer)
    return Buffer.concat(chunks).toString()
  }
  expect(await saved('SVG')).toContain('>  C:\\net &amp; &lt;b&gt;</text>')
  expect(await saved('Bash script')).toContain(NOTE)
  expect(await saved('Markdown')).toContain('> 브리지는 스위치다\n> \n>   C:\\net & <b>\n')
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in a note, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    const lab = new LabPage(page)
    await lab.open(NOTE + BRIDGE)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`)).toEqual([])
    await lab.box('note 브리지는 스위치다').dblclick()
    const writing = await new AxeBuilder({ page }).include('.react-flow__node-note').analyze()
    expect(writing.violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`)).toEqual([])
  })
}

function notesIn(text: string): readonly string[] {
  return text.split('\n').filter((line) => line.startsWith('#! note'))
}

async function boxOf(
  thing: LabPage['canvas'],
): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await thing.boundingBox()
  if (!box) throw new Error('not on the screen')
  return box
}
