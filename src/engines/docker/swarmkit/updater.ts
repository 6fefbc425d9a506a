// Brings a service's tasks to its new specification, one after the other: the old one ends, then the new one begins; one
// that fails stops the update. (Ref: swarmkit manager/orchestrator/update/updater.go)
import { SECOND } from '../../../sim/clock.ts'
import type { ServiceSpec } from '../api/service.ts'
import {
  isOver,
  type NodeObject,
  type ServiceObject,
  type ServiceTask,
  type ServiceUpdate,
} from './objects.ts'
import { mayBeOn } from './scheduler.ts'

/** Ref: api/defaults/service.go: so long the last one is watched. */
const MONITOR = 5 * SECOND

/** What the updater needs of who calls it. */
export interface UpdateHome {
  readonly now: number
  task(id: string): ServiceTask | null
  nodeOf(task: ServiceTask): NodeObject | null
  changed(service: ServiceObject): void
  /** A task for the same place, that begins once `old` is over. */
  replace(old: ServiceTask): ServiceTask
}

/** `node`: the task's own. One that only another placement is asked for stays where it may be by that.
 *  (Ref: orchestrator/task.go:IsTaskDirty()) */
export function isDirty({ spec }: ServiceTask, service: ServiceObject, node: NodeObject | null): boolean {
  const { Placement } = spec.TaskTemplate
  const what = ({ TaskTemplate, EndpointSpec }: ServiceSpec): string =>
    JSON.stringify([{ ...TaskTemplate, Placement }, EndpointSpec])
  if (what(spec) !== what(service.spec)) return true
  if (JSON.stringify(Placement) === JSON.stringify(service.spec.TaskTemplate.Placement)) return false
  return !node || !mayBeOn(service, node)
}

/** When an update that waits is to be looked at again; Infinity: it does not wait for time. */
export function updateDeadline({ update }: ServiceObject): number {
  return update?.completed === null ? update.until : Infinity
}

/** The next step of an update. `live`: the tasks that are to run, by their places. */
export function updateService(home: UpdateHome, service: ServiceObject, live: readonly ServiceTask[]): void {
  const { update } = service
  if (update?.state === 'paused' || update?.state === 'rollback_paused') return
  const rollback = update?.rollback ?? false
  const current = update ? home.task(update.task) : null
  if (current && isOver(current) && current.desired !== 'remove') {
    const what = rollback ? 'rollback' : 'update'
    const message = `${what} paused due to failure or early termination of task ${current.id}`
    return set(home, service, { state: rollback ? 'rollback_paused' : 'paused', message })
  }
  if (current && current.state !== 'running') return
  const old = live.find((task) => isDirty(task, service, home.nodeOf(task)))
  if (old) {
    if (!update || update.completed !== null) begin(home, service)
    const made = home.replace(old)
    return set(home, service, { task: made.id, until: Infinity })
  }
  if (!update || update.completed !== null) return
  const until = (current?.since ?? update.started) + MONITOR
  if (home.now < until) return set(home, service, { until })
  const state = rollback ? 'rollback_completed' : 'completed'
  const message = rollback ? 'rollback completed' : 'update completed'
  set(home, service, { state, message, completed: home.now })
}

function begin(home: UpdateHome, service: ServiceObject): void {
  service.update = {
    state: 'updating',
    rollback: false,
    message: 'update in progress',
    started: home.now,
    completed: null,
    task: '',
    until: Infinity,
  }
}

/** As it was before, because somebody says so. */
export function rollbackStatus(now: number): ServiceUpdate {
  return {
    state: 'rollback_started',
    rollback: true,
    message: 'manually requested rollback',
    started: now,
    completed: null,
    task: '',
    until: Infinity,
  }
}

function set(home: UpdateHome, service: ServiceObject, change: Partial<ServiceUpdate>): void {
  if (!service.update) return
  const next = { ...service.update, ...change }
  if (JSON.stringify(next) === JSON.stringify(service.update)) return
  service.update = next
  home.changed(service)
}
