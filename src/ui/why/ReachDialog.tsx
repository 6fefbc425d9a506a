import { RotateCw } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { Answer, Command, Matrix, ReachCell, ReachEnd } from '../../store/asker.ts'
import { useLabContext } from '../app/labContext.ts'
import { Button } from '../parts/Button.tsx'
import { classes } from '../parts/classes.ts'
import { Dialog } from '../parts/Dialog.tsx'
import { askingOf } from './asking.ts'
import { Trying } from './Trying.tsx'
import { Verdict } from './Verdict.tsx'
import styles from './Why.module.css'
import { useWhyText, type WhyText } from './words.ts'

interface Place {
  readonly row: number
  readonly column: number
}

/** Who reaches whom, over all machines and namespaces; a field says why. */
export function ReachDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const w = useWhyText()
  const { store } = useLabContext()
  const { ask } = askingOf(store)
  const [byPort, setByPort] = useState(false)
  const [port, setPort] = useState(80)
  const [matrix, setMatrix] = useState<Matrix | 'asking' | 'unknown'>('asking')
  const [chosen, setChosen] = useState<Place | null>(null)
  const [asked, setAsked] = useState(0)
  const wanted = byPort ? port : null

  useEffect(() => {
    const abort = new AbortController()
    const { signal } = abort
    setMatrix('asking')
    setChosen(null)
    void ask({ kind: 'reach', port: wanted }, { signal }).then((told) => {
      if (!signal.aborted) setMatrix(told && 'matrix' in told ? told.matrix : 'unknown')
    })
    return () => abort.abort()
  }, [ask, wanted, asked])

  const known = typeof matrix === 'string' ? null : matrix
  return (
    <Dialog title={w('reach')} width={760} onClose={onClose}>
      <div className={styles.controls}>
        <span className={styles.small}>{w('reachBy')}</span>
        <label>
          <input type="radio" name="reach-by" checked={!byPort} onChange={() => setByPort(false)} />
          {w('ping')}
        </label>
        <label>
          <input type="radio" name="reach-by" checked={byPort} onChange={() => setByPort(true)} />
          {w('tcp')}
        </label>
        <input
          type="number"
          min={1}
          max={65535}
          value={port}
          disabled={!byPort}
          aria-label={w('tcp')}
          onChange={(event) => {
            const value = Number(event.target.value)
            if (Number.isInteger(value) && value >= 1 && value <= 65535) setPort(value)
          }}
        />
        <Button onClick={() => setAsked(asked + 1)}>
          <RotateCw size={14} aria-hidden />
          {w('refresh')}
        </Button>
      </div>
      <p className={styles.small} role="status">
        {matrix === 'asking' ? w('asking') : matrix === 'unknown' ? w('unknown') : summary(matrix, w)}
      </p>
      {known && known.ends.length > 1 ? (
        <>
          <Grid matrix={known} chosen={chosen} onChoose={setChosen} />
          <div className={styles.chosen}>
            {chosen ? (
              <Chosen
                key={`${chosen.row} ${chosen.column}`}
                matrix={known}
                place={chosen}
                onCancel={() => setChosen(null)}
                onShown={onClose}
              />
            ) : (
              <p className={styles.small}>{w('hint')}</p>
            )}
          </div>
        </>
      ) : null}
    </Dialog>
  )
}

function summary({ ends, cells }: Matrix, w: WhyText): string {
  if (ends.length < 2) return w('none')
  const asked = cells.flat().filter(({ to }) => to !== null)
  return w('summary', { ok: asked.filter(({ reached }) => reached).length, all: asked.length })
}

/** Names of pods are long, and what tells them apart stands at their end. */
function shortened(name: string): string {
  return name.length > MOST_LETTERS ? `${name.slice(0, 9)}…${name.slice(-12)}` : name
}

const MOST_LETTERS = 22

interface GridProps {
  readonly matrix: Matrix
  readonly chosen: Place | null
  readonly onChoose: (place: Place) => void
}

/** One field has the focus; the arrow keys move it. */
function Grid({ matrix: { ends, cells }, chosen, onChoose }: GridProps): ReactNode {
  const w = useWhyText()
  const [focus, setFocus] = useState<Place>({ row: 0, column: 1 })
  const table = useRef<HTMLTableElement>(null)
  const move = (event: KeyboardEvent): void => {
    const [down, right] = ARROWS[event.key] ?? [0, 0]
    if (down === 0 && right === 0) return
    event.preventDefault()
    const row = Math.min(ends.length - 1, Math.max(0, focus.row + down))
    const column = Math.min(ends.length - 1, Math.max(0, focus.column + right))
    setFocus({ row, column })
    table.current?.querySelector<HTMLElement>(`[data-field="${row} ${column}"]`)?.focus()
  }
  return (
    <div className={styles.scroll}>
      <table ref={table} className={styles.matrix} aria-label={w('reach')}>
        <thead>
          <tr>
            <th className={styles.corner} scope="col">
              {w('asks')}
            </th>
            {ends.map((end) => (
              <th key={end.netns} scope="col" title={end.name} aria-label={end.name}>
                {shortened(end.name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ends.map((from, row) => (
            <tr key={from.netns}>
              <th scope="row" title={from.name} aria-label={from.name}>
                {shortened(from.name)}
              </th>
              {ends.map((to, column) => (
                <td key={to.netns}>
                  <Field
                    from={from}
                    to={to}
                    cell={cells[row]?.[column] ?? NOTHING}
                    field={`${row} ${column}`}
                    focusable={focus.row === row && focus.column === column}
                    pressed={chosen?.row === row && chosen.column === column}
                    onKeyDown={move}
                    onChoose={() => {
                      setFocus({ row, column })
                      onChoose({ row, column })
                    }}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const NOTHING: ReachCell = { to: null, reached: false }
const ARROWS: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
}

interface FieldProps {
  readonly from: ReachEnd
  readonly to: ReachEnd
  readonly cell: ReachCell
  readonly field: string
  readonly focusable: boolean
  readonly pressed: boolean
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onChoose: () => void
}

function Field({ from, to, cell, field, focusable, pressed, onKeyDown, onChoose }: FieldProps): ReactNode {
  const w = useWhyText()
  const own = from.netns === to.netns
  const values = { from: from.name, to: to.name }
  const label = own
    ? w('self', values)
    : cell.to === null
      ? w('noAddress', values)
      : w(cell.reached ? 'reached' : 'notReached', values)
  const off = own || cell.to === null
  return (
    <button
      type="button"
      data-field={field}
      tabIndex={focusable ? 0 : -1}
      className={classes(styles.cell, off ? styles.off : cell.reached ? styles.ok : styles.no)}
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      aria-disabled={off}
      onKeyDown={onKeyDown}
      onClick={off ? undefined : onChoose}
    >
      <span aria-hidden>{own ? '·' : cell.to === null ? '–' : cell.reached ? '✓' : '✕'}</span>
    </button>
  )
}

interface ChosenProps {
  readonly matrix: Matrix
  readonly place: Place
  readonly onCancel: () => void
  readonly onShown: () => void
}

/** Why one does not reach the other, or the packet that did. */
function Chosen({
  matrix: { ends, cells, port },
  place: { row, column },
  onCancel,
  onShown,
}: ChosenProps): ReactNode {
  const w = useWhyText()
  const { store } = useLabContext()
  const { ask } = askingOf(store)
  const [answer, setAnswer] = useState<Answer | 'asking' | null>('asking')
  const [trying, setTrying] = useState<readonly Command[]>([])
  const [mended, setMended] = useState(false)
  const from = ends[row]
  const to = ends[column]
  const address = cells[row]?.[column]?.to ?? null
  useEffect(() => {
    if (!from || address === null) return
    const { machine, inode } = from
    const abort = new AbortController()
    const { signal } = abort
    const way = port === null ? ({ by: 'ping' } as const) : ({ by: 'tcp', port } as const)
    const question = { kind: 'between', machine, netns: inode, to: address, way } as const
    void ask(question, { signal, trying: setTrying }).then((told) => {
      if (!signal.aborted) setAnswer(told && 'answer' in told ? told.answer : null)
    })
    return () => abort.abort()
  }, [ask, from, address, port])
  if (!from || !to) return null
  const title = `${from.name} → ${to.name} (${address}${port === null ? '' : `:${port}`})`
  return (
    <div role="status">
      {answer === 'asking' || answer === null ? (
        <div className={styles.line}>
          <p>{title}</p>
          {answer === 'asking' ? (
            <Trying commands={trying} onCancel={onCancel} />
          ) : (
            <span className={styles.small}>{w('unknown')}</span>
          )}
        </div>
      ) : (
        <Verdict
          answer={answer}
          note={w('note', { program: port === null ? 'ping' : `tcp ${port}`, host: address ?? '' })}
          mended={mended}
          onMended={() => {
            setMended(true)
            onShown()
          }}
          onShown={onShown}
          lead={<p>{title}</p>}
        />
      )}
    </div>
  )
}
