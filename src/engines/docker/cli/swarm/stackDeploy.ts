// `docker stack deploy`. Ref: docker/cli cli/command/stack/swarm/deploy_composefile.go, cli/compose/convert
import type { Blocking } from '../../../../os/program.ts'
import type { NetworkAttachment, ServiceInspect, ServiceSpec } from '../../api/service.ts'
import type { SystemInfo } from '../../api/others.ts'
import { isFailure } from '../../http/client.ts'
import type { NetworkCreate, NetworkInspect } from '../../libnetwork/types.ts'
import { exactArgs } from '../lib/args.ts'
import type { DockerCli } from '../lib/cli.ts'
import type { ParsedFlags } from '../lib/flags.ts'
import type { CommandSpec } from '../lib/tree.ts'
import { waitOnService } from './progress.ts'
import { unresolved, withTag } from './serviceCreate.ts'
import { loadStackFile, type StackFile, type StackNetwork, type StackService } from './stackFile.ts'
import { NAMESPACE, stackNetworks, stackServices } from './stacks.ts'

const IMAGE = 'com.docker.stack.image'
const NO_MANAGER =
  'this node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again'

export const stackDeploySpec: CommandSpec = {
  use: '[OPTIONS] STACK',
  short: 'Deploy a new stack or update an existing stack',
  known: 'docker stack deploy, docker stack up',
  args: exactArgs(1),
  flags: [
    {
      name: 'compose-file',
      short: 'c',
      type: 'strings',
      usage: 'Path to a Compose file, or "-" to read from stdin',
    },
    {
      name: 'detach',
      short: 'd',
      type: 'bool',
      usage: 'Exit immediately instead of waiting for the stack services to converge (default true)',
    },
    { name: 'prune', type: 'bool', usage: 'Prune services that are no longer referenced' },
    { name: 'quiet', short: 'q', type: 'bool', usage: 'Suppress progress output' },
    {
      name: 'resolve-image',
      type: 'string',
      usage:
        'Query the registry to resolve image digest and supported platforms ("always", "changed", "never") (default "always")',
    },
    {
      name: 'with-registry-auth',
      type: 'bool',
      usage: 'Send registry authentication details to Swarm agents',
      refused: true,
    },
  ],
  *run(cli, flags, [stack = '']) {
    if (stack.trim() === '') return cli.fail(`invalid stack name: ${JSON.stringify(stack)}`)
    const [path, ...more] = flags.strings('compose-file')
    if (path === undefined) return cli.fail('Specify a Compose file (with --compose-file)')
    if (more.length > 0) return cli.fail('more than one --compose-file is not supported in vethlab')
    const file = yield* loadStackFile(cli, path)
    if (typeof file === 'string') return cli.fail(file)
    const resolve = flags.string('resolve-image', 'always')
    if (resolve !== 'always' && resolve !== 'changed' && resolve !== 'never')
      return cli.fail(`Invalid option ${resolve} for flag --resolve-image`)
    if (!flags.has('detach')) {
      cli.err(
        'Since --detach=false was not specified, tasks will be created in the background.\n' +
          'In a future release, --detach=false will become the default.\n',
      )
    }
    const failed = yield* deploy(cli, flags, stack, file)
    return typeof failed === 'string' ? cli.fail(failed) : failed
  },
}

/** A status, or what is wrong. */
function* deploy(
  cli: DockerCli,
  flags: ParsedFlags,
  stack: string,
  file: StackFile,
): Blocking<number | string> {
  const info = yield* cli.api.get<SystemInfo>('/info')
  if (isFailure(info)) return info.message
  if (!info.Swarm.ControlAvailable) return NO_MANAGER
  if (flags.bool('prune')) {
    const wanted = new Set(file.services.map(({ name }) => `${stack}_${name}`))
    const gone = yield* stackServices(cli, stack)
    if (isFailure(gone)) return gone.message
    for (const { ID, Spec } of gone.filter((service) => !wanted.has(service.Spec.Name))) {
      cli.out(`Removing service ${Spec.Name}\n`)
      yield* cli.api.delete(`/services/${ID}`)
    }
  }
  const wrong = yield* makeNetworks(cli, stack, file)
  if (wrong !== null) return wrong
  const specs: ServiceSpec[] = []
  for (const service of file.services) {
    const spec = specOf(stack, service, file.networks)
    if (typeof spec === 'string') return spec
    specs.push(spec)
  }
  const ids = yield* deployServices(cli, stack, specs, flags.string('resolve-image', 'always'))
  if (typeof ids === 'string') return ids
  if (flags.bool('detach', true)) return 0
  let status = 0
  for (const id of ids) {
    if (!flags.bool('quiet')) status = Math.max(status, yield* waitOnService(cli, id))
  }
  return status
}

/** Those that the services are in, and that are not there yet. */
function* makeNetworks(cli: DockerCli, stack: string, file: StackFile): Blocking<string | null> {
  const used = new Set(file.services.flatMap(({ networks }) => networks.map(({ name }) => name)))
  const known = yield* stackNetworks(cli, stack)
  if (isFailure(known)) return known.message
  for (const key of used) {
    const network = file.networks[key]
    if (!network?.external || network.name === 'host') continue
    const found = yield* cli.api.get<NetworkInspect>(`/networks/${network.name}`)
    const declared = `network ${JSON.stringify(network.name)} is declared as external, but`
    if (isFailure(found)) {
      return found.status === 404
        ? `${declared} could not be found. You need to create a swarm-scoped network before the stack is deployed`
        : found.message
    }
    if (found.Scope !== 'swarm')
      return `${declared} it is not in the right scope: ${JSON.stringify(found.Scope)} instead of "swarm"`
  }
  for (const key of used) {
    const network = file.networks[key]
    const name = networkName(stack, key, network)
    if (network?.external || known.some(({ Name }) => Name === name)) continue
    cli.out(`Creating network ${name}\n`)
    const made = yield* cli.api.post('/networks/create', {}, networkOf(stack, name, network))
    if (isFailure(made)) return `failed to create network ${name}: ${made.message}`
  }
  return null
}

function networkName(stack: string, key: string, network: StackNetwork | undefined): string {
  return network && network.name !== '' ? network.name : `${stack}_${key}`
}

function networkOf(stack: string, Name: string, network: StackNetwork | undefined): NetworkCreate {
  return {
    Name,
    Driver: network?.driver ?? 'overlay',
    Internal: network?.internal ?? false,
    Attachable: network?.attachable ?? false,
    Options: network?.options ?? {},
    Labels: labelled(stack, network?.labels ?? {}),
    ...(network && network.subnets.length > 0
      ? { IPAM: { Driver: 'default', Config: network.subnets.map((Subnet) => ({ Subnet })) } }
      : {}),
  }
}

/** As the daemon has them: by name. */
function labelled(stack: string, labels: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const all = Object.entries({ ...labels, [NAMESPACE]: stack })
  return Object.fromEntries(all.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

function specOf(stack: string, service: StackService, networks: StackFile['networks']): ServiceSpec | string {
  const attached: NetworkAttachment[] = []
  for (const { name, aliases } of service.networks) {
    if (name !== 'default' && !networks[name]) return `service ${service.name}: undefined network "${name}"`
    attached.push({ Target: networkName(stack, name, networks[name]), Aliases: [...aliases, service.name] })
  }
  return {
    Name: `${stack}_${service.name}`,
    Labels: labelled(stack, { ...service.deployLabels, [IMAGE]: service.image }),
    TaskTemplate: {
      ContainerSpec: {
        Image: withTag(service.image),
        Labels: labelled(stack, service.labels),
        ...(service.entrypoint ? { Command: service.entrypoint } : {}),
        ...(service.command ? { Args: service.command } : {}),
        ...(service.hostname === '' ? {} : { Hostname: service.hostname }),
        ...(service.environment.length > 0 ? { Env: service.environment } : {}),
        ...(service.workingDir === '' ? {} : { Dir: service.workingDir }),
        ...(service.user === '' ? {} : { User: service.user }),
        Privileges: { CredentialSpec: null, SELinuxContext: null, NoNewPrivileges: false },
        ...(service.tty ? { TTY: true } : {}),
        DNSConfig: {},
        Isolation: 'default',
      },
      Resources: {},
      ...(service.restart === ''
        ? {}
        : { RestartPolicy: { Condition: service.restart, Delay: 5_000_000_000, MaxAttempts: 0 } }),
      Placement: service.placement,
      Networks: attached.toSorted((a, b) => (a.Target < b.Target ? -1 : 1)),
      ForceUpdate: 0,
      Runtime: 'container',
    },
    Mode: service.global ? { Global: {} } : { Replicated: { Replicas: service.replicas } },
    EndpointSpec: {
      Mode: service.endpointMode || 'vip',
      ...(service.ports.length > 0 ? { Ports: service.ports } : {}),
    },
  }
}

/** Ids of the services, or what was refused. */
function* deployServices(
  cli: DockerCli,
  stack: string,
  specs: readonly ServiceSpec[],
  resolve: string,
): Blocking<readonly string[] | string> {
  const known = yield* stackServices(cli, stack)
  if (isFailure(known)) return known.message
  const ids: string[] = []
  for (const spec of specs) {
    const old = known.find(({ Spec }) => Spec.Name === spec.Name)
    if (!old) {
      cli.out(`Creating service ${spec.Name}\n`)
      const made = yield* cli.api.post<{ ID: string }>('/services/create', {}, spec)
      if (isFailure(made)) return `failed to create service ${spec.Name}: ${made.message}`
      ids.push(made.ID)
      continue
    }
    cli.out(`Updating service ${spec.Name} (id: ${old.ID})\n`)
    const query = { version: old.Version.Index }
    const updated = yield* cli.api.post(`/services/${old.ID}/update`, query, forcedAs(old, spec))
    if (isFailure(updated)) return `failed to update service ${spec.Name}: ${updated.message}`
    const asked =
      resolve === 'always' || (resolve === 'changed' && old.Spec.Labels[IMAGE] !== spec.Labels[IMAGE])
    if (asked) cli.err(unresolved(spec.TaskTemplate.ContainerSpec.Image))
    ids.push(old.ID)
  }
  return ids
}

/** An update that somebody forced is not undone. */
function forcedAs({ Spec }: ServiceInspect, spec: ServiceSpec): ServiceSpec {
  const { ForceUpdate } = Spec.TaskTemplate
  return { ...spec, TaskTemplate: { ...spec.TaskTemplate, ForceUpdate } }
}
