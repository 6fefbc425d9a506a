// A shelf whose things are put there when the page has time: the text of a large lab is long, storage is slow, and a command
// is not to wait for it.
import type { Shelf } from './preferences.ts'

/** `whenIdle` runs a function once, later. What is kept last is what is written. */
export function lazyShelf(
  shelf: Shelf,
  whenIdle: (write: () => void) => void,
): Shelf & { readonly write: () => void } {
  const waiting = new Map<string, string>()
  const write = (): void => {
    for (const [key, value] of waiting) shelf.setItem(key, value)
    waiting.clear()
  }
  return {
    getItem: (key) => waiting.get(key) ?? shelf.getItem(key),
    setItem: (key, value) => {
      if (waiting.size === 0) whenIdle(write)
      waiting.set(key, value)
    },
    removeItem: (key) => {
      waiting.delete(key)
      shelf.removeItem(key)
    },
    write,
  }
}
