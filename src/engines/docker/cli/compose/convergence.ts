// A project's networks and containers are made, started and taken down as its file says.
// Ref: docker/compose pkg/compose/convergence.go
import type { Blocking } from '../../../../os/program.ts'
import type { ContainerSummary } from '../../api/container.ts'
import { ApiFailure, isFailure } from '../../http/client.ts'
import { familiarString, parseReference } from '../../lib/reference.ts'
import { pullImage } from '../image/pullImage.ts'
import type { DockerCli } from '../lib/cli.ts'
import {
  containerName,
  createBody,
  isCurrent,
  nameOf,
  networkLabels,
  numberOf,
  projectContainers,
  serviceOf,
} from './containers.ts'
import { byDepth, replicasOf, type ComposeService, type Project } from './model.ts'

export function step(
  cli: DockerCli,
  kind: 'Network' | 'Container' | 'Volume',
  name: string,
  what: string,
): void {
  cli.err(` ${kind} ${name}  ${what}\n`)
}

export function* bringUp(
  cli: DockerCli,
  project: Project,
  services: readonly ComposeService[],
  recreate: boolean,
): Blocking<ApiFailure | null> {
  const made = yield* makeAll(cli, project, services, recreate)
  return isFailure(made) ? made : yield* startAll(cli, made)
}

/** Containers of a project that are as its file says: those that run, and those to be started, in their order. */
export interface Made {
  readonly running: readonly string[]
  readonly starting: readonly string[]
}

export function* makeAll(
  cli: DockerCli,
  project: Project,
  services: readonly ComposeService[],
  recreate: boolean,
): Blocking<Made | ApiFailure> {
  const networked = yield* makeNetworks(cli, project, services)
  if (networked) return networked
  const existing = yield* projectContainers(cli, project.name)
  if (isFailure(existing)) return existing
  const starting: string[] = []
  const running: string[] = []
  for (const service of byDepth(services)) {
    const count = replicasOf(service)
    const custom = service.container_name
    if (custom !== null && count > 1) return new ApiFailure(0, customName(service.name, custom))
    const found = existing
      .filter((container) => serviceOf(container) === service.name)
      .sort((a, b) => numberOf(a) - numberOf(b))
    const extra = found.splice(count)
    for (const container of found) {
      const current = isCurrent(project, service, container) && !recreate
      if (current && container.State === 'running') {
        step(cli, 'Container', nameOf(container), 'Running')
        running.push(nameOf(container))
      } else starting.push(nameOf(container))
      if (current) continue
      const failed = yield* makeContainer(cli, project, service, numberOf(container), container)
      if (failed) return failed
    }
    for (const container of extra) {
      const failed = yield* takeDown(cli, container, null, false)
      if (failed) return failed
    }
    const last = found.at(-1)
    const next = last ? numberOf(last) + 1 : 1
    for (let number = next; number < next + count - found.length; number++) {
      const failed = yield* makeContainer(cli, project, service, number)
      if (failed) return failed
      starting.push(containerName(project, service, number))
    }
  }
  return { running, starting }
}

export function* startAll(cli: DockerCli, { starting }: Made): Blocking<ApiFailure | null> {
  for (const name of starting) {
    step(cli, 'Container', name, 'Starting')
    const started = yield* cli.api.post(`/containers/${name}/start`)
    if (isFailure(started)) return started
    step(cli, 'Container', name, 'Started')
  }
  return null
}

function customName(service: string, name: string): string {
  return `WARNING: The "${service}" service is using the custom container name "${name}". Docker requires each container to have a unique name. Remove the custom name to scale the service`
}

export function* makeNetworks(
  cli: DockerCli,
  project: Project,
  services: readonly ComposeService[],
): Blocking<ApiFailure | null> {
  const used = new Set(services.flatMap(({ networks }) => Object.keys(networks ?? {})))
  for (const key of [...used].sort()) {
    const network = project.networks[key]
    if (!network) continue
    const found = yield* cli.api.get(`/networks/${network.name}`)
    if (!isFailure(found)) continue
    if (network.external) return found
    step(cli, 'Network', network.name, 'Creating')
    const made = yield* cli.api.post(
      '/networks/create',
      {},
      {
        Name: network.name,
        Driver: network.driver ?? 'bridge',
        Internal: network.internal,
        Options: network.driver_opts,
        Labels: networkLabels(project, key),
        IPAM: {
          Driver: 'default',
          Config: network.subnets.map(({ subnet, gateway, ip_range: range }) => ({
            ...(subnet === undefined ? {} : { Subnet: subnet }),
            ...(range === undefined ? {} : { IPRange: range }),
            ...(gateway === undefined ? {} : { Gateway: gateway }),
          })),
        },
      },
    )
    if (isFailure(made)) return made
    step(cli, 'Network', network.name, 'Created')
  }
  return null
}

function* makeContainer(
  cli: DockerCli,
  project: Project,
  service: ComposeService,
  number: number,
  old?: ContainerSummary,
): Blocking<ApiFailure | null> {
  const name = containerName(project, service, number)
  const image = yield* cli.api.get(`/images/${service.image}/json`)
  if (isFailure(image)) {
    const reference = parseReference(service.image)
    if (typeof reference === 'string') return image
    cli.err(` ${service.name} Pulling \n`)
    const failed = yield* pullImage(cli, reference, { quiet: true, toStderr: true })
    if (failed) {
      cli.err(` ${service.name} Error ${failed.message.replace('Error response from daemon: ', '')}\n`)
      return failed
    }
    cli.err(` ${familiarString(reference)} Pulled \n`)
  }
  step(cli, 'Container', name, old ? 'Recreate' : 'Creating')
  if (old) yield* cli.api.delete(`/containers/${old.Id}`, { force: true })
  const made = yield* cli.api.post('/containers/create', { name }, createBody(project, service, number))
  if (isFailure(made)) return made
  step(cli, 'Container', name, old ? 'Recreated' : 'Created')
  return null
}

export function* takeDown(
  cli: DockerCli,
  container: ContainerSummary,
  timeout: number | null,
  volumes: boolean,
): Blocking<ApiFailure | null> {
  const name = nameOf(container)
  step(cli, 'Container', name, 'Stopping')
  const stopped = yield* cli.api.post(
    `/containers/${container.Id}/stop`,
    timeout === null ? {} : { t: timeout },
  )
  if (isFailure(stopped)) return stopped
  step(cli, 'Container', name, 'Stopped')
  step(cli, 'Container', name, 'Removing')
  const removed = yield* cli.api.delete(`/containers/${container.Id}`, {
    force: true,
    ...(volumes ? { v: true } : {}),
  })
  if (isFailure(removed)) return removed
  step(cli, 'Container', name, 'Removed')
  return null
}
