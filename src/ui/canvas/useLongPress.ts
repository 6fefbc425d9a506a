// A finger that rests on a thing asks for its menu, where the browser does not say so itself.
import { useMemo, type PointerEvent } from 'react'
import { thingAt } from './things.ts'
import type { Gestures } from './useGestures.ts'

const MILLISECONDS = 550
/** Pixels a resting finger may still move. */
const REST = 8

export function useLongPress(
  region: { readonly current: HTMLElement | null },
  { openMenu }: Gestures,
): (event: PointerEvent) => void {
  return useMemo(() => {
    return (down) => {
      const root = region.current
      if (down.pointerType !== 'touch' || !root || !(down.target instanceof Element)) return
      if (!down.target.closest('.react-flow__renderer')) return
      const at = { x: down.clientX, y: down.clientY }
      const timer = setTimeout(() => {
        stop()
        // From afar a box becomes a thing only when it is touched.
        const thing = thingAt(document.elementFromPoint(at.x, at.y))
        if (!thing) return
        openMenu(thing, at)
        // The finger that goes up chooses nothing.
        const swallow = (e: Event): void => e.stopPropagation()
        root.addEventListener('click', swallow, { capture: true, once: true })
        setTimeout(() => root.removeEventListener('click', swallow, { capture: true }), 1000)
      }, MILLISECONDS)
      const move = (event: globalThis.PointerEvent): void => {
        if (Math.hypot(event.clientX - at.x, event.clientY - at.y) > REST) stop()
      }
      const stop = (): void => {
        clearTimeout(timer)
        window.removeEventListener('pointermove', move)
        window.removeEventListener('pointerup', stop)
        window.removeEventListener('pointercancel', stop)
      }
      window.addEventListener('pointermove', move)
      window.addEventListener('pointerup', stop)
      window.addEventListener('pointercancel', stop)
    }
  }, [region, openMenu])
}
