import { Panel, ViewportPortal } from '@xyflow/react'
import { memo, useEffect, useMemo, useRef, useState, type CSSProperties, type ReactNode } from 'react'
import { useStore } from 'zustand'
import type { LabStoreState } from '../../store/lab.ts'
import { noticeNow } from '../i18n/languages.ts'
import { protocolColour } from '../packets/protocolColour.ts'
import { classes } from '../parts/classes.ts'
import { useCanvas, useFar } from './canvasContext.ts'
import type { Drawing } from './drawing.ts'
import styles from './Flights.module.css'
import { framesOf, type Frame } from './flights.ts'
import { Swarm } from './Swarm.tsx'
import { useWords } from './words.ts'

/** More frames than this at once are dots on one surface: their words would cover one another. */
const MOST_PILLS = 30
/** Frames that are drawn at once; the others are counted. */
const MOST_DRAWN = 300
const EASING = 'cubic-bezier(0.4, 0, 0.4, 1)'
/** How long arrived frames are still to be seen when nothing follows, in milliseconds. */
const LINGER = 1200

const selectFlight = (s: LabStoreState): LabStoreState['flight'] => s.flight
const selectPlaying = (s: LabStoreState): boolean => s.player.playing

/** Frames on the cables: those of the last batch, until the next one or, while time runs, until they have been seen. */
export function Flights({ drawing }: { readonly drawing: Drawing }): ReactNode {
  const words = useWords()
  const { store } = useCanvas()
  const flight = useStore(store.api, selectFlight)
  const playing = useStore(store.api, selectPlaying)
  const [seen, setSeen] = useState(0)
  const batch = flight?.batch ?? 0
  const milliseconds = flight?.milliseconds ?? 0
  useEffect(() => {
    if (batch === 0 || !playing) return
    const timer = setTimeout(() => setSeen(batch), milliseconds + LINGER)
    return () => clearTimeout(timer)
  }, [batch, milliseconds, playing])
  // Drawn along the cables as they lay when the frames left.
  const latest = useRef(drawing)
  latest.current = drawing
  const frames = useMemo(
    () => (flight && flight.milliseconds > 0 ? framesOf(flight, latest.current) : []),
    [flight],
  )
  const far = useFar()
  if (frames.length === 0 || batch === seen) return null
  const drawn = frames.slice(0, MOST_DRAWN)
  return (
    <>
      {frames.length > MOST_PILLS ? (
        <Swarm key={batch} frames={drawn} milliseconds={milliseconds} easing={EASING} />
      ) : (
        <ViewportPortal>
          <div className={classes(styles.flights, far && styles.far)}>
            {drawn.map((frame) => (
              <Pill key={`${batch}:${frame.hop}`} frame={frame} milliseconds={milliseconds} dot={far} />
            ))}
          </div>
        </ViewportPortal>
      )}
      {frames.length > MOST_DRAWN ? (
        <Panel position="top-right" className={styles.more}>
          {words.moreFrames.replace('{drawn}', String(MOST_DRAWN)).replace('{all}', String(frames.length))}
        </Panel>
      ) : null}
    </>
  )
}

interface PillProps {
  readonly frame: Frame
  readonly milliseconds: number
  readonly dot: boolean
}

const Pill = memo(function Pill({ frame, milliseconds, dot }: PillProps): ReactNode {
  const { store } = useCanvas()
  const selected = useStore(store.api, (s) => s.selection?.kind === 'packet' && s.selection.skb === frame.skb)
  const element = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const animation = travel(element.current, milliseconds, frame.lost)
    return () => animation?.cancel()
  }, [milliseconds, frame.lost])
  const style: CSSProperties = {
    offsetPath: `path("${frame.path}")`,
    background: protocolColour(frame.protocol),
  }
  return (
    <button
      ref={element}
      type="button"
      tabIndex={-1}
      aria-label={noticeNow(`packet ${frame.label}`)}
      data-lost={frame.lost}
      className={classes(styles.pill, dot && styles.dot, selected && styles.selected, 'nopan', 'nodrag')}
      style={style}
      onClick={(event) => {
        event.stopPropagation()
        store.select({ kind: 'packet', skb: frame.skb })
      }}
    >
      {dot ? null : <Envelope frame={frame} />}
      {frame.lost ? ' ✕' : null}
    </button>
  )
})

/** What is written on it; a tunnel's frame is seen to hold another. */
function Envelope({ frame: { label, inner } }: { readonly frame: Frame }): ReactNode {
  if (!inner) return label
  return (
    <span className={styles.envelope}>
      {label.split(':')[0]}
      <span className={styles.inner} style={{ background: protocolColour(inner.protocol) }}>
        {inner.label}
      </span>
    </span>
  )
}

/** Along the path once. For whoever asked for less motion it stands at the middle of it. */
function travel(element: HTMLElement | null, duration: number, lost: boolean): Animation | null {
  if (!element) return null
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
    element.style.offsetDistance = '50%'
    return null
  }
  const frames: Keyframe[] = [
    { offsetDistance: '0%', opacity: 1 },
    { offsetDistance: '100%', opacity: 1 },
  ]
  if (lost) frames.push({ offsetDistance: '100%', opacity: 0 })
  return element.animate(frames, {
    duration,
    easing: EASING,
    fill: 'forwards',
  })
}
