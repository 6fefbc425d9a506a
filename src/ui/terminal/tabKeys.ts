// Keys of the terminals as a whole, which no shell gets.

interface Key {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
  readonly metaKey: boolean
}

/** Ctrl+PageUp and PageDown go from tab to tab, Alt+1…9 to one, Alt+Shift+W closes one, Ctrl+Shift+F looks for words. */
export function tabKey(
  { key, code, ctrlKey, shiftKey, altKey, metaKey }: Key,
  tabs: number,
): 'next' | 'before' | 'close' | 'find' | number | null {
  const control = ctrlKey || metaKey
  if (control && !altKey && !shiftKey) return key === 'PageDown' ? 'next' : key === 'PageUp' ? 'before' : null
  if (control && !altKey && code === 'KeyF') return 'find'
  if (!altKey || control) return null
  if (shiftKey) return code === 'KeyW' ? 'close' : null
  const nth = Number(/^Digit([1-9])$/.exec(code)?.[1] ?? 0)
  return nth > 0 && nth <= tabs ? nth - 1 : null
}
