// Finds a project's file and reads it. Ref: compose-go loader
import { parseDocument, type YAMLParseError } from 'yaml'
import { isErrno } from '../../../../uapi/errno.ts'
import type { DockerCli } from '../lib/cli.ts'
import type { ParsedFlags } from '../lib/flags.ts'
import { formatRfc3339 } from '../lib/time.ts'
import type { ComposeNetwork, Project } from './model.ts'
import { interpolate } from './interpolate.ts'
import { list, map, pairs, readService, type Json } from './service.ts'

const FILES = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml']

/** The words of what is wrong, or the project. */
export function loadProject(cli: DockerCli, flags: ParsedFlags): Project | string {
  const found = findFile(cli, flags)
  if (typeof found === 'string') return found
  const { path, text } = found
  const document = parseDocument(text)
  const [error] = document.errors
  if (error) return yamlError(error)
  const source = interpolate(document.toJS() as Json, cli.p.env)
  if (typeof source === 'string') return source
  const top = map(source.value)
  const { path: file } = found
  if ('version' in top) {
    const words = `${file}: the attribute \`version\` is obsolete, it will be ignored, please remove it to avoid potential confusion`
    cli.err(`time="${formatRfc3339(cli.now())}" level=warning msg=${JSON.stringify(words)}\n`)
  }
  const services = map(top['services'])
  if (Object.keys(services).length === 0) return 'no service selected'
  const directory = path.slice(0, path.lastIndexOf('/')) || '/'
  const name = projectName(cli, flags, top['name'], directory)
  const read = []
  for (const key of Object.keys(services).sort()) {
    const service = readService(path, key, services[key] ?? null)
    if (typeof service === 'string') return service
    read.push(service)
  }
  for (const service of read) {
    for (const needed of service.depends_on) {
      if (!read.some((other) => other.name === needed)) {
        return `service "${service.name}" depends on undefined service "${needed}": invalid compose project`
      }
    }
    for (const network of Object.keys(service.networks ?? {})) {
      if (network !== 'default' && !(network in map(top['networks']))) {
        return `service "${service.name}" refers to undefined network ${network}: invalid compose project`
      }
    }
  }
  return {
    name,
    file: path,
    directory,
    services: read,
    networks: readNetworks(
      name,
      map(top['networks']),
      read.some(({ networks }) => networks !== null && 'default' in networks),
    ),
    volumes: Object.keys(map(top['volumes'])),
    source: source.value,
  }
}

/** The words of go-yaml, where they are known. */
export function yamlError({ message, code, linePos }: YAMLParseError): string {
  const line = linePos?.[0].line ?? 0
  if (code === 'MISSING_CHAR' || /Implicit map keys need to be followed by map values/.test(message))
    return `yaml: line ${line}: could not find expected ':'`
  if (code === 'TAB_AS_INDENT') return `yaml: line ${line}: found character that cannot start any token`
  if (code === 'BAD_INDENT') return `yaml: line ${line}: did not find expected key`
  return `yaml: ${message.split('\n')[0] ?? ''}`
}

function findFile(
  cli: DockerCli,
  flags: ParsedFlags,
): { readonly path: string; readonly text: string } | string {
  const { fs } = cli.p
  const given = flags.list('file')
  if (given.length > 1) return 'more than one --file is not supported in vethlab'
  const [file] = given
  if (file !== undefined) {
    const path = fs.realpath(file)
    const text = fs.readText(path)
    if (isErrno(text)) return `open ${path}: ${text.text.charAt(0).toLowerCase()}${text.text.slice(1)}`
    return { path, text }
  }
  for (let directory = fs.cwd(); ; directory = directory.slice(0, directory.lastIndexOf('/'))) {
    for (const name of FILES) {
      const path = `${directory === '/' ? '' : directory}/${name}`
      const text = fs.readText(path)
      if (!isErrno(text)) return { path, text }
    }
    if (directory === '' || directory === '/') return 'no configuration file provided: not found'
  }
}

export function projectName(
  cli: DockerCli,
  flags: ParsedFlags,
  named: Json | undefined,
  directory: string,
): string {
  const own = flags.string('project-name', cli.p.env.get('COMPOSE_PROJECT_NAME') ?? '')
  if (own !== '') return own
  const base = typeof named === 'string' ? named : (directory.split('/').at(-1) ?? '')
  return base
    .toLowerCase()
    .replace(/[^-_a-z0-9]/g, '')
    .replace(/^[-_]+/, '')
}

function readNetworks(
  project: string,
  networks: Record<string, Json>,
  usesDefault: boolean,
): Record<string, ComposeNetwork> {
  const all: Record<string, Json> = { ...(usesDefault ? { default: null } : {}), ...networks }
  return Object.fromEntries(
    Object.entries(all).map(([key, value]) => {
      const network = map(value)
      const external = network['external'] === true
      const given = network['name']
      const ipam = map(network['ipam'])
      return [
        key,
        {
          name: typeof given === 'string' ? given : external ? key : `${project}_${key}`,
          external,
          driver: typeof network['driver'] === 'string' ? network['driver'] : null,
          driver_opts: pairs(network['driver_opts']),
          internal: network['internal'] === true,
          subnets: list(ipam['config']).map((config) => pairs(config)),
        },
      ]
    }),
  )
}
