// Ref: moby daemon/delete.go
import type { Blocking } from '../../../os/program.ts'
import { SECOND } from '../../../sim/clock.ts'
import { conflict, type ApiError } from '../libnetwork/apiError.ts'
import type { Container } from './container.ts'
import type { Daemon } from './daemon.ts'
import { removeRoot } from './rootfs.ts'

const KILL_TIMEOUT = 10 * SECOND

export interface RemoveOptions {
  readonly force: boolean
  readonly volumes: boolean
}

export function* removeContainer(
  d: Daemon,
  container: Container,
  options: RemoveOptions,
): Blocking<ApiError | null> {
  const { state } = container
  if (state.running) {
    if (!options.force) {
      const words = state.paused
        ? 'container is paused and must be unpaused first'
        : 'container is running: stop the container before removing or force remove'
      return conflict(`cannot remove container "${container.name}": ${words}`)
    }
    container.manuallyStopped = true
    container.cancelRestart?.()
    if (state.pid > 0) d.p.procs.kill(state.pid, 'KILL')
    const until = d.p.clock.now() + KILL_TIMEOUT
    while (state.running && d.p.clock.now() < until) yield { on: [container.changed], until }
  }
  if (container.removed) return null
  container.removed = true
  state.removing = true
  d.containers.delete(container)
  removeRoot(d, container)
  for (const mount of container.record.mounts) {
    if (options.volumes && mount.Name !== undefined && d.volumes.isAnonymous(mount.Name)) {
      d.volumes.remove(mount.Name, usersOf(d, mount.Name), true)
    }
  }
  d.events.log('container', 'destroy', container.id, container.attributes, true)
  container.changed.wake()
  return null
}

/** Ids of the containers that refer to a volume. */
export function usersOf(d: Daemon, volume: string): string[] {
  return d.containers
    .all()
    .filter((container) => container.record.mounts.some((mount) => mount.Name === volume))
    .map(({ id }) => id)
}
