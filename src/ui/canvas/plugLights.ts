// What is lit while a cable is in the hand: all that would take it, and what is under the pointer.
import type { Target } from './gestures/gesture.ts'
import { targetOfBox } from './things.ts'

/** Above this many boxes only the one under the pointer is lit. */
const MOST_LIT = 200

/** Lights every box on the screen that would take what is in the hand; null: none any more. */
export function lightTargets(
  root: Element,
  takes: ((target: Target) => boolean) | null,
  own: Element | null,
): void {
  for (const old of root.querySelectorAll('[data-takes]')) old.removeAttribute('data-takes')
  if (!takes) return
  const boxes = root.querySelectorAll('.react-flow__node[data-id]')
  if (boxes.length > MOST_LIT) return
  for (const box of boxes) {
    const target = box === own ? null : targetOfBox(box.getAttribute('data-id') ?? '')
    if (target && !box.classList.contains('react-flow__node-interface') && takes(target))
      box.setAttribute('data-takes', '')
  }
}

/** Marks the one element that would be plugged into. */
export function markPlug(root: Element, element: Element | null): void {
  for (const old of root.querySelectorAll('[data-plug]'))
    if (old !== element) old.removeAttribute('data-plug')
  element?.setAttribute('data-plug', 'true')
}
