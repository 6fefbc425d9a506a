// By finger: the canvas is moved and spread, a long press asks for a menu, a cable is drawn. And what is small is scrolled.
import { expect, test, type CDPSession, type Page } from '@playwright/test'
import { BRIDGE, EMPTY, LabPage } from './lab.ts'

test.use({ hasTouch: true, viewport: { width: 820, height: 1000 } })

interface Spot {
  readonly x: number
  readonly y: number
}

test('fingers move the canvas, spread it, ask for a menu and draw a cable', async ({ page, context }) => {
  const lab = new LabPage(page)
  await lab.open(`${BRIDGE}$ ip netns add blue\n`)
  const hand = await context.newCDPSession(page)
  const box = await lab.canvas.boundingBox()
  if (!box) throw new Error('no canvas')
  const ground = { x: box.x + box.width - 40, y: box.y + 30 }
  await expect(lab.thing('interface eth0 in ns1')).toBeVisible()

  const before = await viewOf(page)
  await touch(hand, [[ground], [{ x: ground.x - 60, y: ground.y + 40 }]])
  await expect.poll(async () => (await viewOf(page)).x).toBeLessThan(before.x - 30)
  const moved = await viewOf(page)
  const [a, b] = [
    { x: box.x + box.width / 2 - 30, y: box.y + 40 },
    { x: box.x + box.width / 2 + 30, y: box.y + 40 },
  ]
  await touch(hand, [
    [a, b],
    [
      { ...a, x: a.x - 40 },
      { ...b, x: b.x + 40 },
    ],
  ])
  await expect.poll(async () => (await viewOf(page)).zoom).toBeGreaterThan(moved.zoom * 1.2)
  await lab.button('Fit view').tap()
  await page.waitForTimeout(400)

  const ns = await middleOf(lab.box('namespace blue'))
  await touch(hand, [[{ x: ns.x + 60, y: ns.y - 20 }]], 700)
  await expect(page.getByRole('menu', { name: 'namespace blue' })).toBeVisible()
  await page.keyboard.press('Escape')
  const chip = await middleOf(lab.thing('interface eth0 in ns1'))
  await touch(hand, [[chip], [{ x: chip.x + 30, y: chip.y + 20 }], [{ x: ns.x + 60, y: ns.y - 20 }]])
  await expect(lab.thing('interface eth0 in blue')).toBeVisible()
})

test('what is touched in the picture of a large lab is chosen, dragged, and asked for its menu', async ({
  page,
  context,
}) => {
  const lab = new LabPage(page)
  await lab.open(`${EMPTY}$ for i in $(seq 400); do ip netns add n$i; done\n`)
  const hand = await context.newCDPSession(page)
  const first = await lab.canvas.locator('[data-layer="boxes"] [data-box="netns"] path').first().boundingBox()
  if (!first) throw new Error('nothing is drawn')
  const at = { x: first.x + 4, y: first.y + 3 }
  await touch(hand, [[at]])
  await expect(lab.inspector).toContainText('n1')
  await touch(hand, [[at]], 800)
  await expect(page.getByRole('menu', { name: 'namespace n1' })).toBeVisible()
  await page.keyboard.press('Escape')
  await touch(hand, [[at], [{ x: at.x + 30, y: at.y + 260 }]], 100)
  expect(await lab.text()).toMatch(/^#! at host\/n1 /m)
})

/** Fingers go down at the first places, over the others, and up. */
async function touch(hand: CDPSession, path: readonly (readonly Spot[])[], rest = 30): Promise<void> {
  const [first = [], ...others] = path
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly Spot[]): Promise<unknown> =>
    hand.send('Input.dispatchTouchEvent', { type, touchPoints: points.map((p, id) => ({ ...p, id })) })
  await send('touchStart', first)
  await new Promise((done) => setTimeout(done, rest))
  let from = first
  for (const to of others) {
    for (let n = 1; n <= 5; n++) {
      const share = n / 5
      await send(
        'touchMove',
        to.map((p, i) => {
          const old = from[i] ?? p
          return { x: old.x + (p.x - old.x) * share, y: old.y + (p.y - old.y) * share }
        }),
      )
    }
    from = to
  }
  await send('touchEnd', [])
}

async function viewOf(page: Page): Promise<{ readonly x: number; readonly zoom: number }> {
  const style = (await page.locator('.react-flow__viewport').getAttribute('style')) ?? ''
  const [, x, zoom] = /translate\(([-\d.]+)px.*scale\(([\d.]+)\)/.exec(style) ?? []
  return { x: Number(x), zoom: Number(zoom) }
}

async function middleOf(thing: LabPage['canvas']): Promise<Spot> {
  const box = await thing.boundingBox()
  if (!box) throw new Error('not on the canvas')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}
