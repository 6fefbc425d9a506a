// The lab in its worker, without the worker: takes what the page says, answers what has become of the lab. Read stage.ts
// first (the lab with its windows and its log), then perform.ts (how a log is played), then player.ts (how fast).
import type { Hop } from '../lab/hops.ts'
import type { Software } from '../lab/programs.ts'
import { parseText, proseOf } from '../lab/text.ts'
import type { WorldName } from '../lab/worlds/names.ts'
import { copyOf, snapshotOf } from './copy.ts'
import { act } from './gesture.ts'
import { Lookout } from './lookout.ts'
import { entriesOf, type LogEntry } from './log.ts'
import { performNow, performTimed } from './perform.ts'
import { Player, type Pace, type Outside } from './player.ts'
import { Posted } from './posted.ts'
import type { FromLab, TerminalId, ToLab } from './protocol.ts'
import { answerTo } from './questions.ts'
import { Sheet } from './sheet.ts'
import { Stage } from './stage.ts'
import { StageText } from './stagetext.ts'
import { type Undone, undoneOf } from './undone.ts'
import { changeOf } from './viewchange.ts'
import type { Window, WindowPlace } from './window.ts'

export interface SessionOutside extends Outside {
  post(message: FromLab): void
}

/** Hops of the past that are listed at most. */
const MOST_LISTED = 5000
/** Real milliseconds between two looks at counters while something runs. */
const COUNTERS = 500
/** Real milliseconds after which a page that does not say that it has shown a flood of output gets the next. */
const PATIENCE = 1000
/** A page that asks for these without saying which lab it wants has an empty one. */
const NEED_A_LAB: ReadonlySet<ToLab['type']> = new Set(['terminal-input', 'terminal-open', 'gesture'])

export class Session {
  readonly #outside: SessionOutside
  #software: Software
  #stage: Stage
  #player: Player
  readonly #sheet = new Sheet()
  readonly #text = new StageText()
  /** What was undone, the last first to come back. */
  #redo: Undone[] = []
  /** Windows that are, or were, open, with their sizes. */
  readonly #places = new Map<TerminalId, WindowPlace>()
  readonly #posted = new Posted()
  #counted = 0
  /** A view was posted, and the page has not said that it is shown. */
  #unseen = false
  readonly #lookout = new Lookout()
  /** Nothing is posted before the first lab was opened. */
  #quiet = true

  /** `software`: what is on machines until `install` brings more. */
  constructor(outside: SessionOutside, software: Software) {
    this.#outside = outside
    this.#software = software
    this.#stage = this.#newStage('bare')
    this.#player = this.#playerFor(this.#stage, true, 1)
  }

  /** What has only now been loaded, the earlier among it. */
  install(software: Software): void {
    this.#software = software
    this.#stage.lab.install(software)
  }

  handle(message: ToLab): void {
    if (message.type === 'view-shown') {
      this.#unseen = false
      return this.#flush()
    }
    if (this.#quiet && NEED_A_LAB.has(message.type)) this.#open('')
    this.#player.catchUp()
    this.#stage.held = this.#player.held
    this.#act(message)
    this.#stage.runReady()
    this.#stage.held = false
    this.#player.poke(message.type === 'terminal-input' || message.type === 'gesture')
    this.#flush(true)
  }

  #act(message: Exclude<ToLab, { readonly type: 'view-shown' }>): void {
    switch (message.type) {
      case 'open':
        return this.#open(message.text, message.step ?? Infinity)
      case 'terminal-open':
        return this.#openWindow(message.id, message.machine, message.netns)
      case 'terminal-input':
        return this.#stage.press(message.id, message.data)
      case 'terminal-run':
        return this.#stage.give(message.commands)
      case 'terminal-resize':
        return this.#resize(message.id, message.columns, message.rows)
      case 'terminal-close':
        return this.#closeWindow(message.id)
      case 'terminal-shown':
        return this.#stage.windows.get(message.id)?.resume()
      case 'gesture':
      case 'mend':
        this.#redo = []
        return act(this.#stage, this.#places, message)
      case 'place':
        if (this.#sheet.place(message, this.#stage)) this.#redo = []
        return
      case 'notes':
        this.#redo = []
        return this.#sheet.write(
          message.notes,
          message.joined ? this.#stage.groups + 1 : this.#stage.nextGroup(),
        )
      case 'title':
        return this.#sheet.rename(message.title)
      case 'undo':
        return this.#undo()
      case 'redo':
        return this.#redoOne()
      case 'reset':
        return this.#reset()
      case 'play':
        return this.#player.setPlaying(message.playing)
      case 'speed':
        return this.#player.setSpeed(message.speed)
      case 'step':
        return this.#player.step()
      case 'step-back':
        return this.#stepBack()
      case 'look':
        return this.#lookout.look(message.netns, message.inside)
      case 'story':
      case 'compare':
      case 'export':
      case 'find':
      case 'capture': {
        const answer = answerTo(message, this.#stage, this.#labText(), this.#software)
        if (answer) this.#post(answer)
        return
      }
      case 'snapshot':
        return this.#post({ type: 'snapshot', snapshot: snapshotOf(this.#stage, this.#places) })
    }
  }

  /** Programs in it may ask about a copy of it. */
  #newStage(world: WorldName): Stage {
    const stage = new Stage(world, this.#software)
    stage.lab.journal.copier = () => copyOf(snapshotOf(stage, this.#places), this.#software)
    return stage
  }

  // ---- opening

  #open(source: string, step = Infinity): void {
    const { text, error } = parseText(source)
    if (text === null) return this.#post({ type: 'refused', reason: `This lab cannot be read: ${error}.` })
    const stage = this.#newStage(text.world)
    stage.openMachines(this.#places)
    const entries = entriesOf(text)
    performNow(stage, entries.slice(0, step), this.#places)
    this.#sheet.open(text)
    stage.comments = step < entries.length ? [] : proseOf(text.tail)
    this.#redo = [...undoneOf(entries.slice(step))]
    this.#quiet = false
    this.#install(stage, 'opened')
  }

  #reset(): void {
    this.#redo = [...undoneOf(this.#stage.log)]
    this.#sheet.forgetChanges()
    const stage = this.#newStage(this.#stage.lab.world)
    stage.groups = this.#stage.groups
    stage.openMachines(this.#places)
    this.#install(stage, 'replayed')
  }

  // ---- undo

  #undo(): void {
    const { log } = this.#stage
    const last = log.at(-1)
    const alone = this.#sheet.undo(last?.group ?? -Infinity)
    const entries = alone || !last ? [] : log.filter((entry) => entry.group === last.group)
    const sheet = alone ?? (last ? this.#sheet.undo(last.group - 1) : null)
    if (entries.length > 0 || sheet) this.#redo.push({ entries, sheet })
    if (entries.length > 0) {
      this.#settleRunning()
      this.#install(this.#replay(log.filter((entry) => !entries.includes(entry))), 'replayed')
    }
    if (sheet) this.#post({ type: 'sheet', sheet: this.#sheet.message })
  }

  #redoOne(): void {
    const { entries = [], sheet = null } = this.#redo.pop() ?? {}
    const { log } = this.#stage
    const before = log.length
    performNow(this.#stage, entries, this.#places)
    // The group stays one; its number is that of now, among changes of the sheet.
    const number = this.#stage.nextGroup()
    if (sheet) {
      this.#sheet.redo(sheet, number)
      this.#post({ type: 'sheet', sheet: this.#sheet.message })
    }
    log.push(...log.splice(before).map((entry) => ({ ...entry, group: number })))
    this.#listHops(this.#stage.takeHops())
  }

  /** A command that is under way is, when it comes back, interrupted where it stands now. */
  #settleRunning(): void {
    for (const { running } of this.#stage.windows.values()) {
      for (const { entry } of running) {
        if (entry.start !== null) entry.lasted ??= this.#stage.now - entry.start
      }
    }
  }

  #stepBack(): void {
    this.#player.setPlaying(false)
    const { batches, log, packets } = this.#stage
    const target = batches.findLast((batch) => batch.last < packets.hops)
    const [first] = batches
    if (!first) return
    this.#settleRunning()
    // Before the first hop there is only the time before the command that sent it.
    const stop = target?.last ?? Infinity
    const entries = target ? log : log.slice(0, Math.max(0, first.commands - 1))
    const undone = target ? [] : log.slice(entries.length)
    const stage = this.#replay(entries, (s) => s.packets.hops >= stop, undone)
    this.#install(stage, 'stepped')
  }

  /** A new stage on which `log` was played, up to where `stop` says; the rest can be redone. */
  #replay(
    log: readonly LogEntry[],
    stop: (stage: Stage) => boolean = () => false,
    undone: readonly LogEntry[] = [],
  ): Stage {
    const end = this.#stage.now
    const stage = this.#newStage(this.#stage.lab.world)
    stage.comments = [...this.#stage.comments]
    stage.groups = this.#stage.groups
    stage.openMachines(this.#places)
    const { entries } = performTimed(stage, log, this.#places, this.#stage.future, end, () => stop(stage))
    this.#redo.push(...undoneOf([...entries, ...undone]))
    for (const place of this.#places.values()) if (!stage.windows.has(place.id)) stage.open(place)
    return stage
  }

  #install(stage: Stage, how: 'opened' | 'replayed' | 'stepped'): void {
    const old = this.#stage
    const { playing, speed } = this.#player
    this.#player.close()
    this.#stage = stage
    this.#player = this.#playerFor(stage, playing, speed)
    this.#posted.forget()
    this.#text.forget()

    for (const id of old.windows.keys()) if (!stage.windows.has(id)) this.#closed(id)
    const { order } = stage.views.update(true)
    const { view } = stage.views
    if (how === 'opened') this.#post({ type: 'opened', view, sheet: this.#sheet.message })
    else this.#post({ type: 'view', changed: view.machines, order })
    for (const { place } of stage.windows.values()) {
      const known = old.windows.has(place.id) && how !== 'opened'
      if (known) this.#post({ type: 'terminal-reset', id: place.id })
      else this.#openedWindow(place, old.windows.has(place.id))
    }
    stage.opened = []
    stage.packets.takeDrops()
    const hops = stage.takeHops()
    this.#player.notice(hops)
    this.#post({ type: 'hops-cut', last: how === 'stepped' ? stage.packets.hops : 0 })
    if (how !== 'stepped') this.#listHops(hops)
  }

  #playerFor(stage: Stage, playing: boolean, speed: Pace): Player {
    stage.onTyped = () => {
      this.#redo = []
    }
    const player = new Player(stage, this.#outside, {
      hops: (hops, milliseconds) => {
        if (milliseconds === null) this.#listHops(hops)
        else this.#post({ type: 'hops', hops, replay: false, hopMilliseconds: milliseconds })
      },
      rest: () => this.#flush(),
    })
    player.playing = playing
    player.speed = speed
    return player
  }

  // ---- windows

  #openWindow(id: TerminalId, machine: string, netns: string | null): void {
    if (this.#stage.windows.has(id)) return
    const place: WindowPlace = { id, machine, netns, columns: 80, rows: 24, ...this.#places.get(id) }
    this.#places.set(id, place)
    if (!this.#stage.open(place)) return this.#closed(id)
    // The page knows of it: it asked.
    this.#stage.opened = this.#stage.opened.filter((o) => o.id !== id)
  }

  #closeWindow(id: TerminalId): void {
    this.#places.delete(id)
    this.#stage.close(id)
  }

  #closed(id: TerminalId): void {
    this.#places.delete(id)
    this.#post({ type: 'terminal-closed', id })
  }

  #openedWindow(place: WindowPlace, again: boolean): void {
    this.#places.set(place.id, place)
    if (again) this.#post({ type: 'terminal-reset', id: place.id })
    const { id, machine, netns } = place
    this.#post({ type: 'terminal-opened', id, machine, netns })
  }

  #resize(id: TerminalId, columns: number, rows: number): void {
    const window = this.#stage.windows.get(id)
    if (!window || columns < 2 || rows < 1) return
    window.place.columns = columns
    window.place.rows = rows
    this.#places.set(id, window.place)
    window.terminal.resize(columns, rows)
  }

  // ---- what the page is told

  /** Posts whatever has changed: called once at the end of each turn. `asked`: the page did something. */
  #flush(asked = false): void {
    if (this.#quiet) return
    const stage = this.#stage
    stage.openMachines(this.#places)
    for (const place of stage.opened.splice(0)) this.#openedWindow(place, false)
    const drops = stage.packets.takeDrops()
    if (drops.length > 0) this.#post({ type: 'drops', drops })
    const counters = !stage.busy || this.#outside.now() - this.#counted >= COUNTERS
    if (counters) this.#counted = this.#outside.now()
    // A page that is still at the last one is not sent more, until all comes to rest.
    if (!this.#unseen || (!stage.busy && (asked || this.#player.asleep))) {
      const { changed, order, same } = stage.views.update(counters && (this.#lookout.netns ?? false))
      if (!same) {
        const news = changed.map(({ known, machine }) => changeOf(known, machine))
        this.#post({ type: 'view', changed: news, order })
      }
    }
    const seen = counters ? this.#lookout.take(stage.lab.nodes, this.#software) : null
    if (seen) this.#post({ type: 'inside', ...seen })
    for (const window of stage.windows.values()) {
      const data = window.take()
      if (data === '') continue
      this.#post({ type: 'terminal-output', id: window.place.id, data, waits: window.paused })
      if (window.paused) window.giveUp ??= this.#outside.schedule(PATIENCE, () => this.#resume(stage, window))
    }
    for (const id of stage.closed.splice(0)) this.#closed(id)
    this.#postNews()
  }

  /** The page has had time to show what it was sent. */
  #resume(stage: Stage, window: Window): void {
    if (stage !== this.#stage) return
    this.#player.catchUp()
    window.resume()
    this.#player.poke(false)
    this.#flush()
  }

  #postNews(): void {
    const { playing, speed, busy } = this.#player
    const { log, now, packets, lab } = this.#stage
    const news = this.#posted.news({
      lab: {
        text: this.#labText(),
        title: this.#sheet.title,
        world: lab.world,
        canUndo: log.length > 0 || this.#sheet.canUndo,
        canRedo: this.#redo.length > 0,
      },
      run: lab.lastRun,
      player: { playing, speed, busy, now, hops: packets.hops },
    })
    for (const message of news) this.#post(message)
  }

  #labText(): string {
    return this.#text.of(this.#stage, this.#sheet)
  }

  #listHops(hops: readonly Hop[]): void {
    if (hops.length === 0) return
    this.#post({ type: 'hops', hops: hops.slice(-MOST_LISTED), replay: true, hopMilliseconds: 0 })
  }

  #post(message: FromLab): void {
    if (message.type === 'opened' || message.type === 'view') this.#unseen = true
    if (!this.#quiet || message.type === 'refused') this.#outside.post(message)
  }
}
