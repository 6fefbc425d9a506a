// GET /info. Ref: moby daemon/info.go
import type { Process } from '../../../os/program.ts'
import { isErrno } from '../../../uapi/errno.ts'
import type { SystemInfo } from '../api/others.ts'
import { DRIVERS } from './cluster/convert.ts'
import type { Daemon } from './daemon.ts'
import { rfc3339 } from './time.ts'
import type { NodeDescription } from '../swarmkit/objects.ts'
import { VERSION } from './version.ts'

const MISSING = [
  'swap limit',
  'cpu cfs quota',
  'cpu cfs period',
  'cpu shares',
  'cpuset',
  'io.weight',
  'io.weight (per device)',
  'io.max (rbps)',
  'io.max (wbps)',
  'io.max (riops)',
  'io.max (wiops)',
]

const CPUS = 2

export function kernelVersion(d: Daemon): string {
  const text = d.p.fs.readText('/proc/sys/kernel/osrelease')
  return isErrno(text) ? '' : text.trim()
}

/** A node as its swarm knows it. */
export function describeNode(p: Process): NodeDescription {
  return {
    hostname: p.net.hostname(),
    engineVersion: VERSION,
    nanoCpus: CPUS * 1e9,
    memory: memoryOf(p),
  }
}

function memoryOf(p: Process): number {
  const memory = p.fs.readText('/proc/meminfo')
  const total = isErrno(memory) ? null : /^MemTotal:\s+(\d+) kB/m.exec(memory)
  return total ? Number(total[1]) * 1024 : 25_276_506_112
}

export function systemInfo(d: Daemon): SystemInfo {
  const pools = d.config.network.defaultAddressPools
  const containers = d.containers.all()
  const count = (test: (state: (typeof containers)[number]['state']) => boolean) =>
    containers.filter(({ state }) => test(state)).length
  const paused = count(({ paused }) => paused)
  const running = count((state) => state.running && !state.paused)
  return {
    ID: d.id,
    Containers: containers.length,
    ContainersRunning: running,
    ContainersPaused: paused,
    ContainersStopped: containers.length - running - paused,
    Images: d.images.all().length,
    Driver: 'overlay2',
    DriverStatus: [
      ['Backing Filesystem', 'tmpfs'],
      ['Supports d_type', 'true'],
      ['Using metacopy', 'false'],
      ['Native Overlay Diff', 'true'],
      ['userxattr', 'false'],
    ],
    Plugins: {
      Volume: DRIVERS.Volume,
      Network: DRIVERS.Network,
      Authorization: null,
      Log: DRIVERS.Log,
    },
    MemoryLimit: false,
    SwapLimit: false,
    CpuCfsPeriod: false,
    CpuCfsQuota: false,
    CPUShares: false,
    CPUSet: false,
    PidsLimit: true,
    IPv4Forwarding: true,
    Debug: d.config.debug,
    NFd: 24,
    OomKillDisable: true,
    NGoroutines: 46,
    SystemTime: rfc3339(d.p.clock.now()),
    LoggingDriver: 'json-file',
    CgroupDriver: 'cgroupfs',
    CgroupVersion: '1',
    NEventsListener: 0,
    KernelVersion: kernelVersion(d),
    OperatingSystem: 'Debian GNU/Linux forky/sid (containerized)',
    OSVersion: '',
    OSType: 'linux',
    Architecture: 'x86_64',
    IndexServerAddress: 'https://index.docker.io/v1/',
    RegistryConfig: { InsecureRegistryCIDRs: ['::1/128', '127.0.0.0/8'] },
    NCPU: CPUS,
    MemTotal: memoryOf(d.p),
    GenericResources: null,
    DockerRootDir: '/var/lib/docker',
    HttpProxy: '',
    HttpsProxy: '',
    NoProxy: '',
    Name: d.p.net.hostname(),
    Labels: d.config.labels,
    ExperimentalBuild: false,
    ServerVersion: VERSION,
    Runtimes: { 'io.containerd.runc.v2': { path: 'runc' }, runc: { path: 'runc' } },
    DefaultRuntime: 'runc',
    Swarm: d.cluster.info(),
    LiveRestoreEnabled: false,
    Isolation: '',
    InitBinary: 'docker-init',
    ContainerdCommit: { ID: '' },
    RuncCommit: { ID: '1.3.6+ds1-1' },
    InitCommit: { ID: '' },
    ...(pools.length > 0
      ? { DefaultAddressPools: pools.map(({ base, size }) => ({ Base: base, Size: size })) }
      : {}),
    SecurityOptions: ['name=seccomp,profile=builtin'],
    CDISpecDirs: ['/etc/cdi', '/var/run/cdi'],
    Warnings: ['WARNING: No memory limit support', ...MISSING.map((what) => `WARNING: No ${what} support`)],
  }
}
