// One service of a compose file: its short forms written out, what is not modelled refused.
import type { ComposePort, ComposeService, ServiceNetwork } from './model.ts'
import { parsePublish } from '../container/ports.ts'

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

const KNOWN: ReadonlySet<string> = new Set(
  (
    'image command entrypoint container_name hostname environment ports expose volumes networks network_mode depends_on restart cap_add ' +
    'cap_drop privileged sysctls dns extra_hosts labels user working_dir tty stdin_open scale deploy'
  ).split(' '),
)
/** Docker Compose has them, vethlab has not. */
const LACKING: ReadonlySet<string> = new Set(
  (
    'build configs secrets healthcheck env_file profiles ulimits tmpfs pid ipc links external_links logging devices ' +
    'security_opt stop_signal stop_grace_period init read_only mem_limit cpus dns_search dns_opt domainname mac_address pull_policy ' +
    'platform extends develop shm_size group_add annotations'
  ).split(' '),
)

export function map(value: Json | undefined): Record<string, Json> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? { ...(value as Record<string, Json>) }
    : {}
}

export function list(value: Json | undefined): readonly Json[] {
  if (Array.isArray(value)) return value as readonly Json[]
  return value === undefined || value === null ? [] : [value]
}

export function strings(value: Json | undefined): string[] {
  return list(value).map(String)
}

/** A map or a list of `key=value`, as text. */
export function pairs(value: Json | undefined): Record<string, string> {
  if (!Array.isArray(value))
    return Object.fromEntries(Object.entries(map(value)).map(([key, item]) => [key, String(item ?? '')]))
  return Object.fromEntries(
    strings(value).map((text) => {
      const at = text.indexOf('=')
      return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
    }),
  )
}

/** `file`: of what a complaint is. */
export function readService(file: string, name: string, value: Json): ComposeService | string {
  const service = map(value)
  for (const key of Object.keys(service)) {
    if (LACKING.has(key)) return `services.${name}.${key} is not supported in vethlab`
    if (!KNOWN.has(key) && !key.startsWith('x-')) {
      return `validating ${file}: services.${name} additional properties '${key}' not allowed`
    }
  }
  const { image } = service
  if (typeof image !== 'string')
    return `service "${name}" has neither an image nor a build context specified: invalid compose project`
  const ports = readPorts(service['ports'])
  if (typeof ports === 'string') return ports
  const text = (key: string) =>
    typeof service[key] === 'string' || typeof service[key] === 'number' ? String(service[key]) : ''
  const mode = text('network_mode')
  const deploy = map(service['deploy'])
  const other = Object.keys(deploy).find((key) => key !== 'replicas')
  if (other !== undefined) return `services.${name}.deploy.${other} is not supported in vethlab`
  return {
    name,
    image,
    command: words(service['command']),
    entrypoint: words(service['entrypoint']),
    container_name: text('container_name') === '' ? null : text('container_name'),
    hostname: text('hostname'),
    environment: pairs(service['environment']),
    ports,
    expose: strings(service['expose']),
    volumes: strings(service['volumes']),
    networks: mode === '' ? readAttached(service['networks']) : null,
    network_mode: mode === '' ? null : mode,
    depends_on: Array.isArray(service['depends_on'])
      ? strings(service['depends_on'])
      : Object.keys(map(service['depends_on'])),
    restart: text('restart'),
    cap_add: strings(service['cap_add']),
    cap_drop: strings(service['cap_drop']),
    privileged: service['privileged'] === true,
    sysctls: pairs(service['sysctls']),
    dns: strings(service['dns']),
    extra_hosts: strings(service['extra_hosts']).map((entry) => entry.replace('=', ':')),
    labels: pairs(service['labels']),
    user: text('user'),
    working_dir: text('working_dir'),
    tty: service['tty'] === true,
    stdin_open: service['stdin_open'] === true,
    scale: text('scale') === '' ? null : Number(text('scale')),
    deploy: 'replicas' in deploy ? { replicas: Number(deploy['replicas']) } : null,
  }
}

/** A line is split as a shell does it, without any of its other meanings. */
export function words(value: Json | undefined): readonly string[] | null {
  if (value === undefined || value === null) return null
  if (typeof value !== 'string') return strings(value)
  const found = value.match(/(?:"(?:[^"\\]|\\.)*"|'[^']*'|\\.|[^\s"'\\])+/g) ?? []
  return found.map((word) =>
    word.replace(
      /"((?:[^"\\]|\\.)*)"|'([^']*)'|\\(.)/g,
      (_, double?: string, single?: string, escaped?: string) =>
        double?.replace(/\\(["\\$`])/g, '$1') ?? single ?? escaped ?? '',
    ),
  )
}

/** The one that comes first is the container's own, on its first interface. */
function readAttached(value: Json | undefined): Record<string, ServiceNetwork | null> {
  if (value === undefined || value === null) return { default: null }
  if (Array.isArray(value))
    return Object.fromEntries(
      strings(value)
        .sort()
        .map((name) => [name, null]),
    )
  const priority = (item: Json): number => Number(map(item)['priority'] ?? 0)
  const entries = Object.entries(map(value)).sort(
    ([a, one], [b, other]) => priority(other) - priority(one) || (a < b ? -1 : 1),
  )
  return Object.fromEntries(
    entries.map(([name, item]) => {
      const { aliases, ipv4_address: address, mac_address: mac, priority: rank } = map(item)
      if (item === null) return [name, null]
      return [
        name,
        {
          ...(aliases === undefined ? {} : { aliases: strings(aliases) }),
          ...(address === undefined ? {} : { ipv4_address: String(address) }),
          ...(mac === undefined ? {} : { mac_address: String(mac) }),
          ...(rank === undefined ? {} : { priority: Number(rank) }),
        },
      ]
    }),
  )
}

function readPorts(value: Json | undefined): ComposePort[] | string {
  const ports: ComposePort[] = []
  for (const item of list(value)) {
    if (typeof item === 'object' && item !== null) {
      const { target, published, protocol, host_ip: ip } = map(item)
      ports.push({
        mode: 'ingress',
        ...(ip === undefined ? {} : { host_ip: String(ip) }),
        target: Number(target),
        ...(published === undefined ? {} : { published: String(published) }),
        protocol: protocol === undefined ? 'tcp' : String(protocol),
      })
      continue
    }
    const parsed = parsePublish([String(item)])
    if (typeof parsed === 'string') return parsed
    for (const [key, bindings] of Object.entries(parsed.bindings)) {
      const [target = '', protocol = 'tcp'] = key.split('/')
      for (const { HostIp, HostPort } of bindings) {
        ports.push({
          mode: 'ingress',
          ...(HostIp === '' ? {} : { host_ip: HostIp }),
          target: Number(target),
          ...(HostPort === '' ? {} : { published: HostPort }),
          protocol,
        })
      }
    }
  }
  return ports
}
