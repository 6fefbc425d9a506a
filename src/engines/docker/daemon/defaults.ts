// A container's configuration where a client leaves it out. Ref: moby daemon/container.go, api/types/container/hostconfig.go
import type { ContainerConfig, HostConfig } from '../api/container.ts'
import { MASKED_PATHS, READONLY_PATHS } from './runtime/rootfs.ts'

export const DEFAULT_CONFIG: ContainerConfig = {
  Hostname: '',
  Domainname: '',
  User: '',
  AttachStdin: false,
  AttachStdout: false,
  AttachStderr: false,
  Tty: false,
  OpenStdin: false,
  StdinOnce: false,
  Env: null,
  Cmd: null,
  Image: '',
  Volumes: null,
  WorkingDir: '',
  Entrypoint: null,
  OnBuild: null,
  Labels: {},
}

export const DEFAULT_HOST_CONFIG: HostConfig = {
  Binds: null,
  ContainerIDFile: '',
  LogConfig: { Type: 'json-file', Config: {} },
  NetworkMode: 'bridge',
  PortBindings: {},
  RestartPolicy: { Name: 'no', MaximumRetryCount: 0 },
  AutoRemove: false,
  VolumeDriver: '',
  VolumesFrom: null,
  ConsoleSize: [0, 0],
  CapAdd: null,
  CapDrop: null,
  CgroupnsMode: 'host',
  Dns: [],
  DnsOptions: [],
  DnsSearch: [],
  ExtraHosts: null,
  GroupAdd: null,
  IpcMode: 'private',
  Cgroup: '',
  Links: null,
  OomScoreAdj: 0,
  PidMode: '',
  Privileged: false,
  PublishAllPorts: false,
  ReadonlyRootfs: false,
  SecurityOpt: null,
  UTSMode: '',
  UsernsMode: '',
  ShmSize: 67108864,
  Runtime: 'runc',
  Isolation: '',
  CpuShares: 0,
  Memory: 0,
  NanoCpus: 0,
  CgroupParent: '',
  BlkioWeight: 0,
  BlkioWeightDevice: [],
  BlkioDeviceReadBps: [],
  BlkioDeviceWriteBps: [],
  BlkioDeviceReadIOps: [],
  BlkioDeviceWriteIOps: [],
  CpuPeriod: 0,
  CpuQuota: 0,
  CpuRealtimePeriod: 0,
  CpuRealtimeRuntime: 0,
  CpusetCpus: '',
  CpusetMems: '',
  Devices: [],
  DeviceCgroupRules: null,
  DeviceRequests: null,
  MemoryReservation: 0,
  MemorySwap: 0,
  MemorySwappiness: null,
  OomKillDisable: false,
  PidsLimit: null,
  Ulimits: [],
  CpuCount: 0,
  CpuPercent: 0,
  IOMaximumIOps: 0,
  IOMaximumBandwidth: 0,
  MaskedPaths: MASKED_PATHS,
  ReadonlyPaths: READONLY_PATHS,
}

/** The client's members over the defaults, in the order of Docker's types. */
export function overDefaults<T extends object>(defaults: T, given: Partial<T>, order: readonly string[]): T {
  const all: Record<string, unknown> = Object.fromEntries(Object.entries(defaults))
  for (const [key, value] of Object.entries(given)) if (value !== undefined) all[key] = value
  const known = [...Object.keys(defaults), ...order]
  const sorted = [...new Set(order.length > 0 ? order : known)]
  return Object.fromEntries(sorted.flatMap((key) => (key in all ? [[key, all[key]]] : []))) as T
}

/** Where members that may be absent stand among the others. */
export const CONFIG_ORDER =
  'Hostname Domainname User AttachStdin AttachStdout AttachStderr ExposedPorts Tty OpenStdin StdinOnce Env Cmd Healthcheck Image Volumes WorkingDir Entrypoint OnBuild Labels StopSignal StopTimeout'.split(
    ' ',
  )
export const HOST_CONFIG_ORDER = orderOf(
  Object.keys(DEFAULT_HOST_CONFIG),
  ['ConsoleSize', 'Annotations', 'Mounts'],
  ['SecurityOpt', 'StorageOpt', 'Tmpfs'],
  ['ShmSize', 'Sysctls'],
  ['ReadonlyPaths', 'Init'],
)

/** Names with others put behind the first of each group. */
function orderOf(names: readonly string[], ...groups: readonly (readonly string[])[]): readonly string[] {
  const behind = new Map(groups.map(([first = '', ...others]) => [first, others]))
  return names.flatMap((name) => [name, ...(behind.get(name) ?? [])])
}
