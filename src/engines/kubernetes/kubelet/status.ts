// The status of a pod as its kubelet tells it. (Ref: pkg/kubelet/status/generate.go, kubelet_pods.go:getPhase())
import type { Blocking } from '../../../os/program.ts'
import { withCondition } from '../api/conditions.ts'
import { formatTime } from '../api/time.ts'
import type { Pod, PodStatus } from '../api/podtypes.ts'
import type { Condition } from '../api/meta.ts'
import type { PodContainer } from './container.ts'
import type { Node } from './node.ts'

/** Tells the API server of a pod whenever there is something new to tell. */
export class StatusReporter {
  readonly #node: Node
  readonly #startTime: number
  #told = ''

  constructor(node: Node) {
    this.#node = node
    this.#startTime = Math.floor(node.p.clock.epoch())
  }

  *report(
    pod: Pod,
    podIP: string,
    initial: readonly PodContainer[],
    containers: readonly PodContainer[],
  ): Blocking<void> {
    const { p, ip, api } = this.#node
    const now = Math.floor(p.clock.epoch())
    const status = podStatus(pod, initial, containers, { podIP, hostIP: ip, startTime: this.#startTime, now })
    const text = JSON.stringify(status)
    if (text === this.#told) return
    this.#told = text
    yield* api.replace({ ...pod, status }, '/status')
  }
}

interface Facts {
  readonly podIP: string
  readonly hostIP: string
  readonly startTime: number
  readonly now: number
}

function podStatus(
  pod: Pod,
  initial: readonly PodContainer[],
  containers: readonly PodContainer[],
  facts: Facts,
): PodStatus {
  const phase = phaseOf(pod, containers)
  const initialized = initial.every(isOver)
  const done = phase === 'Succeeded' || phase === 'Failed'
  const unready = containers.filter((one) => !one.ready)
  const now = formatTime(facts.now)
  const why = done
    ? { reason: phase === 'Succeeded' ? 'PodCompleted' : 'PodFailed' }
    : { reason: 'ContainersNotReady', message: `containers with unready status: [${names(unready)}]` }
  const ready = (type: string): Condition => {
    return unready.length === 0 ? { type, status: 'True' } : { type, status: 'False', ...why }
  }
  const wanted: Condition[] = [
    { type: 'PodReadyToStartContainers', status: facts.podIP === '' ? 'False' : 'True' },
    initialized
      ? {
          type: 'Initialized',
          status: 'True',
          ...(done && phase === 'Succeeded' ? { reason: 'PodCompleted' } : {}),
        }
      : {
          type: 'Initialized',
          status: 'False',
          reason: 'ContainersNotInitialized',
          message: `containers with incomplete status: [${names(initial.filter((one) => !isOver(one)))}]`,
        },
    ready('Ready'),
    ready('ContainersReady'),
    { type: 'PodScheduled', status: 'True' },
  ]
  let conditions = pod.status.conditions ?? []
  for (const condition of wanted) conditions = withCondition(conditions, now, condition)
  const order = wanted.map(({ type }) => type)
  return {
    conditions: conditions
      .map((one) => ({ lastProbeTime: null, ...one }))
      .sort((a, b) => order.indexOf(a.type) - order.indexOf(b.type)),
    ...(initial.length > 0 ? { initContainerStatuses: initial.map((container) => container.status()) } : {}),
    containerStatuses: containers.map((container) => container.status()),
    hostIP: facts.hostIP,
    phase,
    ...(facts.podIP === '' ? {} : { podIP: facts.podIP, podIPs: [{ ip: facts.podIP }] }),
    qosClass: pod.status.qosClass ?? 'BestEffort',
    startTime: formatTime(facts.startTime),
  }
}

function names(containers: readonly PodContainer[]): string {
  return containers.map(({ spec }) => spec.name).join(' ')
}

/** Whether the next may start: it has done its work, or runs beside the others. */
export function isOver({ spec, state, running, begun }: PodContainer): boolean {
  if (spec.restartPolicy === 'Always') return running && begun
  return state.terminated?.exitCode === 0
}

function phaseOf({ spec }: Pod, containers: readonly PodContainer[]): string {
  const codes = containers.map(({ state, last }) => state.terminated?.exitCode ?? last.terminated?.exitCode)
  const ended = containers.every(({ state }) => state.terminated !== undefined)
  if (ended && spec.restartPolicy !== 'Always') {
    if (codes.every((code) => code === 0)) return 'Succeeded'
    if (spec.restartPolicy === 'Never') return 'Failed'
  }
  const begun = containers.some(({ running, state, last }) => running || state.terminated || last.terminated)
  return begun ? 'Running' : 'Pending'
}
