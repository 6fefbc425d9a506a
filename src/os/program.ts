// The program interface: all that a command, the shell or a container engine may ask of the machine it runs on.
// A program is a generator. Calls that cannot block answer at once; those that can are generators themselves and are
// called with `yield*`: they yield a Wait, and the scheduler resumes the process when it is over. Errors are values.
import type { Nanoseconds } from '../sim/clock.ts'
import type { Maker } from '../sim/provenance.ts'
import type { CtEventSocket, CtReply, CtRequest } from '../uapi/conntrack.ts'
import type { Errno } from '../uapi/errno.ts'
import type { LabDoor } from '../uapi/lab.ts'
import type { IpsetReply, IpsetRequest } from '../uapi/ipset.ts'
import type { IpvsReply, IpvsRequest } from '../uapi/ipvs.ts'
import type { NftReply, NftRequest } from '../uapi/netfilter.ts'
import type { NftMonitorGroups, NftMonitorSocket } from '../uapi/nfmonitor.ts'
import type { NamespaceKind, NamespaceRef } from '../uapi/namespace.ts'
import type { NetnsRef } from '../uapi/netns.ts'
import type { RtnetlinkReply, RtnetlinkRequest } from '../uapi/rtnetlink.ts'
import type { RtnetlinkSocket, RtnetlinkSocketOptions } from '../uapi/rtnotify.ts'
import type { Limit, Resource } from '../uapi/resource.ts'
import type { Signal } from '../uapi/signal.ts'
import type { DiagProtocol, InetDiagMessage } from '../uapi/sock_diag.ts'
import type { KernelLog } from '../uapi/syslog.ts'
import type {
  IcmpSocket,
  PacketSocket,
  StreamFamily,
  StreamSocket,
  UdpSocket,
  Waitable,
} from '../uapi/socket.ts'
import type { Icmp6Socket, Udp6Socket } from '../uapi/socket6.ts'
import type { UnixSocket, UnixSocketInfo } from '../uapi/unix.ts'

/** What a process sleeps on: any of `on`, or the virtual time `until` (Infinity: no limit). A signal ends it too. */
export interface Wait {
  readonly on: readonly Waitable[]
  readonly until: Nanoseconds
}

export type WakeReason = 'ready' | 'timeout' | 'signal'

/** A call that may block and in the end gives a T. */
export type Blocking<T> = Generator<Wait, T, WakeReason>

/** Runs in a process; what it returns is the exit status. When a signal kills it its `finally` blocks still run. */
export type Program = (p: Process) => Blocking<number>

export interface Process {
  readonly pid: number
  readonly ppid: number
  readonly argv: readonly string[]
  /** Exported variables. */
  readonly env: Map<string, string>
  readonly io: Stdio
  readonly fs: Files
  readonly net: Network
  readonly clock: ProcessClock
  readonly procs: Processes
  readonly ns: Namespaces
  readonly lab: LabDoor
  /** The kernel's log (syslog(2)). */
  readonly log: KernelLog
  /** Uniform in 0…2³²−1, from the lab's seeded source. */
  random(): number
}

// ---- open files

export interface FileStat {
  readonly kind: 'file' | 'dir' | 'link' | 'char' | 'fifo' | 'socket' | 'nsfs'
  readonly size: number
  /** Permission bits. */
  readonly mode: number
  readonly inode: number
  readonly mtime: Nanoseconds
}

/** A pipe's end, an open file, a terminal. `subscribe` wakes on any change that may let a read or a write go on. */
export interface OpenFile extends Waitable {
  /** At most `max` octets; none at the end of the file; EAGAIN when there may be more later. */
  read(max: number): Uint8Array | Errno
  /** Takes all octets (a pipe may hold more than its 64 KiB for a while: see Stdio.drain); EPIPE when nobody reads. */
  write(octets: Uint8Array): Errno | null
  /** False while a pipe holds more than its 64 KiB. */
  readonly writable: boolean
  /** Present on a terminal. */
  readonly tty: Tty | null
  /** Present when it is a namespace's file, as opening /run/netns/NAME gives. */
  readonly netns: NetnsRef | null
  readonly ns: NamespaceRef | null
  stat(): FileStat
  /** One more descriptor refers to it; the last `close` closes it. */
  ref(): void
  close(): void
}

/** Both sides of a pseudo-terminal (openpty(3)), each with one reference. */
export interface Pty {
  /** What is written is typed; what programs print is read. EIO when nobody has the slave open any more. */
  readonly master: OpenFile
  readonly slave: OpenFile
  resize(columns: number, rows: number): void
}

/** A terminal as a program may set it (termios(3), ioctl_tty(2)). */
export interface Tty {
  /** `cooked`: lines, echo, Ctrl-C; `raw`: each keystroke as it comes, no echo, signals still made unless `isig` is off. */
  mode: 'cooked' | 'raw'
  isig: boolean
  /** Process group that Ctrl-C reaches, as the process that asks counts. */
  foreground: number
  readonly columns: number
  readonly rows: number
}

// ---- capabilities

export interface Stdio {
  /** Descriptors by number: 0, 1, 2 and whatever was opened. */
  readonly fds: Map<number, OpenFile>
  /** Writes to descriptor 1 or 2; a broken pipe kills the process by SIGPIPE as soon as it next waits. */
  out(data: string | Uint8Array): void
  err(data: string | Uint8Array): void
  write(fd: number, data: string | Uint8Array): Errno | null
  /** Waits until a pipe has room (for what prints without end: yes, seq, cat). */
  drain(fd: number): Blocking<void>
  /** Some octets: as many as there are, up to `max`; none at the end. EINTR when a caught signal came first. */
  read(fd: number, max?: number): Blocking<Uint8Array | Errno>
  /** The next line without its newline, null at the end. Reads ahead: for programs that own their input. */
  line(fd: number): Blocking<string | null>
  /** A line read octet by octet, nothing beyond it taken: for `read` in a shell, whose children share the input. */
  lineUnbuffered(fd: number): Blocking<string | null>
  /** Everything up to the end, as text. */
  text(fd: number): Blocking<string>
  isatty(fd: number): boolean
}

export interface OpenFlags {
  readonly read?: boolean
  readonly write?: boolean
  readonly append?: boolean
  readonly create?: boolean
  readonly truncate?: boolean
  readonly excl?: boolean
}

/** Paths are relative to the process's directory. What lies under /proc, /sys and /dev is as this process sees it. */
export interface Files {
  cwd(): string
  chdir(path: string): Errno | null
  /** Absolute, with `.` and `..` and links resolved as far as they exist. */
  realpath(path: string): string
  /** With one reference, the caller's: to be closed, or put into `fds`, which are closed when the process ends. */
  open(path: string, flags: OpenFlags): OpenFile | Errno
  /** Whole file as octets or text. */
  readFile(path: string): Uint8Array | Errno
  readText(path: string): string | Errno
  writeFile(path: string, data: string | Uint8Array): Errno | null
  stat(path: string): FileStat | Errno
  lstat(path: string): FileStat | Errno
  /** Names without `.` and `..`, in byte order. */
  readdir(path: string): readonly string[] | Errno
  mkdir(path: string, mode?: number): Errno | null
  /** A pipe with a name. */
  mkfifo(path: string, mode?: number): Errno | null
  rmdir(path: string): Errno | null
  unlink(path: string): Errno | null
  rename(from: string, to: string): Errno | null
  symlink(target: string, path: string): Errno | null
  readlink(path: string): string | Errno
  chmod(path: string, mode: number): Errno | null
  /** Sets the time of modification, to now when none is given. */
  touch(path: string, mtime?: Nanoseconds): Errno | null
  /** A pipe: what is written to `write` can be read from `read`. Each end is the caller's to close. */
  pipe(): { readonly read: OpenFile; readonly write: OpenFile }
  openpty(columns: number, rows: number): Pty
  /** Mounts a namespace on an existing file (`mount --bind /proc/self/ns/net PATH`). */
  mountNetns(path: string, netns: NetnsRef): Errno | null
  /** `lazy`: with all that is mounted below it (MNT_DETACH). */
  umount(path: string, lazy?: boolean): Errno | null
  /** A mount namespace of one's own: later bind and mountSys are seen by this process and its children only. */
  unshareMounts(): void
  /**
   * Shows the file or directory `from` at `to`; a directory over itself only becomes a mount point (rmdir: EBUSY).
   * Options as `mount -o` has them.
   */
  bind(from: string, to: string, options?: string): Errno | null
  /** A file system of a type: proc (of the caller's process namespace), sysfs (of its network), tmpfs, overlay, … */
  mount(source: string, target: string, type: string, options?: string): Errno | null
  /** Other flags for what is mounted there: `ro`, `rw`. */
  remount(target: string, options: string): Errno | null
  /** What is mounted has a life of its own from now on: the parent's later mounts are not seen (MS_REC | MS_PRIVATE). */
  makePrivate(): void
  chroot(path: string): Errno | null
  /** The mount point `newRoot` becomes the root of all who share the mounts; the old one is seen at `putOld`. */
  pivotRoot(newRoot: string, putOld: string): Errno | null
  /** An executable file that runs a program; so do copies of it. */
  install(path: string, program: Program): Errno | null
  /** A new sysfs at /sys, of the process's present network namespace. */
  mountSys(): void
  /** Names of namespaces that are mounted below a directory, in its own order (newest first, as a tmpfs lists). */
  readdirUnsorted(path: string): readonly string[] | Errno
}

export interface Network {
  /** One rtnetlink request to the process's network namespace. */
  rtnetlink(request: RtnetlinkRequest): RtnetlinkReply
  /** One request about its rule sets: all tables as they stand, or a batch of changes. */
  nftables(request: NftRequest): NftReply
  /** Hears from now on of changes of its rule sets, or of the rules that traced packets meet. */
  nftMonitor(groups: NftMonitorGroups): NftMonitorSocket
  /** One request about its sets of addresses. */
  ipset(request: IpsetRequest): IpsetReply
  /** One request about services that are balanced among servers. */
  ipvs(request: IpvsRequest): IpvsReply
  /** One request about tracked flows. */
  conntrack(request: CtRequest): CtReply
  /** Hears from now on what becomes of flows. */
  conntrackEvents(): CtEventSocket
  /** Listens to what the kernel tells of the process's network namespace: see RtnetlinkSocket. */
  rtnetlinkSocket(options: RtnetlinkSocketOptions): RtnetlinkSocket
  /** Own namespace. */
  netns(): NetnsRef
  /** A new namespace that lives as long as it is referred to by a process or a mount; ENOSPC when there are too many. */
  createNetns(): NetnsRef | Errno
  /** That of a file: /run/netns/NAME, /proc/PID/ns/net. */
  openNetns(path: string): NetnsRef | Errno
  setns(netns: NetnsRef): Errno | null
  icmpSocket(): IcmpSocket
  udpSocket(): UdpSocket
  icmp6Socket(): Icmp6Socket
  udp6Socket(): Udp6Socket
  packetSocket(): PacketSocket
  /** A TCP socket. Closed for the process when it ends. */
  streamSocket(family: StreamFamily): StreamSocket
  /** The first connection that waits at a listener, now this process's own; EAGAIN when none does. */
  accept(listener: StreamSocket): StreamSocket | Errno
  /** A listener that its parent opened is this process's too, under the same number; the parent closes it. */
  inherit(listener: StreamSocket): void
  /** A stream socket of the AF_UNIX family. */
  unixSocket(): UnixSocket
  /** As accept; EAGAIN when nobody waits. */
  acceptUnix(listener: UnixSocket): UnixSocket | Errno
  /** The AF_UNIX sockets of the namespace (Ref: net/unix/diag.c). */
  unixDiag(): readonly UnixSocketInfo[]
  /** The sockets of the namespace (Ref: net/ipv4/inet_diag.c). */
  sockDiag(protocol: DiagProtocol): readonly InetDiagMessage[]
  /** Who on this machine has which socket, by the number of its inode. */
  socketOwners(): ReadonlyMap<number, readonly SocketOwner[]>
  /** Of the process's own UTS namespace. */
  hostname(): string
  setHostname(name: string): Errno | null
}

/** Namespaces of all kinds (namespaces(7)). */
export interface Namespaces {
  /** Leaves for new ones; of `pid` and `time` they are for children yet to be made. EINVAL: another `pid` is pending. */
  unshare(kinds: readonly NamespaceKind[]): Errno | null
  /** Enters that of an open file; `mnt`: root and directory become its root. EINVAL when it is of another kind. */
  setns(file: OpenFile, kind: NamespaceKind | null): Errno | null
  setDomainname(name: string): void
}

export interface SocketOwner {
  readonly pid: number
  /** Name of its program. */
  readonly command: string
  readonly fd: number
}

export interface ProcessClock {
  /** Since the lab began. */
  now(): Nanoseconds
  /** Seconds since 1970 as `date` shows them: the lab's fixed birthday plus now(). */
  epoch(): number
  /** False when a caught signal ended it early. */
  sleep(span: Nanoseconds): Blocking<boolean>
  /** Waits for any of them, or the time. */
  wait(on: readonly Waitable[], until?: Nanoseconds): Blocking<WakeReason>
}

export interface SpawnOptions {
  readonly argv: readonly string[]
  readonly env?: ReadonlyMap<string, string>
  /** The child's descriptors; the parent's when absent. The child refers to each once more. */
  readonly fds?: ReadonlyMap<number, OpenFile>
  /** `own`: a new process group led by the child; a number: that group; absent: the parent's. */
  readonly pgid?: 'own' | number
  /** New namespaces the child is born in (clone(2), CLONE_NEW*); `pid`: it is process 1 there. */
  readonly clone?: readonly NamespaceKind[]
  /** Signals the child ignores (SIGINT for a background job without job control); those its parent ignores when absent. */
  readonly ignore?: readonly Signal[]
}

export interface ChildStatus {
  readonly pid: number
  /** 128 + number when a signal ended or stopped it. */
  readonly status: number
  readonly signal: Signal | null
  readonly stopped: boolean
}

export interface ProcessInfo {
  readonly pid: number
  readonly ppid: number
  readonly pgid: number
  readonly sid: number
  readonly comm: string
  /** `pts/0`; null without a controlling terminal. */
  readonly tty: string | null
  /** Its group is the one that Ctrl-C reaches. */
  readonly foreground: boolean
  readonly state: 'R' | 'S' | 'T' | 'Z'
  readonly argv: readonly string[]
  readonly netns: NetnsRef
  readonly started: Nanoseconds
}

/** pids.max of a control group, shared by the processes in it; Infinity: no limit. */
export interface PidsLimit {
  max: number
}

export interface Processes {
  /** A child running `program` (fork, then the child's own code); it starts when the caller next waits. */
  spawn(program: Program, options: SpawnOptions): number
  /** Where PATH (or the path itself, when it has a slash) leads; null when nowhere. */
  find(name: string): string | null
  /**
   * Runs another program in this process: its exit status, or why it could not start (ENOENT, EACCES, ENOEXEC). `shown`
   * stays its command line when the program is a part of the one that runs already.
   */
  exec(
    path: string,
    argv: readonly string[],
    env?: ReadonlyMap<string, string>,
    shown?: readonly string[] | null,
  ): Blocking<number | Errno>
  /** Waits for one child, or for any (null). ECHILD when there is none; EINTR when a caught signal came first. */
  wait(pid: number | null, options?: { readonly untraced?: boolean }): Blocking<ChildStatus | Errno>
  /** As wait, without waiting: null when nothing has changed. */
  poll(pid: number | null, options?: { readonly untraced?: boolean }): ChildStatus | Errno | null
  /** Negative: a process group. */
  kill(pid: number, signal: Signal | null): Errno | null
  setpgid(pid: number, pgid: number): void
  /** Leads a session and a group of its own; a terminal becomes its controlling one (setsid(2), login_tty(3)). */
  setsid(terminal: OpenFile | null): void
  /** What a signal does to this process; a handler runs when the process is next resumed. */
  onSignal(signal: Signal, action: 'default' | 'ignore' | (() => void)): void
  /** What the file system at /proc shows, in its numbers; nothing when none is mounted. */
  list(): readonly ProcessInfo[]
  /** By its number in the caller's namespace. */
  get(pid: number): ProcessInfo | null
  /** Why no child can be made: EAGAIN while the machine has as many processes as it can, ENOMEM once process 1 of the namespace it would be born in has ended. */
  mayFork(): Errno | null
  /** It and the children it makes from now on are counted together. */
  joinPids(limit: PidsLimit): void
  /** It has a capability (`NET_RAW`). */
  capable(name: string): boolean
  /** Keeps these alone of its capabilities (`NET_ADMIN`); its children have no others (capset(2)). */
  limitCapabilities(names: ReadonlySet<string>): void
  /** Takes all others out of what it and its children could ever have (prctl(2), PR_CAPBSET_DROP). */
  limitBounding(names: ReadonlySet<string>): void
  /** prctl(2), PR_SET_NO_NEW_PRIVS. */
  refuseNewPrivileges(): void
  limit(resource: Resource): Limit
  /** setrlimit(2). */
  setLimit(resource: Resource, limit: Limit): void
  /** What ps shows in the place of its arguments (setproctitle(3)). */
  setTitle(title: string): void
  /** For whom it acts, which its children do too: null at first, for a person. */
  maker(): Maker | null
  setMaker(maker: Maker | null): void
  /** As its user namespace counts. */
  uid(): number
  gid(): number
  /** Those it is in besides (getgroups(2)). */
  groups(): readonly number[]
  setgroups(gids: readonly number[]): void
  /** EINVAL when its user namespace maps nobody to that number. */
  setuid(uid: number): Errno | null
  setgid(gid: number): Errno | null
  /** A signal for when its parent ends (PR_SET_PDEATHSIG). */
  setParentDeathSignal(signal: Signal): void
  /** Ends this process at once with a status, from however deep. */
  exit(status: number): never
}
