// Starts a container: root, namespaces, network, then its program. Ref: moby daemon/start.go, start_linux.go
import type { Blocking } from '../../../os/program.ts'
import { MILLISECOND } from '../../../sim/clock.ts'
import { isErrno } from '../../../uapi/errno.ts'
import type { HostConfig } from '../api/container.ts'
import { ApiError, conflict, isApiError, systemError } from '../libnetwork/apiError.ts'
import { privilegesOf } from './capabilities.ts'
import type { Container } from './container.ts'
import { groupsOf, rootText, userOf } from './create.ts'
import type { Daemon } from './daemon.ts'
import { environment } from './environment.ts'
import { startHealth } from './health.ts'
import { mountRoot, unmountRoot } from './rootfs.ts'
import { Gate } from './runtime/init.ts'
import { Shim, type ExitStatus } from './runtime/shim.ts'
import type { RuntimeSpec, StdioFiles } from './runtime/spec.ts'
import { Streams, closeStdio } from './streams.ts'
import { openTerminal } from './terminal.ts'
import { sleepFor } from './threads.ts'
import { mkdirAll } from './runtime/rootfs.ts'

/** How long it takes to make namespaces and a network, and to let a program begin: as on a real machine. */
const CREATE_TIME = 220 * MILLISECOND
const START_TIME = 30 * MILLISECOND
/** In a network of its own a container may use low ports without being root. */
const OWN_NETWORK_SYSCTLS = { 'net.ipv4.ip_unprivileged_port_start': '0' }

/** What the daemon writes down of a failed start. */
const NOT_FOUND = 127
const CANNOT_RUN = 126
const FAILED = 128

export function* startContainer(d: Daemon, container: Container): Blocking<ApiError | null> {
  const { state } = container
  if (state.paused) return conflict('cannot start a paused container, try unpause instead')
  if (state.running && !state.restarting) return null
  if (state.removing || container.removed) {
    return conflict('container is marked for removal and cannot be started')
  }
  const error = yield* launch(d, container)
  if (!error) return null
  state.error = error.message
  if (state.exitCode === 0) state.exitCode = FAILED
  state.running = false
  state.restarting = false
  state.pid = 0
  yield* d.networks.release(container.networking)
  container.shim?.stop()
  container.shim = null
  container.streams.abandon()
  container.streams = new Streams()
  unmountRoot(d, container)
  container.changed.wake()
  d.containers.save(container)
  return error
}

function* launch(d: Daemon, container: Container): Blocking<ApiError | null> {
  const { networking, state } = container
  const refused =
    deviceError(container) ??
    sharedError(d, container) ??
    linkError(d, container) ??
    (yield* d.networks.prepare(networking))
  if (refused) return refused
  const shared = d.networks.sharedWith(networking)
  if (shared !== null && shared !== 'host' && !isApiError(shared)) {
    // It is called as the one whose network it shares.
    container.config.Hostname = shared.hostname
    container.config.Domainname = shared.domainname
  }
  const root = mountRoot(d, container)
  const spec = runtimeSpec(d, container, root)
  if (isApiError(spec)) return spec
  const { streams } = container
  streams.attach({ stdout: true, stderr: true, write: (stream, data) => container.log.write(stream, data) })
  const stdio = openStdio(d, container)
  if (!stdio) return systemError("cannot open the container's streams")
  const shim = new Shim(container.id)
  container.shim = shim
  shim.limitProcesses(container.hostConfig.PidsLimit)
  yield* shim.launch(d.p)
  yield* sleepFor(d.p, CREATE_TIME)
  const gate = new Gate()
  let early: ExitStatus | null = null
  let started = false
  const pid = yield* shim.create(d.p, spec, stdio, gate, (exit) => {
    if (started) d.start(d.exited(container, exit))
    else early = exit
  })
  closeStdio(stdio)
  if (typeof pid === 'string') {
    state.exitCode = exitCodeOf(pid)
    return new ApiError(
      400,
      `failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: ${placed(pid)}`,
    )
  }
  const exclusive = exclusiveError(container)
  if (exclusive) {
    d.p.procs.kill(pid, 'KILL')
    return exclusive
  }
  const netns = d.p.net.openNetns(`/proc/${pid}/ns/net`)
  if (!isErrno(netns)) {
    const failed = yield* d.networks.attach(networking, netns)
    if (failed) {
      d.p.procs.kill(pid, 'KILL')
      return failed
    }
  }
  state.running = true
  state.paused = false
  state.restarting = false
  state.dead = false
  state.pid = pid
  state.exitCode = 0
  state.error = ''
  state.startedAt = d.p.clock.now()
  container.runs++
  started = true
  gate.open()
  yield* sleepFor(d.p, START_TIME)
  container.manuallyStopped = false
  d.containers.save(container)
  d.events.log('container', 'start', container.id, container.attributes, true)
  startHealth(d, container)
  container.changed.wake()
  if (early) d.start(d.exited(container, early))
  return null
}

/** No driver is here for any. Ref: moby daemon/devices.go:handleDevice() */
function deviceError({ hostConfig }: Container): ApiError | null {
  const [request] = hostConfig.DeviceRequests ?? []
  if (!request) return null
  const wanted = request.Capabilities.map((all) => `[${all.join(' ')}]`).join(' ')
  return systemError(`could not select device driver "${request.Driver}" with capabilities: [${wanted}]`)
}

/** Whose network it is to share must run. Ref: moby daemon/container_operations.go:getNetworkedContainer() */
function sharedError(d: Daemon, { hostConfig }: Container): ApiError | null {
  const [, term] = /^container:(.*)$/.exec(hostConfig.NetworkMode) ?? []
  if (term === undefined) return null
  const other = d.containers.get(term)
  if (isApiError(other))
    return new ApiError(other.status, `joining network namespace of container: ${other.message}`)
  const { state, name } = other
  if (!state.running) {
    return conflict(
      `cannot join network namespace of a non running container: container ${name} is ${state.status}`,
    )
  }
  if (state.restarting)
    return conflict(`container ${name} is restarting, wait until the container is running`)
  return null
}

/** The host's network goes with no other. */
function exclusiveError({ hostConfig, networking }: Container): ApiError | null {
  if (hostConfig.NetworkMode !== 'host' || networking.endpoints.size < 2) return null
  return conflict(
    'failed to set up container networking: container sharing network namespace with another container or host cannot be connected to any other network',
  )
}

/** runc names where it failed, unless the words do. */
function placed(complaint: string): string {
  return complaint.startsWith('sysctl ') ? complaint : `unable to start container process: ${complaint}`
}

function exitCodeOf(complaint: string): number {
  if (/executable file not found|no such file or directory|system cannot find|Are you trying/.test(complaint))
    return NOT_FOUND
  return /permission denied|not a directory/.test(complaint) ? CANNOT_RUN : FAILED
}

function openStdio(d: Daemon, container: Container): StdioFiles | null {
  const { config, streams } = container
  const start = (body: Blocking<void>) => d.start(body)
  if (!config.Tty) return streams.pipes(d.p, config.OpenStdin, start)
  const [rows, columns] = container.hostConfig.ConsoleSize
  const tty = openTerminal(d.p, streams, { columns: columns || 80, rows: rows || 24 }, start)
  container.resize = tty.resize
  return tty
}

/** Ref: moby daemon/container_operations_unix.go:setupLinkedContainers() */
function linkError(d: Daemon, { hostConfig, name, networking }: Container): ApiError | null {
  if (networking.networkMode !== 'bridge') return null
  for (const link of hostConfig.Links ?? []) {
    const [term = '', alias] = link.split(':')
    const target = d.containers.find(term)
    if (!target?.state.running) {
      return conflict(
        `Cannot link to a non running container: /${target?.name ?? term} AS /${name}/${alias ?? term}`,
      )
    }
    if (target.networking.endpoints.has('bridge')) continue
    return systemError(`container ${target.id} not attached to default bridge network`)
  }
  return null
}

function runtimeSpec(d: Daemon, container: Container, root: string): RuntimeSpec | ApiError {
  const { config, hostConfig, networking, record } = container
  const user = userOf(rootText(d, root, '/etc/passwd'), rootText(d, root, '/etc/group'), config.User)
  if (isApiError(user)) return user
  const net = netOwner(d, container)
  if (isApiError(net)) return net
  const pid = pidOwner(d, hostConfig.PidMode)
  if (isApiError(pid)) return pid
  const ipc = ipcOwner(d, hostConfig.IpcMode)
  if (isApiError(ipc)) return ipc
  const binds = []
  for (const mount of record.mounts) {
    if (mount.Type === 'tmpfs') continue
    // A path of the host that is not there becomes a directory.
    if (mount.Type === 'bind' && isErrno(d.p.fs.stat(mount.Source))) mkdirAll(d.p, mount.Source)
    binds.push({ source: mount.Source, target: mount.Destination, readOnly: !mount.RW })
  }
  for (const file of ['resolv.conf', 'hostname', 'hosts']) {
    const source = `${sharedRoot(d, container)}/${file}`
    if (!isErrno(d.p.fs.stat(source))) binds.push({ source, target: `/etc/${file}`, readOnly: false })
  }
  const tmpfs = [
    ...Object.entries(hostConfig.Tmpfs ?? {}).map(([target, options]) => ({
      target,
      options: `noexec,nosuid,nodev${options === '' ? '' : `,${options}`}`,
    })),
    ...record.mounts.flatMap((mount) =>
      mount.Type === 'tmpfs'
        ? [{ target: mount.Destination, options: tmpfsOptions(hostConfig, mount.Destination) }]
        : [],
    ),
  ]
  return {
    id: container.id,
    root,
    readOnlyRoot: hostConfig.ReadonlyRootfs,
    argv: [record.path, ...record.args],
    env: environment(container, user.uid, rootText(d, root, '/etc/passwd'), config.Tty, d.containers),
    cwd: config.WorkingDir === '' ? '/' : config.WorkingDir,
    ...user,
    groups: groupsOf(rootText(d, root, '/etc/group'), hostConfig.GroupAdd),
    hostname: networking.hostname,
    domainname: config.Domainname,
    privileged: hostConfig.Privileged,
    binds,
    tmpfs,
    sysctls: { ...(net === 1 ? {} : OWN_NETWORK_SYSCTLS), ...hostConfig.Sysctls },
    net,
    pid,
    ipc,
    uts: hostConfig.UTSMode === 'host' ? 1 : null,
    ...privilegesOf(hostConfig),
    terminal: config.Tty,
    init: hostConfig.Init === true,
  }
}

function tmpfsOptions({ Mounts = [] }: HostConfig, target: string): string {
  const { SizeBytes, Mode } = Mounts.find((mount) => mount.Target === target)?.TmpfsOptions ?? {}
  const size = SizeBytes === undefined ? [] : [`size=${SizeBytes}`]
  const mode = Mode === undefined ? [] : [`mode=${Mode.toString(8)}`]
  return ['noexec', 'nosuid', 'nodev', ...size, ...mode].join(',')
}

/** A container in another's network has the other's hosts, hostname and resolv.conf. */
function sharedRoot(d: Daemon, container: Container): string {
  const shared = d.networks.sharedWith(container.networking)
  return shared === null || shared === 'host' || isApiError(shared) ? container.root : shared.root
}

function netOwner(d: Daemon, container: Container): number | null | ApiError {
  const shared = d.networks.sharedWith(container.networking)
  if (shared === null || isApiError(shared)) return shared
  if (shared === 'host') return 1
  return d.containers.find(shared.id)?.state.pid ?? null
}

/** Ref: moby daemon/container_operations_unix.go:getIPCContainer() */
function ipcOwner(d: Daemon, mode: string): number | null | ApiError {
  if (!mode.startsWith('container:')) return pidOwner(d, mode)
  const other = d.containers.get(mode.slice('container:'.length))
  const failed = 'failed to join IPC namespace: '
  if (isApiError(other)) return new ApiError(other.status, failed + other.message)
  if (!other.state.running) return conflict(`${failed}container ${other.id} is not running`)
  if (/^(?:shareable|host)$/.test(other.hostConfig.IpcMode)) return other.state.pid
  return systemError(
    `${failed}container ${other.id}: non-shareable IPC (hint: use IpcMode:shareable for the donor container)`,
  )
}

function pidOwner(d: Daemon, mode: string): number | null | ApiError {
  if (mode === 'host') return 1
  if (!mode.startsWith('container:')) return null
  const other = d.containers.get(mode.slice('container:'.length))
  if (isApiError(other)) return other
  if (!other.state.running) return conflict(`cannot join PID namespace of non running container: ${other.id}`)
  return other.state.pid
}
