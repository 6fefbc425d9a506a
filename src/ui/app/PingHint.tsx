import { Play, X } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { LabStoreState } from '../../store/lab.ts'
import { WELCOME } from '../../store/welcome.ts'
import { useText } from '../i18n/text.ts'
import { useLabContext, useSlice } from './labContext.ts'
import styles from './PingHint.module.css'

const PING = { from: 'red', to: 'blue', line: 'ip netns exec red ping -c 1 10.0.0.2' } as const

/** The commands of a lab's text. */
function commandsOf(text: string): string {
  return text
    .split('\n')
    .filter((line) => line.startsWith('$ '))
    .join('\n')
}

const WELCOME_COMMANDS = commandsOf(WELCOME)

/** With notes, and everything moved, it is not nearly as long: a large lab's text is not looked through. */
const LONGEST = 20_000

/** Remembers the last answer: the text changes seldom, the store often. */
let last = { text: '', welcome: false }
function isWelcome(text: string): boolean {
  if (text.length > LONGEST) return false
  if (last.text !== text) last = { text, welcome: commandsOf(text) === WELCOME_COMMANDS }
  return last.welcome
}

/** The welcome lab stands as it came, and nothing was pinged in it yet. */
function selectWaiting(s: LabStoreState): boolean {
  return s.ready && isWelcome(s.lab.text) && !s.hops.some((hop) => hop.protocol === 'ICMP')
}

/** The first ping, one click away. */
export function PingHint(): ReactNode {
  const t = useText()
  const { store } = useLabContext()
  const waiting = useSlice(selectWaiting)
  const [hidden, setHidden] = useState(false)
  if (!waiting || hidden) return null
  return (
    <div className={styles.place}>
      <div className={styles.hint}>
        <p>{t('hint.text')}</p>
        <button
          type="button"
          className={styles.ping}
          onClick={() => {
            setHidden(true)
            store.send({ type: 'gesture', machine: 'host', lines: [PING.line], note: t('hint.note', PING) })
          }}
        >
          <Play size={14} fill="currentColor" aria-hidden />
          {t('hint.ping', PING)}
        </button>
        <button
          type="button"
          className={styles.dismiss}
          aria-label={t('hint.dismiss')}
          onClick={() => setHidden(true)}
        >
          <X size={15} aria-hidden />
        </button>
      </div>
    </div>
  )
}
