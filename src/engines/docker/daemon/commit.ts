// A container's layer becomes an image's. Ref: moby daemon/commit.go
import type { Blocking } from '../../../os/program.ts'
import type { ContainerConfig } from '../api/container.ts'
import { randomId } from '../lib/ids.ts'
import { familiarString, parseReference } from '../lib/reference.ts'
import { invalidParameter, isApiError, type ApiError } from '../libnetwork/apiError.ts'
import type { Container } from './container.ts'
import type { Daemon } from './daemon.ts'
import { ROOT } from './daemon.ts'
import { copyTree, layerPaths } from './rootfs.ts'
import { mkdirAll } from './runtime/rootfs.ts'
import type { ApiRequest } from './response.ts'
import { treeSize } from './volumes.ts'

type Change = (config: ContainerConfig) => ContainerConfig

/** Instructions of a Dockerfile, a line each. */
function changesOf(text: string): Change[] | ApiError {
  const changes: Change[] = []
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    const [, name = '', rest = ''] = /^\s*(\S+)\s*(.*)$/s.exec(line) ?? []
    const change = changeOf(name.toUpperCase(), rest.trim())
    if (!change) return invalidParameter(`commit --change ${name.toUpperCase()} is not supported in vethlab`)
    changes.push(change)
  }
  return changes
}

function changeOf(name: string, rest: string): Change | null {
  switch (name) {
    case 'ENV': {
      const [, key = '', value = ''] = /^([^\s=]+)[\s=](.*)$/s.exec(rest) ?? []
      const variable = `${key}=${value.replace(/^"(.*)"$/s, '$1')}`
      return (config) => ({
        ...config,
        Env: [...(config.Env ?? []).filter((one) => !one.startsWith(`${key}=`)), variable],
      })
    }
    case 'CMD':
      return (config) => ({ ...config, Cmd: wordsOf(rest) })
    case 'ENTRYPOINT':
      return (config) => ({ ...config, Entrypoint: wordsOf(rest) })
    case 'WORKDIR':
      return (config) => ({ ...config, WorkingDir: rest })
    case 'USER':
      return (config) => ({ ...config, User: rest })
    case 'STOPSIGNAL':
      return (config) => ({ ...config, StopSignal: rest })
    case 'EXPOSE':
      return (config) => ({
        ...config,
        ExposedPorts: {
          ...config.ExposedPorts,
          ...Object.fromEntries(
            rest.split(/\s+/).map((port) => [port.includes('/') ? port : `${port}/tcp`, {}]),
          ),
        },
      })
    default:
      return null
  }
}

/** `["a", "b"]`, or a line for a shell. */
function wordsOf(text: string): string[] {
  try {
    const words: unknown = JSON.parse(text)
    if (Array.isArray(words)) return words.map(String)
  } catch {
    // No JSON: a line.
  }
  return ['/bin/sh', '-c', text]
}

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
  const changes = changesOf(query.get('changes') ?? '')
  if (isApiError(changes)) return changes
  const random = () => d.p.random()
  const parent = d.images.find(container.record.image)
  const layer = randomId(random)
  const diff = `${ROOT}/overlay2/${layer}/diff`
  mkdirAll(d.p, diff)
  copyTree(d.p, layerPaths(container.record.layer).diff, diff)
  const id = `sha256:${randomId(random)}`
  const now = d.p.clock.now()
  const config = changes.reduce((before, change) => change(before), container.config)
  d.images.add({
    id,
    tags: [],
    created: now,
    tagged: now,
    parent: container.record.image,
    comment: query.get('comment') ?? '',
    createdBy: (container.config.Cmd ?? []).join(' '),
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
