// Containers of the Engine API 1.51 as values, named and ordered as in its JSON. (Ref: moby api/types/container)
import type { EndpointSettings, NetworkSettings, PortMap } from '../libnetwork/types.ts'

export interface HealthConfig {
  readonly Test?: readonly string[]
  readonly Interval?: number
  readonly Timeout?: number
  readonly StartPeriod?: number
  readonly StartInterval?: number
  readonly Retries?: number
}

export interface ContainerConfig {
  Hostname: string
  Domainname: string
  User: string
  AttachStdin: boolean
  AttachStdout: boolean
  AttachStderr: boolean
  ExposedPorts?: Readonly<Record<string, object>>
  Tty: boolean
  OpenStdin: boolean
  StdinOnce: boolean
  Env: readonly string[] | null
  Cmd: readonly string[] | null
  Healthcheck?: HealthConfig
  Image: string
  Volumes: Readonly<Record<string, object>> | null
  WorkingDir: string
  Entrypoint: readonly string[] | null
  OnBuild: null
  Labels: Readonly<Record<string, string>> | null
  StopSignal?: string
  StopTimeout?: number
}

export interface RestartPolicy {
  readonly Name: string
  readonly MaximumRetryCount: number
}

export interface Mount {
  readonly Type: 'bind' | 'volume' | 'tmpfs'
  readonly Source?: string
  readonly Target: string
  readonly ReadOnly?: boolean
  readonly TmpfsOptions?: { readonly SizeBytes?: number; readonly Mode?: number }
}

export interface Ulimit {
  readonly Name: string
  readonly Hard: number
  readonly Soft: number
}

export interface DeviceRequest {
  readonly Driver: string
  readonly Count: number
  readonly DeviceIDs: readonly string[] | null
  readonly Capabilities: readonly (readonly string[])[]
  readonly Options: Readonly<Record<string, string>>
}

export interface HostConfig {
  Binds: readonly string[] | null
  ContainerIDFile: string
  LogConfig: { readonly Type: string; readonly Config: Readonly<Record<string, string>> }
  NetworkMode: string
  PortBindings: PortMap
  RestartPolicy: RestartPolicy
  AutoRemove: boolean
  VolumeDriver: string
  VolumesFrom: readonly string[] | null
  ConsoleSize: readonly [number, number]
  Annotations?: Readonly<Record<string, string>>
  Mounts?: readonly Mount[]
  CapAdd: readonly string[] | null
  CapDrop: readonly string[] | null
  CgroupnsMode: string
  Dns: readonly string[]
  DnsOptions: readonly string[]
  DnsSearch: readonly string[]
  ExtraHosts: readonly string[] | null
  GroupAdd: readonly string[] | null
  IpcMode: string
  Cgroup: string
  Links: readonly string[] | null
  OomScoreAdj: number
  PidMode: string
  Privileged: boolean
  PublishAllPorts: boolean
  ReadonlyRootfs: boolean
  SecurityOpt: readonly string[] | null
  StorageOpt?: Readonly<Record<string, string>>
  Tmpfs?: Readonly<Record<string, string>>
  UTSMode: string
  UsernsMode: string
  ShmSize: number
  Sysctls?: Readonly<Record<string, string>>
  Runtime: string
  Isolation: string
  CpuShares: number
  Memory: number
  NanoCpus: number
  CgroupParent: string
  BlkioWeight: number
  BlkioWeightDevice: readonly unknown[]
  BlkioDeviceReadBps: readonly unknown[]
  BlkioDeviceWriteBps: readonly unknown[]
  BlkioDeviceReadIOps: readonly unknown[]
  BlkioDeviceWriteIOps: readonly unknown[]
  CpuPeriod: number
  CpuQuota: number
  CpuRealtimePeriod: number
  CpuRealtimeRuntime: number
  CpusetCpus: string
  CpusetMems: string
  Devices: readonly unknown[]
  DeviceCgroupRules: null
  DeviceRequests: readonly DeviceRequest[] | null
  MemoryReservation: number
  MemorySwap: number
  MemorySwappiness: number | null
  OomKillDisable: boolean
  PidsLimit: number | null
  Ulimits: readonly Ulimit[]
  CpuCount: number
  CpuPercent: number
  IOMaximumIOps: number
  IOMaximumBandwidth: number
  MaskedPaths: readonly string[] | null
  ReadonlyPaths: readonly string[] | null
  Init?: boolean
}

/** Body of POST /containers/create. */
export type ContainerCreate = Partial<ContainerConfig> & {
  readonly HostConfig?: Partial<HostConfig>
  readonly NetworkingConfig?: {
    readonly EndpointsConfig?: Readonly<Record<string, Partial<EndpointSettings> | null>> | null
  }
}

export interface HealthLog {
  readonly Start: string
  readonly End: string
  readonly ExitCode: number
  readonly Output: string
}

export interface Health {
  readonly Status: string
  readonly FailingStreak: number
  readonly Log: readonly HealthLog[]
}

export interface ContainerState {
  readonly Status: string
  readonly Running: boolean
  readonly Paused: boolean
  readonly Restarting: boolean
  readonly OOMKilled: boolean
  readonly Dead: boolean
  readonly Pid: number
  readonly ExitCode: number
  readonly Error: string
  readonly StartedAt: string
  readonly FinishedAt: string
  readonly Health?: Health
}

export interface MountPoint {
  readonly Type: string
  readonly Name?: string
  readonly Source: string
  readonly Destination: string
  readonly Driver?: string
  readonly Mode: string
  readonly RW: boolean
  readonly Propagation: string
}

/** GET /containers/{id}/json. */
export interface ContainerInspect {
  readonly Id: string
  readonly Created: string
  readonly Path: string
  readonly Args: readonly string[]
  readonly State: ContainerState
  readonly Image: string
  readonly ResolvConfPath: string
  readonly HostnamePath: string
  readonly HostsPath: string
  readonly LogPath: string
  readonly Name: string
  readonly RestartCount: number
  readonly Driver: string
  readonly Platform: string
  readonly MountLabel: string
  readonly ProcessLabel: string
  readonly AppArmorProfile: string
  readonly ExecIDs: readonly string[] | null
  readonly HostConfig: HostConfig
  readonly GraphDriver: { readonly Data: Readonly<Record<string, string>>; readonly Name: string }
  readonly SizeRw?: number
  readonly SizeRootFs?: number
  readonly Mounts: readonly MountPoint[]
  readonly Config: ContainerConfig
  readonly NetworkSettings: NetworkSettings
}

export interface SummaryPort {
  readonly IP?: string
  readonly PrivatePort: number
  readonly PublicPort?: number
  readonly Type: string
}

/** GET /containers/json. */
export interface ContainerSummary {
  readonly Id: string
  readonly Names: readonly string[]
  readonly Image: string
  readonly ImageID: string
  readonly Command: string
  readonly Created: number
  readonly Ports: readonly SummaryPort[]
  readonly SizeRw?: number
  readonly SizeRootFs?: number
  readonly Labels: Readonly<Record<string, string>>
  readonly State: string
  readonly Status: string
  readonly HostConfig: { readonly NetworkMode: string }
  readonly NetworkSettings: { readonly Networks: Readonly<Record<string, EndpointSettings>> }
  readonly Mounts: readonly MountPoint[]
}

/** Body of POST /containers/{id}/exec. */
export interface ExecCreate {
  readonly User?: string
  readonly Privileged?: boolean
  readonly Tty?: boolean
  readonly AttachStdin?: boolean
  readonly AttachStderr?: boolean
  readonly AttachStdout?: boolean
  readonly DetachKeys?: string
  readonly Env?: readonly string[] | null
  readonly WorkingDir?: string
  readonly Cmd: readonly string[]
}

/** GET /exec/{id}/json. */
export interface ExecInspect {
  readonly ID: string
  readonly Running: boolean
  readonly ExitCode: number | null
  readonly ProcessConfig: {
    readonly tty: boolean
    readonly entrypoint: string
    readonly arguments: readonly string[]
    readonly privileged: boolean
  }
  readonly OpenStdin: boolean
  readonly OpenStderr: boolean
  readonly OpenStdout: boolean
  readonly CanRemove: boolean
  readonly ContainerID: string
  readonly DetachKeys: string
  readonly Pid: number
}

/** GET /containers/{id}/top. */
export interface TopResponse {
  readonly Titles: readonly string[]
  readonly Processes: readonly (readonly string[])[]
}
