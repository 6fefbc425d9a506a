// An end of socat's data transfer: a socket, a file, a program.
import type { OpenFile, Process } from '../../os/program.ts'
import { EAGAIN, isErrno, type Errno } from '../../uapi/errno.ts'
import type { StreamEnd, Waitable } from '../../uapi/socket.ts'

export interface Channel {
  readonly on: readonly Waitable[]
  /** Descriptors that the log names; null: it is not open that way. */
  readonly readFd: number | null
  readonly writeFd: number | null
  /** None at the end; EAGAIN when there is nothing yet. */
  read(max: number): Uint8Array | Errno
  /** How many octets went. */
  write(data: Uint8Array): number | Errno
  shutdown(): void
  close(): void
}

/** Descriptors 0 and 1, or one of them. */
export function stdioChannel(p: Process, reads: boolean, writes: boolean): Channel {
  const input = p.io.fds.get(0)
  return {
    on: reads && input ? [input] : [],
    readFd: reads ? 0 : null,
    writeFd: writes ? 1 : null,
    read: (max) => (input ? input.read(max) : new Uint8Array()),
    write: (data) => p.io.write(1, data) ?? data.length,
    shutdown() {},
    close() {},
  }
}

/** `reads`, `writes`: how it was opened. */
export function fileChannel(
  file: OpenFile,
  fd: number,
  reads: boolean,
  writes: boolean,
  badf: Errno,
): Channel {
  return {
    on: [],
    readFd: fd,
    writeFd: fd,
    read: (max) => (reads ? file.read(max) : badf),
    write: (data) => (writes ? (file.write(data) ?? data.length) : badf),
    shutdown() {},
    close: () => file.close(),
  }
}

export function streamChannel(socket: StreamEnd, fd: number): Channel {
  return {
    on: [socket],
    readFd: fd,
    writeFd: fd,
    read: (max) => socket.recv(max),
    write: (data) => socket.send(data),
    shutdown: () => void socket.shutdown('write'),
    close: () => socket.close(),
  }
}

/** `from` and `to` are ends of pipes: a program's standard output and input. */
export function pipeChannel(from: OpenFile, to: OpenFile, fd: number): Channel {
  let open = true
  const shutdown = (): void => {
    if (open) to.close()
    open = false
  }
  return {
    on: [from, to],
    readFd: fd,
    writeFd: fd,
    read: (max) => from.read(max),
    write(data) {
      if (!to.writable) return EAGAIN
      return to.write(data) ?? data.length
    },
    shutdown,
    close() {
      shutdown()
      from.close()
    },
  }
}

/** Datagrams: each is read whole, a write is one, and there is no end but that of `first` alone. */
export function datagramChannel(
  socket: Waitable & { recv(): { readonly data: Uint8Array } | Errno; close(): void },
  send: (data: Uint8Array) => Errno | null,
  fd: number,
  first: Uint8Array | null,
  once: boolean,
): Channel {
  let waiting = first
  let ended = false
  return {
    on: [socket],
    readFd: fd,
    writeFd: fd,
    read() {
      if (waiting) {
        const data = waiting
        waiting = null
        ended = once
        return data
      }
      if (ended) return new Uint8Array()
      const got = socket.recv()
      return isErrno(got) ? got : got.data
    },
    write: (data) => send(data) ?? data.length,
    shutdown() {},
    close: () => socket.close(),
  }
}
