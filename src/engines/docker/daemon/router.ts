// Which part of the API a request is for. Ref: moby api/server/router
import type { Blocking } from '../../../os/program.ts'
import { notFound } from '../libnetwork/apiError.ts'
import type { Daemon } from './daemon.ts'
import { archiveRoutes } from './routes/archive.ts'
import { containerRoutes } from './routes/containers.ts'
import { execRoutes } from './routes/exec.ts'
import { imageRoutes } from './routes/images.ts'
import { lifecycleRoutes } from './routes/lifecycle.ts'
import { networkRoutes } from './routes/networks.ts'
import { streamRoutes } from './routes/streams.ts'
import { serviceRoutes } from './routes/services.ts'
import { swarmRoutes } from './routes/swarm.ts'
import { systemRoutes } from './routes/system.ts'
import { volumeRoutes } from './routes/volumes.ts'
import type { Route } from './routes/route.ts'
import type { ApiRequest, ApiResponse } from './response.ts'

const ROUTES: readonly Route[] = [
  ...systemRoutes,
  ...containerRoutes,
  ...lifecycleRoutes,
  ...streamRoutes,
  ...archiveRoutes,
  ...execRoutes,
  ...imageRoutes,
  ...networkRoutes,
  ...volumeRoutes,
  ...swarmRoutes,
  ...serviceRoutes,
]

export function* route(d: Daemon, request: ApiRequest): Blocking<ApiResponse> {
  let known = false
  for (const candidate of ROUTES) {
    const found = candidate.pattern.exec(request.path)
    if (!found) continue
    known = true
    const { method } = request
    if (candidate.method !== method && !(method === 'HEAD' && candidate.head === true)) continue
    return yield* candidate.handle(d, { ...request, params: { ...found.groups } })
  }
  return known
    ? { kind: 'json', status: 405, value: { message: 'method not allowed' } }
    : notFound('page not found')
}
