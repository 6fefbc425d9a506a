// From an element of the page to the thing it shows, and back.
import type { Thing } from './menus.ts'
import type { Target } from './gestures/gesture.ts'

/** The innermost thing an element belongs to; null on the open canvas. */
export function thingAt(element: Element | null): Thing | null {
  const found = element?.closest('[data-chip], .react-flow__node[data-id], .react-flow__edge[data-id]')
  if (!(found instanceof HTMLElement || found instanceof SVGElement)) return null
  const chip = found.dataset['chip']
  if (chip !== undefined) return { kind: 'device', id: chip }
  const id = found.dataset['id'] ?? ''
  if (found.classList.contains('react-flow__edge')) return { kind: 'cable', id }
  if (id.startsWith('note:')) return { kind: 'note', id }
  return targetOfBox(id)
}

/** What gestures are about: no cable, and no note. */
export function isTarget(thing: Thing): thing is Target {
  return thing.kind !== 'cable' && thing.kind !== 'note'
}

/** `netns:host/4026531841` back in two. */
export function targetOfBox(id: string): Target | null {
  const colon = id.indexOf(':')
  const kind = id.slice(0, colon)
  if (kind !== 'machine' && kind !== 'netns' && kind !== 'device') return null
  return { kind, id: id.slice(colon + 1) }
}

/** The element that shows an interface or, with a border of its own, a box. */
export function elementOf(root: Element, target: Target): Element | null {
  if (target.kind === 'device') {
    const chip = root.querySelector(`[data-chip="${CSS.escape(target.id)}"]`)
    return (
      root.querySelector(`.react-flow__node-bridge[data-id="${CSS.escape(`device:${target.id}`)}"]`) ?? chip
    )
  }
  return root.querySelector(`.react-flow__node[data-id="${CSS.escape(`${target.kind}:${target.id}`)}"]`)
}

/** What lies under a point of the window, innermost first, `skip` and what is in it left out. */
export function targetUnder(
  x: number,
  y: number,
  skip: (element: Element) => boolean,
): { target: Target; element: Element } | null {
  for (const element of document.elementsFromPoint(x, y)) {
    if (skip(element)) continue
    const found = element.closest('[data-chip], .react-flow__node[data-id]')
    const thing = found && !skip(found) ? thingAt(found) : null
    if (found && thing && isTarget(thing)) return { target: thing, element: found }
  }
  return null
}
