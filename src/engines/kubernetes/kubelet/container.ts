// One container of a pod as its kubelet knows it.
import type { Blocking, OpenFile, Process } from '../../../os/program.ts'
import { WaitQueue } from '../../../sim/wait.ts'
import { EAGAIN, isErrno } from '../../../uapi/errno.ts'
import { decodeUtf8 } from '../../../wire/utf8.ts'
import { formatTime } from '../api/time.ts'
import type { Container, ContainerState, ContainerStatus } from '../api/podtypes.ts'
import { fullName, imageId } from './images.ts'

/** What a first crash costs, and what they cost at most. */
const SECOND = 1_000_000_000
const FIRST_DELAY = 10 * SECOND
const LONGEST_DELAY = 300 * SECOND

export class PodContainer {
  spec: Container
  /** Wakes when there is more to read, or it has ended. */
  readonly changed: WaitQueue = new WaitQueue()
  id = ''
  /** 0: it does not run. */
  pid = 0
  restarts = 0
  log = ''
  /** What the run before this one printed. */
  previousLog = ''
  state: ContainerState = { waiting: { reason: 'ContainerCreating' } }
  last: ContainerState = {}
  /** Not started anew before then. */
  notBefore = 0
  /** Why it could not become its program. */
  complaint: string | null = null
  /** What its startup and readiness probes say of this run; without one they say yes. */
  begun = false
  ready = false
  /** Where what is typed for it goes: a terminal's other side, a pipe; null when it has no input. */
  input: OpenFile | null = null
  resize: ((columns: number, rows: number) => void) | null = null
  /** Where its output goes when that is a file of the node, and where in it this run begins. */
  logFile: string | null = null
  logStart = 0
  /** The one program that its image has. */
  onlyProgram: string | null = null
  /** Nothing more can come out of it. */
  drained = true
  #delay = 0
  #startedAt = ''

  /** `initial`: one that is to end before the others start. */
  constructor(
    spec: Container,
    readonly initial: boolean,
  ) {
    this.spec = spec
  }

  get running(): boolean {
    return this.pid !== 0
  }

  started(p: Process, id: string, pid: number): void {
    if (this.id !== '') this.restarts++
    this.id = id
    this.pid = pid
    this.complaint = null
    this.#startedAt = formatTime(Math.floor(p.clock.epoch()))
    this.state = { running: { startedAt: this.#startedAt } }
    this.begun = this.spec.startupProbe === undefined
    this.ready = this.begun && this.spec.readinessProbe === undefined
    this.previousLog = this.log
    this.log = ''
  }

  ended(p: Process, exitCode: number): void {
    const reason = this.complaint !== null ? 'StartError' : exitCode === 0 ? 'Completed' : 'Error'
    const finishedAt = formatTime(Math.floor(p.clock.epoch()))
    const containerID = `containerd://${this.id}`
    const ended = { containerID, exitCode, finishedAt, reason, startedAt: this.#startedAt }
    this.state = {
      terminated:
        this.complaint === null
          ? ended
          : { ...ended, message: this.complaint, startedAt: '1970-01-01T00:00:00Z' },
    }
    this.pid = 0
    this.ready = false
    this.input?.close()
    this.input = null
    this.changed.wake()
  }

  /** The first time at once, then after 10 s, 20 s, 40 s … 5 min. Ref: client-go util/flowcontrol/backoff.go */
  backOff(p: Process, pod: string): void {
    this.last = this.state
    this.notBefore = p.clock.now() + this.#delay
    if (this.#delay > 0) {
      const message = `back-off ${goDuration(this.#delay / SECOND)} restarting failed container=${this.spec.name} pod=${pod}`
      this.state = { waiting: { reason: 'CrashLoopBackOff', message } }
    }
    this.#delay = this.#delay === 0 ? FIRST_DELAY : Math.min(2 * this.#delay, LONGEST_DELAY)
  }

  /** Whoever typed for it has gone. */
  endInput(): void {
    if (this.spec.tty) this.input?.write(Uint8Array.of(4))
    this.input?.close()
    this.input = null
  }

  status(): ContainerStatus {
    const { spec, id, restarts, state, last } = this
    return {
      ...(id === '' ? {} : { containerID: `containerd://${id}` }),
      image: id === '' ? spec.image : fullName(spec.image),
      imageID: id === '' ? '' : imageId(spec.image),
      lastState: last,
      name: spec.name,
      ready: this.initial ? this.state.terminated?.exitCode === 0 : this.ready,
      restartCount: restarts,
      started: this.running && this.begun,
      state,
    }
  }

  /** Takes in what has been written to the file it writes to. */
  readLog(p: Process): void {
    const data = this.logFile === null ? null : p.fs.readFile(this.logFile)
    if (data !== null && !isErrno(data)) this.log = decodeUtf8(data.subarray(this.logStart))
  }

  /** Keeps what comes out of a pipe or a terminal, to its end. */
  *collect(p: Process, file: OpenFile): Blocking<void> {
    this.drained = false
    for (;;) {
      const data = file.read(65_536)
      if (data === EAGAIN) {
        yield* p.clock.wait([file])
        continue
      }
      if (isErrno(data) || data.length === 0) break
      this.log += decodeUtf8(data)
      this.changed.wake()
    }
    file.close()
    this.drained = true
    this.changed.wake()
  }
}

function goDuration(seconds: number): string {
  return seconds < 60 ? `${seconds}s` : `${Math.floor(seconds / 60)}m${seconds % 60}s`
}
