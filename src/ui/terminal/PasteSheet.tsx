import { useEffect, useId, useMemo, useState, type ReactNode } from 'react'
import type { LabStoreState, MachineView, TerminalId, TerminalTab } from '../../store/lab.ts'
import { commandsToRun, typographicIn, type PastedLine } from '../../store/paste.ts'
import { useLabContext, useSlice } from '../app/labContext.ts'
import { usePartWords } from '../i18n/partWords.ts'
import { Button } from '../parts/Button.tsx'
import { classes } from '../parts/classes.ts'
import { Dialog, DialogActions } from '../parts/Dialog.tsx'
import { characterNames } from './characterNames.ts'
import styles from './Paste.module.css'
import { PASTE_WORDS } from './pasteWords.ts'

interface PasteSheetProps {
  readonly id: TerminalId
  readonly text: string
  readonly lines: readonly PastedLine[]
  readonly paste: (text: string) => void
  readonly onDone: () => void
}

const selectTerminals = (s: LabStoreState): readonly TerminalTab[] => s.terminals
const selectMachines = (s: LabStoreState): ReadonlyMap<string, MachineView> => s.machines

/** Which lines of a terminal's text are commands, for the person to say which of them run. */
export function PasteSheet({ id, text, lines, paste, onDone }: PasteSheetProps): ReactNode {
  const say = usePartWords(PASTE_WORDS)
  const { store } = useLabContext()
  const terminals = useSlice(selectTerminals)
  const machines = useSlice(selectMachines)
  const [chosen, setChosen] = useState<ReadonlySet<number>>(
    () => new Set(lines.flatMap(({ kind }, n) => (kind === 'command' ? [n] : []))),
  )
  const [makePlain, setMakePlain] = useState(false)
  const found = useMemo(() => typographicIn(text), [text])
  const tab = terminals.find((t) => t.id === id)
  const commands = commandsToRun(lines, chosen, {
    tab: tab ?? { id, machine: '', netns: null },
    machines: new Set(machines.keys()),
  })

  // A dialog that opens gives the focus to its first button.
  const runs = useId()
  useEffect(() => document.getElementById(runs)?.focus(), [runs])

  const toggle = (n: number): void => {
    const next = new Set(chosen)
    if (!next.delete(n)) next.add(n)
    setChosen(next)
  }
  const run = (): void => {
    const plain = makePlain
      ? commands.map(({ id, command }) => ({ id, command: typographicIn(command)?.plain ?? command }))
      : commands
    store.send({ type: 'terminal-run', commands: plain })
    onDone()
  }
  return (
    <Dialog title={say('title')} width={640} onClose={onDone}>
      <p className={styles.intro}>{say('intro')}</p>
      <ul className={styles.lines} aria-label={say('lines')}>
        {lines.map((line, n) => (
          <li key={n} className={classes(styles.line, chosen.has(owner(lines, n)) && styles.runs)}>
            {line.kind === 'continuation' || line.kind === 'blank' ? (
              <code className={styles.more}>{line.shown || ' '}</code>
            ) : (
              <label>
                <input type="checkbox" checked={chosen.has(n)} onChange={() => toggle(n)} />
                <code>
                  <i>{promptPart(line)}</i>
                  {line.kind === 'command' ? line.text : line.shown}
                </code>
              </label>
            )}
          </li>
        ))}
      </ul>
      {found ? (
        <div className={styles.found}>
          <p>{say('typographic', { characters: characterNames(found, say) })}</p>
          <label>
            <input type="checkbox" checked={makePlain} onChange={() => setMakePlain(!makePlain)} />
            {say('makePlain')}
          </label>
        </div>
      ) : null}
      <DialogActions>
        <Button
          onClick={() => {
            paste(text)
            onDone()
          }}
        >
          {say('asIs')}
        </Button>
        <Button look="primary" id={runs} onClick={run}>
          {commands.length === 1 ? say('runOne') : say('run', { count: commands.length })}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

/** The command a line goes on with, or the line itself. */
function owner(lines: readonly PastedLine[], n: number): number {
  let at = n
  while (at > 0 && lines[at]?.kind === 'continuation') at--
  return at
}

/** The prompt of a command, which does not run. */
function promptPart({ kind, shown, text }: PastedLine): string {
  return kind === 'command' && shown.trimEnd().endsWith(text)
    ? shown.trimEnd().slice(0, -text.length || undefined)
    : ''
}
