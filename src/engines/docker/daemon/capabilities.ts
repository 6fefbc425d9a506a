// Capabilities as Docker names them, and those a container has. Ref: moby oci/caps/utils.go, defaults.go
import type { HostConfig } from '../api/container.ts'

export const ALL_CAPABILITIES = (
  'CHOWN DAC_OVERRIDE DAC_READ_SEARCH FOWNER FSETID KILL SETGID SETUID SETPCAP LINUX_IMMUTABLE NET_BIND_SERVICE NET_BROADCAST ' +
  'NET_ADMIN NET_RAW IPC_LOCK IPC_OWNER SYS_MODULE SYS_RAWIO SYS_CHROOT SYS_PTRACE SYS_PACCT SYS_ADMIN SYS_BOOT SYS_NICE ' +
  'SYS_RESOURCE SYS_TIME SYS_TTY_CONFIG MKNOD LEASE AUDIT_WRITE AUDIT_CONTROL SETFCAP MAC_OVERRIDE MAC_ADMIN SYSLOG WAKE_ALARM ' +
  'BLOCK_SUSPEND AUDIT_READ PERFMON BPF CHECKPOINT_RESTORE'
).split(' ')

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
      if (normal(name) !== 'ALL' && !ALL_CAPABILITIES.includes(normal(name))) {
        return `invalid ${what}: unknown capability: "CAP_${normal(name)}"`
      }
    }
  }
  return null
}

export function capabilitiesOf({ CapAdd, CapDrop, Privileged }: HostConfig): ReadonlySet<string> {
  if (Privileged) return new Set(ALL_CAPABILITIES)
  const add = (CapAdd ?? []).map(normal)
  const drop = new Set((CapDrop ?? []).map(normal))
  const base = add.includes('ALL') ? ALL_CAPABILITIES : drop.has('ALL') ? [] : DEFAULT_CAPABILITIES
  return new Set([...base.filter((name) => !drop.has(name)), ...add.filter((name) => name !== 'ALL')])
}
