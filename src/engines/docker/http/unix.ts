// Stream sockets of the UNIX domain, as the daemon and its clients use them.
import type { Blocking, Process } from '../../../os/program.ts'
import { EAGAIN, ECONNREFUSED, ENOENT, EPIPE, EADDRINUSE, isErrno, type Errno } from '../../../uapi/errno.ts'
import { WaitQueue } from '../../../sim/wait.ts'
import { joined, type ByteSocket } from './channel.ts'

export interface UnixListener {
  readonly queue: ByteSocket[]
  readonly changed: WaitQueue
  closed: boolean
  close(): void
}

const machines = new WeakMap<object, Map<string, UnixListener>>()

function listenersOf(p: Process): Map<string, UnixListener> {
  let listeners = machines.get(p.log)
  if (!listeners) {
    listeners = new Map()
    machines.set(p.log, listeners)
  }
  return listeners
}

export function listenUnix(p: Process, path: string): UnixListener | Errno {
  const listeners = listenersOf(p)
  if (listeners.has(path)) return EADDRINUSE
  const changed = new WaitQueue()
  const listener: UnixListener = {
    queue: [],
    changed,
    closed: false,
    close() {
      listener.closed = true
      listeners.delete(path)
      changed.wake()
    },
  }
  listeners.set(path, listener)
  p.fs.writeFile(path, '')
  return listener
}

export function* acceptUnix(p: Process, listener: UnixListener): Blocking<ByteSocket | Errno> {
  for (;;) {
    const socket = listener.queue.shift()
    if (socket) return socket
    if (listener.closed) return EPIPE
    yield* p.clock.wait([listener.changed])
  }
}

export function* connectUnix(p: Process, path: string): Blocking<ByteSocket | Errno> {
  const listener = listenersOf(p).get(path)
  if (!listener) return isErrno(p.fs.stat(path)) ? ENOENT : ECONNREFUSED
  const up = new Pipe()
  const down = new Pipe()
  listener.queue.push(new End(up, down))
  listener.changed.wake()
  return new End(down, up)
}

class Pipe {
  data: Uint8Array = new Uint8Array(0)
  ended = false
  gone = false
  readonly changed = new WaitQueue()
}

class End implements ByteSocket {
  constructor(
    private readonly from: Pipe,
    private readonly to: Pipe,
  ) {}

  send(data: Uint8Array): number | Errno {
    if (this.to.gone || this.to.ended) return EPIPE
    this.to.data = joined(this.to.data, data.slice())
    this.to.changed.wake()
    return data.length
  }

  recv(max: number): Uint8Array | Errno {
    const { from } = this
    if (from.data.length === 0) return from.ended ? new Uint8Array(0) : EAGAIN
    const taken = from.data.slice(0, max)
    from.data = from.data.slice(taken.length)
    return taken
  }

  shutdown(how: 'read' | 'write' | 'both'): Errno | null {
    if (how !== 'read') this.to.ended = true
    this.to.changed.wake()
    return null
  }

  close(): void {
    this.to.ended = true
    this.from.gone = true
    this.to.changed.wake()
    this.from.changed.wake()
  }

  subscribe(wake: () => void): () => void {
    return this.from.changed.subscribe(wake)
  }
}
