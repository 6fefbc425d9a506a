// What processes have open: their directory, root and program, their descriptors and their sockets, from /proc.
// What real lsof shows besides, the libraries a program maps, programs here have not.
import type { Process, ProcessInfo } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { InetDiagMessage } from '../../uapi/sock_diag.ts'
import type { UnixSocketInfo } from '../../uapi/unix.ts'
import { uidOf } from '../lib/owner.ts'

export interface OpenedFile {
  readonly process: ProcessInfo
  readonly uid: number
  /** `cwd`, or the descriptor's number. */
  readonly fd: string
  /** `r`, `w`, `u` for both. */
  readonly access: string
  readonly type: string
  readonly device: string
  readonly size: string
  readonly node: string
  /** Of a socket of TCP or UDP the name is made later: it asks for names. */
  readonly name: string
  readonly inet: InetDiagMessage | null
  readonly unix: boolean
}

type Bare = Omit<OpenedFile, 'process' | 'uid' | 'fd' | 'access'>

/** Those of the caller's network namespace, by inode; the protocol of another's is all that is known of it. */
interface Sockets {
  readonly inet: ReadonlyMap<number, InetDiagMessage>
  readonly unix: ReadonlyMap<number, UnixSocketInfo>
  /** By process: descriptor and inode. */
  readonly byPid: ReadonlyMap<number, readonly (readonly [fd: number, inode: number])[]>
}

export function openedFiles(p: Process): readonly OpenedFile[] {
  const sockets = readSockets(p)
  const devices = readDevices(p)
  return p.procs
    .list()
    .filter(({ state }) => state !== 'Z')
    .toSorted((a, b) => a.pid - b.pid)
    .flatMap((process) => filesOf(p, process, sockets, devices))
}

function readSockets(p: Process): Sockets {
  const inet = [...p.net.sockDiag('tcp'), ...p.net.sockDiag('udp')].filter((m) => m.inode !== 0)
  const byPid = new Map<number, (readonly [number, number])[]>()
  for (const [inode, owners] of p.net.socketOwners()) {
    for (const { pid, fd } of owners) byPid.set(pid, [...(byPid.get(pid) ?? []), [fd, inode]])
  }
  return {
    inet: new Map(inet.map((m) => [m.inode, m])),
    unix: new Map(p.net.unixDiag().map((u) => [u.inode, u])),
    byPid,
  }
}

/** Mount points, the longest first, with their devices. */
function readDevices(p: Process): readonly (readonly [path: string, device: string])[] {
  const text = p.fs.readText('/proc/self/mountinfo')
  if (isErrno(text)) return []
  return text
    .split('\n')
    .map((line) => line.split(' '))
    .map(([, , device = '', , path = '']) => [path, device.replace(':', ',')] as const)
    .filter(([path]) => path !== '')
    .toSorted(([a], [b]) => b.length - a.length)
}

function filesOf(
  p: Process,
  process: ProcessInfo,
  sockets: Sockets,
  devices: readonly (readonly [string, string])[],
): readonly OpenedFile[] {
  const uid = uidOf(p, process.pid)
  const whose = { process, uid }
  const files: OpenedFile[] = []
  for (const [fd, link] of [
    ['cwd', 'cwd'],
    ['rtd', 'root'],
    ['txt', 'exe'],
  ] as const) {
    const file = pathFile(p, `/proc/${process.pid}/${link}`, devices)
    if (file) files.push({ ...whose, fd, access: ' ', ...file })
  }
  const numbered: (readonly [number, OpenedFile])[] = []
  for (const [fd, inode] of sockets.byPid.get(process.pid) ?? []) {
    numbered.push([fd, { ...whose, fd: String(fd), access: 'u', ...socketFile(inode, sockets) }])
  }
  const fds = p.fs.readdir(`/proc/${process.pid}/fd`)
  for (const name of isErrno(fds) ? [] : fds) {
    const fd = Number(name)
    if (numbered.some(([other]) => other === fd)) continue
    const file = pathFile(p, `/proc/${process.pid}/fd/${name}`, devices)
    if (file) numbered.push([fd, { ...whose, fd: name, access: accessOf(fd, file), ...file }])
  }
  return [...files, ...numbered.toSorted(([a], [b]) => a - b).map(([, file]) => file)]
}

/** As shells open them: input for reading, output for writing, a terminal for both. */
function accessOf(fd: number, { name }: Bare): string {
  if (name.startsWith('/dev/pts/')) return 'u'
  return fd === 0 ? 'r' : fd <= 2 ? 'w' : 'u'
}

const NO_SIZE = '0t0'

function pathFile(p: Process, link: string, devices: readonly (readonly [string, string])[]): Bare | null {
  const name = p.fs.readlink(link)
  const stat = p.fs.stat(link)
  if (isErrno(name) || isErrno(stat)) return null
  const bare = { size: NO_SIZE, node: String(stat.inode), name, inet: null, unix: false }
  if (stat.kind === 'fifo' && !name.startsWith('/')) {
    const node = /\d+/.exec(name)?.[0] ?? bare.node
    return { ...bare, type: 'FIFO', device: '0,15', node, name: 'pipe' }
  }
  if (stat.kind === 'char') return { ...bare, type: 'CHR', device: charDevice(name) }
  const [, device = '0,0'] = devices.find(([path]) => isBelow(name, path)) ?? []
  const type = stat.kind === 'dir' ? 'DIR' : stat.kind === 'fifo' ? 'FIFO' : 'REG'
  return { ...bare, type, device, size: type === 'FIFO' ? NO_SIZE : String(stat.size) }
}

function isBelow(path: string, mount: string): boolean {
  return mount === '/' || path === mount || path.startsWith(`${mount}/`)
}

/** Ref: Documentation/admin-guide/devices.txt */
const CHAR_DEVICES: Readonly<Record<string, string>> = {
  null: '1,3',
  zero: '1,5',
  full: '1,7',
  random: '1,8',
  urandom: '1,9',
  tty: '5,0',
  console: '5,1',
  ptmx: '5,2',
  'net/tun': '10,200',
}

function charDevice(path: string): string {
  const pts = /^\/dev\/pts\/(\d+)$/.exec(path)
  return pts ? `136,${pts[1] ?? ''}` : (CHAR_DEVICES[path.replace('/dev/', '')] ?? '0,0')
}

function socketFile(inode: number, sockets: Sockets): Bare {
  const m = sockets.inet.get(inode)
  if (m) {
    const type = m.family === 'inet' ? 'IPv4' : 'IPv6'
    const node = m.protocol.toUpperCase()
    return { type, device: String(inode), size: NO_SIZE, node, name: '', inet: m, unix: false }
  }
  const bare = { size: NO_SIZE, node: String(inode), inet: null }
  const unix = sockets.unix.get(inode)
  if (!unix) return { ...bare, type: 'sock', device: '0,8', name: 'protocol: TCP', unix: false }
  const state = { LISTEN: 'LISTEN', ESTAB: 'CONNECTED', UNCONN: 'UNCONNECTED' }[unix.state]
  const name = `${unix.path} type=STREAM (${state})`.trimStart()
  return { ...bare, type: 'unix', device: kernelAddress(inode), name, unix: true }
}

/** The kernel hides where a socket lies behind a hash of 32 bits. Ref: lib/vsprintf.c:ptr_to_id() */
function kernelAddress(inode: number): string {
  return `0x${(Math.imul(inode, 0x9e_37_79_b1) >>> 0).toString(16).padStart(16, '0')}`
}
