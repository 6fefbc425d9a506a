import {
  CircleQuestionMark,
  Ellipsis,
  Grid3x3,
  Monitor,
  Moon,
  Pause,
  Play,
  Redo2,
  RotateCcw,
  Search,
  Share2,
  StepBack,
  StepForward,
  Sun,
  Undo2,
} from 'lucide-react'
import { useCallback, useState, type ReactNode } from 'react'
import type { LabStoreState, Pace } from '../../store/lab.ts'
import { preferences, usePreference, type Language } from '../../store/preferences.ts'
import { loadLanguage } from '../i18n/languages.ts'
import { useText } from '../i18n/text.ts'
import { Button } from '../parts/Button.tsx'
import { classes } from '../parts/classes.ts'
import { Menu } from '../parts/Menu.tsx'
import { useLabContext, useSlice } from './labContext.ts'
import { LabTitle } from './LabTitle.tsx'
import { nextTheme } from './theme.ts'
import styles from './TopBar.module.css'

export type Sheet = 'share' | 'reset' | 'help' | 'labs' | 'reach' | 'find'

const selectCanUndo = (s: LabStoreState): boolean => s.lab.canUndo
const selectCanRedo = (s: LabStoreState): boolean => s.lab.canRedo
const selectPlaying = (s: LabStoreState): boolean => s.player.playing
const selectSpeed = (s: LabStoreState): Pace => s.player.speed
const selectCanStepBack = (s: LabStoreState): boolean => s.player.hops > 0

/** Hops are paced by these; 0 shows none. */
const SPEEDS: readonly Pace[] = [0.25, 0.5, 1, 2, 4, 'real', 0]
const THEME_ICONS = { system: Monitor, light: Sun, dark: Moon } as const

export function TopBar({ onSheet }: { readonly onSheet: (sheet: Sheet) => void }): ReactNode {
  const t = useText()
  return (
    <header className={styles.bar}>
      <div className={styles.left}>
        <h1 className={styles.brand}>vethlab</h1>
        <LabTitle />
      </div>
      <div className={styles.middle}>
        <History onReset={() => onSheet('reset')} />
        <Playback />
      </div>
      <div className={styles.right}>
        <span className={styles.roomy}>
          <Button square aria-label={t('bar.reach')} title={t('bar.reach')} onClick={() => onSheet('reach')}>
            <Grid3x3 size={16} aria-hidden />
          </Button>
        </span>
        <Button
          square
          aria-label={t('bar.find')}
          title={`${t('bar.find')} (Ctrl+K)`}
          onClick={() => onSheet('find')}
        >
          <Search size={15} aria-hidden />
        </Button>
        <Tongue />
        <span className={styles.roomy}>
          <Theme />
          <Button
            square
            aria-label={t('bar.help')}
            title={`${t('bar.help')} (?)`}
            onClick={() => onSheet('help')}
          >
            <CircleQuestionMark size={16} aria-hidden />
          </Button>
        </span>
        <More onSheet={onSheet} />
        <Button look="primary" onClick={() => onSheet('share')}>
          <Share2 size={14} aria-hidden />
          {t('bar.share')}
        </Button>
      </div>
    </header>
  )
}

function History({ onReset }: { readonly onReset: () => void }): ReactNode {
  const t = useText()
  const { store } = useLabContext()
  const canUndo = useSlice(selectCanUndo)
  const canRedo = useSlice(selectCanRedo)
  return (
    <div className={styles.group}>
      <Button
        square
        aria-label={t('bar.undo')}
        title={`${t('bar.undo')} (Ctrl+Z)`}
        disabled={!canUndo}
        onClick={() => store.send({ type: 'undo' })}
      >
        <Undo2 size={16} aria-hidden />
      </Button>
      <Button
        square
        aria-label={t('bar.redo')}
        title={`${t('bar.redo')} (Ctrl+Shift+Z)`}
        disabled={!canRedo}
        onClick={() => store.send({ type: 'redo' })}
      >
        <Redo2 size={16} aria-hidden />
      </Button>
      <Button square aria-label={t('bar.reset')} title={t('bar.reset')} onClick={onReset}>
        <RotateCcw size={15} aria-hidden />
      </Button>
    </div>
  )
}

function Playback(): ReactNode {
  const t = useText()
  const { store } = useLabContext()
  const playing = useSlice(selectPlaying)
  const speed = useSlice(selectSpeed)
  const canStepBack = useSlice(selectCanStepBack)
  const speeds = SPEEDS.some((s) => s === speed) ? SPEEDS : [...SPEEDS, speed]
  return (
    <div className={styles.segments}>
      <button
        type="button"
        className={styles.segment}
        disabled={!canStepBack}
        title={`${t('bar.stepBack')} (,)`}
        onClick={() => store.send({ type: 'step-back' })}
      >
        <StepBack size={14} aria-hidden />
        <span className={styles.word}>{t('bar.stepBack')}</span>
      </button>
      <button
        type="button"
        className={classes(styles.segment, styles.on)}
        title={`${t(playing ? 'bar.pause' : 'bar.play')} (Space)`}
        onClick={() => store.send({ type: 'play', playing: !playing })}
      >
        {playing ? (
          <Pause size={14} fill="currentColor" strokeWidth={0.5} aria-hidden />
        ) : (
          <Play size={14} fill="currentColor" aria-hidden />
        )}
        <span className={styles.stable}>{t(playing ? 'bar.pause' : 'bar.play')}</span>
      </button>
      <button
        type="button"
        className={styles.segment}
        title={`${t('bar.step')} (.)`}
        onClick={() => store.send({ type: 'step' })}
      >
        <StepForward size={14} aria-hidden />
        <span className={styles.word}>{t('bar.step')}</span>
      </button>
      <select
        className={styles.speed}
        aria-label={t('bar.speed')}
        title={t('bar.speed')}
        value={speed}
        onChange={({ target: { value } }) =>
          store.send({ type: 'speed', speed: value === 'real' ? value : Number(value) })
        }
      >
        {speeds.map((s) => (
          <option key={s} value={s}>
            {s === 0 ? t('bar.atOnce') : s === 'real' ? t('bar.realTime') : `${s}×`}
          </option>
        ))}
      </select>
    </div>
  )
}

/** When its words cannot be loaded the screen stays as it is. */
async function choose(language: Language): Promise<void> {
  try {
    await loadLanguage(language)
    preferences.setState({ language })
  } catch {
    // Offline.
  }
}

function Tongue(): ReactNode {
  const language = usePreference((p) => p.language)
  const other = language === 'en' ? 'ko' : 'en'
  return (
    <Button lang={other} onClick={() => void choose(other)}>
      <span className={styles.full}>{other === 'ko' ? '한국어' : 'English'}</span>
      <span className={styles.brief} aria-hidden>
        {other === 'ko' ? '가' : 'A'}
      </span>
    </Button>
  )
}

function Theme(): ReactNode {
  const t = useText()
  const theme = usePreference((p) => p.theme)
  const ThemeIcon = THEME_ICONS[theme]
  return (
    <Button square aria-label={t(`bar.theme.${theme}`)} title={t(`bar.theme.${theme}`)} onClick={turnTheme}>
      <ThemeIcon size={15} aria-hidden />
    </Button>
  )
}

function turnTheme(): void {
  preferences.setState(({ theme }) => ({ theme: nextTheme(theme) }))
}

/** On a phone: what has no room in the bar. */
function More({ onSheet }: { readonly onSheet: (sheet: Sheet) => void }): ReactNode {
  const t = useText()
  const theme = usePreference((p) => p.theme)
  const [at, setAt] = useState<{ readonly x: number; readonly y: number } | null>(null)
  const close = useCallback(() => setAt(null), [])
  const items = [
    { id: 'reach', label: t('bar.reach') },
    { id: 'theme', label: t(`bar.theme.${theme}`) },
    { id: 'help', label: t('bar.help') },
  ]
  return (
    <span className={styles.more}>
      <Button
        square
        aria-label={t('bar.more')}
        aria-haspopup="menu"
        aria-expanded={at !== null}
        onClick={(event) => {
          const { left, bottom } = event.currentTarget.getBoundingClientRect()
          setAt(at ? null : { x: left, y: bottom + 4 })
        }}
      >
        <Ellipsis size={16} aria-hidden />
      </Button>
      {at ? (
        <Menu
          label={t('bar.more')}
          items={items}
          onChoose={(id) => (id === 'theme' ? turnTheme() : onSheet(id === 'reach' ? 'reach' : 'help'))}
          onClose={close}
          at={at}
          down
        />
      ) : null}
    </span>
  )
}
