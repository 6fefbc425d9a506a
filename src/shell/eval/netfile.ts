// `/dev/tcp/HOST/PORT` and `/dev/udp/HOST/PORT`: no files, but sockets that a redirection opens. Ref: bash lib/sh/netopen.c
import { OpenFileBase } from '../../os/openfile.ts'
import type { Blocking, FileStat, OpenFile, Process } from '../../os/program.ts'
import { SECOND } from '../../sim/clock.ts'
import type { Errno } from '../../uapi/errno.ts'
import { EAGAIN, EALREADY, EINPROGRESS, EINTR, EINVAL, isErrno } from '../../uapi/errno.ts'
import type { StreamSocket, UdpSocket } from '../../uapi/socket.ts'
import type { Udp6Socket } from '../../uapi/socket6.ts'
import { decodeUtf8 } from '../../wire/utf8.ts'
import { parseInet, type Inet } from '../../wire/inet.ts'
import { parseInet6, type Inet6 } from '../../wire/inet6.ts'
import type { ShellState } from '../state.ts'

const NET_PATH = /^\/dev\/(tcp|udp)\/([^/]*)\/(.*)$/s

export function isNetPath(path: string): boolean {
  return NET_PATH.test(path)
}

/** A connected socket; why there is none, the shell having said at which step it failed. */
export function* openNetFile(shell: ShellState, path: string): Blocking<OpenFile | Errno> {
  const [, protocol, host = '', service = ''] = NET_PATH.exec(path) ?? []
  const { p } = shell
  const tcp = protocol === 'tcp'
  const addresses = yield* addressesOf(shell, host)
  if (addresses === null) return EINVAL
  const port = portOf(p, service, tcp ? 'tcp' : 'udp')
  if (port === null) {
    shell.report(`${service}: Servname not supported for ai_socktype`)
    return EINVAL
  }
  let error: Errno = EINVAL
  for (const address of addresses) {
    const opened = tcp ? yield* connectTcp(p, address, port) : connectUdp(p, address, port)
    if (!isErrno(opened)) return opened
    error = opened
  }
  const name = shell.interactive || !shell.origin.numbered ? 'bash' : shell.origin.name
  shell.err(`${name}: connect: ${error.text}\n`)
  return error
}

/** Numbers as they are; names by the C library's resolver, which getent(1) asks. */
function* addressesOf(shell: ShellState, host: string): Blocking<readonly (Inet | Inet6)[] | null> {
  const numeric = parseInet(host) ?? parseInet6(host)
  if (numeric !== null) return [numeric]
  const began = shell.p.clock.now()
  const found = host === '' ? [] : yield* askGetent(shell.p, host)
  if (found.length > 0) return found
  const slow = shell.p.clock.now() - began >= SECOND
  const unanswered = host !== '' && (slow || !hasNameserver(shell.p))
  shell.report(
    `${host}: ${unanswered ? 'Temporary failure in name resolution' : 'Name or service not known'}`,
  )
  return null
}

/** Whether there is one to ask, and a way to it. */
function hasNameserver(p: Process): boolean {
  const text = p.fs.readText('/etc/resolv.conf')
  if (isErrno(text)) return false
  return [...text.matchAll(/^nameserver\s+(\S+)/gm)].some(([, server = '']) => {
    const dst = parseInet(server) ?? parseInet6(server)
    return (
      dst !== null && p.net.rtnetlink({ type: 'RTM_GETROUTE_LOOKUP', lookup: { dst } }).error === undefined
    )
  })
}

function* askGetent(p: Process, host: string): Blocking<(Inet | Inet6)[]> {
  const path = p.procs.find('getent')
  if (path === null) return []
  const argv = ['getent', 'ahosts', host]
  const { read, write } = p.fs.pipe()
  const fds = new Map(p.io.fds).set(1, write)
  const pid = p.procs.spawn(
    function* (child) {
      const status = yield* child.procs.exec(path, argv)
      return isErrno(status) ? 127 : status
    },
    { argv, fds },
  )
  write.close()
  yield* p.procs.wait(pid)
  const answer = read.read(65_536)
  read.close()
  if (isErrno(answer)) return []
  return decodeUtf8(answer)
    .split('\n')
    .flatMap((line) => {
      const [, text = ''] = /^(\S+)\s+STREAM/.exec(line) ?? []
      const address = parseInet(text) ?? parseInet6(text)
      return address === null ? [] : [address]
    })
}

/** Only the low 16 bits of a number count, as for getaddrinfo(3). */
function portOf(p: Process, service: string, protocol: string): number | null {
  if (/^\d*$/.test(service)) return Number(service) & 0xffff
  const text = p.fs.readText('/etc/services')
  if (isErrno(text)) return null
  for (const line of text.split('\n')) {
    const [name, where = '', ...aliases] = line.replace(/#.*/, '').trim().split(/\s+/)
    const [number = '', of] = where.split('/')
    if (of === protocol && [name, ...aliases].includes(service)) return Number(number)
  }
  return null
}

function* connectTcp(p: Process, address: Inet | Inet6, port: number): Blocking<OpenFile | Errno> {
  const socket = p.net.streamSocket(typeof address === 'bigint' ? 'inet6' : 'inet')
  for (;;) {
    const error = socket.connect({ address, port })
    if (error === null) return new TcpFile(socket)
    const waits = error === EINPROGRESS || error === EALREADY
    if (waits && (yield* p.clock.wait([socket])) !== 'signal') continue
    socket.close()
    return waits ? EINTR : error
  }
}

function connectUdp(p: Process, address: Inet | Inet6, port: number): OpenFile | Errno {
  if (typeof address === 'bigint') {
    const socket = p.net.udp6Socket()
    const to = { address: 0n, port: 0, scope: 0 }
    const error = socket.connect({ address, port, scope: 0 })
    return udpFile(socket, error, (data) => socket.sendto(data, to))
  }
  const socket = p.net.udpSocket()
  const error = socket.connect({ address, port })
  return udpFile(socket, error, (data) => socket.sendto(data, { address: 0, port: 0 }))
}

type Send = (data: Uint8Array) => Errno | null

function udpFile(socket: UdpSocket | Udp6Socket, error: Errno | null, send: Send): OpenFile | Errno {
  if (error === null) return new UdpFile(socket, send)
  socket.close()
  return error
}

abstract class SocketFile extends OpenFileBase {
  readonly path = 'socket:[0]'

  stat(): FileStat {
    return { kind: 'socket', size: 0, mode: 0o777, inode: 0, mtime: 0 }
  }
}

class TcpFile extends SocketFile {
  /** What the socket has had no room for. */
  #unsent: Uint8Array = new Uint8Array(0)
  #closing = false

  constructor(private readonly socket: StreamSocket) {
    super()
  }

  read(max: number): Uint8Array | Errno {
    return this.socket.recv(max)
  }

  override get writable(): boolean {
    return this.#unsent.length === 0
  }

  write(octets: Uint8Array): Errno | null {
    if (this.#unsent.length > 0) {
      const joined = new Uint8Array(this.#unsent.length + octets.length)
      joined.set(this.#unsent)
      joined.set(octets, this.#unsent.length)
      this.#unsent = joined
      return null
    }
    this.#unsent = octets
    return this.#send()
  }

  #send(): Errno | null {
    while (this.#unsent.length > 0) {
      const taken = this.socket.send(this.#unsent)
      if (taken === EAGAIN) {
        this.socket.subscribe(() => this.#send())
        return null
      }
      if (isErrno(taken)) {
        this.#unsent = new Uint8Array(0)
        if (this.#closing) this.socket.close()
        return taken
      }
      this.#unsent = this.#unsent.subarray(taken)
    }
    if (this.#closing) this.socket.close()
    return null
  }

  override subscribe(wake: () => void): () => void {
    return this.socket.subscribe(wake)
  }

  protected override release(): void {
    this.#closing = true
    if (this.#unsent.length === 0) this.socket.close()
  }
}

class UdpFile extends SocketFile {
  constructor(
    private readonly socket: UdpSocket | Udp6Socket,
    private readonly send: Send,
  ) {
    super()
  }

  read(max: number): Uint8Array | Errno {
    const got = this.socket.recv()
    return isErrno(got) ? got : got.data.subarray(0, max)
  }

  write(octets: Uint8Array): Errno | null {
    return this.send(octets)
  }

  override subscribe(wake: () => void): () => void {
    return this.socket.subscribe(wake)
  }

  protected override release(): void {
    this.socket.close()
  }
}
