// The options of run and create become the body of POST /containers/create. Ref: docker/cli cli/command/container/opts.go
import type {
  ContainerCreate,
  DeviceRequest,
  HealthConfig,
  HostConfig,
  Mount,
  Ulimit,
} from '../../api/container.ts'
import type { DockerCli } from '../lib/cli.ts'
import type { ParsedFlags } from '../lib/flags.ts'
import { parseBytes, parseDuration } from '../lib/values.ts'
import { envList, fileLines } from './envList.ts'
import { parseNetworks } from './networkOptions.ts'
import { parseExpose, parsePublish } from './ports.ts'

export interface CreateRequest {
  readonly name: string
  readonly body: ContainerCreate
}

/** The words of what is wrong, or the request. */
export function parseRunOptions(
  cli: DockerCli,
  flags: ParsedFlags,
  args: readonly string[],
): CreateRequest | string {
  const [Image = '', ...command] = args
  const attach = flags.list('attach').map((stream) => stream.toLowerCase())
  const interactive = flags.bool('interactive')
  const wrong = modeError(flags)
  if (wrong !== null) return wrong
  const published = parsePublish(flags.list('publish'))
  if (typeof published === 'string') return published
  const exposed = parseExpose(flags.list('expose'))
  if (typeof exposed === 'string') return exposed
  const Env = envList(cli, flags)
  if (typeof Env === 'string') return Env
  const Labels = readLabels(cli, flags)
  if (typeof Labels === 'string') return Labels
  const health = healthOf(flags)
  if (typeof health === 'string') return health
  const policy = restartPolicy(flags.string('restart'))
  if (typeof policy === 'string') return policy
  if (flags.bool('rm') && policy.Name !== 'no' && policy.Name !== '') {
    return 'conflicting options: cannot specify both --restart and --rm'
  }
  const network = parseNetworks(flags)
  if (typeof network === 'string') return network
  const emptySection = flags.list('volume').find((spec) => spec.includes(':') && spec.split(':').includes(''))
  if (emptySection !== undefined) return `invalid spec: ${emptySection}: empty section between colons`
  const { binds, volumes } = volumesOf(cli, flags.list('volume'))
  const ExposedPorts = { ...published.exposed, ...exposed }
  const Entrypoint = flags.has('entrypoint') ? [flags.string('entrypoint')] : null
  const name = flags.string('name')
  const host: Partial<HostConfig> = {
    Binds: binds.length > 0 ? binds : null,
    ContainerIDFile: flags.string('cidfile'),
    LogConfig: { Type: flags.string('log-driver', 'json-file'), Config: flags.map('log-opt') },
    NetworkMode: network.mode,
    PortBindings: published.bindings,
    RestartPolicy: policy,
    AutoRemove: flags.bool('rm'),
    VolumesFrom: orNull(flags.list('volumes-from')),
    CapAdd: orNull(flags.list('cap-add').map(capName)),
    CapDrop: orNull(flags.list('cap-drop').map(capName)),
    Dns: flags.list('dns'),
    DnsOptions: flags.list('dns-option'),
    DnsSearch: flags.list('dns-search').map((domain) => domain.replace(/\.?\s*$/, '') || '.'),
    ExtraHosts: orNull(
      flags.list('add-host').map((entry) => entry.replace('=', ':').replace(/:\[(.*)\]$/, ':$1')),
    ),
    GroupAdd: orNull(flags.list('group-add')),
    ...(flags.string('ipc') === '' ? {} : { IpcMode: flags.string('ipc') }),
    Links: orNull(network.links),
    OomKillDisable: flags.bool('oom-kill-disable'),
    OomScoreAdj: flags.int('oom-score-adj'),
    PidMode: flags.string('pid'),
    Privileged: flags.bool('privileged'),
    PublishAllPorts: flags.bool('publish-all'),
    ReadonlyRootfs: flags.bool('read-only'),
    ...(flags.has('runtime') ? { Runtime: flags.string('runtime') } : {}),
    ...(flags.has('isolation') ? { Isolation: flags.string('isolation') } : {}),
    ...(flags.has('gpus') ? { DeviceRequests: [gpuRequest(flags.string('gpus'))] } : {}),
    SecurityOpt: orNull(flags.list('security-opt')),
    UTSMode: flags.string('uts'),
    UsernsMode: flags.string('userns'),
    CgroupParent: flags.string('cgroup-parent'),
    CpuShares: flags.int('cpu-shares'),
    CpuPeriod: flags.int('cpu-period'),
    CpuQuota: flags.int('cpu-quota'),
    Memory: bytes(flags, 'memory'),
    MemoryReservation: bytes(flags, 'memory-reservation'),
    MemorySwap: bytes(flags, 'memory-swap'),
    NanoCpus: Math.round(Number(flags.string('cpus', '0')) * 1e9),
    ...(flags.has('pids-limit') ? { PidsLimit: flags.int('pids-limit') } : {}),
    ...(flags.has('shm-size') ? { ShmSize: bytes(flags, 'shm-size') } : {}),
    Ulimits: flags.list('ulimit').map(ulimitOf),
    ...(flags.list('annotation').length > 0 ? { Annotations: flags.map('annotation') } : {}),
    ...(flags.list('mount').length > 0
      ? { Mounts: flags.list('mount').map((text) => mountOf(cli, text)) }
      : {}),
    ...(flags.list('tmpfs').length > 0
      ? { Tmpfs: Object.fromEntries(flags.list('tmpfs').map(tmpfsOf)) }
      : {}),
    ...(flags.list('sysctl').length > 0 ? { Sysctls: flags.map('sysctl') } : {}),
    ...(flags.has('init') ? { Init: flags.bool('init') } : {}),
  }
  const detached = flags.bool('detach')
  const attached = (stream: string) => !detached && (attach.length === 0 || attach.includes(stream))
  const body: ContainerCreate = {
    Hostname: flags.string('hostname'),
    Domainname: flags.string('domainname'),
    User: flags.string('user'),
    AttachStdin: attach.length === 0 ? interactive && !detached : attached('stdin'),
    AttachStdout: attached('stdout'),
    AttachStderr: attached('stderr'),
    ...(Object.keys(ExposedPorts).length > 0 ? { ExposedPorts } : {}),
    Tty: flags.bool('tty'),
    OpenStdin: interactive,
    StdinOnce: interactive && !detached,
    Env,
    Cmd: command.length > 0 ? command : null,
    ...(health === null ? {} : { Healthcheck: health }),
    Image,
    Volumes: Object.keys(volumes).length > 0 ? volumes : null,
    WorkingDir: flags.string('workdir'),
    Entrypoint,
    OnBuild: null,
    Labels,
    ...(flags.has('stop-signal') ? { StopSignal: flags.string('stop-signal') } : {}),
    ...(flags.has('stop-timeout') ? { StopTimeout: flags.int('stop-timeout') } : {}),
    HostConfig: host,
    NetworkingConfig: { EndpointsConfig: network.endpoints },
  }
  return { name, body }
}

function gpuRequest(count: string): DeviceRequest {
  return {
    Driver: '',
    Count: count === 'all' ? -1 : Number(count),
    DeviceIDs: null,
    Capabilities: [['gpu']],
    Options: {},
  }
}

function orNull(list: readonly string[]): readonly string[] | null {
  return list.length > 0 ? list : null
}

function capName(name: string): string {
  const upper = name.toUpperCase()
  return upper === 'ALL' || upper.startsWith('CAP_') ? upper : `CAP_${upper}`
}

function bytes(flags: ParsedFlags, name: string): number {
  const value = flags.string(name, '0')
  return value === '-1' ? -1 : (parseBytes(value) ?? 0)
}

function modeError(flags: ParsedFlags): string | null {
  const mode = (name: string, pattern: RegExp) => pattern.test(flags.string(name))
  if (!mode('pid', /^(?:|host|container:.+)$/)) return '--pid: invalid PID mode'
  if (!mode('uts', /^(?:|host)$/)) return '--uts: invalid UTS mode'
  if (!mode('userns', /^(?:|host)$/)) return '--userns: invalid USER mode'
  if (!mode('cgroupns', /^(?:|host|private)$/)) return '--cgroupns: invalid CGROUP mode'
  const security = flags.list('security-opt').find((option) => !/[=:]|^no-new-privileges$/.test(option))
  if (security !== undefined) return `Invalid --security-opt: ${JSON.stringify(security)}`
  const swappiness = flags.int('memory-swappiness', -1)
  if (swappiness < -1 || swappiness > 100)
    return `invalid value: ${swappiness}. Valid memory swappiness range is 0-100`
  return null
}

/** `no`, `always`, `on-failure:3` … what is not known is left for the daemon to refuse. */
function restartPolicy(text: string): { Name: string; MaximumRetryCount: number } | string {
  if (text === '') return { Name: 'no', MaximumRetryCount: 0 }
  const [Name = '', count, ...more] = text.split(':')
  if (more.length > 0) return 'invalid restart policy format: more than one max retry count provided'
  if (count !== undefined && !/^-?\d+$/.test(count))
    return 'invalid restart policy format: maximum retry count must be an integer'
  return { Name, MaximumRetryCount: Number(count ?? 0) }
}

function readLabels(cli: DockerCli, flags: ParsedFlags): Record<string, string> | string {
  const labels: Record<string, string> = {}
  const put = (text: string) => {
    const at = text.indexOf('=')
    labels[at < 0 ? text : text.slice(0, at)] = at < 0 ? '' : text.slice(at + 1)
  }
  for (const path of flags.list('label-file')) {
    const lines = fileLines(cli, path)
    if (typeof lines === 'string') return lines
    for (const line of lines) put(line)
  }
  for (const label of flags.list('label')) put(label)
  return labels
}

function healthOf(flags: ParsedFlags): HealthConfig | null | string {
  const names = [
    'health-cmd',
    'health-interval',
    'health-timeout',
    'health-start-period',
    'health-start-interval',
    'health-retries',
  ]
  const given = names.some((name) => flags.has(name))
  if (flags.bool('no-healthcheck')) {
    return given ? '--no-healthcheck conflicts with --health-* options' : { Test: ['NONE'] }
  }
  if (!given) return null
  const time = (name: string) => parseDuration(flags.string(name, '0s'))
  const negative = ['interval', 'timeout', 'start-period', 'start-interval']
    .map((name) => `health-${name}`)
    .find((name) => time(name) < 0)
  if (negative !== undefined) return `--${negative} cannot be negative`
  if (flags.int('health-retries') < 0) return '--health-retries cannot be negative'
  return {
    ...(flags.has('health-cmd') ? { Test: ['CMD-SHELL', flags.string('health-cmd')] } : {}),
    ...(flags.has('health-interval') ? { Interval: time('health-interval') } : {}),
    ...(flags.has('health-timeout') ? { Timeout: time('health-timeout') } : {}),
    ...(flags.has('health-start-period') ? { StartPeriod: time('health-start-period') } : {}),
    ...(flags.has('health-start-interval') ? { StartInterval: time('health-start-interval') } : {}),
    ...(flags.has('health-retries') ? { Retries: flags.int('health-retries') } : {}),
  }
}

/** What has no colon is a volume without a name; relative paths are the client's own. */
function volumesOf(
  cli: DockerCli,
  specs: readonly string[],
): { binds: string[]; volumes: Record<string, object> } {
  const binds: string[] = []
  const volumes: Record<string, object> = {}
  for (const spec of specs) {
    // One letter before a colon is a drive of Windows, wherever the client runs.
    if (!spec.includes(':') || /^[A-Za-z]:[^:]+$/.test(spec)) {
      volumes[spec] = {}
      continue
    }
    const [source = '', ...rest] = spec.split(':')
    const relative = source.startsWith('.')
    binds.push([relative ? absolute(cli, source) : source, ...rest].join(':'))
  }
  return { binds, volumes }
}

function absolute(cli: DockerCli, path: string): string {
  if (path.startsWith('/')) return path
  const names = cli.p.fs.cwd().split('/')
  for (const name of path.split('/')) {
    if (name === '..') names.pop()
    else if (name !== '.' && name !== '') names.push(name)
  }
  return names.join('/') || '/'
}

function tmpfsOf(spec: string): [string, string] {
  const at = spec.indexOf(':')
  return at < 0 ? [spec, ''] : [spec.slice(0, at), spec.slice(at + 1)]
}

function mountOf(cli: DockerCli, text: string): Mount {
  let type = 'volume'
  let source = ''
  let target = ''
  let readOnly = false
  const tmpfs: { SizeBytes?: number; Mode?: number } = {}
  for (const field of text.split(',')) {
    const at = field.indexOf('=')
    const key = (at < 0 ? field : field.slice(0, at)).toLowerCase()
    const value = at < 0 ? 'true' : field.slice(at + 1)
    if (key === 'type') type = value.toLowerCase()
    else if (key === 'source' || key === 'src') source = value
    else if (key === 'target' || key === 'dst' || key === 'destination') target = value
    else if (key === 'tmpfs-size') tmpfs.SizeBytes = parseBytes(value) ?? 0
    else if (key === 'tmpfs-mode') tmpfs.Mode = parseInt(value, 8)
    else if (key === 'readonly' || key === 'ro') readOnly = value === 'true' || value === '1'
  }
  const Source = type === 'bind' && source.startsWith('.') ? absolute(cli, source) : source
  return {
    Type: type as Mount['Type'],
    Source,
    Target: target,
    ...(readOnly ? { ReadOnly: true } : {}),
    ...(Object.keys(tmpfs).length > 0 ? { TmpfsOptions: tmpfs } : {}),
  }
}

function ulimitOf(text: string): Ulimit {
  const [Name = '', limits = ''] = text.split('=')
  const [soft = '', hard = soft] = limits.split(':')
  return { Name, Hard: Number(hard), Soft: Number(soft) }
}
