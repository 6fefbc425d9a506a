// A container's life: start, stop, restart, kill, pause, unpause, wait.
import type { Blocking } from '../../../../os/program.ts'
import { encodeUtf8 } from '../../../../wire/utf8.ts'
import { ApiError, isApiError } from '../../libnetwork/apiError.ts'
import type { Container } from '../container.ts'
import type { Daemon } from '../daemon.ts'
import { empty, type ApiRequest, type ApiResponse } from '../response.ts'
import { startContainer } from '../start.ts'
import { killContainer, pauseContainer, restartContainer, stopContainer, unpauseContainer } from '../stop.ts'
import { removeContainer } from '../remove.ts'
import { on, type Route } from './route.ts'

type Act = (d: Daemon, container: Container, request: ApiRequest) => Blocking<ApiResponse>

/** One thing of a container's life at a time. */
function life(verb: string, act: Act): Route {
  return on('POST', `/containers/{id}/${verb}`, function* handle(d, request) {
    const term = request.params['id'] ?? ''
    const container = d.containers.get(term)
    if (isApiError(container)) {
      return verb === 'kill'
        ? new ApiError(container.status, `cannot kill container: ${term}: ${container.message}`)
        : container
    }
    while (container.busy) yield* d.p.clock.wait([container.changed])
    container.busy = true
    try {
      return yield* act(d, container, request)
    } finally {
      container.busy = false
      container.changed.wake()
    }
  })
}

export const lifecycleRoutes: readonly Route[] = [
  life('start', function* start(d, container) {
    if (container.state.running && !container.state.restarting && !container.state.paused) return empty(304)
    const error = yield* startContainer(d, container)
    if (!error) return empty()
    // What was to remove itself does so when it cannot start.
    if (container.hostConfig.AutoRemove) yield* removeContainer(d, container, { force: true, volumes: true })
    return error
  }),
  life('stop', function* stop(d, container, request) {
    if (!container.state.running) return empty(304)
    const error = yield* stopContainer(d, container, stopOptions(request))
    if (!error) return empty()
    return new ApiError(
      error.status,
      `cannot stop container: ${request.params['id'] ?? ''}: ${error.message}`,
    )
  }),
  life('restart', function* restart(d, container, request) {
    const error = yield* restartContainer(d, container, stopOptions(request))
    if (!error) return empty()
    return new ApiError(error.status, `Cannot restart container ${container.name}: ${error.message}`)
  }),
  life('kill', function* kill(d, container, request) {
    const error = yield* killContainer(d, container, request.query.get('signal') ?? '')
    if (!error) return empty()
    return new ApiError(
      error.status,
      `cannot kill container: ${request.params['id'] ?? ''}: ${error.message}`,
    )
  }),
  life('pause', function* pause(d, container) {
    return pauseContainer(d, container) ?? empty()
  }),
  life('unpause', function* unpause(d, container) {
    return unpauseContainer(d, container) ?? empty()
  }),
  on('POST', '/containers/{id}/wait', function* wait(d, request) {
    const container = d.containers.get(request.params['id'] ?? '')
    if (isApiError(container)) return container
    const condition = request.query.get('condition') ?? 'not-running'
    const run = container.runs
    return {
      kind: 'stream',
      type: 'application/json',
      *run(send) {
        // A restarting container has not stopped.
        const over = () => {
          if (container.removed) return true
          if (condition === 'removed') return false
          if (condition === 'next-exit') return container.runs > run && !container.state.running
          return !container.state.running
        }
        while (!over()) yield* d.p.clock.wait([container.changed])
        yield* send(encodeUtf8(`${JSON.stringify({ StatusCode: container.state.exitCode })}\n`))
      },
    }
  }),
]

function stopOptions({ query }: ApiRequest): { timeout?: number; signal?: string } {
  const timeout = query.get('t')
  const signal = query.get('signal')
  return {
    ...(timeout === undefined || timeout === '' ? {} : { timeout: Number(timeout) }),
    ...(signal === undefined || signal === '' ? {} : { signal }),
  }
}
