import { ViewportPortal } from '@xyflow/react'
import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { useStore } from 'zustand'
import type { LabStoreState } from '../../store/lab.ts'
import { noticeNow } from '../i18n/languages.ts'
import { useTraceWords } from '../i18n/traceWords.ts'
import { classes } from '../parts/classes.ts'
import { useCanvas, useFar } from './canvasContext.ts'
import styles from './Deaths.module.css'
import { deathsOf, type Death } from './deaths.ts'
import type { Drawing } from './drawing.ts'

/** How long a mark stands while time runs, in milliseconds. */
const STANDS = 9000

const selectDrops = (s: LabStoreState): LabStoreState['drops'] => s.drops
const selectPlaying = (s: LabStoreState): boolean => s.player.playing

/** Marks where packets died, with what killed them; choosing one opens the packet's story. */
export function Deaths({ drawing }: { readonly drawing: Drawing }): ReactNode {
  const { store } = useCanvas()
  const drops = useStore(store.api, selectDrops)
  const playing = useStore(store.api, selectPlaying)
  const far = useFar()
  const last = drops.at(-1)?.id ?? 0
  const [seen, setSeen] = useState(0)
  useEffect(() => {
    if (last === 0 || !playing) return
    const timer = setTimeout(() => setSeen(last), STANDS)
    return () => clearTimeout(timer)
  }, [last, playing])
  const deaths = useMemo(
    () => deathsOf(last < seen ? drops : drops.filter((d) => d.id > seen), drawing),
    [drops, last, seen, drawing],
  )
  if (deaths.length === 0) return null
  return (
    <ViewportPortal>
      <div className={classes(styles.deaths, far && styles.far)}>
        {deaths.map((death) => (
          <Mark key={death.id} death={death} />
        ))}
      </div>
    </ViewportPortal>
  )
}

function Mark({ death }: { readonly death: Death }): ReactNode {
  const { store } = useCanvas()
  const { drop, count, x, y } = death
  const what = drop.rule ?? drop.reason
  const words = `${what}: ${useTraceWords().drop(drop)}`
  return (
    <button
      type="button"
      tabIndex={-1}
      className={classes(styles.mark, 'nopan', 'nodrag')}
      style={{ left: x, top: y }}
      aria-label={`${noticeNow(count > 1 ? `${count} packets dropped` : 'packet dropped')}, ${words}`}
      title={words}
      onClick={(event) => {
        event.stopPropagation()
        store.select({ kind: 'packet', skb: drop.skb })
      }}
    >
      ✕{count > 1 ? ` ${count}` : null} <span className={styles.what}>{what}</span>
    </button>
  )
}
