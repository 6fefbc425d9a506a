// Very many frames at once, as dots on one drawing surface over the canvas.
import { useStore as useFlowStore, useStoreApi } from '@xyflow/react'
import { useEffect, useMemo, useRef, type ReactNode } from 'react'
import type { LabStore } from '../../store/lab.ts'
import { protocolColour } from '../packets/protocolColour.ts'
import { useCanvas, useFar } from './canvasContext.ts'
import styles from './Flights.module.css'
import type { Frame } from './flights.ts'
import { still } from './useAutoFit.ts'
import { along, wayOf, type Point, type Way } from './ways.ts'

interface SwarmProps {
  readonly frames: readonly Frame[]
  readonly milliseconds: number
  /** As the frames of a batch move. */
  readonly easing: string
}

interface Dot {
  readonly frame: Frame
  readonly way: Way
  readonly colour: string
}

/** Pixels at zoom 1: half of a dot's width, and its border. */
const NEAR_DOT = { radius: 6, border: 2 }
const FAR_DOT = { radius: 22, border: 6 }
/** How far from its middle, on the screen, a dot can be pressed. */
const REACH = 10

export function Swarm({ frames, milliseconds, easing }: SwarmProps): ReactNode {
  const { store } = useCanvas()
  const flow = useStoreApi()
  const surface = useRef<HTMLCanvasElement>(null)
  const width = useFlowStore((s) => s.width)
  const height = useFlowStore((s) => s.height)
  const far = useFar()
  const dots = useMemo(
    () => frames.map((frame) => ({ frame, way: wayOf(frame.path), colour: protocolColour(frame.protocol) })),
    [frames],
  )

  useEffect(() => {
    const canvas = surface.current
    const context = canvas?.getContext('2d')
    const board = canvas?.closest('.react-flow')
    if (!canvas || !context || !board) return
    const clock = new Animation(
      new KeyframeEffect(null, null, { duration: milliseconds, easing, fill: 'forwards' }),
    )
    clock.play()
    const colours = coloursOf(canvas, dots)
    const size = far ? FAR_DOT : NEAR_DOT
    let drawn = ''
    let request = 0
    const progress = (): number => (still() ? 0.5 : (clock.effect?.getComputedTiming().progress ?? 1))
    const draw = (): void => {
      request = requestAnimationFrame(draw)
      const [x, y, zoom] = flow.getState().transform
      const part = progress()
      const chosen = chosenIn(store)
      const state = `${x} ${y} ${zoom} ${part} ${chosen}`
      if (state === drawn) return
      drawn = state
      const scale = devicePixelRatio
      context.setTransform(1, 0, 0, 1, 0, 0)
      context.clearRect(0, 0, canvas.width, canvas.height)
      context.setTransform(scale * zoom, 0, 0, scale * zoom, scale * x, scale * y)
      for (const dot of dots) {
        const { at, alpha } = placeOf(dot, part)
        context.globalAlpha = alpha
        context.beginPath()
        context.arc(at.x, at.y, size.radius - size.border / 2, 0, 2 * Math.PI)
        context.fillStyle = colours.get(dot.colour) ?? ''
        context.fill()
        context.lineWidth = size.border
        context.strokeStyle = colours.get(dot.frame.skb === chosen ? ACCENT : SURFACE) ?? ''
        context.stroke()
      }
    }
    draw()
    const press = (event: Event): void => {
      if (!(event instanceof MouseEvent)) return
      const box = canvas.getBoundingClientRect()
      const [x, y, zoom] = flow.getState().transform
      const part = progress()
      const reach = Math.max(REACH, size.radius * zoom)
      const hit = dots.findLast((dot) => {
        const { at } = placeOf(dot, part)
        return (
          Math.hypot(at.x * zoom + x + box.left - event.clientX, at.y * zoom + y + box.top - event.clientY) <=
          reach
        )
      })
      if (!hit) return
      event.stopPropagation()
      store.select({ kind: 'packet', skb: hit.frame.skb })
    }
    board.addEventListener('click', press, true)
    return () => {
      cancelAnimationFrame(request)
      clock.cancel()
      board.removeEventListener('click', press, true)
    }
  }, [dots, milliseconds, easing, far, width, height, flow, store])

  return (
    <canvas
      ref={surface}
      className={styles.swarm}
      width={Math.round(width * devicePixelRatio)}
      height={Math.round(height * devicePixelRatio)}
      data-frames={frames.length}
      aria-hidden
    />
  )
}

function chosenIn(store: LabStore): number | null {
  const { selection } = store.api.getState()
  return selection?.kind === 'packet' ? selection.skb : null
}

/** What nothing receives is at its end after half the time, and fades. */
function placeOf({ frame, way }: Dot, part: number): { readonly at: Point; readonly alpha: number } {
  if (!frame.lost) return { at: along(way, part), alpha: 1 }
  return { at: along(way, Math.min(1, 2 * part)), alpha: Math.min(1, 2 - 2 * part) }
}

const SURFACE = 'var(--surface)'
const ACCENT = 'var(--accent)'

/** A drawing surface knows no variables. */
function coloursOf(canvas: Element, dots: readonly Dot[]): ReadonlyMap<string, string> {
  const style = getComputedStyle(canvas)
  const names = new Set([SURFACE, ACCENT, ...dots.map((dot) => dot.colour)])
  return new Map(
    Array.from(names, (name) => [name, style.getPropertyValue(name.slice('var('.length, -1)).trim()]),
  )
}
