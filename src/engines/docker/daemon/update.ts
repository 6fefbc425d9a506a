// POST /containers/{id}/update. Ref: moby daemon/update.go, container/container_unix.go:UpdateContainer()
import type { HostConfig } from '../api/container.ts'
import { invalidParameter, systemError, type ApiError } from '../libnetwork/apiError.ts'
import type { Container } from './container.ts'
import { resourceError, restartPolicyError } from './verify.ts'

export function updateContainer(container: Container, body: Partial<HostConfig>): ApiError | null {
  const { hostConfig } = container
  const { RestartPolicy: policy, PidsLimit = null } = body
  const resources = {
    Memory: body.Memory ?? 0,
    MemorySwap: body.MemorySwap ?? 0,
    MemoryReservation: body.MemoryReservation ?? 0,
    NanoCpus: body.NanoCpus ?? 0,
    CpuPeriod: body.CpuPeriod ?? 0,
    CpuQuota: body.CpuQuota ?? 0,
    CpuShares: body.CpuShares ?? 0,
  }
  const wrong = resourceError(resources, true)
  if (wrong !== null) return invalidParameter(wrong)
  if (policy && policy.Name !== '') {
    const refused = restartPolicyError({ RestartPolicy: policy, AutoRemove: hostConfig.AutoRemove })
    if (refused !== null) return invalidParameter(refused)
  }
  const clash = conflicting(hostConfig, resources)
  if (clash !== null) return systemError(`Cannot update container ${container.id}: ${clash}`)
  if (policy && policy.Name !== '') hostConfig.RestartPolicy = policy
  // What is not said stays as it is.
  for (const [name, value] of Object.entries(resources) as [keyof typeof resources, number][])
    if (value !== 0) hostConfig[name] = value
  if (PidsLimit !== null) {
    hostConfig.PidsLimit = PidsLimit
    container.shim?.limitProcesses(PidsLimit)
  }
  return null
}

type Resources = Pick<HostConfig, 'Memory' | 'MemorySwap' | 'NanoCpus' | 'CpuPeriod' | 'CpuQuota'>

/** With what it has already. */
function conflicting(
  now: HostConfig,
  { Memory, MemorySwap, NanoCpus, CpuPeriod, CpuQuota }: Resources,
): string | null {
  const taken = (what: string, by: string) =>
    `Conflicting options: ${what} cannot be updated as ${by} has already been set`
  if (NanoCpus > 0 && now.CpuPeriod > 0) return taken('NanoCPUs', 'CPU Period')
  if (NanoCpus > 0 && now.CpuQuota > 0) return taken('NanoCPUs', 'CPU Quota')
  if (CpuPeriod !== 0 && now.NanoCpus > 0) return taken('CPU Period', 'NanoCPUs')
  if (CpuQuota !== 0 && now.NanoCpus > 0) return taken('CPU Quota', 'NanoCPUs')
  if (Memory > 0 && MemorySwap === 0 && Memory > now.MemorySwap)
    return 'Memory limit should be smaller than already set memoryswap limit, update the memoryswap at the same time'
  return null
}
