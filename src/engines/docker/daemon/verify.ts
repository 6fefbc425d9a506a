// What dockerd refuses of a container before it makes it. Ref: moby daemon/container.go:verifyContainerSettings()
import { SIGNALS } from '../../../uapi/signal.ts'
import type { ContainerConfig, HostConfig } from '../api/container.ts'
import { invalidParameter, type ApiError } from '../libnetwork/apiError.ts'
import { capabilityError } from './capabilities.ts'

const MINIMUM_MEMORY = 6 * 1024 * 1024
const POLICIES: ReadonlySet<string> = new Set(['', 'no', 'always', 'on-failure', 'unless-stopped'])
const CPUS = 2

export function verifyContainer(config: ContainerConfig, host: HostConfig): ApiError | null {
  const words =
    directoryError(config) ??
    healthError(config) ??
    tmpfsError(host) ??
    restartPolicyError(host) ??
    networkModeError(config, host) ??
    capabilityError(host) ??
    ipcError(host) ??
    logDriverError(host) ??
    resourceError(host) ??
    runtimeError(host) ??
    signalError(config) ??
    ulimitError(host) ??
    sysctlError(host)
  return words === null ? null : invalidParameter(words)
}

/** What is taken, and has less to it than was meant. */
export function warningsOf({
  NetworkMode,
  PortBindings,
  PublishAllPorts,
  OomKillDisable,
  Memory,
}: HostConfig): string[] {
  const warnings: string[] = []
  if (OomKillDisable === true && Memory === 0) {
    warnings.push(
      'OOM killer is disabled for the container, but no memory limit is set, this can result in the system running out of resources.',
    )
  }
  if (NetworkMode === 'host' && (PublishAllPorts || Object.keys(PortBindings).length > 0))
    warnings.push('Published ports are discarded when using host network mode')
  return warnings
}

export function restartPolicyError({
  RestartPolicy,
  AutoRemove,
}: Pick<HostConfig, 'RestartPolicy' | 'AutoRemove'>): string | null {
  const { Name, MaximumRetryCount } = RestartPolicy
  if (!POLICIES.has(Name)) {
    return `invalid restart policy: unknown policy '${Name}'; use one of 'no', 'always', 'on-failure', or 'unless-stopped'`
  }
  if (Name !== 'on-failure' && MaximumRetryCount !== 0) {
    const clause = MaximumRetryCount < 0 ? ' and cannot be negative' : ''
    return `invalid restart policy: maximum retry count can only be used with 'on-failure'${clause}`
  }
  if (MaximumRetryCount < 0) return 'invalid restart policy: maximum retry count cannot be negative'
  if (AutoRemove && Name !== '' && Name !== 'no')
    return "can't create 'AutoRemove' container with restart policy"
  return null
}

function directoryError({ WorkingDir }: ContainerConfig): string | null {
  if (WorkingDir === '' || WorkingDir.startsWith('/')) return null
  return `the working directory '${WorkingDir}' is invalid, it needs to be an absolute path`
}

const MILLISECOND = 1e6

/** Ref: moby daemon/container.go:validateHealthCheck() */
function healthError({ Healthcheck }: ContainerConfig): string | null {
  const limits: readonly (readonly [string, number | undefined])[] = [
    ['Interval', Healthcheck?.Interval],
    ['Timeout', Healthcheck?.Timeout],
    ['StartPeriod', Healthcheck?.StartPeriod],
    ['StartInterval', Healthcheck?.StartInterval],
  ]
  const short = limits.find(([, time = 0]) => time !== 0 && time < MILLISECOND)
  if (short) return `${short[0]} in Healthcheck cannot be less than 1ms`
  return (Healthcheck?.Retries ?? 0) < 0 ? 'Retries in Healthcheck cannot be negative' : null
}

const RUNTIMES: ReadonlySet<string> = new Set(['', 'runc', 'io.containerd.runc.v2'])

/** Ref: moby daemon/daemon_unix.go:verifyPlatformContainerSettings() */
function runtimeError({ Runtime, Isolation }: HostConfig): string | null {
  if (!RUNTIMES.has(Runtime)) return `unknown or invalid runtime name: ${Runtime}`
  if (Isolation === '' || Isolation === 'default') return null
  return `invalid isolation (${Isolation}): linux only supports 'default'`
}

const TMPFS_OPTIONS =
  /^(?:(?:no)?(?:exec|suid|dev|atime|diratime)|ro|rw|a?sync|(?:dir)?sync|remount|r?bind|(?:rel|strict)atime|r?(?:private|shared|slave|unbindable)|(?:mode|uid|gid|nr_inodes|nr_blocks|mpol|size)=.*|defaults)$/

/** Ref: moby volume/mounts/linux_parser.go, github.com/moby/sys/mount:MergeTmpfsOptions() */
function tmpfsError({ Tmpfs }: HostConfig): string | null {
  for (const [target, options] of Object.entries(Tmpfs ?? {})) {
    if (!target.startsWith('/')) return `invalid mount path: '${target}' mount path must be absolute`
    const wrong = options.split(',').find((option) => option !== '' && !TMPFS_OPTIONS.test(option))
    if (wrong !== undefined) return `invalid tmpfs option ${JSON.stringify(wrong)}`
  }
  return null
}

function networkModeError(config: ContainerConfig, host: HostConfig): string | null {
  const mode = host.NetworkMode
  const shares = mode.startsWith('container:')
  if (shares && mode === 'container:')
    return 'invalid network mode: invalid container format container:<name|id>'
  const links = (host.Links ?? []).length > 0
  if (!shares) {
    if (mode === 'host' && links)
      return "conflicting options: host type networking can't be used with links. This would result in undefined behavior"
    return null
  }
  if (config.Hostname !== '') return 'conflicting options: hostname and the network mode'
  if (links)
    return "conflicting options: container type network can't be used with links. This would result in undefined behavior"
  if (host.Dns.length > 0) return 'conflicting options: dns and the network mode'
  if ((host.ExtraHosts ?? []).length > 0)
    return 'conflicting options: custom host-to-IP mapping and the network mode'
  if (Object.keys(host.PortBindings).length > 0) {
    return 'conflicting options: port publishing and the container type network mode'
  }
  if (host.PublishAllPorts) return 'conflicting options: port publishing and the container type network mode'
  if (Object.keys(config.ExposedPorts ?? {}).length > 0) {
    return 'conflicting options: port exposing and the container type network mode'
  }
  return null
}

/** As `docker info` lists them. */
const LOG_DRIVERS: ReadonlySet<string> = new Set(
  ' none awslogs fluentd gelf journald json-file local splunk syslog'.split(' '),
)

/** Of the drivers that are here. Ref: moby daemon/logger/jsonfilelog/jsonfilelog.go:ValidateLogOpt(), local/config.go */
const LOG_OPTIONS: ReadonlyMap<string, readonly string[]> = new Map([
  ['json-file', 'max-file max-size compress labels labels-regex env env-regex tag'.split(' ')],
  ['local', 'max-file max-size compress'.split(' ')],
])
/** Of every driver. */
const COMMON_LOG_OPTIONS: ReadonlySet<string> = new Set(['mode', 'max-buffer-size'])

function logDriverError({ LogConfig: { Type, Config } }: HostConfig): string | null {
  if (!LOG_DRIVERS.has(Type)) return `error looking up logging plugin ${Type}: plugin "${Type}" not found`
  if (Type === 'none') return null
  const options = LOG_OPTIONS.get(Type === '' ? 'json-file' : Type)
  if (!options) return `logging driver ${Type} is not supported in vethlab`
  const unknown = Object.keys(Config).find((name) => !options.includes(name) && !COMMON_LOG_OPTIONS.has(name))
  return unknown === undefined ? null : `unknown log opt '${unknown}' for ${Type} log driver`
}

function ipcError({ IpcMode }: HostConfig): string | null {
  if (/^(?:|none|host|private|shareable|container:.+)$/.test(IpcMode)) return null
  return `invalid IPC mode: ${IpcMode}`
}

/** `update`: what is not said is there already. Ref: moby daemon/daemon_unix.go:verifyPlatformContainerResources() */
export function resourceError(
  host: Pick<
    HostConfig,
    'Memory' | 'MemorySwap' | 'MemoryReservation' | 'NanoCpus' | 'CpuPeriod' | 'CpuQuota' | 'CpuShares'
  >,
  update = false,
): string | null {
  const { Memory, MemorySwap, MemoryReservation, NanoCpus, CpuPeriod, CpuQuota, CpuShares } = host
  if (CpuShares < 0) return `invalid CPU shares (${CpuShares}): value must be a positive integer`
  if (Memory > 0 && Memory < MINIMUM_MEMORY) return 'Minimum memory limit allowed is 6MB'
  if (Memory > 0 && MemorySwap > 0 && MemorySwap < Memory)
    return 'Minimum memoryswap limit should be larger than memory limit, see usage'
  if (Memory === 0 && MemorySwap > 0 && !update)
    return 'You should always set the Memory limit when using Memoryswap limit, see usage'
  if (MemoryReservation > 0 && MemoryReservation < MINIMUM_MEMORY)
    return 'Minimum memory reservation allowed is 6MB'
  if (Memory > 0 && MemoryReservation > 0 && Memory < MemoryReservation)
    return 'Minimum memory limit can not be less than memory reservation limit, see usage'
  if (NanoCpus > 0 && CpuPeriod > 0) return 'Conflicting options: Nano CPUs and CPU Period cannot both be set'
  if (NanoCpus > 0 && CpuQuota > 0) return 'Conflicting options: Nano CPUs and CPU Quota cannot both be set'
  if (NanoCpus < 0 || NanoCpus > CPUS * 1e9) {
    return `range of CPUs is from 0.01 to ${CPUS}.00, as there are only ${CPUS} CPUs available`
  }
  return null
}

/** Those of an interface are its endpoint's. Ref: moby daemon/server/router/container:handleSysctlBC() */
function sysctlError({ Sysctls, NetworkMode }: HostConfig): string | null {
  if (NetworkMode === 'host') return null
  const name = Object.keys(Sysctls ?? {}).find((each) => /^net\.[^.]*\.[^.]*\.eth[^.]*\./.test(each))
  if (name === undefined) return null
  return `interface specific sysctl setting "${name}" must be supplied using driver option 'com.docker.network.endpoint.sysctls'`
}

/** Of those that nothing here would keep to. */
const UNFELT: ReadonlySet<string> = new Set(['cpu', 'data', 'fsize', 'as', 'rss'])

function ulimitError({ Ulimits }: HostConfig): string | null {
  const felt = Ulimits.find(({ Name, Soft }) => UNFELT.has(Name) && Soft >= 0)
  return felt === undefined ? null : `a ulimit of ${felt.Name} is not supported in vethlab`
}

function signalError({ StopSignal }: ContainerConfig): string | null {
  if (StopSignal === undefined || StopSignal === '') return null
  return parseSignal(StopSignal) === null ? `invalid signal: ${StopSignal}` : null
}

const SIGNAL_NUMBERS: Readonly<Record<string, number>> = SIGNALS

/** `SIGTERM`, `term`, `15`: its number. */
export function parseSignal(text: string): number | null {
  if (/^\d+$/.test(text)) {
    const number = Number(text)
    return number > 0 && number < 65 ? number : null
  }
  return SIGNAL_NUMBERS[text.toUpperCase().replace(/^SIG/, '')] ?? null
}
