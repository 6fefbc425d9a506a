// The screen's picture of the lab: a projection of what the worker says, and what is selected. Vanilla store first;
// the React binding is below. Everything that changes the lab is sent to it; nothing is changed here directly.
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type {
  DeviceId,
  DeviceView,
  Drop,
  FinishedRun,
  FromLab,
  Hop,
  InsideView,
  LabState,
  MachineId,
  MachineView,
  NetnsId,
  NetnsView,
  Note,
  Placement,
  PlayerState,
  Snapshot,
  Story,
  TerminalId,
  ToLab,
} from '../session/protocol.ts'
import { changed } from '../session/viewchange.ts'
import { project, sheetOf } from './projection.ts'
import { createQuestions, type Questions } from './questions.ts'

export type {
  DeviceView,
  DoorView,
  Drop,
  DropReason,
  ExportForm,
  FdbView,
  FirewallChainView,
  FirewallRuleView,
  FirewallTableView,
  FlowView,
  FromLab,
  HeaderLayer,
  Hop,
  InsideView,
  LabState,
  MachineView,
  NeighbourView,
  NetnsId,
  NetnsView,
  Note,
  Pace,
  PhraseKey,
  Placement,
  PlayerState,
  Provenance,
  RouteView,
  Story,
  StoryStep,
  TerminalId,
  ToLab,
  PublishedPort,
} from '../session/protocol.ts'

/** What is selected on the canvas or in the strip. */
export type Selection =
  | { readonly kind: 'machine'; readonly id: MachineId }
  | { readonly kind: 'netns'; readonly id: NetnsId }
  | { readonly kind: 'device'; readonly id: DeviceId }
  | { readonly kind: 'packet'; readonly skb: number }

export interface TerminalTab {
  readonly id: TerminalId
  readonly machine: string
  readonly netns: string | null
  /** What its tab says, where that is neither. */
  readonly name?: string
}

/** A shell in something that has no terminal of its own: the command that leads there, and what the tab says. */
export interface Inside {
  readonly name: string
  readonly command: string
}

/** Hops that are on their way on the screen now. */
export interface Flight {
  readonly batch: number
  readonly hops: readonly Hop[]
  readonly milliseconds: number
}

export interface LabStoreState {
  readonly ready: boolean
  /** Labs opened, and openings refused, since the page came up: by them the answer to an `open` is known. */
  readonly opened: number
  readonly refused: number
  readonly order: readonly MachineId[]
  readonly machines: ReadonlyMap<MachineId, MachineView>
  readonly namespaces: ReadonlyMap<NetnsId, NetnsView>
  readonly devices: ReadonlyMap<DeviceId, DeviceView>
  readonly placements: ReadonlyMap<string, Placement>
  /** What is written on the canvas. */
  readonly notes: readonly Note[]
  readonly lab: LabState
  readonly player: PlayerState
  readonly hops: readonly Hop[]
  readonly flight: Flight | null
  /** Packets that died lately, the last ones last. */
  readonly drops: readonly Drop[]
  readonly selection: Selection | null
  readonly story: Story | null
  /** The ping, curl or the like that ended last. */
  readonly run: FinishedRun | null
  /** What the lab was made of when that was last asked. */
  readonly snapshot: Snapshot | null
  /** Rule sets and flows of the namespace that is looked at. */
  readonly inside: { readonly netns: NetnsId; readonly inside: InsideView } | null
  readonly terminals: readonly TerminalTab[]
  readonly activeTerminal: TerminalId | null
  /** One plain sentence to show, until dismissed. */
  readonly notice: string | null
  /** The lab is there to be looked at: what would change it is not sent. */
  readonly readOnly: boolean
}

/** Joins the store to a lab: it is given where to put what the lab says, and gives back how to speak to it. */
export type Connect = (receive: (message: FromLab) => void) => (message: ToLab) => void

/** How terminals get their bytes: they are not kept in the store. */
/** `waits`: `terminal-shown` is awaited once this is on the screen. */
export type TerminalListener = (
  event: { readonly data: string; readonly waits: boolean } | { readonly reset: true },
) => void

export interface LabStore {
  readonly api: StoreApi<LabStoreState>
  readonly send: (message: ToLab) => void
  readonly select: (selection: Selection | null) => void
  readonly showTerminal: (id: TerminalId) => void
  /** Another terminal on a machine, in one of its namespaces (null: the machine's own); shown at once. */
  readonly openTerminal: (machine: string, netns: string | null, inside?: Inside) => void
  readonly closeTerminal: (id: TerminalId) => void
  /** Selects the device of a step, its packet's story staying open. */
  readonly showStep: (device: DeviceId) => void
  /** A story of a packet of a copy. */
  readonly showStory: (story: Story) => void
  readonly notify: (text: string | null) => void
  readonly setReadOnly: (readOnly: boolean) => void
  readonly ask: Questions['ask']
  /** `from`: where those stood that nobody had placed yet, for it to be undone. */
  readonly place: (placements: readonly Placement[], from?: readonly Placement[]) => void
  /** All notes there are to be (`joined`: as part of the gesture that follows); one without a text is still being written, and the lab does not hear of it. */
  readonly write: (notes: readonly Note[], joined?: boolean) => void
  /** Bytes that came before the first listener are kept for it. Returns how to stop. */
  readonly onTerminal: (id: TerminalId, listener: TerminalListener) => () => void
}

const MOST_HOPS = 5000
const MOST_DROPS = 200
/** No packet of the lab has this number. */
const NOT_HERE = -1

const START: LabStoreState = {
  ready: false,
  opened: 0,
  refused: 0,
  order: [],
  machines: new Map(),
  namespaces: new Map(),
  devices: new Map(),
  placements: new Map(),
  notes: [],
  lab: { text: '', title: '', world: 'bare', canUndo: false, canRedo: false },
  player: { playing: true, speed: 1, now: 0, hops: 0, busy: false },
  hops: [],
  flight: null,
  drops: [],
  selection: null,
  story: null,
  run: null,
  snapshot: null,
  inside: null,
  terminals: [],
  activeTerminal: null,
  notice: null,
  readOnly: false,
}

/** What a lab that is only looked at does not take. Undo, Redo and Step walk through it, and are taken. */
const CHANGES: ReadonlySet<ToLab['type']> = new Set([
  'terminal-input',
  'terminal-run',
  'gesture',
  'mend',
  'title',
  'place',
  'notes',
  'reset',
])

/** `refusal`: what is said of a change to a lab that is only looked at. */
export function createLabStore(connect: Connect, refusal: () => string = () => 'Read-only.'): LabStore {
  const api = createStore<LabStoreState>()(() => START)
  const terminals = new Map<
    TerminalId,
    { listener: TerminalListener | null; early: Parameters<TerminalListener>[0][] }
  >()
  let batch = 0
  const terminal = (
    id: TerminalId,
  ): { listener: TerminalListener | null; early: Parameters<TerminalListener>[0][] } => {
    let entry = terminals.get(id)
    if (!entry) terminals.set(id, (entry = { listener: null, early: [] }))
    return entry
  }
  const toTerminal = (id: TerminalId, event: Parameters<TerminalListener>[0]): void => {
    const entry = terminal(id)
    if (entry.listener) entry.listener(event)
    else entry.early.push(event)
  }

  const addTerminal = (tab: TerminalTab): void => {
    const { terminals: tabs, activeTerminal } = api.getState()
    if (!tabs.some((t) => t.id === tab.id)) api.setState({ terminals: [...tabs, tab] })
    if (activeTerminal === null) api.setState({ activeTerminal: tab.id })
  }
  const removeTerminal = (id: TerminalId): void => {
    terminals.delete(id)
    api.setState((s) => {
      const at = s.terminals.findIndex((t) => t.id === id)
      const rest = s.terminals.filter((t) => t.id !== id)
      const next = rest[Math.max(0, at - 1)]?.id ?? null
      return { terminals: rest, activeTerminal: s.activeTerminal === id ? next : s.activeTerminal }
    })
  }

  const receive = (message: FromLab): void => {
    switch (message.type) {
      case 'opened':
        api.setState((s) => ({
          ready: true,
          opened: s.opened + 1,
          ...project(
            message.view.machines,
            message.view.machines.map((m) => m.id),
          ),
          ...sheetOf(message.sheet),
          selection: null,
          story: null,
          flight: null,
          drops: [],
        }))
        return
      // An `open` that killed the lab has its answer too.
      case 'refused':
      case 'failed':
        if (message.type === 'failed') questions.fail(message.reason)
        api.setState((s) => ({ notice: message.reason, refused: s.refused + 1 }))
        return
      case 'view': {
        const machines = new Map(api.getState().machines)
        for (const machine of message.changed)
          machines.set(machine.id, changed(machines.get(machine.id), machine))
        api.setState(project([...machines.values()], message.order))
        return
      }
      case 'sheet':
        api.setState(sheetOf(message.sheet))
        return
      case 'terminal-opened':
        addTerminal({ id: message.id, machine: message.machine, netns: message.netns })
        return
      case 'terminal-closed':
        removeTerminal(message.id)
        return
      case 'terminal-output':
        toTerminal(message.id, { data: message.data, waits: message.waits })
        return
      case 'terminal-reset':
        toTerminal(message.id, { reset: true })
        return
      case 'hops':
        api.setState((s) => ({
          hops: [...s.hops, ...message.hops].slice(-MOST_HOPS),
          flight: message.replay
            ? s.flight
            : { batch: ++batch, hops: message.hops, milliseconds: message.hopMilliseconds },
        }))
        return
      case 'drops':
        api.setState((s) => ({ drops: [...s.drops, ...message.drops].slice(-MOST_DROPS) }))
        return
      case 'hops-cut':
        api.setState((s) => ({
          hops: s.hops.filter((h) => h.id <= message.last),
          flight: null,
          drops: s.drops.filter((d) => d.after <= message.last),
        }))
        return
      case 'player':
        api.setState({ player: message.player })
        return
      case 'lab':
        api.setState({ lab: message.lab })
        return
      case 'story':
        api.setState({ story: message.story })
        return
      case 'exported':
      case 'found':
      case 'captured':
      case 'compared':
        questions.hear(message)
        return
      case 'run':
        api.setState({ run: message.run })
        return
      case 'snapshot':
        api.setState({ snapshot: message.snapshot })
        return
      case 'inside':
        api.setState({ inside: { netns: message.netns, inside: message.inside } })
        return
    }
  }

  const questions = createQuestions((message) => send(message))
  const toLab = connect(receive)
  const send = (message: ToLab): void => {
    if (api.getState().readOnly && CHANGES.has(message.type)) {
      api.setState({ notice: refusal() })
      return
    }
    if (message.type === 'gesture') showGesture(message.machine)
    if (message.type === 'mend' && message.commands[0]) showGesture(message.commands[0].machine)
    toLab(message)
  }
  /** What a gesture types is seen: the terminal it is typed into comes to the front. */
  const showGesture = (machine: string): void => {
    const tab = api.getState().terminals.find((t) => t.machine === machine && t.netns === null)
    if (tab) api.setState({ activeTerminal: tab.id })
  }
  return {
    api,
    send,
    select: (selection) => {
      api.setState({ selection, story: null })
      if (selection?.kind === 'packet') send({ type: 'story', skb: selection.skb })
    },
    showTerminal: (id) => api.setState({ activeTerminal: id }),
    openTerminal: (machine, netns, inside) => {
      const within = inside?.name ?? netns
      const name = within === null ? machine : `${machine}/${within}`
      const taken = new Set(api.getState().terminals.map((t) => t.id))
      let id = name
      for (let n = 2; taken.has(id); n++) id = `${name} ${n}`
      addTerminal({ id, machine, netns, ...(inside ? { name: inside.name } : {}) })
      api.setState({ activeTerminal: id })
      send({ type: 'terminal-open', id, machine, netns })
      if (inside) send({ type: 'terminal-run', commands: [{ id, command: inside.command }] })
    },
    closeTerminal: (id) => {
      removeTerminal(id)
      send({ type: 'terminal-close', id })
    },
    showStory: (story) => api.setState({ selection: { kind: 'packet', skb: NOT_HERE }, story }),
    showStep: (device) => api.setState({ selection: { kind: 'device', id: device } }),
    notify: (notice) => api.setState({ notice }),
    setReadOnly: (readOnly) => api.setState({ readOnly }),
    ask: questions.ask,
    place: (placements, from = []) => {
      if (api.getState().readOnly) return
      const next = new Map(api.getState().placements)
      for (const p of placements) next.set(p.path, p)
      api.setState({ placements: next })
      send({ type: 'place', placements, from })
    },
    write: (notes, joined = false) => {
      if (!api.getState().readOnly) api.setState({ notes })
      send({ type: 'notes', notes: notes.filter((n) => n.text.trim() !== ''), ...(joined ? { joined } : {}) })
    },
    onTerminal: (id, listener) => {
      const entry = terminal(id)
      entry.listener = listener
      for (const event of entry.early.splice(0)) listener(event)
      return () => {
        if (entry.listener === listener) entry.listener = null
      }
    },
  }
}

/** Binds a component to a slice of the store. */
export function useLab<T>(store: LabStore, selector: (state: LabStoreState) => T): T {
  return useStore(store.api, selector)
}
