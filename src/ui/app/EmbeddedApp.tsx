import { ExternalLink, Redo2, Undo2 } from 'lucide-react'
import { useEffect, type ReactNode } from 'react'
import type { LabStoreState } from '../../store/lab.ts'
import { joinFragment, splitFragment } from '../../store/linkOptions.ts'
import { usePreference } from '../../store/preferences.ts'
import { Canvas } from '../canvas/Canvas.tsx'
import { useLabTitle } from '../i18n/labTitle.ts'
import { useText } from '../i18n/text.ts'
import { Button } from '../parts/Button.tsx'
import { Guard } from '../parts/Guard.tsx'
import { TerminalPanel } from '../terminal/TerminalPanel.tsx'
import styles from './EmbeddedApp.module.css'
import { useLabContext, useSlice } from './labContext.ts'
import { Notice } from './Notices.tsx'

const selectTitle = (s: LabStoreState): string => s.lab.title
const selectReady = (s: LabStoreState): boolean => s.ready
const selectCanUndo = (s: LabStoreState): boolean => s.lab.canUndo
const selectCanRedo = (s: LabStoreState): boolean => s.lab.canRedo
const nothing = (): void => {}

/** Inside somebody's page: the canvas, the terminal, and one line with the way to the whole. */
export function EmbeddedApp(): ReactNode {
  const t = useText()
  const { store } = useLabContext()
  const ready = useSlice(selectReady)
  const language = usePreference((p) => p.language)
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return (
    <div className={styles.frame} data-ready={ready}>
      <main className={styles.main}>
        <div className={styles.canvas}>
          <Guard>
            <Canvas store={store} tool={null} onToolDone={nothing} />
          </Guard>
          {ready ? null : <p className={styles.loading}>{t('app.loading')}</p>}
        </div>
        <section className={styles.terminal} aria-label={t('region.terminal')}>
          <Guard>
            <TerminalPanel />
          </Guard>
        </section>
      </main>
      <Foot />
      <Notice />
    </div>
  )
}

function Foot(): ReactNode {
  const t = useText()
  const { store } = useLabContext()
  const title = useLabTitle(useSlice(selectTitle))
  const canUndo = useSlice(selectCanUndo)
  const canRedo = useSlice(selectCanRedo)
  return (
    <footer className={styles.foot}>
      <strong className={styles.title}>{title || 'vethlab'}</strong>
      <Button
        square
        look="quiet"
        aria-label={t('bar.undo')}
        title={t('bar.undo')}
        disabled={!canUndo}
        onClick={() => store.send({ type: 'undo' })}
      >
        <Undo2 size={15} aria-hidden />
      </Button>
      <Button
        square
        look="quiet"
        aria-label={t('bar.redo')}
        title={t('bar.redo')}
        disabled={!canRedo}
        onClick={() => store.send({ type: 'redo' })}
      >
        <Redo2 size={15} aria-hidden />
      </Button>
      <a className={styles.open} href={wholePage()} target="_blank" rel="noopener">
        {t('embed.open')}
        <ExternalLink size={13} aria-hidden />
      </a>
    </footer>
  )
}

/** The same link outside the frame. */
function wholePage(): string {
  const { lab, options } = splitFragment(window.location.hash)
  return (
    window.location.href.replace(/#.*$/, '') + joinFragment({ lab, options: { ...options, embed: false } })
  )
}
