// Makes a container's file system out of its root: what is mounted in it, as Docker's default specification has it.
// Ref: moby oci/defaults.go:DefaultLinuxSpec(), runc libcontainer/rootfs_linux.go
import type { Process } from '../../../../os/program.ts'
import { EEXIST, ENOENT, isErrno, type Errno } from '../../../../uapi/errno.ts'
import type { RuntimeSpec } from './spec.ts'

const DEVICES = ['null', 'zero', 'full', 'random', 'urandom', 'tty']
const DEV_LINKS: readonly (readonly [string, string])[] = [
  ['/proc/self/fd', 'fd'],
  ['/proc/self/fd/0', 'stdin'],
  ['/proc/self/fd/1', 'stdout'],
  ['/proc/self/fd/2', 'stderr'],
  ['pts/ptmx', 'ptmx'],
]
export const MASKED_PATHS = [
  '/proc/asound',
  '/proc/acpi',
  '/proc/interrupts',
  '/proc/kcore',
  '/proc/keys',
  '/proc/latency_stats',
  '/proc/timer_list',
  '/proc/timer_stats',
  '/proc/sched_debug',
  '/proc/scsi',
  '/sys/firmware',
  '/sys/devices/virtual/powercap',
]
export const READONLY_PATHS = ['/proc/bus', '/proc/fs', '/proc/irq', '/proc/sys', '/proc/sysrq-trigger']

/** In the container's own mount namespace; why it cannot be done, or null. The root is entered. */
export function enterRootfs(c: Process, spec: RuntimeSpec): string | null {
  const { root } = spec
  c.fs.makePrivate()
  mkdirAll(c, `${root}/proc`)
  c.fs.mount('proc', `${root}/proc`, 'proc', 'nosuid,noexec,nodev')
  mountDev(c, root)
  mountIn(c, root, 'pts')
  mkdirAll(c, `${root}/sys`)
  c.fs.mount(
    'sysfs',
    `${root}/sys`,
    'sysfs',
    spec.privileged ? 'nosuid,nodev,noexec' : 'ro,nosuid,nodev,noexec',
  )
  mountIn(c, root, 'mqueue')
  mountIn(c, root, 'shm')
  for (const { target, options } of spec.tmpfs) {
    mkdirAll(c, root + target)
    c.fs.mount('tmpfs', root + target, 'tmpfs', options)
  }
  for (const { source, target, readOnly } of spec.binds) {
    const error = mountPoint(c, source, root + target)
    if (error) return `error mounting "${source}" to rootfs at "${target}": ${lower(error)}`
    if (isDirectory(c, source) !== isDirectory(c, root + target)) return mismatch(source, target)
    c.fs.bind(source, root + target, readOnly ? 'ro' : '')
  }
  const error = c.fs.pivotRoot(root, root)
  if (error) return `error jailing process inside rootfs: pivot_root .: ${lower(error)}`
  c.fs.chdir('/')
  const words = applySysctls(c, spec)
  if (words !== null) return words
  if (!spec.privileged) {
    for (const path of READONLY_PATHS) if (!isErrno(c.fs.stat(path))) c.fs.bind(path, path, 'ro')
  }
  if (spec.readOnlyRoot) c.fs.remount('/', 'ro')
  return null
}

function mountDev(c: Process, root: string): void {
  const dev = `${root}/dev`
  mkdirAll(c, dev)
  c.fs.mount('tmpfs', dev, 'tmpfs', 'nosuid,mode=755,size=65536k')
  for (const name of DEVICES) {
    c.fs.writeFile(`${dev}/${name}`, '')
    c.fs.bind(`/dev/${name}`, `${dev}/${name}`)
  }
  for (const [target, name] of DEV_LINKS) c.fs.symlink(target, `${dev}/${name}`)
}

const DEV_MOUNTS = {
  pts: ['devpts', 'nosuid,noexec,newinstance,ptmxmode=0666,mode=0620,gid=5'],
  mqueue: ['mqueue', 'nosuid,nodev,noexec'],
  shm: ['tmpfs', 'nosuid,nodev,noexec,mode=1777,size=65536k'],
} as const

/** A file system below /dev. */
function mountIn(c: Process, root: string, name: keyof typeof DEV_MOUNTS): void {
  const [type, options] = DEV_MOUNTS[name]
  c.fs.mkdir(`${root}/dev/${name}`)
  c.fs.mount(name === 'shm' ? name : type, `${root}/dev/${name}`, type, options)
}

function isDirectory(c: Process, path: string): boolean {
  const stat = c.fs.stat(path)
  return !isErrno(stat) && stat.kind === 'dir'
}

/** Ref: runc libcontainer/rootfs_linux.go:mountToRootfs(), error.go:mountError */
function mismatch(source: string, target: string): string {
  const how = `mount src=${source}, dst=${target}, dstFd=/proc/thread-self/fd/14, flags=MS_BIND|MS_REC: not a directory`
  const hint =
    'Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type'
  return `error during container init: error mounting "${source}" to rootfs at "${target}": ${how}: ${hint}`
}

/** What a mount needs to stand on: a directory, or a file for a file. */
function mountPoint(c: Process, source: string, target: string): Errno | null {
  const stat = c.fs.stat(source)
  if (isErrno(stat)) return stat
  if (stat.kind === 'dir') return mkdirAll(c, target)
  if (!isErrno(c.fs.stat(target))) return null
  const error = mkdirAll(c, target.slice(0, target.lastIndexOf('/')))
  return error ?? c.fs.writeFile(target, '')
}

export function mkdirAll(p: Process, path: string): Errno | null {
  const names = path.split('/').filter((name) => name !== '')
  for (let i = 1; i <= names.length; i++) {
    const error = p.fs.mkdir(`/${names.slice(0, i).join('/')}`)
    if (error && error !== EEXIST && isErrno(p.fs.stat(`/${names.slice(0, i).join('/')}`))) return error
  }
  return null
}

function applySysctls(c: Process, spec: RuntimeSpec): string | null {
  for (const [name, value] of Object.entries(spec.sysctls)) {
    if (spec.net === 1 && name.startsWith('net.'))
      return `sysctl "${name}" not allowed in host network namespace`
    const path = `/proc/sys/${name.replaceAll('.', '/')}`
    const error = c.fs.writeFile(path, value)
    if (!error) continue
    const where = `fsmount:fscontext:proc/./${path.slice('/proc/'.length)}`
    return error === ENOENT
      ? `error during container init: open sysctl ${name} file: unsafe procfs detected: openat2 ${where}: ${lower(error)}`
      : `error during container init: failed to write sysctl ${name} = ${JSON.stringify(value)}: write ${where}: ${lower(error)}`
  }
  return null
}

function lower(error: Errno): string {
  return error.text.charAt(0).toLowerCase() + error.text.slice(1)
}
