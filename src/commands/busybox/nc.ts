// nc, the small one. Ref: busybox networking/nc.c
import type { Blocking, OpenFile, Process } from '../../os/program.ts'
import { SECOND } from '../../sim/clock.ts'
import { EAGAIN, isErrno } from '../../uapi/errno.ts'
import type { StreamSocket } from '../../uapi/socket.ts'
import { getaddrinfo } from '../lib/resolv/getaddrinfo.ts'
import { acceptStream, connectStream, sendStream } from '../lib/stream.ts'
import type { Applet } from './applet.ts'
import { cannotConnect } from './connect.ts'
import { getopt, showUsage, xatou } from './getopt.ts'

export const ncApplet: Applet = {
  name: 'nc',
  usage: ` [-iN] [-wN] [-l] [-p PORT] [-f FILE|IPADDR PORT] [-e PROG]

Open a pipe to IP:PORT or FILE

	-l	Listen mode, for inbound connects
		(use -ll with -e for persistent server)
	-p PORT	Local port
	-w SEC	Connect timeout
	-i SEC	Delay interval for lines sent
	-f FILE	Use file (ala /dev/ttyS0) instead of network
	-e PROG	Run PROG after connect`,
  run: nc,
}

function* nc(p: Process): Blocking<number> {
  const options = getopt(p, ncApplet, '+lp:w:i:f:e:')
  if (!options) return 1
  const { given, operands } = options
  for (const letter of 'fi') {
    if (!given.has(letter)) continue
    p.io.err(`nc: -${letter} is not supported in vethlab\n`)
    return 1
  }
  const wait = given.has('w') ? xatou(p, 'nc', given.get('w') ?? '') : 0
  if (wait === null) return 1
  const word = given.get('p')
  const port = word === undefined ? 0 : portOf(word)
  if (port === null) return fail(p, `bad port '${word ?? ''}'`)
  const until = wait > 0 ? p.clock.now() + wait * SECOND : Infinity
  const socket = given.has('l')
    ? yield* listen(p, operands[0] ?? null, port, until)
    : yield* connect(p, operands, port, until)
  if (typeof socket === 'number') return socket
  const program = given.get('e')
  if (program === undefined) return yield* pass(p, socket)
  return yield* runOn(p, socket, [program, ...(given.has('l') ? operands : operands.slice(2))])
}

/** `-e`: the connection is its input and its output. */
function* runOn(p: Process, socket: StreamSocket, argv: readonly string[]): Blocking<number> {
  const inward = p.fs.pipe()
  const outward = p.fs.pipe()
  const [name = ''] = argv
  const pid = p.procs.spawn(
    function* (child) {
      const path = child.procs.find(name)
      const status = path === null ? null : yield* child.procs.exec(path, argv)
      if (typeof status === 'number') return status
      child.io.err(`nc: can't execute '${name}': ${status?.text ?? 'No such file or directory'}\n`)
      return 127
    },
    {
      argv,
      fds: new Map([
        [0, inward.read],
        [1, outward.write],
        [2, outward.write],
      ]),
    },
  )
  inward.read.close()
  outward.write.close()
  yield* relay(p, socket, inward.write, outward.read)
  const ended = yield* p.procs.wait(pid)
  return isErrno(ended) ? 1 : ended.status
}

/** Until the program has nothing more to say. */
function* relay(p: Process, socket: StreamSocket, to: OpenFile, from: OpenFile): Blocking<void> {
  let open = true
  try {
    for (;;) {
      const said = from.read(65536)
      if (!isErrno(said)) {
        if (said.length === 0) return
        if (yield* sendStream(p, socket, said)) return
        continue
      }
      const got = open ? socket.recv(65536) : EAGAIN
      if (got === EAGAIN) yield* p.clock.wait(open ? [socket, from] : [from])
      else if (!isErrno(got) && got.length > 0) to.write(got)
      else {
        open = false
        to.close()
      }
    }
  } finally {
    if (open) to.close()
    from.close()
    socket.close()
  }
}

function fail(p: Process, message: string): number {
  p.io.err(`nc: ${message}\n`)
  return 1
}

function portOf(word: string): number | null {
  return /^\d+$/.test(word) && Number(word) <= 65535 ? Number(word) : null
}

function* listen(
  p: Process,
  host: string | null,
  port: number,
  until: number,
): Blocking<StreamSocket | number> {
  let address: number | bigint = 0n
  if (host !== null) {
    const found = yield* getaddrinfo(p, host)
    const first = 'error' in found ? undefined : found.addresses[0]
    if (first === undefined) return fail(p, `bad address '${host}'`)
    address = first
  }
  const listener = p.net.streamSocket(typeof address === 'number' ? 'inet' : 'inet6')
  listener.options.reuseaddr = true
  const error = listener.bind({ address, port }) ?? listener.listen(1)
  if (error) {
    listener.close()
    return fail(p, `bind: ${error.text}`)
  }
  const socket = yield* acceptStream(p, listener, until)
  listener.close()
  if (socket === EAGAIN) return fail(p, 'timed out')
  return isErrno(socket) ? fail(p, `accept: ${socket.text}`) : socket
}

function* connect(
  p: Process,
  operands: readonly string[],
  local: number,
  until: number,
): Blocking<StreamSocket | number> {
  const [host, word] = operands
  if (host === undefined || word === undefined || operands.length > 2) return showUsage(p, ncApplet)
  const port = portOf(word)
  if (port === null) return fail(p, `bad port '${word}'`)
  const found = yield* getaddrinfo(p, host)
  const address = 'error' in found ? undefined : found.addresses[0]
  if (address === undefined) return fail(p, `bad address '${host}'`)
  const socket = p.net.streamSocket(typeof address === 'number' ? 'inet' : 'inet6')
  if (local > 0) socket.bind({ address: typeof address === 'number' ? 0 : 0n, port: local })
  const error = yield* connectStream(p, socket, { address, port }, until)
  if (!error) return socket
  socket.close()
  if (p.clock.now() >= until) return fail(p, 'timed out')
  return fail(p, cannotConnect(address, error))
}

/** Both ways, until the other end has nothing more to say. */
function* pass(p: Process, socket: StreamSocket): Blocking<number> {
  const input = p.io.fds.get(0)
  let open = input !== undefined
  try {
    for (;;) {
      const typed = open && input ? input.read(65536) : EAGAIN
      if (!isErrno(typed)) {
        if (typed.length > 0) {
          const error = yield* sendStream(p, socket, typed)
          if (error) return fail(p, `write: ${error.text}`)
        } else {
          open = false
          socket.shutdown('write')
        }
        continue
      }
      if (typed !== EAGAIN) open = false
      const got = socket.recv(65536)
      if (isErrno(got) ? got !== EAGAIN : got.length === 0)
        return isErrno(got) ? fail(p, `read: ${got.text}`) : 0
      if (!isErrno(got)) {
        p.io.out(got)
        continue
      }
      yield* p.clock.wait(open && input ? [socket, input] : [socket])
    }
  } finally {
    socket.close()
  }
}
