// A compose file as the commands work with it: every short form written out. (Compose Specification)

export interface ComposePort {
  readonly mode: 'ingress' | 'host'
  readonly host_ip?: string
  readonly target: number
  readonly published?: string
  readonly protocol: string
}

export interface ServiceNetwork {
  readonly aliases?: readonly string[]
  readonly ipv4_address?: string
  readonly mac_address?: string
  /** The higher come first. */
  readonly priority?: number
}

export interface ComposeService {
  readonly name: string
  readonly image: string
  readonly command: readonly string[] | null
  readonly entrypoint: readonly string[] | null
  readonly container_name: string | null
  readonly hostname: string
  readonly environment: Readonly<Record<string, string | null>>
  readonly ports: readonly ComposePort[]
  readonly expose: readonly string[]
  readonly volumes: readonly string[]
  /** By the file's own names for them; null: what `network_mode` says. */
  readonly networks: Readonly<Record<string, ServiceNetwork | null>> | null
  readonly network_mode: string | null
  readonly depends_on: readonly string[]
  readonly restart: string
  readonly cap_add: readonly string[]
  readonly cap_drop: readonly string[]
  readonly privileged: boolean
  readonly sysctls: Readonly<Record<string, string>>
  readonly dns: readonly string[]
  readonly extra_hosts: readonly string[]
  readonly labels: Readonly<Record<string, string>>
  readonly user: string
  readonly working_dir: string
  readonly tty: boolean
  readonly stdin_open: boolean
  readonly scale: number | null
  readonly deploy: { readonly replicas: number } | null
}

export interface ComposeNetwork {
  /** As Docker knows it. */
  readonly name: string
  readonly external: boolean
  readonly driver: string | null
  readonly driver_opts: Readonly<Record<string, string>>
  readonly internal: boolean
  readonly subnets: readonly {
    readonly subnet?: string
    readonly gateway?: string
    readonly ip_range?: string
  }[]
}

export interface Project {
  readonly name: string
  readonly file: string
  readonly directory: string
  /** By name. */
  readonly services: readonly ComposeService[]
  readonly networks: Readonly<Record<string, ComposeNetwork>>
  readonly volumes: readonly string[]
  /** The file as it stands, for `config`. */
  readonly source: unknown
}

/** How many containers a service is to have. */
export function replicasOf({ scale, deploy }: ComposeService): number {
  return scale ?? deploy?.replicas ?? 1
}

/** Those needed first come first, the others by name; the words of what is wrong. */
export function inOrder(services: readonly ComposeService[]): ComposeService[] | string {
  const ordered: ComposeService[] = []
  const visiting = new Set<string>()
  const visit = (service: ComposeService): string | null => {
    if (ordered.includes(service)) return null
    if (visiting.has(service.name))
      return `dependency cycle detected: ${[...visiting, service.name].join(' -> ')}`
    visiting.add(service.name)
    for (const name of [...service.depends_on].sort()) {
      const other = services.find((candidate) => candidate.name === name)
      const wrong = other ? visit(other) : null
      if (wrong !== null) return wrong
    }
    visiting.delete(service.name)
    ordered.push(service)
    return null
  }
  for (const service of services) {
    const wrong = visit(service)
    if (wrong !== null) return wrong
  }
  return ordered
}

/** Compose begins all at once whose needs are met: those that need nothing come first, then those that need them alone. */
export function byDepth(ordered: readonly ComposeService[]): ComposeService[] {
  const depths = new Map<string, number>()
  for (const { name, depends_on: needed } of ordered)
    depths.set(name, Math.max(-1, ...needed.map((other) => depths.get(other) ?? -1)) + 1)
  return [...ordered].sort(
    (a, b) => (depths.get(a.name) ?? 0) - (depths.get(b.name) ?? 0) || (a.name < b.name ? -1 : 1),
  )
}
