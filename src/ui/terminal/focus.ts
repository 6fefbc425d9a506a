/** Moves the focus into the terminal that is shown; false when there is none. */
export function focusTerminal(): boolean {
  const input = document.querySelector<HTMLElement>('[data-terminal-active] textarea')
  input?.focus({ preventScroll: true })
  return input !== null
}
