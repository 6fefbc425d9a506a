// A project's containers as Docker has them, found by the labels that compose puts on them.
import type { Blocking } from '../../../../os/program.ts'
import type { ContainerCreate, ContainerSummary } from '../../api/container.ts'
import { isFailure, type ApiFailure } from '../../http/client.ts'
import type { EndpointSettings, PortBinding } from '../../libnetwork/types.ts'
import type { DockerCli } from '../lib/cli.ts'
import type { ComposeService, Project } from './model.ts'

const VERSION = '2.40.3'
const LABEL = 'com.docker.compose'

export function serviceOf(container: ContainerSummary): string {
  return container.Labels[`${LABEL}.service`] ?? ''
}

export function nameOf(container: ContainerSummary): string {
  return container.Names[0]?.slice(1) ?? ''
}

/** Its place among the containers of its service, from 1. */
export function numberOf(container: ContainerSummary): number {
  return Number(container.Labels[`${LABEL}.container-number`] ?? 1)
}

/** By name, running or not; `oneOffs`: those of `run` too. */
export function* projectContainers(
  cli: DockerCli,
  project: string,
  oneOffs = false,
): Blocking<ContainerSummary[] | ApiFailure> {
  const filters = JSON.stringify({ label: { [`${LABEL}.project=${project}`]: true } })
  const found = yield* cli.api.get<ContainerSummary[]>('/containers/json', { all: true, filters })
  if (isFailure(found)) return found
  const replicas = found.filter(({ Labels }) => oneOffs || Labels[`${LABEL}.oneoff`] !== 'True')
  return replicas.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
}

export function networkLabels(project: Project, key: string): Record<string, string> {
  return {
    [`${LABEL}.network`]: key,
    [`${LABEL}.project`]: project.name,
    [`${LABEL}.version`]: VERSION,
  }
}

export function containerName(project: Project, service: ComposeService, number: number): string {
  return service.container_name ?? `${project.name}-${service.name}-${number}`
}

/** What tells whether a container is still as its service says, however many there are. */
export function configOf(project: Project, service: ComposeService): string {
  let hash = 0x811c9dc5
  const one = { ...service, scale: null, deploy: null }
  for (const c of JSON.stringify([one, project.networks]))
    hash = Math.imul(hash ^ c.charCodeAt(0), 0x01000193) >>> 0
  return hash.toString(16).padStart(8, '0')
}

export function isCurrent(project: Project, service: ComposeService, container: ContainerSummary): boolean {
  return container.Labels[`${LABEL}.config-hash`] === configOf(project, service)
}

/** Body of POST /containers/create. */
export function createBody(project: Project, service: ComposeService, number: number): ContainerCreate {
  const bindings: Record<string, PortBinding[]> = {}
  for (const { target, published = '', protocol, host_ip: HostIp = '' } of service.ports) {
    ;(bindings[`${target}/${protocol}`] ??= []).push({ HostIp, HostPort: published })
  }
  const exposed = [
    ...Object.keys(bindings),
    ...service.expose.map((port) => (port.includes('/') ? port : `${port}/tcp`)),
  ]
  const [Name = 'no', count = '0'] = (service.restart === '' ? 'no' : service.restart).split(':')
  const networks = Object.keys(service.networks ?? {})
  const mode = service.network_mode ?? project.networks[networks[0] ?? '']?.name ?? 'default'
  return {
    Hostname: service.hostname,
    User: service.user,
    Tty: service.tty,
    OpenStdin: service.stdin_open,
    AttachStdout: true,
    AttachStderr: true,
    ...(exposed.length > 0 ? { ExposedPorts: Object.fromEntries(exposed.map((port) => [port, {}])) } : {}),
    Env: Object.entries(service.environment).map(([key, value]) => `${key}=${value ?? ''}`),
    Cmd: service.command,
    Image: service.image,
    WorkingDir: service.working_dir,
    Entrypoint: service.entrypoint,
    Labels: {
      ...service.labels,
      [`${LABEL}.config-hash`]: configOf(project, service),
      [`${LABEL}.container-number`]: String(number),
      [`${LABEL}.depends_on`]: service.depends_on.map((name) => `${name}:service_started:false`).join(','),
      [`${LABEL}.oneoff`]: 'False',
      [`${LABEL}.project`]: project.name,
      [`${LABEL}.project.config_files`]: project.file,
      [`${LABEL}.project.working_dir`]: project.directory,
      [`${LABEL}.service`]: service.name,
      [`${LABEL}.version`]: VERSION,
    },
    HostConfig: {
      Binds: service.volumes.map((volume) => bindOf(project, volume)),
      NetworkMode: mode.startsWith('service:') ? `container:${project.name}-${mode.slice(8)}-1` : mode,
      PortBindings: bindings,
      RestartPolicy: { Name, MaximumRetryCount: Number(count) },
      CapAdd: service.cap_add,
      CapDrop: service.cap_drop,
      Dns: service.dns,
      ExtraHosts: service.extra_hosts,
      Privileged: service.privileged,
      ...(Object.keys(service.sysctls).length > 0 ? { Sysctls: service.sysctls } : {}),
    },
    NetworkingConfig: { EndpointsConfig: endpointsOf(project, service, number) },
  }
}

function endpointsOf(
  project: Project,
  service: ComposeService,
  number: number,
): Record<string, Partial<EndpointSettings>> {
  return Object.fromEntries(
    Object.entries(service.networks ?? {}).map(([key, network]) => [
      project.networks[key]?.name ?? key,
      {
        Aliases: [containerName(project, service, number), service.name, ...(network?.aliases ?? [])],
        ...(network?.ipv4_address === undefined ? {} : { IPAMConfig: { IPv4Address: network.ipv4_address } }),
        ...(network?.mac_address === undefined ? {} : { MacAddress: network.mac_address }),
      },
    ]),
  )
}

/** Relative paths lie beside the file; a volume of the file's own has the project's name before it. */
function bindOf(project: Project, volume: string): string {
  const [source = '', ...rest] = volume.split(':')
  if (rest.length === 0) return volume
  const path = source.startsWith('.') ? `${project.directory}/${source}`.replace(/\/\.(?=\/|$)/g, '') : source
  const named = project.volumes.includes(source) ? `${project.name}_${source}` : path
  return [named, ...rest].join(':')
}
