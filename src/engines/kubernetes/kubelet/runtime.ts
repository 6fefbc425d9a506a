// Sandboxes and containers as processes: what containerd and runc do for a kubelet.
// (Ref: containerd internal/cri/server; OCI runtime specification 1.2)
import type { Blocking, OpenFile, Process, Program } from '../../../os/program.ts'
import { isErrno } from '../../../uapi/errno.ts'
import type { NamespaceKind } from '../../../uapi/namespace.ts'
import { makeFolders } from '../../cni/folders.ts'

const TASKS = '/run/containerd/io.containerd.runtime.v2.task/k8s.io'
const DEVICES = ['null', 'zero', 'full', 'random', 'urandom', 'tty']
const DEV_LINKS = [
  ['/proc/self/fd', 'fd'],
  ['/proc/self/fd/0', 'stdin'],
  ['/proc/self/fd/1', 'stdout'],
  ['/proc/self/fd/2', 'stderr'],
  ['pts/ptmx', 'ptmx'],
] as const
const START_ERROR = 128

export type Stdio = ReadonlyMap<number, OpenFile>

/** 64 hexadecimal digits. */
export function newId(p: Process): string {
  let id = ''
  for (let i = 0; i < 8; i++) id += p.random().toString(16).padStart(8, '0')
  return id
}

// ---- the sandbox

/** The one process that holds the namespaces of a pod: it waits, and is process 1 of what it has to itself. */
function* pause(p: Process): Blocking<number> {
  let told = false
  for (const signal of ['TERM', 'INT'] as const) {
    p.procs.onSignal(signal, () => {
      told = true
    })
  }
  while (!told) yield* p.clock.wait([], Infinity)
  return 0
}

export interface Sandbox {
  readonly id: string
  readonly pid: number
  /** File of its network namespace; empty when it is the node's. */
  readonly netns: string
}

/** What `config.json` of a bundle says of whose it is. Ref: containerd internal/cri/annotations */
export type Annotations = Readonly<Record<string, string>>

function writeBundle(p: Process, id: string, netns: string, annotations: Annotations): void {
  const type = (name: string): string => `io.kubernetes.cri.${name}`
  const named = Object.entries(annotations).map(([name, value]) => [type(name), value])
  const config = {
    ociVersion: '1.2.1',
    linux: { namespaces: [{ type: 'network', ...(netns === '' ? {} : { path: netns }) }] },
    annotations: Object.fromEntries(named),
  }
  p.fs.writeFile(`${TASKS}/${id}/config.json`, JSON.stringify(config))
}

/** Ref: containerd pkg/process/init.go:InitPidFile */
function writePid(p: Process, id: string, pid: number): void {
  p.fs.writeFile(`${TASKS}/${id}/init.pid`, String(pid))
}

export function startSandbox(
  p: Process,
  hostname: string,
  hostNetwork: boolean,
  annotations: Annotations,
): Sandbox {
  const id = newId(p)
  const netns = hostNetwork ? '' : makeNetns(p)
  const root = `${TASKS}/${id}/rootfs`
  makeFolders(p, `${root}/proc`)
  p.fs.install(`${root}/pause`, pause)
  writeBundle(p, id, netns, { 'container-type': 'sandbox', 'sandbox-id': id, ...annotations })
  const pid = p.procs.spawn(
    function* (c) {
      if (netns !== '') enter(c, netns, 'net')
      if (!hostNetwork) c.net.setHostname(hostname)
      c.fs.bind(root, root)
      c.fs.mount('proc', `${root}/proc`, 'proc', 'nosuid,noexec,nodev')
      c.fs.pivotRoot(root, root)
      c.fs.chdir('/')
      const status = yield* c.procs.exec('/pause', ['/pause'], new Map())
      return isErrno(status) ? START_ERROR : status
    },
    { argv: ['/pause'], env: new Map(), fds: new Map(), pgid: 'own', clone: ['mnt', 'uts', 'ipc', 'pid'] },
  )
  writePid(p, id, pid)
  return { id, pid, netns }
}

/** A namespace with a file below /var/run/netns, so that it is there before any process of it. */
function makeNetns(p: Process): string {
  const hex = newId(p)
  const name = `cni-${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`
  const path = `/run/netns/${name}`
  makeFolders(p, '/run/netns')
  p.fs.writeFile(path, '')
  const netns = p.net.createNetns()
  if (!isErrno(netns)) p.fs.mountNetns(path, netns)
  return path
}

export function removeSandbox(p: Process, { id, netns }: Sandbox): void {
  removeTask(p, id)
  if (netns === '') return
  p.fs.umount(netns, true)
  p.fs.unlink(netns)
}

function enter(c: Process, path: string, kind: NamespaceKind): void {
  const file = c.fs.open(path, { read: true })
  if (isErrno(file)) return
  c.ns.setns(file, kind)
  file.close()
}

// ---- containers

export interface Mount {
  readonly source: string
  readonly target: string
  readonly readOnly: boolean
}

export interface ContainerSpec {
  readonly id: string
  readonly image: string
  readonly argv: readonly string[]
  readonly env: ReadonlyMap<string, string>
  readonly cwd: string
  /** Files and folders of the node shown in it. */
  readonly mounts: readonly Mount[]
  /** Its descriptor 0 is a terminal of its own. */
  readonly terminal: boolean
  readonly sandbox: Sandbox
  readonly annotations: Annotations
}

/** Its first process, as the node counts; `failed` hears why it could not become the program. */
export function startContainer(
  p: Process,
  spec: ContainerSpec,
  fds: Stdio,
  failed: (why: string) => void,
): number {
  const base = `${TASKS}/${spec.id}`
  const root = `${base}/rootfs`
  for (const folder of ['rootfs', 'upper', 'work']) makeFolders(p, `${base}/${folder}`)
  const own = { 'container-type': 'container', 'sandbox-id': spec.sandbox.id, ...spec.annotations }
  writeBundle(p, spec.id, spec.sandbox.netns, own)
  p.fs.mount('overlay', root, 'overlay', `lowerdir=${spec.image},upperdir=${base}/upper,workdir=${base}/work`)
  const program: Program = function* (c) {
    for (const kind of ['net', 'uts', 'ipc'] as const) enter(c, `/proc/${spec.sandbox.pid}/ns/${kind}`, kind)
    c.fs.makePrivate()
    c.fs.mount('proc', `${root}/proc`, 'proc', 'nosuid,noexec,nodev')
    c.fs.mount('sysfs', `${root}/sys`, 'sysfs', 'ro,nosuid,nodev,noexec')
    c.fs.mount('tmpfs', `${root}/dev`, 'tmpfs', 'nosuid,mode=755,size=65536k')
    for (const name of DEVICES) {
      c.fs.writeFile(`${root}/dev/${name}`, '')
      c.fs.bind(`/dev/${name}`, `${root}/dev/${name}`)
    }
    c.fs.mkdir(`${root}/dev/pts`)
    c.fs.mount(
      'devpts',
      `${root}/dev/pts`,
      'devpts',
      'nosuid,noexec,newinstance,ptmxmode=0666,mode=0620,gid=5',
    )
    for (const [target, name] of DEV_LINKS) c.fs.symlink(target, `${root}/dev/${name}`)
    for (const mount of spec.mounts) show(c, root, mount)
    c.fs.pivotRoot(root, root)
    c.fs.chdir(spec.cwd)
    c.procs.setsid(spec.terminal ? (c.io.fds.get(0) ?? null) : null)
    return yield* become(c, spec.argv, spec.env, failed)
  }
  const clone: NamespaceKind[] = ['mnt', 'pid']
  const pid = p.procs.spawn(program, { argv: spec.argv, env: spec.env, fds, pgid: 'own', clone })
  writePid(p, spec.id, pid)
  return pid
}

function show(c: Process, root: string, { source, target, readOnly }: Mount): void {
  const path = root + target
  const stat = c.fs.stat(source)
  if (!isErrno(stat) && stat.kind === 'dir') makeFolders(c, path)
  else if (isErrno(c.fs.stat(path))) {
    makeFolders(c, path.slice(0, path.lastIndexOf('/')))
    c.fs.writeFile(path, '')
  }
  c.fs.bind(source, path, readOnly ? 'ro' : '')
}

function* become(
  c: Process,
  argv: readonly string[],
  env: ReadonlyMap<string, string>,
  failed: (why: string) => void,
): Blocking<number> {
  // What it makes itself is its own doing.
  c.procs.setMaker(null)
  const [name = ''] = argv
  const path = findProgram(c, name, env)
  if (path === null) {
    failed(
      `exec: "${name}": ${name.includes('/') ? `stat ${name}: no such file or directory` : 'executable file not found in $PATH'}`,
    )
    return START_ERROR
  }
  const status = yield* c.procs.exec(path, argv, env)
  if (!isErrno(status)) return status
  failed(`exec ${path}: ${status.text.toLowerCase()}`)
  return START_ERROR
}

function findProgram(c: Process, name: string, env: ReadonlyMap<string, string>): string | null {
  const folders = (env.get('PATH') ?? '').split(':')
  const paths = name.includes('/') ? [name] : folders.map((folder) => `${folder}/${name}`)
  return paths.find((path) => !isErrno(c.fs.stat(path))) ?? null
}

export function removeTask(p: Process, id: string): void {
  p.fs.umount(`${TASKS}/${id}/rootfs`, true)
  p.fs.unlink(`${TASKS}/${id}/config.json`)
  p.fs.unlink(`${TASKS}/${id}/init.pid`)
}

export interface ExecSpec {
  readonly argv: readonly string[]
  readonly env: ReadonlyMap<string, string>
  readonly cwd: string
  readonly terminal: boolean
}

/** One more process in a container; its number. */
export function execIn(
  p: Process,
  pid: number,
  { argv, env, cwd, terminal }: ExecSpec,
  fds: Stdio,
  failed: (why: string) => void,
): number {
  enter(p, `/proc/${pid}/ns/pid`, 'pid')
  const child = p.procs.spawn(
    function* (c) {
      // The mount namespace last: /proc is found through it.
      for (const kind of ['ipc', 'uts', 'net', 'mnt'] as const) enter(c, `/proc/${pid}/ns/${kind}`, kind)
      c.fs.chdir(cwd)
      c.procs.setsid(terminal ? (c.io.fds.get(0) ?? null) : null)
      return yield* become(c, argv, env, failed)
    },
    { argv, env, fds, pgid: 'own' },
  )
  enter(p, '/proc/self/ns/pid', 'pid')
  return child
}
