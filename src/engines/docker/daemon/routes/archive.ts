// Files in and out of containers as archives, running or not. Ref: moby daemon/archive_unix.go
import { isErrno } from '../../../../uapi/errno.ts'
import { encodeUtf8 } from '../../../../wire/utf8.ts'
import { packTree, unpack } from '../../lib/archive.ts'
import { encodeBase64 } from '../../../../commands/lib/base64.ts'
import { emitTar, parseTar } from '../../lib/tar.ts'
import { forbidden, invalidParameter, isApiError, notFound, systemError } from '../../libnetwork/apiError.ts'
import type { Container } from '../container.ts'
import type { Daemon } from '../daemon.ts'
import { empty, type ApiRequest, type ApiResponse } from '../response.ts'
import { layerPaths, mountRoot, unmountRoot } from '../rootfs.ts'
import { rfc3339 } from '../time.ts'
import { at, type Route } from './route.ts'

/** S_IFDIR and S_IFLNK as Go's os.FileMode has them. */
const MODE_DIR = 0x8000_0000
const MODE_LINK = 0x0800_0000

export const archiveRoutes: readonly Route[] = [
  {
    ...at('GET', '/containers/{id}/archive', (d, request) =>
      withRoot(d, request, (container, path) => read(d, container, request, path)),
    ),
    head: true,
  },
  at('PUT', '/containers/{id}/archive', (d, request) =>
    withRoot(d, request, (container, path) => write(d, container, request, path)),
  ),
]

/** The root of one that does not run is mounted meanwhile. */
function withRoot(
  d: Daemon,
  request: ApiRequest,
  act: (container: Container, path: string) => ApiResponse,
): ApiResponse {
  const container = d.containers.get(request.params['id'] ?? '')
  if (isApiError(container)) return container
  const path = request.query.get('path') ?? ''
  if (path === '') return invalidParameter("bad parameter: 'path' cannot be empty")
  const mounted = container.state.running
  if (!mounted) mountRoot(d, container)
  try {
    return act(container, hostPath(container, path))
  } finally {
    if (!mounted) unmountRoot(d, container)
  }
}

/** Where a path of the container is on the host: below its root or in what is mounted there. */
function hostPath(container: Container, path: string): string {
  const absolute = path.startsWith('/') ? path : `/${path}`
  const plain = absolute.replace(/\/+$/, '')
  const mounts = [...container.record.mounts].sort((a, b) => b.Destination.length - a.Destination.length)
  for (const { Destination, Source } of mounts) {
    if (plain === Destination || plain.startsWith(`${Destination}/`))
      return Source + plain.slice(Destination.length)
  }
  return layerPaths(container.record.layer).merged + plain
}

function read(d: Daemon, container: Container, request: ApiRequest, path: string): ApiResponse {
  const stat = d.p.fs.lstat(path)
  const asked = request.query.get('path') ?? ''
  if (isErrno(stat))
    return notFound(`Could not find the file ${asked} in container ${request.params['id'] ?? ''}`)
  const name = asked.replace(/\/+$/, '').split('/').at(-1) ?? ''
  const type = stat.kind === 'dir' ? MODE_DIR : stat.kind === 'link' ? MODE_LINK : 0
  const target = stat.kind === 'link' ? d.p.fs.readlink(path) : ''
  const header = {
    name: name === '' ? '/' : name,
    size: stat.size,
    mode: type + stat.mode,
    mtime: rfc3339(stat.mtime),
    linkTarget: isErrno(target) ? '' : target,
  }
  const fields = {
    'Content-Type': 'application/x-tar',
    'X-Docker-Container-Path-Stat': encodeBase64(encodeUtf8(JSON.stringify(header))),
  }
  if (request.method === 'HEAD') return { kind: 'octets', fields, data: new Uint8Array(0) }
  const entries = packTree(d.p, path, name)
  if (isErrno(entries)) return systemError(entries.text)
  d.events.log('container', 'archive-path', container.id, container.attributes, true)
  return { kind: 'octets', fields, data: emitTar(entries) }
}

function write(d: Daemon, container: Container, request: ApiRequest, path: string): ApiResponse {
  const stat = d.p.fs.stat(path)
  const asked = request.query.get('path') ?? ''
  if (isErrno(stat))
    return notFound(`Could not find the file ${asked} in container ${request.params['id'] ?? ''}`)
  if (stat.kind !== 'dir') return invalidParameter('extraction point is not a directory')
  if (container.hostConfig.ReadonlyRootfs) return forbidden('container rootfs is marked read-only')
  const entries = parseTar(request.body)
  if (!entries) return invalidParameter('archive/tar: invalid tar header')
  const error = unpack(d.p, path, entries)
  if (error) return systemError(error.text)
  d.events.log('container', 'extract-to-dir', container.id, container.attributes, true)
  return empty(200)
}
