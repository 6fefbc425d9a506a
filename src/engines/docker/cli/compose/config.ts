// `docker compose config`: the file as compose understood it, or lists of what it names.
import { stringify } from 'yaml'
import { minArgs } from '../lib/args.ts'
import type { ParsedFlags } from '../lib/flags.ts'
import type { CommandSpec } from '../lib/tree.ts'
import { loadProject } from './load.ts'
import type { ComposeService, Project } from './model.ts'
import { chosen } from './up.ts'

/** Options that are done, or that change nothing where a file has none of what they speak of. */
const TAKEN: ReadonlySet<string> = new Set(
  'format images networks profiles quiet services volumes'.split(' '),
)

export const composeConfigSpec: CommandSpec = {
  use: '[OPTIONS] [SERVICE...]',
  short: 'Parse, resolve and render compose file in canonical format',
  args: minArgs(0),
  flags: [
    { name: 'dry-run', type: 'bool', usage: 'Execute command in dry run mode' },
    { name: 'environment', type: 'bool', usage: 'Print environment used for interpolation.' },
    { name: 'format', type: 'string', usage: 'Format the output. Values: [yaml | json]' },
    { name: 'hash', type: 'string', usage: 'Print the service config hash, one per line.' },
    { name: 'images', type: 'bool', usage: 'Print the image names, one per line.' },
    { name: 'lock-image-digests', type: 'bool', usage: 'Produces an override file with image digests' },
    { name: 'models', type: 'bool', usage: 'Print the model names, one per line.' },
    { name: 'networks', type: 'bool', usage: 'Print the network names, one per line.' },
    {
      name: 'no-consistency',
      type: 'bool',
      usage: "Don't check model consistency - warning: may produce invalid Compose output",
    },
    { name: 'no-env-resolution', type: 'bool', usage: "Don't resolve service env files" },
    { name: 'no-interpolate', type: 'bool', usage: "Don't interpolate environment variables" },
    { name: 'no-normalize', type: 'bool', usage: "Don't normalize compose model" },
    { name: 'no-path-resolution', type: 'bool', usage: "Don't resolve file paths" },
    { name: 'output', short: 'o', type: 'string', usage: 'Save to file (default to stdout)' },
    { name: 'profiles', type: 'bool', usage: 'Print the profile names, one per line.' },
    {
      name: 'quiet',
      short: 'q',
      type: 'bool',
      usage: "Only validate the configuration, don't print anything",
    },
    { name: 'resolve-image-digests', type: 'bool', usage: 'Pin image tags to digests' },
    { name: 'services', type: 'bool', usage: 'Print the service names, one per line.' },
    { name: 'variables', type: 'bool', usage: 'Print model variables and default values.' },
    { name: 'volumes', type: 'bool', usage: 'Print the volume names, one per line.' },
  ],
  *run(cli, flags, names) {
    const project = loadProject(cli, cli.group)
    if (typeof project === 'string') return cli.fail(project)
    const other = [...flags.names].find((name) => !TAKEN.has(name))
    if (other !== undefined) return cli.fail(`docker compose config --${other} is not supported in vethlab`)
    const services = chosen(project, names)
    if (typeof services === 'string') return cli.fail(services)
    if (flags.bool('quiet')) return 0
    const format = flags.string('format', 'yaml')
    if (format !== 'yaml' && format !== 'json')
      return cli.fail(`unsupported format ${JSON.stringify(format)}`)
    cli.out(listed(flags, project, services) ?? written(project, services, names, format))
    return 0
  },
}

/** One name a line; null: none of these lists is asked for. */
function listed(flags: ParsedFlags, project: Project, services: readonly ComposeService[]): string | null {
  const lines = (names: readonly string[]) => names.map((name) => `${name}\n`).join('')
  if (flags.bool('services')) return lines(services.map(({ name }) => name))
  if (flags.bool('images')) return lines(services.map(({ image }) => image))
  if (flags.bool('networks')) return lines(Object.keys(project.networks))
  if (flags.bool('volumes')) return lines(project.volumes)
  return flags.bool('profiles') ? '' : null
}

/** With names: those services alone, without what they need. */
function written(
  project: Project,
  services: readonly ComposeService[],
  names: readonly string[],
  format: 'yaml' | 'json',
): string {
  const shown = services
    .filter(({ name }) => names.length === 0 || names.includes(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  const model = canonical({ ...project, services: shown })
  if (format === 'json') return `${JSON.stringify(asJson(model), null, 2)}\n`
  return stringify(model, { indent: 2, lineWidth: 0 })
}

interface Canonical {
  readonly name: string
  readonly services: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly networks?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly volumes?: Readonly<Record<string, unknown>>
}

/** Members by name, as Go's encoder sorts a service's. */
function canonical(project: Project): Canonical {
  return {
    name: project.name,
    services: Object.fromEntries(
      project.services.map((service) => [service.name, canonicalService(service)]),
    ),
    ...(Object.keys(project.networks).length > 0
      ? {
          networks: Object.fromEntries(
            Object.entries(project.networks)
              .sort(byName)
              .map(([key, { name, driver, external, internal, driver_opts: options, subnets }]) => [
                key,
                {
                  name,
                  ...(driver === null ? {} : { driver }),
                  ...(Object.keys(options).length > 0 ? { driver_opts: options } : {}),
                  ...(subnets.length > 0 ? { ipam: { config: subnets } } : {}),
                  ...(external ? { external } : {}),
                  ...(internal ? { internal } : {}),
                },
              ]),
          ),
        }
      : {}),
    ...(project.volumes.length > 0
      ? {
          volumes: Object.fromEntries(
            project.volumes.map((name) => [name, { name: `${project.name}_${name}` }]),
          ),
        }
      : {}),
  }
}

function canonicalService(service: ComposeService): Record<string, unknown> {
  const { name: _, depends_on: needed, ...rest } = service
  const dependencies = Object.fromEntries(
    needed.map((other) => [other, { condition: 'service_started', required: true }]),
  )
  const networks = rest.networks && Object.fromEntries(Object.entries(rest.networks).sort(byName))
  const all: Record<string, unknown> = { ...rest, networks, depends_on: dependencies }
  return Object.fromEntries(
    Object.entries(all)
      .filter(([key, value]) => (key === 'networks' ? value !== null : !isEmpty(value)))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1
}

/** What Go leaves out of YAML alone stands there; members of the project are by name. */
function asJson(model: Canonical): unknown {
  const services = Object.entries(model.services).map(([name, service]) => [
    name,
    Object.fromEntries(Object.entries({ command: null, entrypoint: null, ...service }).sort(byName)),
  ])
  const networks = Object.entries(model.networks ?? {}).map(([key, network]) => [
    key,
    { ...network, ipam: network['ipam'] ?? {} },
  ])
  return {
    name: model.name,
    ...(networks.length > 0 ? { networks: Object.fromEntries(networks) } : {}),
    services: Object.fromEntries(services),
    ...(model.volumes ? { volumes: model.volumes } : {}),
  }
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === '' || value === false) return true
  return typeof value === 'object' && Object.keys(value).length === 0
}
