import { Fragment, type ReactNode } from 'react'
import { usePartWords } from '../i18n/partWords.ts'
import { Dialog } from '../parts/Dialog.tsx'
import { HELP_WORDS, type HelpKey } from './helpWords.ts'
import styles from './Sheets.module.css'

interface Group {
  readonly title: HelpKey
  readonly keys: readonly (readonly [keys: string, what: HelpKey])[]
}

const GROUPS: readonly Group[] = [
  {
    title: 'everywhere',
    keys: [
      ['Ctrl+Z', 'undo'],
      ['Ctrl+Shift+Z', 'redo'],
      ['Ctrl+K, Ctrl+Shift+K', 'find'],
      ['F6, Shift+F6', 'regions'],
      ['← → ↑ ↓', 'splitter'],
      ['Enter', 'palette'],
      ['?', 'help'],
    ],
  },
  {
    title: 'canvas',
    keys: [
      ['Space', 'playPause'],
      ['.', 'step'],
      [',', 'stepBack'],
      ['Tab', 'move'],
      ['Enter', 'edit'],
      ['Shift+F10', 'menu'],
      ['F2', 'rename'],
      ['Shift+← → ↑ ↓', 'nudge'],
      ['Ctrl+Drag', 'free'],
      ['Shift+Enter, Shift+Click', 'several'],
      ['Shift+Drag', 'marquee'],
      ['N', 'note'],
      ['Ctrl+A', 'all'],
      ['Ctrl+C, Ctrl+V, Ctrl+D', 'copyThings'],
      ['Delete', 'delete'],
      ['Esc', 'escape'],
    ],
  },
  {
    title: 'terminal',
    keys: [
      ['Tab', 'complete'],
      ['Ctrl+C', 'interrupt'],
      ['↑ ↓, Ctrl+R', 'history'],
      ['Ctrl+Shift+C, Ctrl+V', 'copyPaste'],
      ['Ctrl+PageUp, Ctrl+PageDown, Alt+1 … 9', 'tabs'],
      ['Alt+Shift+W', 'closeTab'],
      ['Ctrl+Shift+F', 'findText'],
      ['F6', 'regions'],
    ],
  },
  { title: 'packets', keys: [['↑ ↓, Home, End', 'choose']] },
]

/** Every key there is. */
export function HelpSheet({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = usePartWords(HELP_WORDS)
  return (
    <Dialog title={t('title')} width={620} onClose={onClose}>
      {GROUPS.map((group) => (
        <section key={group.title}>
          <h3 className={styles.heading}>{t(group.title)}</h3>
          <dl className={styles.keys}>
            {group.keys.map(([keys, what]) => (
              <Fragment key={keys + what}>
                <dt>
                  {keys.split(', ').map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </dt>
                <dd>{t(what)}</dd>
              </Fragment>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  )
}
