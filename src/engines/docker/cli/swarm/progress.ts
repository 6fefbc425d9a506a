// Waits until a service is as it was asked for, and shows how far it is: each line by its name, again and again; on a
// terminal in its place. Ref: docker/cli cli/command/service/progress/progress.go, pkg/jsonmessage
import type { Blocking } from '../../../../os/program.ts'
import { MILLISECOND, SECOND } from '../../../../sim/clock.ts'
import type { NodeInspect } from '../../api/swarm.ts'
import type { ServiceInspect, TaskInspect } from '../../api/service.ts'
import { isFailure } from '../../http/client.ts'
import type { DockerCli } from '../lib/cli.ts'

const POLL = 200 * MILLISECOND
const STABLE = 5 * SECOND
/** More tasks than these are not shown one by one. */
const MOST_BARS = 20
const STATES = [
  'new',
  'allocated',
  'pending',
  'assigned',
  'accepted',
  'preparing',
  'ready',
  'starting',
  'running',
]
const LONGEST_STATE = 9
/** Narrower terminals have no bars. */
const BAR_COLUMNS = 110
const BAR = 50

class Lines {
  readonly #cli: DockerCli
  readonly #ids: string[] = []
  readonly #tty: boolean

  constructor(cli: DockerCli) {
    this.#cli = cli
    this.#tty = cli.p.io.fds.get(1)?.tty !== undefined && cli.p.io.fds.get(1)?.tty !== null
  }

  /** `done` null: a word alone; otherwise how far of nine steps. */
  show(id: string, text: string, done: number | null = null): void {
    const words = `${id}: ${text}`
    if (!this.#tty) {
      // A bar is for eyes.
      if (done === null) this.#cli.out(`${words}\n`)
      return
    }
    let line = this.#ids.indexOf(id)
    if (line < 0) {
      line = this.#ids.push(id) - 1
      this.#cli.out('\n')
    }
    const up = this.#ids.length - line
    this.#cli.out(`\x1b[${up}A\x1b[2K\r${words}${done === null ? '' : this.#bar(done)}\r\x1b[${up}B`)
  }

  #bar(done: number): string {
    if (this.#cli.columns <= BAR_COLUMNS) return ''
    const filled = Math.min(BAR, Math.trunc(Math.trunc((done / STATES.length) * 100) / 2))
    return `[${'='.repeat(filled)}>${' '.repeat(BAR - filled)}] `
  }
}

/** Returns when the tasks have run long enough. */
export function* waitOnService(cli: DockerCli, id: string): Blocking<number> {
  const lines = new Lines(cli)
  const shown = { first: true, done: false, back: false }
  let stableUntil: number | null = null
  for (;;) {
    const service = yield* cli.api.get<ServiceInspect>(`/services/${id}`)
    if (isFailure(service)) return cli.fail(service)
    const filters = JSON.stringify({ service: [service.ID], '_up-to-date': ['true'] })
    const tasks = yield* cli.api.get<TaskInspect[]>('/tasks', { filters })
    if (isFailure(tasks)) return cli.fail(tasks)
    const wanted = yield* slotsOf(cli, service, tasks)
    const { State = '', Message = '' } = service.UpdateStatus ?? {}
    const back = State.startsWith('rollback')
    if (back && !shown.back) {
      shown.back = true
      lines.show('rollback', Message)
    }
    if (State === 'paused' || State === 'rollback_paused') {
      lines.show(back ? 'service rollback paused' : 'service update paused', Message)
      return 1
    }
    if (service.Spec.Mode.Global && wanted.length === 0) {
      lines.show('overall progress', 'waiting for new tasks')
      yield* cli.p.clock.sleep(POLL)
      continue
    }
    const converged = show(lines, wanted, tasks, shown)
    const now = cli.p.clock.now()
    if (!converged) stableUntil = null
    else if (wanted.length === 0 || (stableUntil !== null && now >= stableUntil)) {
      lines.show('verify', `Service ${id} converged`)
      return 0
    } else {
      stableUntil ??= now + STABLE
      const seconds = Math.ceil((stableUntil - now) / SECOND)
      lines.show('verify', `Waiting ${seconds} seconds to verify that tasks are stable...`)
    }
    yield* cli.p.clock.sleep(POLL)
  }
}

/** What there is to be: slots by number, or nodes by id. */
function* slotsOf(
  cli: DockerCli,
  { Spec }: ServiceInspect,
  tasks: readonly TaskInspect[],
): Blocking<readonly (number | string)[]> {
  if (!Spec.Mode.Global) return Array.from({ length: Spec.Mode.Replicated?.Replicas ?? 1 }, (_, i) => i + 1)
  const nodes = yield* cli.api.get<NodeInspect[]>('/nodes')
  if (isFailure(nodes)) return []
  // Which of them meet constraints the manager alone knows: they are given tasks at the same time.
  const chosen = (Spec.TaskTemplate.Placement.Constraints ?? []).length > 0
  return nodes
    .filter((n) => n.Status.State === 'ready' && n.Spec.Availability === 'active')
    .map(({ ID }) => ID)
    .filter((id) => !chosen || tasks.some(({ NodeID }) => NodeID === id))
}

const ROLLING_BACK = 'rolling back update: '

function show(
  lines: Lines,
  wanted: readonly (number | string)[],
  tasks: readonly TaskInspect[],
  shown: { first: boolean; done: boolean; back: boolean },
): boolean {
  const current = wanted.map(
    (slot) =>
      tasks
        .filter(({ Slot, NodeID }) => (typeof slot === 'number' ? Slot : NodeID) === slot)
        .findLast(({ DesiredState }) => DesiredState === 'running' || DesiredState === 'ready') ?? null,
  )
  const running = current.filter((task) => task?.Status.State === 'running').length
  const overall = `${shown.back ? ROLLING_BACK : ''}${running} out of ${wanted.length} tasks`
  const bars = wanted.length <= MOST_BARS
  const label = (i: number): string => {
    const slot = wanted[i]
    if (typeof slot === 'string') return slot.slice(0, 12)
    const digits = String(wanted.length).length
    return `${String(slot).padStart(digits)}/${wanted.length}`
  }
  if (shown.first) {
    shown.first = false
    lines.show('overall progress', `${shown.back ? ROLLING_BACK : ''}0 out of ${wanted.length} tasks`)
    if (bars) for (const i of wanted.keys()) lines.show(label(i), ' ')
  }
  const all = running === wanted.length
  // What it once showed as done it does not show again.
  if (shown.done) return all
  for (const [i, task] of current.entries()) {
    if (!bars || !task) continue
    const { State, Err } = task.Status
    const done = STATES.indexOf(State) + 1
    if (Err !== undefined) lines.show(label(i), Err)
    else lines.show(label(i), State.padEnd(LONGEST_STATE), done)
  }
  lines.show('overall progress', overall)
  shown.done = all
  return all
}
