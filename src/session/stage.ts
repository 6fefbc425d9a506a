// One lab on stage: the lab, its windows, the log of what is done to it, its packets and its view. Undoing, stepping back
// and opening make another stage and play the log on it; what is done live is done to the stage that stands.
import { Lab } from '../lab/lab.ts'
import type { Hop } from '../lab/hops.ts'
import { namedNets } from '../lab/nodes.ts'
import type { Software } from '../lab/programs.ts'
import { PacketLog } from '../lab/packetlog.ts'
import { ViewBuilder } from '../lab/viewbuilder.ts'
import type { WorldName } from '../lab/worlds/names.ts'
import type { Nanoseconds } from '../sim/clock.ts'
import type { LogEntry } from './log.ts'
import type { Playable } from './player.ts'
import type { TerminalCommand, TerminalId } from './protocol.ts'
import { Window, type WindowPlace } from './window.ts'

/** An instant at which frames were put on cables. */
export interface Batch {
  /** Number of its last hop. */
  readonly last: number
  /** Commands in the log by then. */
  readonly commands: number
}

/** Keys of the past that are still to come: a stage that was stepped back goes on as it went. */
export interface FutureKeys {
  readonly time: Nanoseconds
  readonly terminal: TerminalId
  readonly data: string
  readonly held: boolean
}

/** Instants one can step back over. */
const MOST_BATCHES = 5000
/** Hops that are kept until somebody takes them. */
const MOST_FRESH = 5000
const HELD_ROUNDS = 20
const COLUMNS = 80
const ROWS = 24

export class Stage implements Playable {
  readonly lab: Lab
  readonly packets: PacketLog
  readonly views: ViewBuilder
  readonly windows = new Map<TerminalId, Window>()
  readonly log: LogEntry[] = []
  /** The last of them, in order. */
  readonly batches: Batch[] = []
  /** Numbers of groups given so far: what is undone as one has one. */
  groups = 0
  /** Rises with every change of the log. */
  changes = 0
  /** By time. */
  future: FutureKeys[] = []
  /** Comments typed since the last command. */
  comments: string[] = []
  /** Windows that have opened, and that have closed, since this was last looked at. */
  opened: WindowPlace[] = []
  closed: TerminalId[] = []
  /** The clock stands still: what is given now is done without time passing. */
  held = false
  /** Told of each command a person types, as it starts. */
  onTyped: (entry: LogEntry) => void = () => {}
  /** Whole commands still to be given, the oldest first, and the terminal the last one went to. */
  #given: TerminalCommand[] = []
  #givenTo: TerminalId | null = null
  #fresh: Hop[] = []

  constructor(world: WorldName, software: Software) {
    this.lab = Lab.create(world, software)
    this.packets = new PacketLog(this.lab.trace)
    this.views = new ViewBuilder(this.lab)
  }

  nextGroup(): number {
    return ++this.groups
  }

  // ---- windows

  /** Every machine has a window named after it. `sizes`: how big one of that name was before. */
  openMachines(sizes: ReadonlyMap<TerminalId, WindowPlace>): void {
    for (const node of this.lab.nodes.values()) {
      if (node.kind === 'switch' || this.windows.has(node.name)) continue
      const { columns = COLUMNS, rows = ROWS } = sizes.get(node.name) ?? {}
      this.open({ id: node.name, machine: node.name, netns: null, columns, rows })
    }
  }

  /** null when there is no such machine or namespace. */
  open(place: WindowPlace): Window | null {
    const { id, machine, netns } = place
    const terminal = this.lab.openTerminal(machine, netns, place, {
      output: (data) => this.#output(id, data),
      command: (line, inode, depth) => this.#command(id, line, inode, depth),
      prompt: (depth) => this.#prompt(id, depth),
      ended: () => this.#ended(id),
    })
    if (!terminal) return null
    const window = this.windows.get(id)
    if (window) {
      window.terminal = terminal
      return window
    }
    const made = new Window(place, terminal)
    this.windows.set(id, made)
    this.opened.push(place)
    this.lab.runReady()
    return made
  }

  close(id: TerminalId): void {
    const window = this.windows.get(id)
    if (!window) return
    this.windows.delete(id)
    this.lab.closeTerminal(window.terminal)
  }

  /** Keys a person presses. */
  press(id: TerminalId, data: string): void {
    const window = this.windows.get(id)
    if (!window) return
    this.future = this.future.filter((keys) => keys.terminal !== id)
    // Ctrl-C takes back what was typed ahead. Ref: drivers/tty/n_tty.c:isig()
    if (data.includes('\x03')) this.#given = []
    this.keys(window, data)
  }

  /** Keys that come of themselves: of the past, or to move on what is stuck. */
  keys(window: Window, data: string): void {
    if (window.keepsKeys(data)) {
      const time = this.lab.now
      window.running[0]?.entry.typed.push({ time, data, held: this.held })
      const innermost = window.running.at(-1)
      if (innermost && data.includes('\x03')) innermost.interrupted = time
    }
    window.terminal.input(data)
  }

  /** Commands to be typed for the person, each when the one before has ended. */
  give(commands: readonly TerminalCommand[]): void {
    this.#given.push(...commands)
    this.#giveNext()
  }

  #giveNext(): void {
    const before = this.#givenTo === null ? undefined : this.windows.get(this.#givenTo)
    if (before && !before.terminal.atPrompt) return
    const next = this.#given.shift()
    this.#givenTo = next?.id ?? null
    if (next) this.windows.get(next.id)?.terminal.type(next.command)
  }

  #output(id: TerminalId, data: string): void {
    this.windows.get(id)?.show(data)
  }

  #command(id: TerminalId, line: string, inode: number, depth: number): void {
    const window = this.windows.get(id)
    if (!window) return
    const [first] = window.expected
    const expected =
      first && (first.line === line || first.line.includes('!')) ? window.expected.shift() : undefined
    if (/^\s*#/.test(line) && !line.includes('\n')) {
      // One that begins like a directive is not to become one.
      if (!expected && !line.trim().startsWith('#!')) this.comments.push(line.trim())
      this.changes++
      return
    }
    const entry = expected?.entry ?? this.#typed(window, line, inode)
    entry.start = this.lab.now
    entry.held = this.held
    if (/^\s*(exit|logout)\b/.test(line)) entry.shellOnly = true
    window.running = [...window.running.slice(0, depth), { entry, interrupted: null }]
    this.record(entry)
    if (!expected) this.onTyped(entry)
  }

  /** Puts a command into the log. */
  record(entry: LogEntry): void {
    this.log.push(entry)
    this.changes++
  }

  #typed({ place }: Window, line: string, inode: number): LogEntry {
    const where = this.#whereIs(place.machine, inode)
    const { comments } = this
    this.comments = []
    return {
      terminal: place.id,
      machine: place.machine,
      netns: where?.netns ?? null,
      line,
      comments,
      note: null,
      group: this.nextGroup(),
      start: null,
      held: false,
      ran: null,
      lasted: null,
      typed: [],
      // What is done in a namespace without a name cannot be said from outside.
      shellOnly: where === null,
    }
  }

  #whereIs(machine: string, inode: number): { readonly netns: string | null } | null {
    const node = this.lab.machine(machine)
    if (!node) return null
    if (node.kernel.initNet.inode === inode) return { netns: null }
    for (const [name, net] of namedNets(node)) if (net.inode === inode) return { netns: name }
    return null
  }

  #prompt(id: TerminalId, depth: number): void {
    const window = this.windows.get(id)
    if (!window) return
    // A prompt inside a command: the command was no more than the opening of a shell.
    if (depth > 0) for (const { entry: outer } of window.running.slice(0, depth)) outer.shellOnly = true
    for (const { entry, interrupted } of window.running.slice(depth)) {
      if (interrupted !== null && entry.start !== null) entry.ran = interrupted - entry.start
      entry.lasted = entry.ran ?? 'itself'
      this.changes++
    }
    const [outer] = window.running
    // Ctrl-D closed the inner shell: in a replay it is `exit` that does.
    if (outer && window.running.length > depth && depth === 0 && outer.entry.shellOnly) this.#leave(window)
    window.running = window.running.slice(0, depth)
    if (id === this.#givenTo) this.#giveNext()
  }

  #leave({ place, running }: Window): void {
    const last = running.at(-1)?.entry
    if (!last || /^\s*(exit|logout)\b/.test(last.line)) return
    this.record({
      terminal: place.id,
      machine: place.machine,
      netns: null,
      line: 'exit',
      comments: [],
      note: null,
      group: last.group,
      start: this.lab.now,
      held: this.held,
      ran: null,
      lasted: null,
      typed: [],
      shellOnly: true,
    })
  }

  /** Somebody left the outermost shell. A machine's own window gets another. */
  #ended(id: TerminalId): void {
    const window = this.windows.get(id)
    if (!window) return
    window.running = []
    window.expected = []
    if (id === window.place.machine && this.open(window.place)) return
    this.windows.delete(id)
    this.closed.push(id)
  }

  // ---- what a player drives

  get now(): Nanoseconds {
    return this.lab.now
  }

  get next(): Nanoseconds {
    return Math.min(this.lab.next, this.future[0]?.time ?? Infinity)
  }

  get busy(): boolean {
    return this.lab.busy
  }

  get listening(): boolean {
    return this.lab.listening
  }

  get ready(): boolean {
    return this.lab.ready
  }

  runReady(): void {
    // While the clock is held nobody else will let them go on.
    for (let i = 0; i < (this.held ? HELD_ROUNDS : 1); i++) if (this.lab.runReady(this.held)) break
    this.#collect()
  }

  runInstant(): void {
    const [keys] = this.future
    if (keys && !this.lab.ready && keys.time < this.lab.next) {
      this.future.shift()
      this.lab.advanceTo(keys.time)
      const window = this.windows.get(keys.terminal)
      if (window) this.keys(window, keys.data)
      this.lab.runReady()
    } else this.lab.runInstant()
    this.#collect()
  }

  advanceTo(time: Nanoseconds): void {
    this.lab.advanceTo(Math.min(time, this.next))
  }

  takeHops(): readonly Hop[] {
    const fresh = this.#fresh
    this.#fresh = []
    return fresh
  }

  #collect(): void {
    const hops = this.packets.take()
    if (hops.length === 0) return
    for (const hop of hops) this.#fresh.push(hop)
    if (this.#fresh.length > 2 * MOST_FRESH) this.#fresh.splice(0, MOST_FRESH)
    this.batches.push({ last: this.packets.hops, commands: this.log.length })
    if (this.batches.length > 2 * MOST_BATCHES) this.batches.splice(0, MOST_BATCHES)
  }
}
