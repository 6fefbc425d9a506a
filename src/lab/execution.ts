// A command under way on a machine, without a terminal: its output goes to a capture, its input is empty.
import { Capture } from '../os/capture.ts'
import type { ProcessInfo, Program } from '../os/program.ts'
import type { LabWork } from '../uapi/lab.ts'
import type { Signal } from '../uapi/signal.ts'
import type { MachineNode } from './nodes.ts'
import type { LineShell } from './programs.ts'

export interface Execution {
  readonly done: boolean
  /** Exit status; 130 until it is done. */
  readonly status: number
  /** Ctrl-C for what runs in the foreground: jobs in the background ignore it. */
  interrupt(): void
  kill(): void
}

/** The shell of `host`, which lives from command to command. */
export class HostShell {
  readonly #session: LineShell
  readonly #node: MachineNode
  readonly #pid: number
  #ended = false

  constructor(node: MachineNode, session: LineShell, capture: Capture) {
    this.#node = node
    this.#session = session
    this.#pid = node.machine.spawn(this.#session.program, {
      argv: ['bash'],
      fds: outputs(capture),
      onExit: () => (this.#ended = true),
    })
  }

  get alive(): boolean {
    return !this.#ended
  }

  run(command: string): Execution {
    const node = this.#node
    const pid = this.#pid
    const state = { done: false, status: 130 }
    this.#session.run(command, (status) => {
      state.done = true
      state.status = status
    })
    const ended = (): boolean => this.#ended
    return {
      get done() {
        return state.done || ended()
      },
      get status() {
        return state.status
      },
      interrupt: () => signalDescendants(node, pid, 'INT'),
      kill: () => {
        signalDescendants(node, pid, 'KILL')
        node.machine.init.procs.kill(pid, 'KILL')
      },
    }
  }
}

/** `bash -c COMMAND`, a bash of its own. */
export function machineShell(node: MachineNode, bash: Program, command: string, capture: Capture): Execution {
  const state = { done: false, status: 130 }
  const pid = node.machine.spawn(bash, {
    argv: ['bash', '-c', command],
    fds: outputs(capture),
    onExit: ({ status }) => {
      state.done = true
      state.status = status
    },
  })
  const signal = (name: Signal): void => {
    signalDescendants(node, pid, name)
    node.machine.init.procs.kill(pid, name)
  }
  return {
    get done() {
      return state.done
    },
    get status() {
      return state.status
    },
    interrupt: () => signal('INT'),
    kill: () => signal('KILL'),
  }
}

/** The same, for whoever asks from inside the lab. */
export function workOf(node: MachineNode, bash: Program, command: string): LabWork {
  const capture = new Capture()
  const execution = machineShell(node, bash, command, capture)
  let words = ''
  return {
    get done() {
      return execution.done
    },
    get status() {
      return execution.status
    },
    get words() {
      words += capture.take()
      return words
    },
  }
}

function outputs(capture: Capture): ReadonlyMap<number, Capture> {
  return new Map([
    [1, capture],
    [2, capture],
  ])
}

function signalDescendants(node: MachineNode, pid: number, signal: Signal): void {
  const { procs } = node.machine.init
  const all = procs.list()
  const below = (parent: number): ProcessInfo[] =>
    all.flatMap((p) => (p.ppid === parent ? [p, ...below(p.pid)] : []))
  for (const process of below(pid)) procs.kill(process.pid, signal)
}
