// What a container is to see of the host and of volumes: -v, --mount, --tmpfs and the image's VOLUMEs.
// Ref: moby volume/mounts/linux_parser.go, daemon/volumes_unix.go
import { isErrno } from '../../../uapi/errno.ts'
import type { ContainerConfig, HostConfig, MountPoint } from '../api/container.ts'
import { invalidParameter, isApiError, type ApiError } from '../libnetwork/apiError.ts'
import type { Daemon } from './daemon.ts'

const MODES = new Set(
  'ro rw z Z nocopy consistent delegated cached private rprivate shared rshared slave rslave'.split(' '),
)
const PROPAGATION = new Set('private rprivate shared rshared slave rslave'.split(' '))

/** In the order of their destinations. */
export function mountPoints(
  d: Daemon,
  config: ContainerConfig,
  host: HostConfig,
): readonly MountPoint[] | ApiError {
  const points = new Map<string, MountPoint>()
  for (const from of host.VolumesFrom ?? []) {
    const [term = '', mode] = from.split(':')
    const other = d.containers.get(term)
    if (isApiError(other)) return other
    if (mode !== undefined && !MODES.has(mode)) return invalidParameter(`invalid mode: ${mode}`)
    for (const point of other.record.mounts)
      points.set(point.Destination, mode === 'ro' ? { ...point, RW: false } : point)
  }
  for (const bind of host.Binds ?? []) {
    const point = parseBind(d, bind)
    if (isApiError(point)) return point
    points.set(point.Destination, point)
  }
  for (const { Type, Source = '', Target, ReadOnly = false } of host.Mounts ?? []) {
    if (Target === '')
      return invalidParameter(`invalid mount config for type "${Type}": field Target must not be empty`)
    if (!Target.startsWith('/')) {
      return invalidParameter(
        `invalid mount config for type "${Type}": invalid mount path: '${Target}' mount path must be absolute`,
      )
    }
    if (Type === 'tmpfs') {
      if (Source !== '')
        return invalidParameter('invalid mount config for type "tmpfs": field Source must not be specified')
      points.set(Target, { Type, Source: '', Destination: Target, Mode: '', RW: !ReadOnly, Propagation: '' })
      continue
    }
    if (Type === 'bind') {
      if (Source === '')
        return invalidParameter('invalid mount config for type "bind": field Source must not be empty')
      if (!Source.startsWith('/')) {
        return invalidParameter(
          `invalid mount config for type "bind": invalid mount path: '${Source}' mount path must be absolute`,
        )
      }
      if (isErrno(d.p.fs.stat(Source))) {
        return invalidParameter(
          `invalid mount config for type "bind": bind source path does not exist: ${Source}`,
        )
      }
      points.set(Target, bindPoint(Source, Target, '', !ReadOnly))
      continue
    }
    if (Type !== 'volume')
      return invalidParameter(
        ['image', 'cluster', 'npipe'].includes(Type)
          ? `mount type "${String(Type)}" is not supported in vethlab`
          : `invalid mount config for type "${String(Type)}": mount type unknown`,
      )
    const point = volumePoint(d, Source, Target, 'z', !ReadOnly)
    if (isApiError(point)) return point
    points.set(Target, point)
  }
  for (const target of Object.keys(config.Volumes ?? {})) {
    if (points.has(target)) continue
    const point = volumePoint(d, '', target, '', true)
    if (isApiError(point)) return point
    points.set(target, point)
  }
  return [...points.values()]
}

function parseBind(d: Daemon, bind: string): MountPoint | ApiError {
  const parts = bind.split(':')
  if (parts.length > 3 || parts.some((part) => part === '')) {
    return invalidParameter(`invalid volume specification: '${bind}'`)
  }
  const [source = '', target, mode = ''] = parts
  if (target === undefined) return volumePoint(d, '', source, '', true)
  const words = mode === '' ? [] : mode.split(',')
  if (words.some((word) => !MODES.has(word))) return invalidParameter(`invalid mode: ${mode}`)
  if (target === '/') {
    return invalidParameter(
      `invalid volume specification: '${bind}': invalid mount config for type "${source.startsWith('/') ? 'bind' : 'volume'}": invalid specification: destination can't be '/'`,
    )
  }
  if (!target.startsWith('/')) {
    return invalidParameter(
      `invalid volume specification: '${bind}': invalid mount config for type "${source.startsWith('/') ? 'bind' : 'volume'}": invalid mount path: '${target}' mount path must be absolute`,
    )
  }
  const writable = !words.includes('ro')
  if (source.startsWith('/')) {
    return bindPoint(
      source,
      target,
      mode,
      writable,
      words.find((word) => PROPAGATION.has(word)),
    )
  }
  return volumePoint(d, source, target, mode === '' ? 'z' : mode, writable)
}

function bindPoint(
  source: string,
  target: string,
  mode: string,
  RW: boolean,
  propagation = 'rprivate',
): MountPoint {
  return {
    Type: 'bind',
    Source: clean(source),
    Destination: clean(target),
    Mode: mode,
    RW,
    Propagation: propagation,
  }
}

function volumePoint(
  d: Daemon,
  name: string,
  target: string,
  mode: string,
  RW: boolean,
): MountPoint | ApiError {
  const volume = d.volumes.create(name)
  if (isApiError(volume)) return volume
  return {
    Type: 'volume',
    Name: volume.Name,
    Source: volume.Mountpoint,
    Destination: clean(target),
    Driver: 'local',
    Mode: mode,
    RW,
    Propagation: '',
  }
}

/** Ref: Go path/filepath:Clean() */
function clean(path: string): string {
  const names: string[] = []
  for (const name of path.split('/')) {
    if (name === '..') names.pop()
    else if (name !== '' && name !== '.') names.push(name)
  }
  return `/${names.join('/')}`
}
