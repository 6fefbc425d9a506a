// The lab: one clock, one source of chance, one trace, one scheduler, and the machines and switches joined by cables.
// Everything below is put together here; nothing above reaches past it.
import { shellPaths, type Software } from './programs.ts'
import { answer, isSwitchPort } from './door.ts'
import { Journal } from './journal.ts'
import { emptyNode, namedNets, setUp, switchNode, type MachineNode, type Node } from './nodes.ts'
import { HostShell, machineShell, type Execution, workOf } from './execution.ts'
import { namesOf } from './names.ts'
import { runOf, type FinishedRun } from './runs.ts'
import type { Names } from './story.ts'
import { LabTerminal, terminalHooks, type TerminalListener } from './terminal.ts'
import type { WorldName } from './worlds/names.ts'
import type { WorldCable } from './worlds/world.ts'
import { Kernel } from '../kernel/kernel.ts'
import { Capture } from '../os/capture.ts'
import { Machine } from '../os/machine.ts'
import { Scheduler } from '../os/scheduler.ts'
import type { Task } from '../os/task.ts'
import { Clock, SECOND, type Nanoseconds } from '../sim/clock.ts'
import type { Process, Program } from '../os/program.ts'
import type { StarterHooks } from '../shell/starter.ts'
import { Random } from '../sim/random.ts'
import { Trace } from '../sim/trace.ts'
import { WaitQueue } from '../sim/wait.ts'
import type { Errno } from '../uapi/errno.ts'
import type { LabAnswer, LabDoor, LabQuestion, LabWork } from '../uapi/lab.ts'

export interface ExecResult {
  /** Standard output and error as they came, the background's too. */
  readonly output: string
  readonly status: number
}

/** Every lab draws the same chances: a text replayed is the same lab. */
const SEED = 20_250_101
/** No command goes on longer than this: it is interrupted, then killed. */
const LONGEST_COMMAND: Nanoseconds = 600 * SECOND
/** How long one may go on after it was interrupted. */
const FAREWELL: Nanoseconds = 10 * SECOND
const MOST_EVENTS = 20_000_000
/** Turns of processes between two looks at the limits. */
const TURNS = 1000
/** The same where somebody waits to be heard. */
const TURNS_A_TURN = 100
/** Turns at one and the same instant, after which a command is taken for one that never waits. */
const MOST_TURNS_STILL = 30_000

export class Lab {
  readonly world: WorldName
  readonly clock = new Clock()
  readonly random = new Random(SEED)
  readonly trace = new Trace()
  readonly scheduler = new Scheduler(this.clock)
  readonly #nodes = new Map<string, Node>()
  readonly #capture = new Capture()
  #hostShell: HostShell | null = null
  readonly #terminals = new Set<LabTerminal>()
  #software: Software
  #bash: Program
  /** The bash that takes a starter's place. */
  #successor: Program | null = null
  readonly #arrived = new WaitQueue()
  readonly #left = new Map<Process, { readonly history: readonly string[]; readonly status: number }>()
  readonly journal = new Journal(() => Lab.create(this.world, this.#software))
  /** The probe that ended last. */
  lastRun: FinishedRun | null = null

  private constructor(world: WorldName, software: Software) {
    this.world = world
    this.#software = software
    this.#bash = software.shell(this.#hooks())
    const begun = software.worlds[world]
    if (!begun) throw new Error(`the world ${world} is not loaded`)
    const { machines, cables, setup } = begun
    for (const name of machines) this.#addMachine(name)
    for (const cable of cables) this.#join(cable)
    for (const { machine, commands } of setup) for (const command of commands) this.#setUp(machine, command)
    this.#capture.take()
    this.scheduler.onExit = (task) => {
      this.lastRun = runOf(task, (this.lastRun?.id ?? 0) + 1) ?? this.lastRun
    }
  }

  /** A lab as its world begins, with this software on every machine (fullLab() has all there is). */
  static create(world: WorldName, software: Software): Lab {
    return new Lab(world, software)
  }

  get software(): Software {
    return this.#software
  }

  /** Puts on every machine what has only now been loaded; shells that are there are succeeded at their next prompt. */
  install(software: Software): void {
    const { commands } = this.#software
    const added = software.commands.filter((command) => !commands.includes(command))
    this.#software = software
    this.#bash = software.shell(this.#hooks())
    for (const node of this.#nodes.values()) {
      node.kernel.insmod(software.modules)
      if (node.kind === 'switch') continue
      for (const { path, run } of shellPaths(this.#bash, this.#busybox())) node.machine.install(path, run)
      for (const { path, run, files } of added) node.machine.install(path, run, files)
    }
    this.#successor = this.#bash
    this.#arrived.wake()
  }

  #busybox(): Program | null {
    return this.#software.busybox?.(this.#hooks()) ?? null
  }

  #hooks(): StarterHooks {
    return {
      ...terminalHooks(this.#terminals),
      completions: (name) => this.#software.commands.find((command) => command.name === name)?.complete,
      before: (p) => this.#left.get(p) ?? null,
      successor: () => this.#successor,
      arrived: this.#arrived,
      handOver: (p, history, status) => void this.#left.set(p, { history, status }),
    }
  }

  /** By name, in the order in which they were added. */
  get nodes(): ReadonlyMap<string, Node> {
    return this.#nodes
  }

  machine(name: string): MachineNode | null {
    const node = this.#nodes.get(name)
    return node?.kind === 'machine' ? node : null
  }

  // ---- commands, as a transcript gives them

  /**
   * Runs a command until its foreground work is over. On `host` one shell keeps its variables, functions and jobs from
   * command to command; on other machines each command has a bash of its own. `ran`: it is interrupted after that time.
   */
  exec(machine: string, command: string, ran: Nanoseconds | null = null): ExecResult {
    this.journal.record((lab) => lab.exec(machine, command, ran))
    const node = this.machine(machine)
    if (!node) return { output: `vethlab: there is no machine named ${machine}\n`, status: 127 }
    const execution =
      node.name === 'host'
        ? this.#host(node).run(command)
        : machineShell(node, this.#bash, command, this.#capture)
    this.#finish(execution, ran, () => this.journal.held)
    return { output: this.#capture.take(), status: execution.status }
  }

  /** Puts a file on a machine from outside. */
  write(machine: string, path: string, text: string): Errno | null {
    this.journal.record((lab) => lab.write(machine, path, text))
    return this.machine(machine)?.machine.init.fs.writeFile(path, text) ?? null
  }

  start(node: MachineNode, command: string): LabWork {
    return workOf(node, this.#bash, command)
  }

  #door(machine: string): LabDoor {
    return {
      call: (request) => answer(this, machine, request, this.#software.addCluster),
      ask: (question) => this.#ask(machine, question),
    }
  }

  #ask(machine: string, question: LabQuestion): LabAnswer {
    if (this.journal.asks()) return { kind: 'hold' }
    const { copier } = this.journal
    const { questions } = this.#software
    if (!copier || !questions) return { kind: 'lines', lines: [] }
    return questions(this, copier, machine, question)
  }

  /** Runs a command in a bash of its own, whatever else is under way. */
  aside(machine: string, command: string): ExecResult {
    return this.together([{ machine, command }])[0] ?? { output: '', status: 127 }
  }

  /** The same with several at once; the results in their order. */
  together(commands: readonly { readonly machine: string; readonly command: string }[]): ExecResult[] {
    const started = commands.map(({ machine, command }) => {
      const node = this.machine(machine)
      const capture = new Capture()
      return { capture, execution: node && machineShell(node, this.#bash, command, capture) }
    })
    return started.map(({ capture, execution }) => {
      if (execution) this.#finish(execution, null)
      return { output: capture.take(), status: execution?.status ?? 127 }
    })
  }

  #host(node: MachineNode): HostShell {
    const { lines } = this.#software
    if (!lines) throw new Error('bash is not loaded')
    if (!this.#hostShell?.alive) this.#hostShell = new HostShell(node, lines(), this.#capture)
    return this.#hostShell
  }

  #setUp(machine: string, command: string): void {
    const node = this.machine(machine)
    if (!node) return
    this.#finish(machineShell(node, this.#bash, command, this.#capture), null)
  }

  /** Turns the clock until the command is done; it always returns. */
  #finish(execution: Execution, ran: Nanoseconds | null, held = (): boolean => false): void {
    const { clock, scheduler } = this
    const interruptAt = clock.now + (ran ?? LONGEST_COMMAND)
    let interrupted = false
    let still = 0
    for (let events = 0; ; events++) {
      const calm = scheduler.runReady(TURNS)
      if (execution.done || held()) return
      if (!calm) {
        still += TURNS
        if (still > MOST_TURNS_STILL) break
        continue
      }
      still = 0
      if (events > MOST_EVENTS) break
      const { next } = clock
      if (!interrupted && next >= interruptAt && (ran !== null || next !== Infinity)) {
        clock.advanceTo(interruptAt)
        interrupted = true
        execution.interrupt()
      } else if (next === Infinity || next > interruptAt + FAREWELL) break
      else clock.step()
    }
    execution.kill()
    scheduler.runReady(TURNS)
  }

  // ---- terminals

  /** null when there is no such machine or namespace. The shell starts when processes next run. */
  openTerminal(
    machine: string,
    netns: string | null,
    size: { readonly columns: number; readonly rows: number },
    listener: TerminalListener,
  ): LabTerminal | null {
    const node = this.machine(machine)
    if (!node || (netns !== null && !namedNets(node).has(netns))) return null
    const terminal = new LabTerminal(node, netns, size, this.#bash, {
      ...listener,
      ended: () => {
        this.#terminals.delete(terminal)
        listener.ended()
      },
    })
    this.#terminals.add(terminal)
    return terminal
  }

  closeTerminal(terminal: LabTerminal): void {
    terminal.close()
    this.#terminals.delete(terminal)
  }

  /** A program runs or waits for a time: not a shell at its prompt, nor what only waits for somebody to type. */
  get busy(): boolean {
    return (
      this.ready || this.#some(({ state, timer, stopped }) => !stopped && (state === 'R' || timer !== null))
    )
  }

  /** A program listens for packets. */
  get listening(): boolean {
    return this.#some(({ sockets }) => sockets !== null && sockets.size > 0)
  }

  #some(is: (task: Task) => boolean): boolean {
    for (const node of this.#nodes.values()) {
      if (node.kind === 'switch') continue
      for (const task of node.machine.system.table.all()) if (task.pid !== 1 && is(task)) return true
    }
    return false
  }

  // ---- the clock, for whoever plays it

  /** Processes can go on at this very instant. */
  get ready(): boolean {
    return this.scheduler.ready
  }

  /** Lets processes run at the present instant, for a while. `held`: the clock is not to move, so programs start without delay. */
  runReady(held = false): boolean {
    this.scheduler.held = held
    const calm = this.scheduler.runReady(TURNS_A_TURN)
    this.scheduler.held = false
    return calm
  }

  /** Lets processes run, then the next event happen; false when there was none. */
  step(): boolean {
    if (!this.scheduler.runReady(TURNS)) return true
    return this.clock.step()
  }

  get now(): Nanoseconds {
    return this.clock.now
  }

  /** When the next event is due; Infinity when there is none. */
  get next(): Nanoseconds {
    return this.clock.next
  }

  /** Runs what can at this instant, or else everything of the next one. */
  runInstant(): void {
    if (this.ready) {
      this.runReady()
      return
    }
    const instant = this.clock.next
    while (this.clock.next === instant && this.clock.step()) if (!this.runReady()) return
  }

  /** Lets time pass, at most to just before the next event. */
  advanceTo(time: Nanoseconds): void {
    this.clock.advanceTo(Math.min(time, this.clock.next - 1))
  }

  // ---- machines and cables: what the `lab` program asks for

  addMachine(name: string): void {
    const node = this.#addMachine(name)
    setUp(node.kernel, node.kernel.initNet, 'lo')
  }

  addSwitch(name: string): void {
    this.#nodes.set(name, switchNode(name, this.#kernel(name)))
  }

  remove(name: string): void {
    const node = this.#nodes.get(name)
    if (!node) return
    if (node.kind === 'machine') {
      const { procs } = node.machine.init
      for (const { pid } of procs.list()) if (pid !== 1) procs.kill(pid, 'KILL')
    }
    emptyNode(node, (dev) => isSwitchPort(this, dev))
    this.#nodes.delete(name)
  }

  /** Names that the trace leaves out, as they are now. */
  get names(): Names {
    return namesOf(this.#nodes, this.#software.containers)
  }

  #addMachine(name: string): MachineNode {
    const kernel = this.#kernel(name)
    const { scheduler, clock, random } = this
    const machine = new Machine({
      name,
      kernel,
      scheduler,
      clock,
      random,
      programs: [...shellPaths(this.#bash, this.#busybox()), ...this.#software.commands],
      lab: this.#door(name),
    })
    const node: MachineNode = { kind: 'machine', name, kernel, machine }
    this.#nodes.set(name, node)
    return node
  }

  #kernel(name: string): Kernel {
    const { clock, random, trace } = this
    return new Kernel({ machine: name, clock, random, trace, modules: this.#software.modules })
  }

  #join(cable: WorldCable): void {
    const near = this.machine(cable.machine)?.kernel
    const far = this.machine(cable.peer)?.kernel
    if (!near || !far) return
    near.rtnetlink(near.initNet, {
      type: 'RTM_NEWLINK',
      flags: { create: true, excl: true },
      link: {
        ifname: cable.device,
        linkinfo: { kind: 'veth', peer: { ifname: cable.peerDevice, netns: far.initNet } },
      },
    })
  }
}
