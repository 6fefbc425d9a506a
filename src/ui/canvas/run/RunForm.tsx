// A container or a pod, asked for: the lines that will be typed stand below, as they are being made.
import { useId, useState, type FormEvent, type ReactNode } from 'react'
import { useStore } from 'zustand'
import type { MachineView } from '../../../store/lab.ts'
import { useText } from '../../i18n/text.ts'
import { Button } from '../../parts/Button.tsx'
import { Dialog, DialogActions } from '../../parts/Dialog.tsx'
import { useCanvas } from '../canvasContext.ts'
import { freeContainer, planPod, planRun } from '../gestures/containers.ts'
import { perform, type Plan } from '../gestures/gesture.ts'
import type { OpenForm } from '../interaction.ts'
import { labMachine } from '../view.ts'
import styles from './RunForm.module.css'
import { runWords } from './words.ts'

/** What Docker's world has at the start: of a machine whose daemon does not run nothing else is known. */
const FIRST_IMAGES = ['alpine', 'busybox', 'nginx']
const FIRST_NETWORKS = ['bridge', 'host', 'none']
/** These end at once without something to do. */
const SHELLS = /^(alpine|busybox)(:|$)/

export function RunForm(): ReactNode {
  const { interaction } = useCanvas()
  const form = useStore(interaction, (s) => s.form)
  if (!form) return null
  const close = (): void => interaction.setState({ form: null })
  return form.tool === 'Container' ? (
    <ContainerForm form={form} onClose={close} />
  ) : (
    <PodForm onClose={close} />
  )
}

interface FormProps {
  readonly form: OpenForm
  readonly onClose: () => void
}

function ContainerForm({ form, onClose }: FormProps): ReactNode {
  const { store } = useCanvas()
  const words = runWords()
  const view = store.api.getState()
  const machines = view.order.flatMap((id) => view.machines.get(id) ?? []).filter((m) => m.kind === 'machine')
  const [id, setId] = useState(() => firstMachine(machines, form.machine)?.id ?? '')
  const machine = view.machines.get(id)
  const [image, setImage] = useState('nginx')
  const [name, setName] = useState<string | null>(null)
  const [network, setNetwork] = useState('bridge')
  const [ports, setPorts] = useState('')
  const [command, setCommand] = useState<string | null>(null)
  if (!machine) return null
  const shownName = name ?? freeContainer(machine, image)
  const shownCommand = command ?? (SHELLS.test(image) ? 'sleep infinity' : '')
  const plan = planRun(machine, { name: shownName, image, network, ports, command: shownCommand })
  const run = (): void => {
    onClose()
    const { spot } = form
    if (plan.ok && spot)
      store.place([{ path: `${machine.name}/${shownName}`, x: Math.round(spot.x), y: Math.round(spot.y) }])
    perform(store, plan)
  }
  return (
    <Shell title={words.container} plan={plan} onRun={run} onClose={onClose}>
      {machines.length > 1 ? (
        <Choice label={words.machine} value={id} options={machines.map((m) => m.id)} onChange={setId} />
      ) : null}
      <Field
        label={words.image}
        value={image}
        options={machine.docker?.images ?? FIRST_IMAGES}
        first
        onChange={setImage}
      />
      <Field label={words.name} value={shownName} onChange={setName} />
      <Choice
        label={words.network}
        value={network}
        options={machine.docker?.networks ?? FIRST_NETWORKS}
        onChange={setNetwork}
      />
      <Field label={words.ports} hint={words.portsHint} value={ports} onChange={setPorts} />
      <Field label={words.command} hint={words.commandHint} value={shownCommand} onChange={setCommand} />
      {machine.docker ? null : (
        <p className={styles.hint}>{words.notRunning.replace('{name}', machine.name)}</p>
      )}
    </Shell>
  )
}

/** The one that is meant, else the first on which Docker runs, else the first that lab-wide commands are typed on. */
function firstMachine(machines: readonly MachineView[], meant: string | null): MachineView | undefined {
  return machines.find((m) => m.id === meant) ?? machines.find((m) => m.docker !== null) ?? machines[0]
}

function PodForm({ onClose }: Pick<FormProps, 'onClose'>): ReactNode {
  const { store } = useCanvas()
  const words = runWords()
  const view = store.api.getState()
  const on = labMachine(view, null)
  const [image, setImage] = useState('nginx')
  const [name, setName] = useState<string | null>(null)
  const [port, setPort] = useState('')
  const pods = [...view.namespaces.values()].flatMap(({ container }) => (container ? [container.name] : []))
  const shownName = name ?? freePod(pods, image)
  const plan = planPod(view, { name: shownName, image, port })
  const run = (): void => {
    onClose()
    perform(store, plan)
  }
  if (!on) return null
  return (
    <Shell title={words.pod} plan={plan} onRun={run} onClose={onClose}>
      <Field label={words.image} value={image} options={FIRST_IMAGES} first onChange={setImage} />
      <Field label={words.name} value={shownName} onChange={setName} />
      <Field label={words.port} hint={words.portHint} value={port} onChange={setPort} />
    </Shell>
  )
}

function freePod(taken: readonly string[], image: string): string {
  const stem = image.replace(/[:@].*$/, '').replace(/[^a-z0-9-]+/g, '-') || 'web'
  for (let n = 1; ; n++) {
    const name = n === 1 ? stem : `${stem}${n}`
    if (!taken.includes(name)) return name
  }
}

interface ShellProps {
  readonly title: string
  readonly plan: Plan
  readonly onRun: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

function Shell({ title, plan, onRun, onClose, children }: ShellProps): ReactNode {
  const t = useText()
  const words = runWords()
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (plan.ok) onRun()
  }
  return (
    <Dialog title={title} width={460} onClose={onClose}>
      <form onSubmit={submit}>
        <div className={styles.fields}>{children}</div>
        <div className={styles.lines} aria-label={words.typed} role="group">
          {plan.ok ? (
            plan.gestures.flatMap((g) => g.lines).map((line) => <code key={line}>{line}</code>)
          ) : (
            <span>{plan.reason}</span>
          )}
        </div>
        <DialogActions>
          <Button onClick={onClose}>{t('dialog.cancel')}</Button>
          <Button look="primary" type="submit" disabled={!plan.ok}>
            {words.run}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

interface FieldProps {
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly options?: readonly string[]
  readonly first?: boolean
  readonly onChange: (value: string) => void
}

function Field({ label, hint, value, options, first = false, onChange }: FieldProps): ReactNode {
  const id = useId()
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <div>
        <input
          id={id}
          className={styles.input}
          value={value}
          data-first={first || undefined}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          list={options ? `${id}-options` : undefined}
          aria-describedby={hint ? `${id}-hint` : undefined}
          onChange={(event) => onChange(event.target.value.trimStart())}
        />
        {options ? (
          <datalist id={`${id}-options`}>
            {options.map((option) => (
              <option key={option} value={option} aria-label={option} />
            ))}
          </datalist>
        ) : null}
        {hint ? (
          <div id={`${id}-hint`} className={styles.hint}>
            {hint}
          </div>
        ) : null}
      </div>
    </>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly value: string
  readonly options: readonly string[]
  readonly onChange: (value: string) => void
}

function Choice({ label, value, options, onChange }: ChoiceProps): ReactNode {
  const id = useId()
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className={styles.input}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        {options.map((option) => (
          <option key={option}>{option}</option>
        ))}
      </select>
    </>
  )
}
