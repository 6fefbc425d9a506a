// Stream sockets of one machine, with a name in the tree of files. Ref: net/unix/af_unix.c
import { WaitQueue } from '../sim/wait.ts'
import type { Errno } from '../uapi/errno.ts'
import {
  EADDRINUSE,
  EAGAIN,
  ECONNREFUSED,
  ECONNRESET,
  EINVAL,
  EISCONN,
  ENOTCONN,
  ENXIO,
  EPIPE,
  isErrno,
} from '../uapi/errno.ts'
import type { UnixSocket, UnixSocketInfo } from '../uapi/unix.ts'
import { concat } from '../wire/octets.ts'
import type { SuperBlock } from './inode.ts'
import { Inode } from './inode.ts'
import type { Caller } from './vfs.ts'
import { namei, walk } from './vfs.ts'

/** Octets that wait for the reader before a writer has to (net.core.wmem_default). */
const BUFFER = 212_992
/** net.core.somaxconn. */
const MOST_WAITING = 4096

/** What bind leaves in the tree; it stays when the socket is closed. */
export class SocketFile extends Inode {
  readonly kind = 'socket'
  constructor(
    sb: SuperBlock,
    readonly socket: UnixStream,
  ) {
    super(sb, 0o755)
  }
  open(): Errno {
    return ENXIO
  }
}

export class UnixStream implements UnixSocket {
  path = ''
  inode: number
  #listening = false
  #backlog = 0
  #peer: UnixStream | null = null
  #connected = false
  #reset = false
  #sent: Uint8Array[] = []
  #size = 0
  /** No more comes, no more goes. */
  #readShut = false
  #writeShut = false
  #waiting: UnixStream[] = []
  readonly #changes = new WaitQueue()

  constructor(
    private readonly caller: Caller,
    private readonly nextInode: () => number,
    private readonly all: Set<UnixStream>,
  ) {
    this.inode = nextInode()
    all.add(this)
  }

  get netns(): Caller['netns'] {
    return this.caller.netns
  }

  get peerPath(): string {
    return this.#peer?.path ?? ''
  }

  bind(path: string): Errno | null {
    if (this.path !== '') return EINVAL
    const place = walk(this.caller, path, true)
    if (isErrno(place)) return place
    if (place.inode) return EADDRINUSE
    const denied = place.directory.mayCreate('file')
    if (denied) return denied
    place.directory.insert(place.name, new SocketFile(place.directory.sb, this))
    this.path = path
    return null
  }

  listen(backlog: number): Errno | null {
    if (this.path === '') return EINVAL
    this.#listening = true
    this.#backlog = Math.min(backlog, MOST_WAITING)
    return null
  }

  /** At once: the other end need not have been accepted yet. */
  connect(path: string): Errno | null {
    if (this.#connected) return EISCONN
    const inode = namei(this.caller, path)
    if (isErrno(inode)) return inode
    if (!(inode instanceof SocketFile)) return ECONNREFUSED
    const { socket: listener } = inode
    if (!listener.#listening) return ECONNREFUSED
    if (listener.#waiting.length > listener.#backlog) return EAGAIN
    const end = new UnixStream(listener.caller, this.nextInode, this.all)
    end.path = listener.path
    end.#peer = this
    end.#connected = this.#connected = true
    this.#peer = end
    listener.#waiting.push(end)
    listener.#changes.wake()
    return null
  }

  get pendingConnections(): number {
    return this.#waiting.length
  }

  take(): UnixStream | Errno {
    if (!this.#listening) return EINVAL
    return this.#waiting.shift() ?? EAGAIN
  }

  send(data: Uint8Array): number | Errno {
    const peer = this.#peer
    if (!this.#connected) return ENOTCONN
    if (!peer || this.#writeShut || peer.#readShut) return EPIPE
    const room = BUFFER - peer.#size
    if (room <= 0) return EAGAIN
    const part = data.slice(0, room)
    peer.#sent.push(part)
    peer.#size += part.length
    peer.#changes.wake()
    return part.length
  }

  recv(max: number): Uint8Array | Errno {
    const data = this.peek(max)
    if (isErrno(data) || data.length === 0) return data
    const rest = concat(this.#sent).subarray(data.length)
    this.#sent = rest.length > 0 ? [rest] : []
    this.#size = rest.length
    this.#peer?.changed()
    return data
  }

  peek(max: number): Uint8Array | Errno {
    if (this.#size > 0) return concat(this.#sent).slice(0, max)
    if (this.#reset) {
      this.#reset = false
      return ECONNRESET
    }
    if (!this.#connected) return EINVAL
    return this.#ended ? new Uint8Array(0) : EAGAIN
  }

  changed(): void {
    this.#changes.wake()
  }

  get #ended(): boolean {
    return this.#readShut || !this.#peer || this.#peer.#writeShut
  }

  shutdown(how: 'read' | 'write' | 'both'): Errno | null {
    if (!this.#connected) return ENOTCONN
    if (how !== 'write') this.#readShut = true
    if (how !== 'read') this.#writeShut = true
    this.#changes.wake()
    this.#peer?.changed()
    return null
  }

  poll(): {
    readonly readable: boolean
    readonly writable: boolean
    readonly hup: boolean
    readonly error: boolean
  } {
    const peer = this.#peer
    return {
      readable: this.#waiting.length > 0 || this.#size > 0 || (this.#connected && this.#ended),
      writable: this.#connected && (!peer || peer.#size < BUFFER),
      hup: this.#connected && (!peer || (this.#writeShut && peer.#writeShut)),
      error: this.#reset,
    }
  }

  takeError(): Errno | null {
    const error = this.#reset ? ECONNRESET : null
    this.#reset = false
    return error
  }

  subscribe(wake: () => void): () => void {
    return this.#changes.subscribe(wake)
  }

  close(): void {
    if (this.inode === 0) return
    this.all.delete(this)
    this.inode = 0
    this.#listening = false
    for (const end of this.#waiting) end.close()
    this.#waiting = []
    const peer = this.#peer
    if (!peer) return
    peer.#peer = null
    // What was sent and not read is lost to the sender.
    if (this.#size > 0) peer.#reset = true
    peer.#changes.wake()
    this.#peer = null
  }

  info(): UnixSocketInfo {
    const { path, inode } = this
    const state = this.#listening ? 'LISTEN' : this.#connected ? 'ESTAB' : 'UNCONN'
    const queued = this.#listening ? this.#waiting.length : this.#size
    return {
      state,
      path,
      inode,
      peer: this.#peer?.inode ?? 0,
      recvQ: queued,
      sendQ: this.#listening ? this.#backlog : 0,
    }
  }
}
