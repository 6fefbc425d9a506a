// The columns of pods. (Ref: pkg/printers/internalversion/printers.go:printPod())
import type { Process } from '../../../os/program.ts'
import { isTrue } from '../api/conditions.ts'
import type { ContainerStatus, Pod } from '../api/podtypes.ts'
import { parseTime } from '../api/time.ts'
import { ageOf, humanDuration } from './duration.ts'

const NONE = '<none>'

export function podRow(p: Process, pod: Pod): readonly string[] {
  const { metadata, spec, status } = pod
  const beside = new Set(
    (spec.initContainers ?? []).flatMap((one) => (one.restartPolicy === 'Always' ? one.name : [])),
  )
  const initial = status.initContainerStatuses ?? []
  const lasting = [...initial.filter(({ name }) => beside.has(name)), ...(status.containerStatuses ?? [])]
  const ready = lasting.filter((one) => one.ready).length
  const counted = initializing(pod) === null ? lasting : initial
  const restarts = counted.reduce((sum, { restartCount }) => sum + restartCount, 0)
  const last = counted
    .flatMap(({ lastState }) => lastState.terminated?.finishedAt ?? [])
    .sort()
    .at(-1)
  const ago =
    restarts > 0 && last !== undefined
      ? ` (${humanDuration(Math.floor(p.clock.epoch()) - parseTime(last))} ago)`
      : ''
  return [
    metadata.name,
    `${ready}/${spec.containers.length + beside.size}`,
    podReason(pod),
    `${restarts}${ago}`,
    ageOf(p, metadata.creationTimestamp),
    status.podIP ?? NONE,
    spec.nodeName ?? NONE,
    NONE,
    NONE,
  ]
}

/** What the containers that begin are at; null when they have all done their work. */
function initializing({ spec, status }: Pod): string | null {
  const { initContainers = [] } = spec
  for (const [i, one] of (status.initContainerStatuses ?? []).entries()) {
    const { terminated, waiting } = one.state
    const beside = initContainers[i]?.restartPolicy === 'Always'
    if (terminated?.exitCode === 0 || (beside && one.started)) continue
    if (terminated) return `Init:${terminated.reason || `ExitCode:${terminated.exitCode}`}`
    if (waiting && waiting.reason !== 'PodInitializing' && waiting.reason !== 'ContainerCreating') {
      return `Init:${waiting.reason}`
    }
    return `Init:${i}/${initContainers.length}`
  }
  return null
}

/** What stands below STATUS. */
export function podReason(pod: Pod): string {
  const { metadata, status } = pod
  const over = status.phase === 'Succeeded' || status.phase === 'Failed'
  if (metadata.deletionTimestamp !== undefined && !over) return 'Terminating'
  const begun = initializing(pod)
  if (begun !== null) return begun
  let reason = status.reason ?? status.phase
  let running = false
  for (const one of [...(status.containerStatuses ?? [])].reverse()) {
    reason = stateReason(one) ?? reason
    if (one.ready && one.state.running) running = true
  }
  if (reason !== 'Completed' || !running) return reason
  return isTrue(pod, 'Ready') ? 'Running' : 'NotReady'
}

function stateReason({ state: { waiting, terminated } }: ContainerStatus): string | null {
  if (waiting) return waiting.reason
  return terminated ? terminated.reason || `ExitCode:${terminated.exitCode}` : null
}
