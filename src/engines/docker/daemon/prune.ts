// Ref: moby daemon/prune.go
import type { Blocking } from '../../../os/program.ts'
import { isApiError, type ApiError } from '../libnetwork/apiError.ts'
import type { Daemon } from './daemon.ts'
import { matchLabels, parseFilters, unknownFilter } from './filters.ts'
import { removeContainer } from './remove.ts'
import { layerPaths } from './rootfs.ts'
import type { ApiRequest } from './response.ts'
import { treeSize } from './volumes.ts'

export interface ContainersPruned {
  readonly ContainersDeleted: readonly string[] | null
  readonly SpaceReclaimed: number
}

export function* pruneContainers(d: Daemon, request: ApiRequest): Blocking<ContainersPruned | ApiError> {
  const filters = parseFilters(request.query.get('filters'))
  if (isApiError(filters)) return filters
  const unknown = unknownFilter(filters, ['label', 'label!', 'until'])
  if (unknown) return unknown
  const deleted: string[] = []
  let reclaimed = 0
  for (const container of d.containers.all()) {
    if (container.state.running || !matchLabels(filters, container.config.Labels)) continue
    reclaimed += treeSize(d.p, layerPaths(container.record.layer).diff)
    const error = yield* removeContainer(d, container, { force: false, volumes: false })
    if (!error) deleted.push(container.id)
  }
  d.events.log('container', 'prune', '', { reclaimed: String(reclaimed) })
  return { ContainersDeleted: deleted.length > 0 ? deleted : null, SpaceReclaimed: reclaimed }
}
