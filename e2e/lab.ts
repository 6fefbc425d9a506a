// The app as a person sees it: by the names that a screen reader says.
import { expect, type Locator, type Page } from '@playwright/test'
import { decodeLink, encodeLink } from '../src/lab/link.ts'

/** One machine, nothing on it. */
export const EMPTY = '#! world: bare\n'

/** Two namespaces on a bridge, addressed and up. */
export const BRIDGE = `#! world: bare
$ ip link add br0 type bridge
$ ip link set br0 up
$ ip netns add ns1
$ ip netns add ns2
$ ip link add veth-ns1 type veth peer name eth0 netns ns1
$ ip link set veth-ns1 master br0
$ ip link set veth-ns1 up
$ ip -n ns1 link set eth0 up
$ ip link add veth-ns2 type veth peer name eth0 netns ns2
$ ip link set veth-ns2 master br0
$ ip link set veth-ns2 up
$ ip -n ns2 link set eth0 up
$ ip -n ns1 addr add 10.0.0.1/24 dev eth0
$ ip -n ns2 addr add 10.0.0.2/24 dev eth0
`

export class LabPage {
  readonly canvas: Locator
  readonly terminal: Locator
  readonly packets: Locator
  readonly inspector: Locator
  readonly palette: Locator

  constructor(readonly page: Page) {
    this.canvas = page.getByRole('region', { name: 'Canvas', exact: true })
    this.terminal = page.getByRole('region', { name: 'Terminal', exact: true })
    this.packets = page.getByRole('region', { name: 'Packets', exact: true })
    this.inspector = page.getByRole('region', { name: 'Inspector', exact: true })
    this.palette = page.getByRole('navigation', { name: 'Palette', exact: true })
  }

  /** Opens a lab by its link, as somebody who was sent it; without a text, one's own. */
  async open(text?: string): Promise<void> {
    await this.page.goto(text === undefined ? './' : `./${encodeLink(text)}`)
    await expect(this.box('machine host')).toBeVisible()
  }

  /** `namespace red`, `bridge br0`, `machine host`. */
  box(name: string): Locator {
    return this.canvas.getByRole('group', { name, exact: true })
  }

  /** `interface eth0 in red`, `cable eth0 – veth0`. */
  thing(name: string): Locator {
    return this.canvas.getByLabel(name, { exact: true })
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true })
  }

  /** A button of the palette. */
  tool(name: string): Locator {
    return this.palette.getByRole('button', { name, exact: true })
  }

  /** Presses a key until a thing has the focus. */
  async reach(target: Locator, key = 'Tab'): Promise<void> {
    for (let press = 0; press < 150; press++) {
      const where = await target.evaluate((element) => {
        if (element === document.activeElement) return 'there'
        return document.activeElement?.closest('[aria-label="Terminal"]') ? 'terminal' : 'elsewhere'
      })
      if (where === 'there') return
      // Tab is the shell's in the terminal: F6 leaves it.
      await this.page.keyboard.press(where === 'terminal' ? 'F6' : key)
    }
    await expect(target).toBeFocused()
  }

  /** Types a line into the terminal that is shown, and presses Enter. */
  async type(line: string): Promise<void> {
    await this.terminal.getByRole('textbox', { name: 'Terminal input' }).focus()
    await this.page.keyboard.type(`${line}\n`)
  }

  /** The text of the lab, as the link carries it. */
  async text(): Promise<string> {
    const link = new URL(await this.link())
    const decoded = decodeLink(link.hash)
    if ('error' in decoded) throw new Error(decoded.error)
    return decoded.text
  }

  /** The commands of the lab, with their prompts; what is no command (places, titles, comments) left out. */
  async commands(): Promise<readonly string[]> {
    return commandsOf(await this.text())
  }

  /** What the Share dialog offers. */
  async link(): Promise<string> {
    await this.button('Share').click()
    const dialog = this.page.getByRole('dialog')
    const field = dialog.getByRole('textbox', { name: 'Link', exact: true })
    await expect(field).toHaveValue(/#1\./)
    const link = await field.inputValue()
    await this.page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    return link
  }

  /** Names and descriptions of everything on the canvas, sorted: what must be the same in two labs that are the same. */
  async picture(): Promise<readonly string[]> {
    const labelled = this.canvas.locator(
      '[aria-label^="machine "], [aria-label^="namespace "], [aria-label^="bridge "], [aria-label^="interface "], [aria-label^="cable "]',
    )
    const names = await labelled.evaluateAll((elements) =>
      elements.map((element) => {
        const by = element.getAttribute('aria-describedby')
        const described = by
          ? document.getElementById(by)?.textContent
          : element.getAttribute('aria-description')
        return `${element.getAttribute('aria-label')}: ${described ?? ''}`
      }),
    )
    return names.sort()
  }
}

export function commandsOf(text: string): readonly string[] {
  return text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
}
