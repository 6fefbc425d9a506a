// Images, volumes and the daemon itself in the Engine API 1.51. (Ref: moby api/types)
import type { SwarmInfo } from './swarm.ts'

export interface ImageConfig {
  readonly Cmd: readonly string[] | null
  readonly Entrypoint: readonly string[] | null
  readonly Env: readonly string[] | null
  readonly ExposedPorts?: Readonly<Record<string, object>>
  readonly Labels: Readonly<Record<string, string>> | null
  readonly OnBuild: null
  readonly StopSignal?: string
  readonly User: string
  readonly Volumes: Readonly<Record<string, object>> | null
  readonly WorkingDir: string
}

/** GET /images/{name}/json. */
export interface ImageInspect {
  readonly Id: string
  readonly RepoTags: readonly string[]
  readonly RepoDigests: readonly string[]
  readonly Parent: string
  readonly Comment: string
  readonly Created: string
  readonly DockerVersion: string
  readonly Author: string
  readonly Architecture: string
  readonly Os: string
  readonly Size: number
  readonly GraphDriver: { readonly Data: Readonly<Record<string, string>>; readonly Name: string }
  readonly RootFS: { readonly Type: string; readonly Layers: readonly string[] }
  readonly Metadata: { readonly LastTagTime: string }
  readonly Config: ImageConfig
}

/** GET /images/json. */
export interface ImageSummary {
  readonly Containers: number
  readonly Created: number
  readonly Id: string
  readonly Labels: Readonly<Record<string, string>> | null
  readonly ParentId: string
  readonly RepoDigests: readonly string[]
  readonly RepoTags: readonly string[]
  readonly SharedSize: number
  readonly Size: number
}

/** DELETE /images/{name}. */
export type ImageDeleted = { readonly Untagged: string } | { readonly Deleted: string }

/** GET /images/{name}/history. */
export interface ImageHistory {
  readonly Comment: string
  readonly Created: number
  readonly CreatedBy: string
  readonly Id: string
  readonly Size: number
  readonly Tags: readonly string[] | null
}

export interface Volume {
  readonly CreatedAt: string
  readonly Driver: string
  readonly Labels: Readonly<Record<string, string>> | null
  readonly Mountpoint: string
  readonly Name: string
  readonly Options: Readonly<Record<string, string>> | null
  readonly Scope: string
}

/** GET /events. */
export interface EventMessage {
  readonly status?: string
  readonly id?: string
  readonly from?: string
  readonly Type: string
  readonly Action: string
  readonly Actor: { readonly ID: string; readonly Attributes: Readonly<Record<string, string>> }
  readonly scope: string
  readonly time: number
  readonly timeNano: number
}

/** GET /info, as far as `docker info` shows it. */
export interface SystemInfo {
  readonly ID: string
  readonly Containers: number
  readonly ContainersRunning: number
  readonly ContainersPaused: number
  readonly ContainersStopped: number
  readonly Images: number
  readonly Driver: string
  readonly DriverStatus: readonly (readonly [string, string])[]
  readonly Plugins: {
    readonly Volume: readonly string[]
    readonly Network: readonly string[]
    readonly Authorization: null
    readonly Log: readonly string[]
  }
  readonly MemoryLimit: boolean
  readonly SwapLimit: boolean
  readonly CpuCfsPeriod: boolean
  readonly CpuCfsQuota: boolean
  readonly CPUShares: boolean
  readonly CPUSet: boolean
  readonly PidsLimit: boolean
  readonly IPv4Forwarding: boolean
  readonly Debug: boolean
  readonly NFd: number
  readonly OomKillDisable: boolean
  readonly NGoroutines: number
  readonly SystemTime: string
  readonly LoggingDriver: string
  readonly CgroupDriver: string
  readonly CgroupVersion: string
  readonly NEventsListener: number
  readonly KernelVersion: string
  readonly OperatingSystem: string
  readonly OSVersion: string
  readonly OSType: string
  readonly Architecture: string
  readonly IndexServerAddress: string
  readonly RegistryConfig: { readonly InsecureRegistryCIDRs: readonly string[] }
  readonly NCPU: number
  readonly MemTotal: number
  readonly GenericResources: null
  readonly DockerRootDir: string
  readonly HttpProxy: string
  readonly HttpsProxy: string
  readonly NoProxy: string
  readonly Name: string
  readonly Labels: readonly string[]
  readonly ExperimentalBuild: boolean
  readonly ServerVersion: string
  readonly Runtimes: Readonly<Record<string, object>>
  readonly DefaultRuntime: string
  readonly Swarm: SwarmInfo
  readonly LiveRestoreEnabled: boolean
  readonly Isolation: string
  readonly InitBinary: string
  readonly ContainerdCommit: { readonly ID: string }
  readonly RuncCommit: { readonly ID: string }
  readonly InitCommit: { readonly ID: string }
  readonly DefaultAddressPools?: readonly { readonly Base: string; readonly Size: number }[]
  readonly SecurityOptions: readonly string[]
  readonly CDISpecDirs: readonly string[]
  readonly Warnings: readonly string[]
}

export interface DiskUsage {
  readonly LayersSize: number
  readonly Images: readonly ImageSummary[]
  readonly Volumes: readonly (Volume & {
    readonly UsageData: { readonly RefCount: number; readonly Size: number }
  })[]
}
