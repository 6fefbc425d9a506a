// Which containers `docker ps` is about, the newest first. Ref: moby daemon/list.go
import { invalidParameter, isApiError, type ApiError } from '../libnetwork/apiError.ts'
import type { PortMap } from '../libnetwork/types.ts'
import type { Container } from './container.ts'
import type { Daemon } from './daemon.ts'
import { matchLabels, parseFilters, unknownFilter } from './filters.ts'
import type { ApiRequest } from './response.ts'
import { flag } from './routes/route.ts'

const FILTERS =
  'ancestor before exited expose health id is-task isolation label label! name network publish since status volume'.split(
    ' ',
  )
const STATES = ['created', 'running', 'paused', 'restarting', 'removing', 'exited', 'dead']

export function listContainers(d: Daemon, request: ApiRequest): readonly Container[] | ApiError {
  const filters = parseFilters(request.query.get('filters'))
  if (isApiError(filters)) return filters
  const unknown = unknownFilter(filters, FILTERS)
  if (unknown) return unknown
  for (const value of filters.get('status') ?? []) {
    if (STATES.includes(value)) continue
    return invalidParameter(
      `invalid filter 'status=${value}': invalid value for state (${value}): must be one of ${STATES.slice(0, -1).join(', ')}, or dead`.replace(
        ', or dead',
        ', dead',
      ),
    )
  }
  for (const value of filters.get('exited') ?? []) {
    if (!/^-?\d+$/.test(value))
      return invalidParameter(
        `invalid filter 'exited=${value}': strconv.Atoi: parsing "${value}": invalid syntax`,
      )
  }
  const before = pivot(d, filters.get('before'))
  if (isApiError(before)) return before
  const since = pivot(d, filters.get('since'))
  if (isApiError(since)) return since
  const tasks = (filters.get('is-task') ?? []).map((value) => value === '1' || value === 'true')
  const limit = Number(request.query.get('limit') ?? 0)
  const all =
    flag(request, 'all') ||
    limit > 0 ||
    filters.has('status') ||
    filters.has('exited') ||
    before !== null ||
    since !== null
  const newestFirst = d.containers.all().reverse()
  const found = newestFirst.filter((container) => {
    if (!all && !container.state.running) return false
    if (before && container.record.created >= before.record.created) return false
    if (since && container.record.created <= since.record.created) return false
    if (tasks.length > 0 && !tasks.includes(isTask(container))) return false
    return matches(d, container, filters)
  })
  return limit > 0 ? found.slice(0, limit) : found
}

/** One of a swarm's. Ref: moby daemon/container.go: container.Managed */
function isTask({ config }: Container): boolean {
  return config.Labels?.['com.docker.swarm.task.id'] !== undefined
}

function pivot(d: Daemon, terms: readonly string[] | undefined): Container | null | ApiError {
  const [term] = terms ?? []
  return term === undefined ? null : d.containers.get(term)
}

function matches(d: Daemon, container: Container, filters: ReadonlyMap<string, readonly string[]>): boolean {
  const { config, record, state, id, name } = container
  const any = (key: string, test: (value: string) => boolean) => {
    const values = filters.get(key)
    return values === undefined || values.length === 0 || values.some(test)
  }
  const settings = () => d.networks.settings(container.networking)
  return (
    any('id', (value) => id.startsWith(value)) &&
    any('name', (value) => matchName(name, value)) &&
    any('status', (value) => state.status === value) &&
    any(
      'exited',
      (value) => state.status !== 'created' && !state.running && state.exitCode === Number(value),
    ) &&
    any('health', (value) => (state.health?.status ?? 'none') === value) &&
    any('ancestor', (value) => d.images.find(value)?.id === record.image) &&
    any('volume', (value) =>
      record.mounts.some(
        (mount) => mount.Name === value || mount.Source === value || mount.Destination === value,
      ),
    ) &&
    any('network', (value) =>
      Object.entries(settings().Networks).some(
        ([network, { NetworkID }]) => network === value || NetworkID.startsWith(value),
      ),
    ) &&
    any('publish', (value) => published(container.hostConfig.PortBindings, value)) &&
    any('expose', (value) => Object.keys(config.ExposedPorts ?? {}).some((port) => samePort(port, value))) &&
    matchLabels(filters, config.Labels)
  )
}

/** A name filter is a regular expression, with or without the slash. */
function matchName(name: string, pattern: string): boolean {
  try {
    const expression = new RegExp(pattern)
    return expression.test(name) || expression.test(`/${name}`)
  } catch {
    return name === pattern
  }
}

/** By the container's port or the host's. */
function published(bindings: PortMap, wanted: string): boolean {
  const [number = '', type = 'tcp'] = wanted.split('/')
  return Object.entries(bindings).some(
    ([port, hosts]) =>
      samePort(port, wanted) ||
      (port.endsWith(`/${type}`) && (hosts ?? []).some(({ HostPort }) => HostPort === number)),
  )
}

function samePort(port: string, wanted: string): boolean {
  return port === (wanted.includes('/') ? wanted : `${wanted}/tcp`)
}
