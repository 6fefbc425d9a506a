import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import type { Story, StoryStep } from '../../store/lab.ts'
import { useLabContext } from '../app/labContext.ts'
import { align } from '../inspector/alignment.ts'
import { useTraceWords } from '../i18n/traceWords.ts'
import { classes } from '../parts/classes.ts'
import styles from './Why.module.css'
import { useWhyText } from './words.ts'

interface Runs {
  readonly before: Story
  readonly now: Story
}

/** The run a packet belongs to beside the one before: what both did stands once, across both columns. */
export function Comparison({ story }: { readonly story: Story }): ReactNode {
  const w = useWhyText()
  const { store } = useLabContext()
  const [runs, setRuns] = useState<Runs | 'asking' | 'unknown'>('asking')
  useEffect(() => {
    let current = true
    setRuns('asking')
    store.ask({ type: 'compare', skb: story.skb }).then(
      ({ before, now }) => current && setRuns(before && now ? { before, now } : 'unknown'),
      () => current && setRuns('unknown'),
    )
    return () => {
      current = false
    }
  }, [store, story])
  if (runs === 'asking') return null
  return runs === 'unknown' ? <p className={styles.small}>{w('noRunBefore')}</p> : <Columns {...runs} />
}

function Columns({ before, now }: Runs): ReactNode {
  const w = useWhyText()
  const { store } = useLabContext()
  const rows = useMemo(() => align(before.steps, now.steps), [before, now])
  const first = rows.findIndex(({ same }) => !same)
  const mark = useRef<HTMLLIElement>(null)
  useEffect(() => {
    mark.current?.scrollIntoView({ block: 'center' })
  }, [rows])
  const show = (step: StoryStep): void => {
    if (step.deviceId !== null) store.showStep(step.deviceId)
  }
  return (
    <div className={styles.columns}>
      <p role="status">{first < 0 ? w('same') : w('differ', { n: first + 1 })}</p>
      <div className={styles.heads} aria-hidden>
        <b>{w('before')}</b>
        <b>{w('now')}</b>
      </div>
      <ol>
        {rows.map(({ left, right, same }, n) => (
          <li key={n} ref={n === first ? mark : null} className={classes(!same && styles.differs)}>
            {n === first ? <span className={styles.flag}>{w('firstDifference')}</span> : null}
            {same && right ? (
              <Step step={right} onShow={show} wide />
            ) : (
              <>
                {left ? <Step step={left} onShow={show} run={w('before')} /> : <span />}
                {right ? <Step step={right} onShow={show} run={w('now')} /> : null}
              </>
            )}
          </li>
        ))}
      </ol>
    </div>
  )
}

interface StepProps {
  readonly step: StoryStep
  readonly onShow: (step: StoryStep) => void
  /** Which run it is of, where that is not both. */
  readonly run?: string
  readonly wide?: boolean
}

function Step({ step, onShow, run, wide = false }: StepProps): ReactNode {
  const wordsOf = useTraceWords()
  const place = [step.netns ?? step.machine, step.device].filter(Boolean).join(' · ')
  return (
    <button
      type="button"
      className={classes(styles.side, wide && styles.wide, step.outcome === 'drop' && styles.dead)}
      aria-description={run}
      onClick={() => onShow(step)}
    >
      <small>{place}</small>
      <b>{`${step.outcome === 'drop' ? '✕ ' : ''}${step.title}`}</b>
      {step.detail === '' ? null : <em>{wordsOf.step(step)}</em>}
    </button>
  )
}
