// A container's layer becomes an image's. Ref: moby daemon/commit.go
import type { Blocking } from '../../../os/program.ts'
import { randomId } from '../lib/ids.ts'
import { familiarString, parseReference } from '../lib/reference.ts'
import { invalidParameter, type ApiError } from '../libnetwork/apiError.ts'
import type { Container } from './container.ts'
import type { Daemon } from './daemon.ts'
import { ROOT } from './daemon.ts'
import { copyTree, layerPaths } from './rootfs.ts'
import { mkdirAll } from './runtime/rootfs.ts'
import type { ApiRequest } from './response.ts'
import { treeSize } from './volumes.ts'

export function* commitContainer(
  d: Daemon,
  container: Container,
  request: ApiRequest,
): Blocking<string | ApiError> {
  const { query } = request
  const repo = query.get('repo') ?? ''
  const tag = query.get('tag') ?? ''
  const reference = repo === '' ? null : parseReference(`${repo}${tag === '' ? '' : `:${tag}`}`)
  if (typeof reference === 'string') return invalidParameter(reference)
  if ((query.get('changes') ?? '') !== '')
    return invalidParameter('commit --change is not supported in vethlab')
  const random = () => d.p.random()
  const parent = d.images.find(container.record.image)
  const layer = randomId(random)
  const diff = `${ROOT}/overlay2/${layer}/diff`
  mkdirAll(d.p, diff)
  copyTree(d.p, layerPaths(container.record.layer).diff, diff)
  const id = `sha256:${randomId(random)}`
  const now = d.p.clock.now()
  const { config } = container
  d.images.add({
    id,
    tags: [],
    created: now,
    tagged: now,
    parent: container.record.image,
    comment: query.get('comment') ?? '',
    author: query.get('author') ?? '',
    config: {
      Cmd: config.Cmd,
      Entrypoint: config.Entrypoint,
      Env: config.Env,
      ...(config.ExposedPorts && { ExposedPorts: config.ExposedPorts }),
      Labels: config.Labels,
      OnBuild: null,
      ...(config.StopSignal !== undefined && { StopSignal: config.StopSignal }),
      User: config.User,
      Volumes: config.Volumes,
      WorkingDir: config.WorkingDir,
    },
    size: (parent?.size ?? 0) + treeSize(d.p, diff),
    layer,
    below: parent ? [parent.layer, ...parent.below] : [],
    diffId: `sha256:${randomId(random)}`,
    source: null,
  })
  d.events.log('image', 'create', id, { ...config.Labels, name: id }, true)
  const image = d.images.find(id)
  if (image && reference) d.images.tag(image, familiarString(reference))
  const attributes = {
    ...container.attributes,
    comment: query.get('comment') ?? '',
    imageID: id,
    imageRef: reference ? familiarString(reference) : '',
  }
  d.events.log('container', 'commit', container.id, attributes, true)
  return id
}
