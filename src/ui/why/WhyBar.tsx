import { X } from 'lucide-react'
import { useEffect, type ReactNode } from 'react'
import { useStore } from 'zustand'
import type { FinishedRun } from '../../store/asker.ts'
import type { LabStoreState, NetnsView } from '../../store/lab.ts'
import { useLabContext, useSlice } from '../app/labContext.ts'
import { Button } from '../parts/Button.tsx'
import { askingOf, lineOf, netnsName } from './asking.ts'
import { Trying } from './Trying.tsx'
import { Verdict } from './Verdict.tsx'
import styles from './Why.module.css'
import { useWhyText } from './words.ts'

const selectRun = (s: LabStoreState): FinishedRun | null => s.run
const selectNamespaces = (s: LabStoreState): ReadonlyMap<string, NetnsView> => s.namespaces

/** A quiet line below the terminal while the last ping, curl or the like stands failed; it opens to say why. */
export function WhyBar(): ReactNode {
  const w = useWhyText()
  const { store } = useLabContext()
  const run = useSlice(selectRun)
  const namespaces = useSlice(selectNamespaces)
  const asking = askingOf(store)
  const asked = useStore(asking.state)

  // Whether a dig for a name that is not there, or a traceroute, came to its end is not told by its status.
  const unsure = run?.failed === 'maybe' ? run : null
  useEffect(() => {
    if (unsure) asking.why(unsure)
  }, [asking, unsure])
  const failed = run?.failed === 'yes' ? run : null
  useEffect(() => {
    if (failed) asking.expect()
  }, [asking, failed])

  if (!run || run.failed === 'no' || asked.hidden === run) return null
  const told = asked.run === run ? asked : null
  if (run.failed === 'maybe' && (told?.phase !== 'told' || told.answer?.reached !== false)) return null
  const where = netnsName(namespaces, run)
  const [program = ''] = run.argv
  const host = told?.answer?.probe.host ?? run.argv.findLast((word) => /[.:]|^[a-z][\w-]+$/.test(word)) ?? ''
  const values = { program, host, where }
  const line = lineOf(namespaces, run)
  const failure = (
    <>
      <i className={styles.mark} aria-hidden>
        ✕
      </i>
      <p>{w('failed', values)}</p>
    </>
  )
  const close = (
    <Button look="quiet" square aria-label={w('close')} title={w('close')} onClick={() => asking.hide(run)}>
      <X size={15} aria-hidden />
    </Button>
  )
  return (
    <section className={styles.bar} aria-label={w('bar')} aria-live="polite">
      {told?.answer ? (
        <Verdict
          answer={told.answer}
          note={w('note', values)}
          mended={told.mended}
          onMended={asking.mended}
          lead={failure}
          end={close}
        >
          {told.mended && line !== null ? (
            <Button
              look="primary"
              onClick={() => store.send({ type: 'gesture', machine: run.machine, lines: [line], note: '' })}
            >
              {w('again')}
            </Button>
          ) : null}
        </Verdict>
      ) : (
        <div className={styles.line}>
          {failure}
          {told === null ? (
            <Button onClick={() => asking.why(run)}>{w('why')}</Button>
          ) : told.phase === 'asking' ? (
            <Trying commands={told.trying} onCancel={asking.cancel} />
          ) : (
            <span className={styles.small}>{w('unknown')}</span>
          )}
          <span className={styles.space} />
          {close}
        </div>
      )}
    </section>
  )
}
