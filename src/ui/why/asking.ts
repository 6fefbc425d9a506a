// What was asked of the second worker, and what it told: one question at a time, for the bar below the terminal.
import { execFor } from '../canvas/gestures/reach.ts'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { createAsker, type Answer, type Asker, type Command, type FinishedRun } from '../../store/asker.ts'
import { createLabWorker } from '../../store/connect.ts'
import type { LabStore, NetnsView } from '../../store/lab.ts'

export interface Asked {
  /** The run that is explained; null: none was asked about. */
  readonly run: FinishedRun | null
  readonly phase: 'idle' | 'asking' | 'told' | 'unknown'
  readonly answer: Answer | null
  /** What is tried while it is asked. */
  readonly trying: readonly Command[]
  /** The mend was typed. */
  readonly mended: boolean
  /** A run whose line a person has put away. */
  readonly hidden: FinishedRun | null
}

export interface Asking {
  readonly ask: Asker['ask']
  readonly state: StoreApi<Asked>
  /** A run failed: its why may be asked. */
  readonly expect: () => void
  readonly why: (run: FinishedRun) => void
  /** Whoever asked does not want to wait. */
  readonly cancel: () => void
  readonly hide: (run: FinishedRun) => void
  readonly mended: () => void
}

const START: Asked = { run: null, phase: 'idle', answer: null, trying: [], mended: false, hidden: null }

/** One a lab. */
const all = new WeakMap<LabStore, Asking>()

export function askingOf(store: LabStore): Asking {
  let asking = all.get(store)
  if (!asking) all.set(store, (asking = create(store)))
  return asking
}

function create(store: LabStore): Asking {
  const { ask, prepare } = createAsker(store, createLabWorker)
  const state = createStore<Asked>()(() => START)
  let abort = new AbortController()
  return {
    ask,
    state,
    expect: prepare,
    why: (run) => {
      abort.abort()
      abort = new AbortController()
      const { signal } = abort
      state.setState({ ...START, run, phase: 'asking' })
      const trying = (commands: readonly Command[]): void => state.setState({ trying: commands })
      void ask({ kind: 'why', run }, { signal, trying }).then((told) => {
        if (signal.aborted) return
        const answer = told && 'answer' in told ? told.answer : null
        state.setState({ answer, phase: answer ? 'told' : 'unknown' })
      })
    },
    cancel: () => {
      abort.abort()
      state.setState(START)
    },
    hide: (run) => state.setState({ hidden: run }),
    mended: () => state.setState({ mended: true }),
  }
}

/** `red`, or the machine of its own namespace. */
export function netnsName(
  namespaces: ReadonlyMap<string, NetnsView>,
  { machine, netns }: Pick<FinishedRun, 'machine' | 'netns'>,
): string {
  const found = namespaces.get(`${machine}/${netns}`)
  return found?.container?.name ?? found?.name ?? machine
}

/** The command again, as it is given on its machine; null when its namespace has no name to give. */
export function lineOf(namespaces: ReadonlyMap<string, NetnsView>, run: FinishedRun): string | null {
  const netns = namespaces.get(`${run.machine}/${run.netns}`)
  const exec = netns ? execFor(netns) : null
  if (exec === null) return null
  const line = run.argv.map((word) =>
    /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`,
  )
  return `${exec}${line.join(' ')}`
}
