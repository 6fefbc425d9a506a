// A session whose page is a test: real time passes when told to, and what was posted is kept.
import { FULL } from '../lab/full.ts'
import type { Software } from '../lab/programs.ts'
import type { FromLab, Hop, LabView, MachineView, PlayerState, TerminalId, ToLab } from './protocol.ts'
import { Session } from './session.ts'
import { changed } from './viewchange.ts'

/** Milliseconds that it takes to show something. */
const SHOWING = 10

export class Page {
  readonly messages: FromLab[] = []
  readonly terminals = new Map<TerminalId, string>()
  readonly hops: Hop[] = []
  machines = new Map<string, MachineView>()
  order: readonly string[] = []
  text = ''
  canUndo = false
  canRedo = false
  player: PlayerState = { playing: true, speed: 1, now: 0, hops: 0, busy: false }
  refused: string | null = null
  story: Extract<FromLab, { type: 'story' }>['story'] = null
  time = 0
  #calls: { at: number; fn: () => void }[] = []
  readonly #session: Session

  /** `tick`: milliseconds that pass whenever the session looks at its watch, as they do while it works. */
  constructor(software: Software = FULL, tick = 0) {
    this.#session = new Session(
      {
        post: (message) => this.#hear(structuredClone(message)),
        now: () => (this.time += tick),
        schedule: (milliseconds, fn) => {
          const call = { at: this.time + Math.max(1, milliseconds), fn }
          this.#calls.push(call)
          return () => {
            this.#calls = this.#calls.filter((c) => c !== call)
          }
        },
      },
      software,
    )
  }

  send(message: ToLab): this {
    this.#session.handle(message)
    return this
  }

  /** The rest of the software has been loaded. */
  install(software: Software): this {
    this.#session.install(software)
    return this
  }

  open(text: string): this {
    return this.send({ type: 'open', text })
  }

  type(data: string, id = 'host'): this {
    return this.send({ type: 'terminal-input', id, data })
  }

  /** Types a line and lets its program run, at most so many milliseconds. */
  run(line: string, id = 'host', milliseconds = 60_000): this {
    this.type(`${line}\r`, id)
    for (let waited = 0; waited < milliseconds && (waited === 0 || this.player.busy); waited += 100)
      this.pass(100)
    return this
  }

  gesture(lines: readonly string[], note = '', machine = 'host'): this {
    return this.send({ type: 'gesture', machine, lines, note })
  }

  /** Lets real time pass. */
  pass(milliseconds: number): this {
    const until = this.time + milliseconds
    for (;;) {
      const [first] = this.#calls.filter((c) => c.at <= until).sort((a, b) => a.at - b.at)
      if (!first) break
      this.#calls = this.#calls.filter((c) => c !== first)
      this.time = Math.max(this.time, first.at)
      first.fn()
    }
    this.time = until
    return this
  }

  get idle(): boolean {
    return this.#calls.length === 0
  }

  get view(): LabView {
    return { machines: this.order.map((id) => this.machines.get(id)!) }
  }

  /** A terminal's text without colours and cursor movements. */
  screen(id = 'host'): string {
    const text = this.terminals.get(id) ?? ''
    return text
      .replace(/\x1b\[[?0-9;]*[a-zA-Z]/g, '')
      .replace(/\r\n/g, '\n')
      .replace(/[^\n]*\r/g, '')
  }

  /** The page needs a while to show something. */
  #soon(message: ToLab): void {
    this.#calls.push({ at: this.time + SHOWING, fn: () => this.#session.handle(message) })
  }

  #hear(message: FromLab): void {
    this.messages.push(message)
    switch (message.type) {
      case 'opened':
        this.machines = new Map(message.view.machines.map((m) => [m.id, m]))
        this.order = message.view.machines.map((m) => m.id)
        this.#soon({ type: 'view-shown' })
        return
      case 'view':
        for (const machine of message.changed)
          this.machines.set(machine.id, changed(this.machines.get(machine.id), machine))
        this.order = message.order
        this.#soon({ type: 'view-shown' })
        return
      case 'terminal-opened':
        this.terminals.set(message.id, this.terminals.get(message.id) ?? '')
        return
      case 'terminal-output':
        if (message.waits) this.#soon({ type: 'terminal-shown', id: message.id })
        this.terminals.set(message.id, (this.terminals.get(message.id) ?? '') + message.data)
        return
      case 'terminal-reset':
        this.terminals.set(message.id, '')
        return
      case 'terminal-closed':
        this.terminals.delete(message.id)
        return
      case 'hops':
        this.hops.push(...message.hops)
        return
      case 'hops-cut':
        this.hops.splice(0, this.hops.length, ...this.hops.filter((h) => h.id <= message.last))
        return
      case 'lab':
        this.text = message.lab.text
        this.canUndo = message.lab.canUndo
        this.canRedo = message.lab.canRedo
        return
      case 'player':
        this.player = message.player
        return
      case 'refused':
      case 'failed':
        this.refused = message.reason
        return
      case 'story':
        this.story = message.story
    }
  }
}

/** Two namespaces on a bridge. */
export const BRIDGE = `#! title: Bridge
$ ip netns add red
$ ip netns add blue
$ ip link add br0 type bridge
$ ip link set br0 up
$ ip link add veth-red type veth peer name eth0 netns red
$ ip link set veth-red master br0 up
$ ip -n red addr add 10.0.0.1/24 dev eth0
$ ip -n red link set eth0 up
$ ip link add veth-blue type veth peer name eth0 netns blue
$ ip link set veth-blue master br0 up
$ ip -n blue addr add 10.0.0.2/24 dev eth0
$ ip -n blue link set eth0 up
`
