// Keys of the whole page. A key that an element has a use for is that element's.
import type { LabStore } from '../../store/lab.ts'

/** The parts of the screen that F6 goes round, by their ids. */
export const PARTS = [
  'part-bar',
  'part-palette',
  'part-canvas',
  'part-terminal',
  'part-packets',
  'part-inspector',
] as const

interface Actions {
  readonly store: LabStore
  readonly help: () => void
  readonly find: () => void
  /** Moves the focus into a part; false when it is not on the screen. */
  readonly enter: (part: (typeof PARTS)[number]) => boolean
}

/** Listens on the window. Returns how to stop. */
export function listenToKeys(actions: Actions): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]')) return
    if (run(event, actions)) event.preventDefault()
  }
  window.addEventListener('keydown', onKeyDown)
  return () => window.removeEventListener('keydown', onKeyDown)
}

function run(event: KeyboardEvent, { store, help, find, enter }: Actions): boolean {
  const target = event.target instanceof Element ? event.target : document.body
  if (event.key === 'F6') return goRound(target, event.shiftKey, enter)
  const control = event.ctrlKey || event.metaKey
  const key = event.key.toLowerCase()
  // In a terminal it is the shell's, and cuts the line: there with Shift.
  const shells = target instanceof HTMLTextAreaElement && !event.shiftKey
  if (control && key === 'k' && !event.altKey && !shells) {
    find()
    return true
  }
  if (takesText(target)) return false
  if (control && !event.altKey && (key === 'z' || key === 'y')) {
    store.send({ type: key === 'y' || event.shiftKey ? 'redo' : 'undo' })
    return true
  }
  if (control || event.altKey) return false
  if (event.key === '?') {
    help()
    return true
  }
  if (!onCanvas(target)) return false
  switch (event.key) {
    case ' ':
      store.send({ type: 'play', playing: !store.api.getState().player.playing })
      return true
    case '.':
      store.send({ type: 'step' })
      return true
    case ',':
      store.send({ type: 'step-back' })
      return true
    default:
      return false
  }
}

function goRound(target: Element, back: boolean, enter: Actions['enter']): boolean {
  const now = PARTS.findIndex((part) => target.closest(`#${part}`))
  for (let n = 1; n <= PARTS.length; n++) {
    const at = (now + (back ? -n : n) + 2 * PARTS.length) % PARTS.length
    const part = PARTS[now < 0 && back ? PARTS.length - n : at]
    if (part && enter(part)) return true
  }
  return false
}

function takesText(target: Element): boolean {
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true
  if (target instanceof HTMLElement && target.isContentEditable) return true
  return target instanceof HTMLInputElement && !['button', 'checkbox', 'radio', 'range'].includes(target.type)
}

/** Nothing has the focus, or a thing on the canvas has it (its buttons keep their keys). */
function onCanvas(target: Element): boolean {
  if (target === document.body) return true
  return target.closest('#part-canvas') !== null && target.closest('button, [role=menu]') === null
}
