// A compose file as `docker stack` reads it: by the older rules, with other words. Ref: docker/cli cli/compose/loader,
// cli/compose/types/types.go
import { parseDocument } from 'yaml'
import type { Blocking } from '../../../../os/program.ts'
import { isErrno } from '../../../../uapi/errno.ts'
import { interpolate } from '../compose/interpolate.ts'
import { yamlError } from '../compose/load.ts'
import { list, map, pairs, strings, words, type Json } from '../compose/service.ts'
import type { ServicePort, ServiceSpec } from '../../api/service.ts'
import type { DockerCli } from '../lib/cli.ts'
import { portOf } from './servicePorts.ts'

/** Read and left out, as whoever deploys is told. */
const UNSUPPORTED: ReadonlySet<string> = new Set(
  (
    'build cgroupns_mode cgroup_parent devices domainname external_links ipc links mac_address network_mode pid privileged restart ' +
    'security_opt shm_size userns_mode'
  ).split(' '),
)
const DEPRECATED: Readonly<Record<string, string>> = {
  container_name: 'Setting the container name is not supported.',
  expose:
    "Exposing ports is unnecessary - services on the same network can access each other's containers on any port.",
}
const KNOWN: ReadonlySet<string> = new Set(
  'image command entrypoint environment hostname labels networks ports deploy tty user working_dir depends_on'.split(
    ' ',
  ),
)
/** Docker has them and vethlab does not. */
const LACKING: ReadonlySet<string> = new Set(
  (
    'cap_add cap_drop configs secrets volumes healthcheck env_file logging dns dns_search extra_hosts init read_only stdin_open ' +
    'stop_grace_period stop_signal sysctls tmpfs ulimits credential_spec isolation'
  ).split(' '),
)
const DEPLOY: ReadonlySet<string> = new Set(
  'mode replicas labels placement endpoint_mode restart_policy'.split(' '),
)
const DEPLOY_LACKING: ReadonlySet<string> = new Set('update_config rollback_config resources'.split(' '))
const TOP: ReadonlySet<string> = new Set('version services networks'.split(' '))
const TOP_LACKING: ReadonlySet<string> = new Set('volumes secrets configs'.split(' '))

const NETWORK: ReadonlySet<string> = new Set(
  'name driver driver_opts external internal attachable labels ipam'.split(' '),
)
const ALIASES: ReadonlySet<string> = new Set(['aliases'])
const ADDRESSES: ReadonlySet<string> = new Set(['ipv4_address', 'ipv6_address'])
const IPAM: ReadonlySet<string> = new Set(['subnet'])

type Placement = ServiceSpec['TaskTemplate']['Placement']

export interface StackService {
  readonly name: string
  readonly image: string
  readonly command: readonly string[] | null
  readonly entrypoint: readonly string[] | null
  readonly environment: readonly string[]
  readonly hostname: string
  readonly user: string
  readonly workingDir: string
  readonly tty: boolean
  readonly labels: Readonly<Record<string, string>>
  readonly ports: readonly ServicePort[]
  /** By the file's names for them. */
  readonly networks: readonly { readonly name: string; readonly aliases: readonly string[] }[]
  readonly deployLabels: Readonly<Record<string, string>>
  readonly global: boolean
  readonly replicas: number
  readonly endpointMode: string
  readonly restart: string
  readonly placement: Placement
}

export interface StackNetwork {
  readonly external: boolean
  /** As Docker is to know it; empty: by the stack's name and the file's. */
  readonly name: string
  readonly driver: string
  readonly options: Readonly<Record<string, string>>
  readonly labels: Readonly<Record<string, string>>
  readonly internal: boolean
  readonly attachable: boolean
  readonly subnets: readonly string[]
}

export interface StackFile {
  readonly services: readonly StackService[]
  readonly networks: Readonly<Record<string, StackNetwork>>
}

/** The words of what is wrong, or what the file says. Tells of what it leaves out. */
export function* loadStackFile(cli: DockerCli, file: string): Blocking<StackFile | string> {
  const text = file === '-' ? yield* standardInput(cli) : cli.p.fs.readText(file)
  if (isErrno(text)) return `open ${file}: ${text.text.charAt(0).toLowerCase()}${text.text.slice(1)}`
  const document = parseDocument(text)
  const [error] = document.errors
  if (error) return yamlError(error)
  const source = interpolate(document.toJS() as Json, cli.p.env)
  if (typeof source === 'string') return source
  const top = map(source.value)
  const wrong = wrongKey('(root)', top, TOP, TOP_LACKING)
  if (wrong !== null) return wrong
  const version = String(top['version'] ?? '3.13')
  if (!/^3(?:\.(?:\d|1[0-3]))?$/.test(version)) return `unsupported Compose file version: ${version}`
  const sections = map(top['services'])
  const services: StackService[] = []
  for (const [name, value] of Object.entries(sections)) {
    const service = readService(cli, name, map(value))
    if (typeof service === 'string') return service
    services.push(service)
  }
  tellOmissions(cli, Object.values(sections).map(map))
  const bare = services.find(({ image }) => image === '')
  if (bare) return `invalid image reference for service ${bare.name}: no image specified`
  const networks: Record<string, StackNetwork> = {}
  for (const [name, value] of Object.entries(map(top['networks']))) {
    const misplaced = wrongNetworkKey(`networks.${name}`, map(value))
    if (misplaced !== null) return misplaced
    networks[name] = readNetwork(name, value)
  }
  return { services, networks }
}

function* standardInput(cli: DockerCli): Blocking<string> {
  let text = ''
  for (;;) {
    const line = yield* cli.p.io.line(0)
    if (line === null) return text
    text += `${line}\n`
  }
}

function wrongKey(
  where: string,
  section: Readonly<Record<string, Json>>,
  known: ReadonlySet<string>,
  lacking: ReadonlySet<string>,
): string | null {
  for (const key of Object.keys(section)) {
    if (lacking.has(key)) return `${where === '(root)' ? '' : `${where}.`}${key} is not supported in vethlab`
    if (!known.has(key) && !key.startsWith('x-')) return `${where} Additional property ${key} is not allowed`
  }
  return null
}

/** Ref: loader.go:GetUnsupportedProperties(), GetDeprecatedProperties() */
function tellOmissions(cli: DockerCli, services: readonly Record<string, Json>[]): void {
  const keys = [...new Set(services.flatMap((service) => Object.keys(service)))].toSorted()
  const unsupported = keys.filter((key) => UNSUPPORTED.has(key))
  if (unsupported.length > 0) cli.err(`Ignoring unsupported options: ${unsupported.join(', ')}\n\n`)
  const deprecated = keys.flatMap((key) =>
    DEPRECATED[key] === undefined ? [] : [`${key}: ${DEPRECATED[key]}`],
  )
  if (deprecated.length > 0) cli.err(`Ignoring deprecated options:\n\n${deprecated.join('\n\n')}\n\n`)
}

function readService(
  cli: DockerCli,
  name: string,
  service: Readonly<Record<string, Json>>,
): StackService | string {
  const where = `services.${name}`
  const deploy = map(service['deploy'])
  const restart = map(deploy['restart_policy'])
  const placed = map(deploy['placement'])
  const wrong =
    wrongKey(where, service, new Set([...KNOWN, ...UNSUPPORTED, ...Object.keys(DEPRECATED)]), LACKING) ??
    wrongKey(`${where}.deploy`, deploy, DEPLOY, DEPLOY_LACKING) ??
    wrongKey(
      `${where}.deploy.restart_policy`,
      restart,
      new Set(['condition']),
      new Set(['delay', 'max_attempts', 'window']),
    ) ??
    wrongKey(
      `${where}.deploy.placement`,
      placed,
      new Set(['constraints', 'preferences', 'max_replicas_per_node']),
      new Set(),
    )
  if (wrong !== null) return wrong
  if ('depends_on' in service && !Array.isArray(service['depends_on']))
    return `${where}.depends_on must be a list`
  const mode = textOf(deploy['mode'])
  if (mode !== '' && mode !== 'replicated' && mode !== 'global')
    return /^(?:replicated|global)-job$/.test(mode)
      ? `${where}.deploy.mode ${mode} is not supported in vethlab`
      : `Unknown mode: ${mode}`
  const attached = Array.isArray(service['networks']) ? {} : map(service['networks'])
  for (const [network, item] of Object.entries(attached)) {
    const said = wrongKey(`${where}.networks.${network}`, map(item), ALIASES, ADDRESSES)
    if (said !== null) return said
  }
  const ports = readPorts(where, service['ports'])
  if (typeof ports === 'string') return ports
  return {
    name,
    image: textOf(service['image']),
    command: words(service['command']),
    entrypoint: words(service['entrypoint']),
    environment: environmentOf(cli, service['environment']),
    hostname: textOf(service['hostname']),
    user: textOf(service['user']),
    workingDir: textOf(service['working_dir']),
    tty: service['tty'] === true,
    labels: pairs(service['labels']),
    ports,
    networks: readAttached(service['networks']),
    deployLabels: pairs(deploy['labels']),
    global: mode === 'global',
    replicas: 'replicas' in deploy ? Number(deploy['replicas']) : 1,
    endpointMode: textOf(deploy['endpoint_mode']),
    restart: textOf(restart['condition']),
    placement: readPlacement(placed),
  }
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** A name without a value has that of whoever deploys, or is not there. */
function environmentOf(cli: DockerCli, value: Json | undefined): string[] {
  const given = Array.isArray(value)
    ? strings(value).map((text): [string, string | null] => {
        const at = text.indexOf('=')
        return at < 0 ? [text, null] : [text.slice(0, at), text.slice(at + 1)]
      })
    : Object.entries(map(value)).map(([key, item]): [string, string | null] => [
        key,
        item === null ? null : String(item),
      ])
  return given
    .flatMap(([key, item]) => {
      const known = item ?? cli.p.env.get(key)
      return known === undefined ? [] : [`${key}=${known}`]
    })
    .toSorted()
}

function readAttached(value: Json | undefined): StackService['networks'] {
  if (Array.isArray(value)) return strings(value).map((name) => ({ name, aliases: [] }))
  const given = Object.entries(map(value))
  if (given.length === 0) return [{ name: 'default', aliases: [] }]
  return given.map(([name, item]) => ({ name, aliases: strings(map(item)['aliases']) }))
}

function readPlacement(placed: Readonly<Record<string, Json>>): Placement {
  const constraints = strings(placed['constraints'])
  const spread = list(placed['preferences']).map((one) => textOf(map(one)['spread']))
  const most = Number(placed['max_replicas_per_node'] ?? 0)
  return {
    ...(constraints.length > 0 ? { Constraints: constraints } : {}),
    ...(spread.length > 0
      ? { Preferences: spread.map((SpreadDescriptor) => ({ Spread: { SpreadDescriptor } })) }
      : {}),
    ...(most > 0 ? { MaxReplicas: most } : {}),
  }
}

function readPorts(where: string, value: Json | undefined): ServicePort[] | string {
  const ports: ServicePort[] = []
  for (const item of list(value)) {
    const { target, published, protocol, mode } = map(item)
    const port =
      target === undefined
        ? portOf(String(item))
        : {
            Protocol: textOf(protocol) || 'tcp',
            TargetPort: Number(target),
            ...(published === undefined ? {} : { PublishedPort: Number(published) }),
            PublishMode: textOf(mode) || 'ingress',
          }
    if (typeof port === 'string') return `${where}.ports: ${String(item)} is not supported in vethlab`
    ports.push(port)
  }
  return ports.toSorted((a, b) => (a.PublishedPort ?? 0) - (b.PublishedPort ?? 0))
}

function wrongNetworkKey(where: string, network: Readonly<Record<string, Json>>): string | null {
  const ipam = map(network['ipam'])
  const none: ReadonlySet<string> = new Set()
  const configs = list(ipam['config']).map((one) => wrongKey(`${where}.ipam.config`, map(one), IPAM, none))
  return (
    wrongKey(where, network, NETWORK, none) ??
    wrongKey(`${where}.ipam`, ipam, new Set(['config']), new Set(['driver'])) ??
    configs.find((wrong) => wrong !== null) ??
    null
  )
}

function readNetwork(key: string, value: Json): StackNetwork {
  const network = map(value)
  const { external } = network
  const named = textOf(map(external)['name']) || textOf(network['name'])
  const isExternal = external === true || typeof external === 'object'
  return {
    external: isExternal && external !== null,
    name: named === '' && isExternal ? key : named,
    driver: textOf(network['driver']) || 'overlay',
    options: pairs(network['driver_opts']),
    labels: pairs(network['labels']),
    internal: network['internal'] === true,
    attachable: network['attachable'] === true,
    subnets: list(map(network['ipam'])['config']).map((one) => textOf(map(one)['subnet'])),
  }
}
