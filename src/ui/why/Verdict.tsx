import type { ReactNode } from 'react'
import type { Answer } from '../../store/asker.ts'
import { usePreference } from '../../store/preferences.ts'
import { useLabContext } from '../app/labContext.ts'
import { Button } from '../parts/Button.tsx'
import styles from './Why.module.css'
import { useWhyText } from './words.ts'

interface VerdictProps {
  readonly answer: Answer
  /** What the commands are typed for: `let ping 10.0.0.2 through`. */
  readonly note: string
  readonly mended: boolean
  readonly onMended: () => void
  /** The packet is shown elsewhere on the screen. */
  readonly onShown?: () => void
  /** What stands before the buttons, among them, and after them. */
  readonly lead: ReactNode
  readonly children?: ReactNode
  readonly end?: ReactNode
}

/** Why it failed, in one sentence; the commands that mend it; the packet that died. */
export function Verdict({
  answer,
  note,
  mended,
  onMended,
  onShown,
  lead,
  children,
  end,
}: VerdictProps): ReactNode {
  const w = useWhyText()
  const { store } = useLabContext()
  const language = usePreference((p) => p.language)
  const { mend, story, reached, probe } = answer
  const commands = mend ?? []
  const run = (): void => {
    store.send({ type: 'mend', commands, note })
    onMended()
  }
  const show = (): void => {
    if (!story) return
    store.showStory(story)
    onShown?.()
  }
  return (
    <div className={styles.verdict}>
      <div className={styles.line}>
        {lead}
        <span className={styles.space} />
        <div className={styles.actions}>
          {commands.length > 0 && !mended ? (
            <Button look="primary" title={w('mends')} onClick={run}>
              {w(commands.length === 1 ? 'runOne' : 'run')}
            </Button>
          ) : null}
          {children}
          {story ? <Button onClick={show}>{w('packet')}</Button> : null}
          {end}
        </div>
      </div>
      <p className={styles.sentence}>{answer.sentence[language === 'ko' ? 'ko' : 'en']}</p>
      {commands.length > 0 ? (
        <pre className={styles.commands}>
          <em>{`# ${w('mends')}\n`}</em>
          {commands.map(({ machine, line }) => (
            <code key={`${machine} ${line}`}>
              {machine === probe.machine ? null : <span>{`${machine}# `}</span>}
              {`${line}\n`}
            </code>
          ))}
        </pre>
      ) : reached ? null : (
        <p className={styles.small}>{w('noMend')}</p>
      )}
    </div>
  )
}
