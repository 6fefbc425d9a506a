import { Fragment, type ReactNode } from 'react'
import { useText, type TextKey } from '../i18n/text.ts'
import { Dialog } from '../parts/Dialog.tsx'
import styles from './Sheets.module.css'

interface Group {
  readonly title: TextKey
  readonly keys: readonly (readonly [keys: string, what: TextKey])[]
}

const GROUPS: readonly Group[] = [
  {
    title: 'help.everywhere',
    keys: [
      ['Ctrl+Z', 'help.undo'],
      ['Ctrl+Shift+Z', 'help.redo'],
      ['Ctrl+K, Ctrl+Shift+K', 'help.find'],
      ['F6, Shift+F6', 'help.regions'],
      ['← → ↑ ↓', 'help.splitter'],
      ['Enter', 'help.palette'],
      ['?', 'help.help'],
    ],
  },
  {
    title: 'help.canvas',
    keys: [
      ['Space', 'help.playPause'],
      ['.', 'help.step'],
      [',', 'help.stepBack'],
      ['Tab', 'help.move'],
      ['Enter', 'help.edit'],
      ['Shift+F10', 'help.menu'],
      ['F2', 'help.rename'],
      ['Shift+← → ↑ ↓', 'help.nudge'],
      ['Ctrl+Drag', 'help.free'],
      ['Shift+Enter, Shift+Click', 'help.several'],
      ['Shift+Drag', 'help.marquee'],
      ['N', 'help.note'],
      ['Ctrl+A', 'help.all'],
      ['Ctrl+C, Ctrl+V, Ctrl+D', 'help.copyThings'],
      ['Delete', 'help.delete'],
      ['Esc', 'help.escape'],
    ],
  },
  {
    title: 'help.terminal',
    keys: [
      ['Tab', 'help.complete'],
      ['Ctrl+C', 'help.interrupt'],
      ['↑ ↓, Ctrl+R', 'help.history'],
      ['Ctrl+Shift+C, Ctrl+V', 'help.copyPaste'],
      ['Ctrl+PageUp, Ctrl+PageDown, Alt+1 … 9', 'help.tabs'],
      ['Alt+Shift+W', 'help.closeTab'],
      ['Ctrl+Shift+F', 'terminal.find'],
      ['F6', 'help.regions'],
    ],
  },
  { title: 'help.packets', keys: [['↑ ↓, Home, End', 'help.choose']] },
]

/** Every key there is. */
export function HelpSheet({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useText()
  return (
    <Dialog title={t('help.title')} width={620} onClose={onClose}>
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
