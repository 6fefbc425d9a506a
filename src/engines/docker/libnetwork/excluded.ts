// Networks that a container cannot be in together. (Ref: moby daemon/container_operations.go)
import { conflict, invalidParameter, type ApiError } from './apiError.ts'
import type { ContainerNetworking } from './controller.ts'

const SHARED =
  'container sharing network namespace with another container or host cannot be connected to any other network'

/** The host's namespace, and none at all, are not shared with other networks. */
export function excluded(c: ContainerNetworking, name: string, all: readonly string[]): ApiError | null {
  if (name === 'host' && c.networkMode !== 'host')
    return conflict(
      'cannot connect container to host network - container must be created in host network mode',
    )
  if (c.networkMode === 'host' && name !== 'host') return invalidParameter(SHARED)
  const others = all.filter((other) => other !== name)
  if (others.length === 0 || (name !== 'none' && !others.includes('none'))) return null
  return invalidParameter(
    'container cannot be connected to multiple networks with one of the networks in private (none) mode',
  )
}

/** One that shares another's namespace takes no network of its own while it runs. */
export function sharing(state: string): ApiError | null {
  return state === 'running' ? invalidParameter(SHARED) : null
}

/** Whose namespace is to be shared must be there. */
export function notRunning({ name }: ContainerNetworking, state: string): ApiError | null {
  if (state === 'running' || state === 'paused') return null
  return conflict(`cannot join network namespace of a non running container: container ${name} is ${state}`)
}
