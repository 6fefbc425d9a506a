import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { Story, StoryStep } from '../../store/lab.ts'
import { useLabContext } from '../app/labContext.ts'
import { useTraceWords } from '../i18n/traceWords.ts'
import { classes } from '../parts/classes.ts'
import styles from './Inspector.module.css'
import { MadeBy } from './MadeBy.tsx'

interface StepsProps {
  readonly story: Story
  /** Of the packet's protocol. */
  readonly colour: string
}

/** The way of a packet, step by step; each shows on the canvas where it happened. */
export function Steps({ story, colour }: StepsProps): ReactNode {
  const { store } = useLabContext()
  const [chosen, setChosen] = useState<number | null>(null)
  const wordsOf = useTraceWords()
  const start = story.steps[0]?.time ?? 0
  const death = useRef<HTMLLIElement>(null)
  // Of a packet that died the end is what one wants to see. (Newer browsers return a promise: no clean-up.)
  useEffect(() => {
    death.current?.scrollIntoView({ block: 'nearest' })
  }, [story])
  const choose = (step: StoryStep, n: number): void => {
    setChosen(n)
    if (step.deviceId !== null) store.showStep(step.deviceId)
  }
  return (
    <ol className={styles.steps}>
      {story.steps.map((step, n) => (
        <li key={n} ref={step.outcome === 'drop' ? death : null}>
          <button
            type="button"
            className={classes(styles.step, styles[step.outcome], chosen === n && styles.chosenStep)}
            aria-current={chosen === n ? 'step' : undefined}
            onClick={() => choose(step, n)}
          >
            <i
              className={styles.dot}
              style={step.outcome === 'step' ? { background: colour } : undefined}
              aria-hidden
            >
              {step.outcome === 'drop' ? '✕' : step.outcome === 'delivered' ? '✓' : ''}
            </i>
            <span className={styles.what}>
              <b>
                {placeOf(step, story.steps[n - 1])}
                {step.title}
              </b>
              {step.detail === '' ? null : <em>{wordsOf.step(step)}</em>}
              <MadeBy provenance={step.provenance} />
            </span>
            <small>{after(step.time - start)}</small>
          </button>
        </li>
      ))}
    </ol>
  )
}

/** Said where it changes: `red · eth0 · `. */
function placeOf(step: StoryStep, before: StoryStep | undefined): string {
  const place = (s: StoryStep): string => [s.netns ?? s.machine, s.device].filter(Boolean).join(' · ')
  return before && place(before) === place(step) ? '' : `${place(step)} · `
}

/** Since the first step: `+0`, `+30 µs`, `+1.2 ms`. */
function after(nanoseconds: number): string {
  if (nanoseconds === 0) return ''
  if (nanoseconds < 1000) return `+${nanoseconds} ns`
  if (nanoseconds < 1e6) return `+${trim(nanoseconds / 1e3)} µs`
  if (nanoseconds < 1e9) return `+${trim(nanoseconds / 1e6)} ms`
  return `+${trim(nanoseconds / 1e9)} s`
}

function trim(value: number): string {
  return value.toFixed(value < 10 ? 1 : 0).replace(/\.0$/, '')
}
