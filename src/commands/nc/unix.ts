// nc -U: connections through a file. Ref: netcat.c:unix_connect(), unix_listen()
import type { Blocking, Process } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import { acceptUnix } from '../lib/stream.ts'
import { tcpConnection } from './connection.ts'
import { readwrite } from './readwrite.ts'
import type { NcSettings } from './settings.ts'

export function* connectUnix(p: Process, set: NcSettings, path: string): Blocking<number> {
  const socket = p.net.unixSocket()
  try {
    const error = socket.connect(path)
    if (error) {
      p.io.err(`nc: ${path}: ${error.text}\n`)
      return 1
    }
    if (!set.scan) yield* readwrite(p, set, tcpConnection(socket))
    return 0
  } finally {
    socket.close()
  }
}

export function* serveUnix(p: Process, set: NcSettings, path: string): Blocking<number> {
  const stat = p.fs.lstat(path)
  if (!isErrno(stat) && stat.kind === 'socket') p.fs.unlink(path)
  const listener = p.net.unixSocket()
  try {
    const error = listener.bind(path) ?? listener.listen(BACKLOG)
    if (error) {
      p.io.err(`nc: ${error.text}\n`)
      return 1
    }
    if (set.verbose) p.io.err(`Bound on ${path}\nListening on ${path}\n`)
    do {
      const accepted = yield* acceptUnix(p, listener)
      if (isErrno(accepted)) continue
      if (set.verbose) p.io.err(`Connection received on ${path}\n`)
      try {
        if ((yield* readwrite(p, set, tcpConnection(accepted))) === 'quit') return 0
      } finally {
        accepted.close()
      }
    } while (set.keep)
    return 0
  } finally {
    listener.close()
  }
}

const BACKLOG = 5
