// A cable in the hand: pressed on an interface (or on a cable near its end), drawn to the pointer, plugged where it is
// let go. Pointer events, so that a finger does as a mouse.
import { useMemo, type PointerEvent } from 'react'
import type { CanvasParts } from './canvasContext.ts'
import { planConnect } from './gestures/connect.ts'
import { planReplug } from './gestures/replug.ts'
import { perform, type Plan, type Target, type View } from './gestures/gesture.ts'
import type { Point } from './interaction.ts'
import { cableEnds } from './menus.ts'
import { elementOf, isTarget, targetUnder, thingAt } from './things.ts'
import { lightTargets, markPlug } from './plugLights.ts'

/** Pixels before a press becomes a drag. */
const THRESHOLD = 5

/** What is plugged on release, from what was grabbed. */
interface Grab {
  readonly from: Target
  readonly start: Point
  readonly plan: (view: View, to: Target) => Plan
}

export function useLooseCable(
  parts: CanvasParts,
  region: { readonly current: HTMLElement | null },
  armed: boolean,
): (event: PointerEvent) => void {
  return useMemo(() => {
    return (event) => {
      const root = region.current
      if (event.button !== 0 || !root || !(event.target instanceof Element)) return
      const grab = grabAt(parts, root, event.target, { x: event.clientX, y: event.clientY }, armed)
      if (!grab) return
      follow(parts, root, grab, event)
    }
  }, [parts, region, armed])
}

function grabAt(parts: CanvasParts, root: Element, element: Element, at: Point, armed: boolean): Grab | null {
  if (element.closest('button') || !element.closest('.react-flow__renderer')) return null
  const thing = thingAt(element)
  if (!thing) return null
  if (thing.kind === 'cable') return grabCable(parts, root, thing.id, at)
  if (!isTarget(thing) || (!armed && !element.closest('[data-chip]'))) return null
  const chip = element.closest('[data-chip]')
  return { from: thing, start: chip ? middle(chip) : at, plan: (view, to) => planConnect(view, thing, to) }
}

/** The end nearer to the pointer comes off; the other stays where it is. */
function grabCable(parts: CanvasParts, root: Element, id: string, at: Point): Grab | null {
  const ends = cableEnds(parts.store.api.getState(), id)
  if (!ends) return null
  const [a, b] = ends.map((d) => ({
    device: d,
    point: middle(root.querySelector(`[data-chip="${CSS.escape(d.id)}"]`)),
  }))
  if (!a || !b) return null
  const [loose, held] = distance(a.point, at) < distance(b.point, at) ? [a.device, b] : [b.device, a]
  return {
    from: { kind: 'device', id: loose.id },
    start: held.point,
    plan: (view, to) => planReplug(view, loose.id, held.device.id, to),
  }
}

function follow(parts: CanvasParts, root: HTMLElement, grab: Grab, down: PointerEvent): void {
  const { interaction, store } = parts
  const from = { x: down.clientX, y: down.clientY }
  const own = elementOf(root, grab.from)
  let dragging = false
  const under = (event: globalThis.PointerEvent): ReturnType<typeof targetUnder> =>
    targetUnder(event.clientX, event.clientY, (e) => e === own)

  const move = (event: globalThis.PointerEvent): void => {
    if (event.pointerId !== down.pointerId) return
    const end = { x: event.clientX, y: event.clientY }
    if (!dragging && distance(from, end) < THRESHOLD) return
    if (!dragging) lightTargets(root, (to) => grab.plan(store.api.getState(), to).ok, own)
    dragging = true
    const found = under(event)
    markPlug(root, found && grab.plan(store.api.getState(), found.target).ok ? found.element : null)
    interaction.setState({ loose: { from: grab.from, start: grab.start, end } })
  }
  const done = (event: globalThis.PointerEvent): void => {
    if (event.pointerId !== down.pointerId) return
    stop()
    if (!dragging) return
    const found = under(event)
    if (event.type === 'pointerup' && found) perform(store, grab.plan(store.api.getState(), found.target))
    // The click that follows a drag is no choice of what lies there.
    root.addEventListener('click', swallow, { capture: true, once: true })
    setTimeout(() => root.removeEventListener('click', swallow, { capture: true }), 0)
  }
  const key = (event: globalThis.KeyboardEvent): void => {
    if (event.key === 'Escape') stop()
  }
  const stop = (): void => {
    window.removeEventListener('pointermove', move)
    window.removeEventListener('pointerup', done)
    window.removeEventListener('pointercancel', done)
    window.removeEventListener('keydown', key, true)
    markPlug(root, null)
    lightTargets(root, null, null)
    interaction.setState({ loose: null })
  }
  window.addEventListener('pointermove', move)
  window.addEventListener('pointerup', done)
  window.addEventListener('pointercancel', done)
  window.addEventListener('keydown', key, true)
}

function swallow(event: Event): void {
  event.stopPropagation()
}

function middle(element: Element | null): Point {
  const rect = element?.getBoundingClientRect()
  return rect ? { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 } : { x: 0, y: 0 }
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}
