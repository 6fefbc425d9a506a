import type { ReactNode } from 'react'
import { useLabContext } from '../app/labContext.ts'
import { useText } from '../i18n/text.ts'
import { focusTerminal } from './focus.ts'
import styles from './Terminal.module.css'

/** Keys that a phone's keyboard lacks, and what a terminal sends for them. */
const KEYS = [
  ['Tab', '\t'],
  ['Ctrl+C', '\x03'],
  ['Esc', '\x1b'],
  ['↑', '\x1b[A'],
  ['↓', '\x1b[B'],
  ['|', '|'],
  ['/', '/'],
  ['-', '-'],
] as const

export function ExtraKeys({ active }: { readonly active: string | null }): ReactNode {
  const t = useText()
  const { store } = useLabContext()
  if (active === null) return null
  return (
    <div className={styles.keys} role="group" aria-label={t('terminal.keys')}>
      {KEYS.map(([name, data]) => (
        <button
          key={name}
          type="button"
          onClick={() => {
            store.send({ type: 'terminal-input', id: active, data })
            focusTerminal()
          }}
        >
          {name}
        </button>
      ))}
    </div>
  )
}
