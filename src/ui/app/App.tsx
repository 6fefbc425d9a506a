import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'
import { useStore } from 'zustand'
import type { LabStoreState } from '../../store/lab.ts'
import { usePreference } from '../../store/preferences.ts'
import { useSaving, type SavingState } from '../../store/saving.ts'
import { Canvas } from '../canvas/Canvas.tsx'
import type { Tool } from '../canvas/tools.ts'
import { useText, type TextKey } from '../i18n/text.ts'
import { listenToFileDrops } from '../import/fileDrop.ts'
import { Inspector } from '../inspector/Inspector.tsx'
import { PacketStrip } from '../packets/PacketStrip.tsx'
import { classes } from '../parts/classes.ts'
import { Guard } from '../parts/Guard.tsx'
import { later } from '../parts/later.tsx'
import { TerminalPanel } from '../terminal/TerminalPanel.tsx'
import { focusTerminal } from '../terminal/focus.ts'
import styles from './App.module.css'
import { askedReach, closeReach } from './asked.ts'
import { useLabContext, useSlice } from './labContext.ts'
import { Notice } from './Notices.tsx'
import { Palette } from './Palette.tsx'
import { PingHint } from './PingHint.tsx'
import { listenToKeys, type PARTS } from './shortcuts.ts'
import { DockSplitter, InspectorSplitter, PacketsSplitter, paneStyle } from './splits.tsx'
import { TopBar, type Sheet } from './TopBar.tsx'

const ShareDialog = later(async () => (await import('../share/ShareDialog.tsx')).ShareDialog)
const ResetDialog = later(async () => (await import('./ResetDialog.tsx')).ResetDialog)
const HelpSheet = later(async () => (await import('./HelpSheet.tsx')).HelpSheet)
const WhyBar = later(async () => (await import('../why/WhyBar.tsx')).WhyBar)
const SharedBanner = later(async () => (await import('./SharedBanner.tsx')).SharedBanner)
const AskDialog = later(async () => (await import('../why/AskDialog.tsx')).AskDialog)
const ReachDialog = later(async () => (await import('../why/ReachDialog.tsx')).ReachDialog)
const Finder = later(async () => (await import('../finder/Finder.tsx')).Finder)
const LabsDialog = later(async () => (await import('./LabsDialog.tsx')).LabsDialog)

/** What a phone shows one at a time. */
const VIEWS = ['canvas', 'terminal', 'packets', 'inspector'] as const
type View = (typeof VIEWS)[number]

const selectShared = (s: SavingState): boolean => s.shared !== null
const selectReady = (s: LabStoreState): boolean => s.ready
const selectFailed = (s: LabStoreState): boolean => s.run !== null && s.run.failed !== 'no'
const selectChosen = (s: LabStoreState): boolean => s.selection !== null || s.story !== null
export function App(): ReactNode {
  const t = useText()
  const lab = useLabContext()
  const { store, saving } = lab
  const ready = useSlice(selectReady)
  const chosen = useSlice(selectChosen)
  const failed = useSlice(selectFailed)
  const preferences = usePreference((p) => p)
  const [tool, setTool] = useState<Tool | null>(null)
  const [sheet, setSheet] = useState<Sheet | null>(null)
  const [view, setView] = useState<View>('canvas')
  const reach = useStore(askedReach)
  const shared = useSaving(saving, selectShared)
  const disarm = useCallback(() => setTool(null), [])
  // On a phone a packet that was chosen in the list is looked at in the inspector.
  const showPacket = useCallback(() => setView((now) => (now === 'packets' ? 'inspector' : now)), [])
  const close = useCallback(() => setSheet(null), [])
  // What was chosen may have opened another.
  const closeFinder = useCallback(() => setSheet((now) => (now === 'find' ? null : now)), [])

  const screen = useMemo(() => ({ store, saving, arm: setTool, sheet: setSheet }), [store, saving])

  useEffect(
    () =>
      listenToKeys({
        store,
        help: () => setSheet('help'),
        find: () => setSheet('find'),
        enter: enterPart,
      }),
    [store],
  )
  useEffect(() => listenToFileDrops(lab), [lab])
  useEffect(() => {
    document.documentElement.lang = preferences.language
  }, [preferences.language])

  return (
    <div
      className={classes(styles.app, chosen && styles.chosen)}
      style={paneStyle(preferences)}
      data-view={view}
      data-ready={ready}
    >
      <div id="part-bar" className={styles.bar}>
        <TopBar onSheet={setSheet} />
      </div>
      {shared ? (
        <div className={styles.banner}>
          <SharedBanner />
        </div>
      ) : null}
      <div id="part-palette" className={styles.rail}>
        <Palette armed={tool} onArm={setTool} onLabs={() => setSheet('labs')} />
      </div>
      <main className={styles.main}>
        <div id="part-canvas" className={styles.canvas}>
          <Guard>
            <Canvas store={store} tool={tool} onToolDone={disarm} />
          </Guard>
          <PingHint />
          {ready ? null : <p className={styles.loading}>{t('app.loading')}</p>}
        </div>
        <section id="part-terminal" className={styles.terminal} aria-label={t('region.terminal')}>
          <Guard>
            <TerminalPanel />
          </Guard>
          {failed ? (
            <Guard>
              <WhyBar />
            </Guard>
          ) : null}
        </section>
        <section id="part-packets" className={styles.packets} aria-label={t('region.packets')}>
          <Guard>
            <PacketStrip onChosen={showPacket} onAsked={() => setView('terminal')} />
          </Guard>
        </section>
        <section id="part-inspector" className={styles.inspector} aria-label={t('region.inspector')}>
          <Guard>
            <Inspector />
          </Guard>
        </section>
        <DockSplitter className={styles.splitDock} />
        <PacketsSplitter className={styles.splitPackets} />
        <InspectorSplitter className={styles.splitInspector} />
      </main>
      <ViewSwitch view={view} onView={setView} />
      <Notice />
      {sheet === 'share' ? <ShareDialog onClose={close} /> : null}
      {sheet === 'reset' ? <ResetDialog onClose={close} /> : null}
      {sheet === 'help' ? <HelpSheet onClose={close} /> : null}
      {sheet === 'reach' ? <ReachDialog onClose={close} /> : null}
      {reach.open ? <AskDialog from={reach.from} onClose={closeReach} /> : null}
      {sheet === 'find' ? <Finder screen={screen} onClose={closeFinder} /> : null}
      {sheet === 'labs' ? <LabsDialog onClose={close} /> : null}
    </div>
  )
}

/** On a phone: which part is on the screen. */
function ViewSwitch({
  view,
  onView,
}: {
  readonly view: View
  readonly onView: (view: View) => void
}): ReactNode {
  const t = useText()
  const show = (next: View): void => {
    onView(next)
    if (next === 'terminal') requestAnimationFrame(focusTerminal)
  }
  return (
    <nav className={styles.views} aria-label={t('app.regions')}>
      {VIEWS.map((name) => (
        <button key={name} type="button" aria-pressed={view === name} onClick={() => show(name)}>
          {t(`region.${name}` satisfies TextKey)}
        </button>
      ))}
    </nav>
  )
}

const FOCUSABLE = 'button:not(:disabled), input, select, textarea, [tabindex="0"]'

/** Moves the focus to the first thing of a part that is on the screen. */
function enterPart(part: (typeof PARTS)[number]): boolean {
  const element = document.getElementById(part)
  if (!element || element.getClientRects().length === 0 || getComputedStyle(element).visibility === 'hidden')
    return false
  if (part === 'part-terminal') return focusTerminal()
  const first = [...element.querySelectorAll<HTMLElement>(FOCUSABLE)].find(
    (e) => e.getClientRects().length > 0,
  )
  first?.focus()
  return first !== undefined
}
