import { useEffect, useId, useMemo, useRef, useState, type FormEvent, type ReactNode } from 'react'
import type { Answer, Command, Way } from '../../store/asker.ts'
import type { LabStoreState, NetnsId, NetnsView } from '../../store/lab.ts'
import { useLabContext, useSlice } from '../app/labContext.ts'
import { netnsLabel } from '../canvas/view.ts'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { askingOf } from './asking.ts'
import { addressesOf, WAYS, type End } from './ends.ts'
import { Trying } from './Trying.tsx'
import { Verdict } from './Verdict.tsx'
import styles from './Why.module.css'
import { useWhyText } from './words.ts'

const selectState = (s: LabStoreState): LabStoreState => s

interface AskDialogProps {
  /** Who asks, to begin with. */
  readonly from: NetnsId | null
  readonly onClose: () => void
}

interface Told {
  readonly answer: Answer | null
  /** What was asked: `red → 10.0.0.2:80 (tcp)`. */
  readonly title: string
  readonly note: string
}

/** Can one reach the other? Asked on a copy of the lab, with the story of the packet, and why not. */
export function AskDialog({ from, onClose }: AskDialogProps): ReactNode {
  const w = useWhyText()
  const { store } = useLabContext()
  const { ask } = askingOf(store)
  const state = useSlice(selectState)
  const ends = useMemo(() => endsOf(state), [state])
  const [source, setSource] = useState<NetnsId>(from ?? ends[0]?.id ?? '')
  const [by, setBy] = useState<Way['by']>('ping')
  const [port, setPort] = useState(80)
  const [to, setTo] = useState('')
  const [told, setTold] = useState<Told | 'asking' | null>(null)
  const [mended, setMended] = useState(false)
  const [trying, setTrying] = useState<readonly Command[]>([])
  const asked = useRef(new AbortController())
  const list = useId()
  const asker = ends.find(({ id }) => id === source) ?? ends[0]
  const near = useMemo(() => addressesOf(ends, asker ?? null), [ends, asker])
  const host = to.trim() === '' && by !== 'name' ? (near[0]?.address ?? '') : to.trim()

  // An answer that comes after the dialog is gone, or after another question, is none.
  useEffect(() => () => asked.current.abort(), [])
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!asker || host === '') return
    const way: Way = by === 'tcp' || by === 'udp' ? { by, port } : { by }
    const target = 'port' in way ? `${host}:${way.port}` : host
    asked.current.abort()
    const { signal } = (asked.current = new AbortController())
    setMended(false)
    setTrying([])
    setTold('asking')
    const question = { kind: 'between', machine: asker.machine, netns: asker.inode, to: host, way } as const
    void ask(question, { signal, trying: setTrying }).then((answered) => {
      if (signal.aborted) return
      setTold({
        answer: answered && 'answer' in answered ? answered.answer : null,
        title: `${asker.name} → ${target}`,
        note: w('note', { program: by, host: target }),
      })
    })
  }

  const cancel = (): void => {
    asked.current.abort()
    setTold(null)
  }

  return (
    <Dialog title={w('ask')} width={620} onClose={onClose}>
      <form className={styles.question} onSubmit={submit}>
        <label>
          <span>{w('askFrom')}</span>
          <select value={asker?.id ?? ''} onChange={(event) => setSource(event.target.value)}>
            {ends.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{w('askTo')}</span>
          <input
            type="text"
            list={list}
            value={to}
            placeholder={by === 'name' ? w('askName') : (near[0]?.address ?? '')}
            spellCheck={false}
            autoComplete="off"
            autoCapitalize="off"
            onChange={(event) => setTo(event.target.value)}
          />
          <datalist id={list}>
            {near.map(({ address, name }) => (
              <option key={`${name} ${address}`} value={address}>
                {name}
              </option>
            ))}
          </datalist>
        </label>
        <label>
          <span>{w('askBy')}</span>
          <select value={by} onChange={(event) => setBy(event.target.value as Way['by'])}>
            {WAYS.map((way) => (
              <option key={way} value={way}>
                {w(way)}
              </option>
            ))}
          </select>
        </label>
        {by === 'tcp' || by === 'udp' ? (
          <label>
            <span>{w('askPort')}</span>
            <input
              type="number"
              min={1}
              max={65535}
              required
              value={port}
              onChange={(event) => setPort(Number(event.target.value))}
            />
          </label>
        ) : null}
        <Button look="primary" type="submit" disabled={!asker || host === ''}>
          {w('askNow')}
        </Button>
      </form>
      <div className={styles.chosen} role="status">
        {told === 'asking' ? (
          <div className={styles.line}>
            <Trying commands={trying} onCancel={cancel} />
          </div>
        ) : (
          <Result told={told} mended={mended} onMended={() => setMended(true)} onShown={onClose} />
        )}
      </div>
    </Dialog>
  )
}

interface ResultProps {
  readonly told: Told | null
  readonly mended: boolean
  readonly onMended: () => void
  readonly onShown: () => void
}

function Result({ told, mended, onMended, onShown }: ResultProps): ReactNode {
  const w = useWhyText()
  if (told === null) return <p className={styles.small}>{w('askHint')}</p>
  const { answer, title, note } = told
  if (!answer) return <p>{`${title}: ${w('unknown')}`}</p>
  const lead = (
    <p>
      <b className={answer.reached ? styles.yes : styles.mark}>
        {answer.reached ? `✓ ${w('yes')}` : `✕ ${w('no')}`}
      </b>{' '}
      {title}
    </p>
  )
  return (
    <Verdict answer={answer} note={note} mended={mended} onMended={onMended} onShown={onShown} lead={lead} />
  )
}

function endsOf(state: LabStoreState): readonly End[] {
  return state.order.flatMap((id) => {
    const machine = state.machines.get(id)
    if (!machine || machine.kind === 'switch') return []
    return machine.namespaces.map((netns) => endOf(state, netns))
  })
}

function endOf(state: LabStoreState, netns: NetnsView): End {
  return {
    id: netns.id,
    machine: netns.machine,
    inode: Number(netns.id.slice(netns.id.lastIndexOf('/') + 1)),
    name: netnsLabel(state, netns),
    addresses: netns.devices.flatMap((device) =>
      device.kind === 'loopback'
        ? []
        : device.addresses.filter(({ scope }) => scope === 'global').map(({ text }) => text),
    ),
  }
}
