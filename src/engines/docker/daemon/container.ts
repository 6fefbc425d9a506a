// A container as the daemon keeps it. Ref: moby daemon/container/container.go, state.go
import type { Nanoseconds } from '../../../sim/clock.ts'
import { WaitQueue } from '../../../sim/wait.ts'
import type { ContainerConfig, ContainerState, HealthLog, HostConfig, MountPoint } from '../api/container.ts'
import { humanDuration } from '../lib/humanize.ts'
import type { ContainerNetworking } from '../libnetwork/controller.ts'
import type { Exec } from './exec.ts'
import type { JsonFileLog } from './logs.ts'
import type { Shim } from './runtime/shim.ts'
import { Streams } from './streams.ts'
import type { TerminalSize } from './terminal.ts'
import { NEVER, rfc3339 } from './time.ts'

export type Status = 'created' | 'running' | 'paused' | 'restarting' | 'removing' | 'exited' | 'dead'

export class State {
  running = false
  paused = false
  restarting = false
  removing = false
  dead = false
  pid = 0
  exitCode = 0
  error = ''
  startedAt: Nanoseconds = NEVER
  finishedAt: Nanoseconds = NEVER
  health: { status: string; failingStreak: number; log: HealthLog[] } | null = null

  get status(): Status {
    if (this.running) return this.paused ? 'paused' : this.restarting ? 'restarting' : 'running'
    if (this.removing) return 'removing'
    if (this.dead) return 'dead'
    return this.startedAt === NEVER ? 'created' : 'exited'
  }

  /** The STATUS of `docker ps`. */
  words(now: Nanoseconds): string {
    const since = (time: Nanoseconds) => humanDuration((now - time) / 1e9)
    if (this.running) {
      if (this.paused) return `Up ${since(this.startedAt)} (Paused)`
      if (this.restarting) return `Restarting (${this.exitCode}) ${since(this.finishedAt)} ago`
      if (this.health) {
        const { status } = this.health
        return `Up ${since(this.startedAt)} (${status === 'starting' ? 'health: starting' : status})`
      }
      return `Up ${since(this.startedAt)}`
    }
    if (this.removing) return 'Removal In Progress'
    if (this.dead) return 'Dead'
    if (this.startedAt === NEVER) return 'Created'
    return this.finishedAt === NEVER ? '' : `Exited (${this.exitCode}) ${since(this.finishedAt)} ago`
  }

  inspect(): ContainerState {
    return {
      Status: this.status,
      Running: this.running,
      Paused: this.paused,
      Restarting: this.restarting,
      OOMKilled: false,
      Dead: this.dead,
      Pid: this.pid,
      ExitCode: this.exitCode,
      Error: this.error,
      StartedAt: rfc3339(this.startedAt),
      FinishedAt: rfc3339(this.finishedAt),
      ...(this.health && {
        Health: {
          Status: this.health.status,
          FailingStreak: this.health.failingStreak,
          Log: this.health.log,
        },
      }),
    }
  }
}

/** What is kept on disk: config.v2.json and hostconfig.json. */
export interface ContainerRecord {
  readonly id: string
  readonly created: Nanoseconds
  readonly path: string
  readonly args: readonly string[]
  readonly image: string
  readonly layer: string
  readonly config: ContainerConfig
  readonly hostConfig: HostConfig
  readonly mounts: readonly MountPoint[]
}

export class Container {
  readonly id: string
  readonly record: ContainerRecord
  readonly state = new State()
  readonly execs = new Map<string, Exec>()
  /** Wakes whoever waits for a change of state. */
  readonly changed = new WaitQueue()
  streams = new Streams()
  shim: Shim | null = null
  restartCount = 0
  /** Counts starts, so that `wait` knows its own. */
  runs = 0
  /** Stopped by hand: no policy starts it again. */
  manuallyStopped = false
  hasBeenManuallyRestarted = false
  /** Held while something of its life is going on: starts, stops and removals come one after another. */
  busy = false
  /** The signal or policy's delay that a restart waits for; ended early by `stop`. */
  cancelRestart: (() => void) | null = null
  removed = false
  /** Its terminal is told of the client's window. */
  resize: ((size: TerminalSize) => void) | null = null

  constructor(
    record: ContainerRecord,
    readonly networking: ContainerNetworking,
    readonly log: JsonFileLog,
  ) {
    this.id = record.id
    this.record = record
  }

  /** Without the slash. */
  get name(): string {
    return this.networking.name
  }

  get config(): ContainerConfig {
    return this.record.config
  }

  get hostConfig(): HostConfig {
    return this.record.hostConfig
  }

  get root(): string {
    return this.networking.root
  }

  /** Attributes of its events. */
  get attributes(): Record<string, string> {
    return { ...this.config.Labels, image: this.config.Image, name: this.name }
  }
}
