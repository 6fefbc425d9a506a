// Capabilities as Docker names them; what a container's processes may do and have. Ref: moby oci/caps/utils.go, defaults.go
import { CAPABILITIES } from '../../../uapi/capability.ts'
import { isResource, type Limit, type Resource } from '../../../uapi/resource.ts'
import type { HostConfig } from '../api/container.ts'
import type { Privileges } from './runtime/spec.ts'

const DEFAULT_CAPABILITIES =
  'CHOWN DAC_OVERRIDE FSETID FOWNER MKNOD NET_RAW SETGID SETUID SETFCAP SETPCAP NET_BIND_SERVICE SYS_CHROOT KILL AUDIT_WRITE'.split(
    ' ',
  )

function normal(name: string): string {
  return name.toUpperCase().replace(/^CAP_/, '')
}

export function capabilityError({ CapAdd, CapDrop }: Pick<HostConfig, 'CapAdd' | 'CapDrop'>): string | null {
  for (const [what, names] of [
    ['CapAdd', CapAdd],
    ['CapDrop', CapDrop],
  ] as const) {
    for (const name of names ?? []) {
      if (normal(name) !== 'ALL' && !CAPABILITIES.includes(normal(name))) {
        return `invalid ${what}: unknown capability: "CAP_${normal(name)}"`
      }
    }
  }
  return null
}

export function privilegesOf(host: HostConfig): Privileges {
  return {
    capabilities: capabilitiesOf(host),
    noNewPrivileges: (host.SecurityOpt ?? []).some((option) =>
      /^no-new-privileges(?:[=:]true)?$/.test(option),
    ),
    limits: host.Ulimits.flatMap(({ Name, Soft, Hard }): [Resource, Limit][] =>
      isResource(Name) ? [[Name, { soft: limitOf(Soft), hard: limitOf(Hard) }]] : [],
    ),
  }
}

function limitOf(value: number): number {
  return value < 0 ? Infinity : value
}

function capabilitiesOf({ CapAdd, CapDrop, Privileged }: HostConfig): ReadonlySet<string> {
  if (Privileged) return new Set(CAPABILITIES)
  const add = (CapAdd ?? []).map(normal)
  const drop = new Set((CapDrop ?? []).map(normal))
  const base = add.includes('ALL') ? CAPABILITIES : drop.has('ALL') ? [] : DEFAULT_CAPABILITIES
  return new Set([...base.filter((name) => !drop.has(name)), ...add.filter((name) => name !== 'ALL')])
}
