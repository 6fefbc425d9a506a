import { FitAddon } from '@xterm/addon-fit'
import { Terminal } from '@xterm/xterm'
import '@xterm/xterm/css/xterm.css'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { LabStoreState, TerminalId } from '../../store/lab.ts'
import { useLabContext, useSlice } from '../app/labContext.ts'
import { useShownTheme } from '../app/theme.ts'
import { useText } from '../i18n/text.ts'
import { classes } from '../parts/classes.ts'
import { later } from '../parts/later.tsx'
import { catchPastes } from './pasting.ts'
import { passPlainInput } from './plainInput.ts'
import { tabKey } from './tabKeys.ts'
import { shownTerminals } from './shown.ts'
import styles from './Terminal.module.css'
import { createWriter } from './writer.ts'
import { xtermTheme } from './xtermTheme.ts'

const PasteDesk = later(async () => (await import('./PasteDesk.tsx')).PasteDesk)

const selectReadOnly = (s: LabStoreState): boolean => s.readOnly

interface TerminalViewProps {
  readonly id: TerminalId
  readonly active: boolean
}

/** One terminal on the screen. It lives as long as its tab; one that is not shown keeps its place and its size. */
export function TerminalView({ id, active }: TerminalViewProps): ReactNode {
  const t = useText()
  const { store } = useLabContext()
  const theme = useShownTheme()
  const place = useRef<HTMLDivElement>(null)
  const terminal = useRef<Terminal | null>(null)
  const [pasted, setPasted] = useState<{ readonly text: string } | null>(null)

  useEffect(() => {
    if (!place.current) return
    const term = new Terminal({
      fontFamily: getComputedStyle(document.documentElement).getPropertyValue('--mono'),
      fontSize: 12.5,
      lineHeight: 1.35,
      cursorBlink: true,
      scrollback: 5000,
      screenReaderMode: true,
      macOptionIsMeta: true,
      theme: xtermTheme(),
    })
    const fit = new FitAddon()
    term.loadAddon(fit)
    term.open(place.current)
    term.attachCustomKeyEventHandler((event) => isForShell(event, term))
    const stopInput = term.textarea ? passPlainInput(term, term.textarea) : undefined
    const stopPastes = catchPastes(place.current, (text) => setPasted({ text }))
    const fitNow = (): void => {
      if (place.current && place.current.clientWidth > 40 && place.current.clientHeight > 20) fit.fit()
    }
    term.onResize(({ cols, rows }) => store.send({ type: 'terminal-resize', id, columns: cols, rows }))
    term.onData((data) => store.send({ type: 'terminal-input', id, data }))
    fitNow()
    store.send({ type: 'terminal-resize', id, columns: term.cols, rows: term.rows })
    const writer = createWriter(term)
    const stop = store.onTerminal(id, (event) => {
      if ('reset' in event) {
        writer.forget()
        term.reset()
      } else
        writer.write(event.data, event.waits ? () => store.send({ type: 'terminal-shown', id }) : undefined)
    })
    const observer = new ResizeObserver(fitNow)
    observer.observe(place.current)
    terminal.current = term
    shownTerminals.set(id, term)
    return () => {
      stop()
      writer.forget()
      stopInput?.()
      stopPastes()
      observer.disconnect()
      term.dispose()
      shownTerminals.delete(id)
      terminal.current = null
    }
  }, [store, id])

  useEffect(() => {
    if (terminal.current) terminal.current.options.theme = xtermTheme()
  }, [theme])

  const readOnly = useSlice(selectReadOnly)
  useEffect(() => {
    if (terminal.current) terminal.current.options.disableStdin = readOnly
  }, [readOnly])

  const label = t('terminal.input')
  const leave = t('terminal.leave')
  useEffect(() => {
    const input = terminal.current?.textarea
    input?.setAttribute('aria-label', label)
    input?.setAttribute('aria-description', leave)
  }, [label, leave])

  return (
    <>
      <div
        ref={place}
        className={classes(styles.view, active && styles.shown)}
        data-terminal-active={active ? '' : undefined}
        data-terminal={id}
      />
      {pasted === null || !active ? null : (
        <PasteDesk id={id} pasted={pasted} terminal={terminal} onDone={() => setPasted(null)} />
      )}
    </>
  )
}

/** Whether a key goes to the shell. Ctrl+V is left to the browser, which pastes; F6 leaves the terminal. */
function isForShell(event: KeyboardEvent, term: Terminal): boolean {
  // Ctrl-K alone cuts the line.
  if (event.ctrlKey && event.shiftKey && event.code === 'KeyK') return false
  if (event.key === 'F6' || tabKey(event, 9) !== null) return false
  const control = event.ctrlKey || event.metaKey
  if (control && !event.altKey && event.key.toLowerCase() === 'v') return false
  if (event.ctrlKey && event.shiftKey && event.key.toLowerCase() === 'c') {
    if (event.type === 'keydown' && term.hasSelection())
      void navigator.clipboard?.writeText(term.getSelection())
    event.preventDefault()
    return false
  }
  return true
}
