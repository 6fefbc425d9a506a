import { SearchAddon } from '@xterm/addon-search'
import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { TerminalId } from '../../store/lab.ts'
import { usePartWords } from '../i18n/partWords.ts'
import { Button } from '../parts/Button.tsx'
import { FIND_WORDS } from './findWords.ts'
import styles from './FindBar.module.css'
import { focusTerminal } from './focus.ts'
import { shownTerminals } from './shown.ts'

interface FindBarProps {
  readonly id: TerminalId
  readonly onClose: () => void
}

const MARKS = {
  decorations: {
    matchBackground: '#4d3d10',
    matchOverviewRuler: '#e3b341',
    activeMatchBackground: '#8a6d1a',
    activeMatchColorOverviewRuler: '#f2cc60',
  },
} as const

/** Looks for words in what a terminal has printed. Enter goes up, Shift+Enter down, Escape closes. */
export function FindBar({ id, onClose }: FindBarProps): ReactNode {
  const say = usePartWords(FIND_WORDS)
  const [words, setWords] = useState('')
  const [found, setFound] = useState({ nth: 0, count: 0 })
  const addon = useRef<SearchAddon | null>(null)
  useEffect(() => {
    const search = new SearchAddon()
    const term = shownTerminals.get(id)
    // Marks on what was found are decorations.
    if (term) term.options.allowProposedApi = true
    term?.loadAddon(search)
    search.onDidChangeResults(({ resultIndex, resultCount }) =>
      setFound({ nth: resultIndex + 1, count: resultCount }),
    )
    addon.current = search
    return () => {
      search.clearDecorations()
      search.dispose()
    }
  }, [id])
  const before = (typed = words): void => void addon.current?.findPrevious(typed, MARKS)
  const next = (): void => void addon.current?.findNext(words, MARKS)
  const close = (): void => {
    onClose()
    focusTerminal()
  }
  const result = found.count > 0 ? say('nth', found) : say('none')
  return (
    <div role="search" className={styles.find}>
      <input
        autoFocus
        type="text"
        aria-label={say('label')}
        placeholder={say('label')}
        spellCheck={false}
        value={words}
        onChange={(event) => {
          setWords(event.currentTarget.value)
          before(event.currentTarget.value)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') close()
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          if (event.shiftKey) next()
          else before()
        }}
      />
      <span role="status">{words === '' ? '' : result}</span>
      <Button look="quiet" square aria-label={say('before')} onClick={() => before()}>
        <ChevronUp size={15} aria-hidden />
      </Button>
      <Button look="quiet" square aria-label={say('next')} onClick={next}>
        <ChevronDown size={15} aria-hidden />
      </Button>
      <Button look="quiet" square aria-label={say('close')} onClick={close}>
        <X size={15} aria-hidden />
      </Button>
    </div>
  )
}
