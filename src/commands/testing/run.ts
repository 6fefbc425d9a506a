import type { Network } from '../../os/program.ts'
import type { Nanoseconds } from '../../sim/clock.ts'
import type { LabDoor } from '../../uapi/lab.ts'
import type { Signal } from '../../uapi/signal.ts'
import type { Command } from '../command.ts'
import { memoryFile } from './fakeFiles.ts'
import { FakeMachine } from './fakeProcess.ts'
import { noNetwork } from './noNetwork.ts'

export interface RunOptions {
  readonly stdin?: string
  /** Relative to /root. */
  readonly files?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
  /** Columns of the terminal that standard output is. */
  readonly columns?: number
  readonly net?: (machine: () => FakeMachine) => Partial<Network>
  readonly lab?: LabDoor
  /** Other commands that can be run. */
  readonly commands?: readonly Command[]
  readonly signals?: readonly { readonly at: Nanoseconds; readonly signal: Signal }[]
}

export interface Outcome {
  readonly stdout: string
  readonly stderr: string
  readonly status: number
}

interface Ran extends Outcome {
  readonly machine: FakeMachine
}

/** Runs a command to its end. `joined`: standard error goes where standard output goes. */
function runOn(command: Command, args: readonly string[], options: RunOptions, joined: boolean): Ran {
  const lab: LabDoor = options.lab ?? {
    call: () => ({ error: 'no lab in this test' }),
    ask: () => ({ kind: 'lines', lines: [] }),
  }
  const holder: { machine?: FakeMachine } = {}
  const net = options.net?.(() => holder.machine!) ?? {}
  const machine = new FakeMachine(options.files ?? {}, noNetwork(net), lab, options.commands ?? [])
  holder.machine = machine
  const stdin = memoryFile(options.stdin ?? '')
  const stdout = memoryFile('', options.columns ?? null)
  const stderr = joined ? stdout : memoryFile('')
  const fds = new Map([stdin, stdout, stderr].map((file, fd) => [fd, file]))
  const env = new Map(Object.entries(options.env ?? { PATH: '/usr/bin', HOME: '/root' }))
  const process = machine.start((p) => command.run(p), { argv: [command.name, ...args], env, fds }, null)
  for (const { at, signal } of options.signals ?? []) machine.at(at, () => machine.kill(process.pid, signal))
  const status = machine.finish()
  return { stdout: stdout.written, stderr: stderr.written, status, machine }
}

/** What it printed and its exit status. */
export function run(command: Command, args: readonly string[], options: RunOptions = {}): Outcome {
  const { stdout, stderr, status } = runOn(command, args, options, false)
  return { stdout, stderr, status }
}

/** As `run`, standard output and error as they mix in one pipe. */
export function transcript(
  command: Command,
  args: readonly string[],
  options: RunOptions = {},
): { readonly output: string; readonly status: number } {
  const { stdout, status } = runOn(command, args, options, true)
  return { output: stdout, status }
}

/** The machine after a run, for what it did to files. */
export function machineAfter(
  command: Command,
  args: readonly string[],
  options: RunOptions = {},
): FakeMachine {
  return runOn(command, args, options, false).machine
}
