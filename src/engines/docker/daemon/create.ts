// POST /containers/create. Ref: moby daemon/create.go
import { isErrno } from '../../../uapi/errno.ts'
import type { ContainerConfig, ContainerCreate, HostConfig } from '../api/container.ts'
import { randomId } from '../lib/ids.ts'
import { randomName } from '../lib/names.ts'
import { invalidParameter, isApiError, notFound, type ApiError } from '../libnetwork/apiError.ts'
import type { EndpointRequest } from '../libnetwork/controller.ts'
import type { Container } from './container.ts'
import type { Daemon } from './daemon.ts'
import {
  CONFIG_ORDER,
  DEFAULT_CONFIG,
  DEFAULT_HOST_CONFIG,
  HOST_CONFIG_ORDER,
  overDefaults,
} from './defaults.ts'
import type { Image } from './images.ts'
import { mountPoints } from './mounts.ts'
import { copyUp } from './rootfs.ts'
import { mkdirAll } from './runtime/rootfs.ts'
import { verifyContainer } from './verify.ts'

const NAME = /^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/

export function checkName(name: string, shown: string = name): ApiError | null {
  if (NAME.test(name)) return null
  return invalidParameter(`Invalid container name (${shown}), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed`)
}

export function createContainer(d: Daemon, name: string, body: ContainerCreate): Container | ApiError {
  const { HostConfig: hostRequest, NetworkingConfig, ...configRequest } = body
  const requested = overDefaults<ContainerConfig>(DEFAULT_CONFIG, configRequest, CONFIG_ORDER)
  if (requested.Image === '' && (requested.Cmd ?? []).length === 0) {
    return invalidParameter('config cannot be empty in order to create a container')
  }
  const host = overDefaults<HostConfig>(
    DEFAULT_HOST_CONFIG,
    withDefaults(hostRequest ?? {}),
    HOST_CONFIG_ORDER,
  )
  const refused = verifyContainer(requested, host)
  if (refused) return refused
  // As much again may be swapped. Ref: moby daemon/daemon_unix.go:adaptContainerSettings()
  if (host.Memory > 0 && host.MemorySwap === 0) host.MemorySwap = 2 * host.Memory
  host.NetworkMode = joinedById(d, host.NetworkMode)
  host.PidMode = joinedById(d, host.PidMode)
  host.IpcMode = joinedById(d, host.IpcMode)
  const image = d.images.get(requested.Image)
  if (isApiError(image)) return image
  const config = merge(requested, image)
  if ((config.Entrypoint ?? []).length === 0 && (config.Cmd ?? []).length === 0) {
    return invalidParameter('no command specified')
  }
  const named = chooseName(d, name)
  if (isApiError(named)) return named
  const id = randomId(() => d.p.random())
  if (config.Hostname === '' && !host.NetworkMode.startsWith('container:')) {
    config.Hostname = host.NetworkMode === 'host' ? d.p.net.hostname() : id.slice(0, 12)
  }
  const shared = sharedWith(d, host)
  if (shared) return shared
  const links = linkError(d, host)
  if (links) return links
  const mounts = mountPoints(d, config, host)
  if (isApiError(mounts)) return mounts
  const [path = '', ...args] = [...(config.Entrypoint ?? []), ...(config.Cmd ?? [])]
  const layer = randomId(() => d.p.random())
  const record = {
    id,
    created: d.p.clock.now(),
    path,
    args,
    image: image.id,
    layer,
    config,
    hostConfig: host,
    mounts,
  }
  const container = d.containers.make(record, named, new Map())
  mkdirAll(d.p, container.root)
  const error = d.networks.configure(container.networking, endpointsOf(NetworkingConfig?.EndpointsConfig))
  if (error) {
    d.p.fs.rmdir(container.root)
    return error
  }
  for (const directory of ['diff', 'work', 'merged'])
    mkdirAll(d.p, `/var/lib/docker/overlay2/${layer}/${directory}`)
  copyUp(d, image, record)
  d.containers.add(container)
  d.events.log('container', 'create', id, container.attributes, true)
  return container
}

/** `container:NAME` stays with the container that has the name now. */
function joinedById(d: Daemon, mode: string): string {
  const [, term] = /^container:(.+)$/.exec(mode) ?? []
  const other = term === undefined ? null : d.containers.find(term)
  return other ? `container:${other.id}` : mode
}

function withDefaults(host: Partial<HostConfig>): Partial<HostConfig> {
  const { NetworkMode, RestartPolicy, IpcMode } = host
  return {
    ...host,
    NetworkMode:
      NetworkMode === undefined || NetworkMode === '' || NetworkMode === 'default' ? 'bridge' : NetworkMode,
    RestartPolicy:
      RestartPolicy && RestartPolicy.Name !== '' ? RestartPolicy : DEFAULT_HOST_CONFIG.RestartPolicy,
    IpcMode: IpcMode === undefined || IpcMode === '' ? 'private' : IpcMode,
  }
}

/** What the image says goes for what the client left out. Ref: moby daemon/commit.go:merge() */
function merge(config: ContainerConfig, image: Image): ContainerConfig {
  const base = image.config
  const env = new Map((base.Env ?? []).map((pair) => [pair.split('=')[0] ?? '', pair]))
  for (const pair of config.Env ?? []) env.set(pair.split('=')[0] ?? '', pair)
  const ports = { ...base.ExposedPorts, ...config.ExposedPorts }
  const stopSignal = config.StopSignal ?? base.StopSignal
  const ownEntrypoint = config.Entrypoint !== null
  const entrypoint = ownEntrypoint ? config.Entrypoint : base.Entrypoint
  const cmd = (config.Cmd ?? []).length > 0 || ownEntrypoint ? config.Cmd : base.Cmd
  const merged: Partial<ContainerConfig> = {
    ...config,
    ...(Object.keys(ports).length > 0 ? { ExposedPorts: ports } : {}),
    User: config.User === '' ? base.User : config.User,
    Env: [...env.values()],
    Cmd: cmd,
    Entrypoint: entrypoint?.length === 1 && entrypoint[0] === '' ? null : entrypoint,
    Volumes: base.Volumes || config.Volumes ? { ...base.Volumes, ...config.Volumes } : null,
    WorkingDir: config.WorkingDir === '' ? base.WorkingDir : config.WorkingDir,
    Labels: { ...base.Labels, ...config.Labels },
    ...(stopSignal === undefined ? {} : { StopSignal: stopSignal }),
  }
  return overDefaults(DEFAULT_CONFIG, merged, CONFIG_ORDER)
}

function chooseName(d: Daemon, name: string): string | ApiError {
  if (name === '') {
    for (let retry = 0; ; retry++) {
      const chosen = randomName(() => d.p.random(), retry)
      if (d.containers.refusal(chosen) === null) return chosen
    }
  }
  const plain = name.replace(/^\//, '')
  return checkName(plain) ?? d.containers.refusal(plain) ?? plain
}

/** `--pid container:x` and `--ipc container:x` must name one. */
function sharedWith(d: Daemon, host: HostConfig): ApiError | null {
  for (const mode of [host.PidMode, host.IpcMode]) {
    if (!mode.startsWith('container:')) continue
    const found = d.containers.get(mode.slice('container:'.length))
    if (isApiError(found)) return found
  }
  return null
}

function linkError(d: Daemon, host: HostConfig): ApiError | null {
  for (const link of host.Links ?? []) {
    const [term = ''] = link.split(':')
    const target = d.containers.get(term)
    if (isApiError(target)) return notFound(`could not get container for ${term}: ${target.message}`)
  }
  return null
}

function endpointsOf(
  requests: Readonly<Record<string, EndpointRequest | null>> | null | undefined,
): Readonly<Record<string, EndpointRequest>> {
  return Object.fromEntries(
    Object.entries(requests ?? {}).map(([name, request]) => [
      name === 'default' ? 'bridge' : name,
      request ?? {},
    ]),
  )
}

function lines(text: string): string[][] {
  return text.split('\n').map((line) => line.split(':'))
}

/** The user of a process: `name`, `uid`, `name:group` … by the container's own files. */
export function userOf(
  passwd: string,
  group: string,
  user: string,
): { readonly uid: number; readonly gid: number } | ApiError {
  const [name = '', groupName] = user.split(':')
  const entry =
    name === '' ? undefined : lines(passwd).find((fields) => fields[0] === name || fields[2] === name)
  let uid = 0
  let gid = 0
  if (entry) {
    uid = Number(entry[2])
    gid = Number(entry[3])
  } else if (/^\d+$/.test(name)) uid = Number(name)
  else if (name !== '')
    return invalidParameter(`unable to find user ${name}: no matching entries in passwd file`)
  if (groupName !== undefined) {
    const found = lines(group).find((fields) => fields[0] === groupName || fields[2] === groupName)
    if (found) gid = Number(found[2])
    else if (/^\d+$/.test(groupName)) gid = Number(groupName)
    else return invalidParameter(`unable to find group ${groupName}: no matching entries in group file`)
  }
  return { uid, gid }
}

/** A file of the container's root as text; empty where there is none. */
export function rootText(d: Daemon, root: string, path: string): string {
  const text = d.p.fs.readText(root + path)
  return isErrno(text) ? '' : text
}

/** Numbers of the groups of --group-add, by the container's own file; what it does not know is left out. */
export function groupsOf(file: string, names: readonly string[] | null): readonly number[] {
  return (names ?? []).flatMap((name) => {
    if (/^\d+$/.test(name)) return [Number(name)]
    const found = lines(file).find((fields) => fields[0] === name)
    return found ? [Number(found[2])] : []
  })
}
