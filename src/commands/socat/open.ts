// Opens what an address names. Ref: socat xio-*.c
import type { Blocking, OpenFile, Process } from '../../os/program.ts'
import { EBADF, isErrno } from '../../uapi/errno.ts'
import { execvp } from '../lib/spawn.ts'
import { hasOption, type Address } from './address.ts'
import { fileChannel, pipeChannel, stdioChannel, type Channel } from './channel.ts'
import type { Log } from './log.ts'
import { connectTcp, listenTcp } from './tcp.ts'
import { openUdp } from './udp.ts'
import { connectUnix, listenUnix } from './unix.ts'

/** socat's own pipe for signals has the descriptors before. */
export const FIRST_FD = 5
const OCTAL_RDWR = 2

export interface Opening {
  readonly p: Process
  readonly log: Log
  /** Which ways the transfer goes through this end. */
  readonly reads: boolean
  readonly writes: boolean
  /** Number of its descriptor. */
  readonly fd: number
  /** Variables for a program on the other end: SOCAT_PEERADDR. */
  readonly env: Map<string, string>
  /** Processes that run programs. */
  readonly programs: Set<number>
  /** Files that go away when it ends. */
  readonly leftovers: Set<string>
  /** Goes on in a child with this channel. Of a listener with `fork`. */
  readonly fork: (open: (child: Process) => Blocking<Channel | null>) => number
}

/** A channel; or the status to end with, what there was to say being said. */
export function* openAddress(o: Opening, address: Address): Blocking<Channel | number> {
  const { p, log } = o
  const { type } = address
  if (type === 'STDIO') {
    if (o.reads && o.writes) log.write('N', 'reading from and writing to stdio')
    else log.write('N', o.reads ? 'using stdin for reading' : 'using stdout for writing')
    return stdioChannel(p, o.reads, o.writes)
  }
  if (type === 'STDIN') return stdioChannel(p, true, false)
  if (type === 'STDOUT') return stdioChannel(p, false, true)
  if (type === 'STDERR') {
    const file = p.io.fds.get(2)
    return file ? fileChannel(file, 2, false, true, EBADF) : log.fail('write(2): Bad file descriptor')
  }
  if (type === 'PIPE') {
    const { read, write } = p.fs.pipe()
    return pipeChannel(read, write, o.fd)
  }
  if (type === 'OPEN' || type === 'CREATE' || type === 'GOPEN') return openFile(o, address)
  if (type === 'EXEC' || type === 'SYSTEM') return openProgram(o, address)
  if (type === 'UNIX-LISTEN') return yield* listenUnix(o, address)
  if (type.startsWith('UNIX')) return connectUnix(o, address)
  if (type.startsWith('UDP')) return yield* openUdp(o, address)
  return type.endsWith('-LISTEN') ? yield* listenTcp(o, address) : yield* connectTcp(o, address)
}

function openFile({ p, log, reads, writes, fd }: Opening, address: Address): Channel | number {
  const [path = ''] = address.params
  const there = !isErrno(p.fs.stat(path))
  const creates = address.type === 'CREATE' || hasOption(address, 'creat', 'create', 'o-creat')
  const grows = address.type === 'GOPEN' && !reads
  const read = address.type !== 'CREATE' && !hasOption(address, 'wronly') && reads
  const write = address.type === 'CREATE' || (writes && !hasOption(address, 'rdonly'))
  const flags = {
    read,
    write,
    append: hasOption(address, 'append', 'o-append') || (address.type === 'GOPEN' && write),
    create: creates || (grows && !there),
    truncate: address.type === 'CREATE' || hasOption(address, 'trunc', 'o-trunc'),
    excl: hasOption(address, 'excl'),
  }
  const file = p.fs.open(path, flags)
  if (!isErrno(file)) return fileChannel(file, fd, read, write, EBADF)
  const mode = read && write ? OCTAL_RDWR : write ? 1 : 0
  return log.fail(`open("${path}", 0${mode}, 0666): ${file.text}`)
}

/** A program by its words, or what the shell makes of a line. */
function openProgram(o: Opening, { type, params }: Address): Channel {
  const { p, log } = o
  const [command = ''] = params
  const argv = type === 'SYSTEM' ? ['sh', '-c', command] : command.split(/\s+/).filter((word) => word !== '')
  const env = new Map([...p.env, ...o.env])
  const input = p.fs.pipe()
  const output = p.fs.pipe()
  // What goes one way only leaves the other as it is.
  const fds = new Map<number, OpenFile>(p.io.fds)
  if (o.writes) fds.set(0, input.read)
  if (o.reads) fds.set(1, output.write)
  log.write('N', 'forking off child, using socket for reading and writing')
  const pid = p.procs.spawn(
    function* (child) {
      const childLog = log.of(child)
      if (type === 'EXEC') childLog.write('N', `execvp'ing "${argv[0] ?? ''}"`)
      const result = yield* execvp(child, argv, env)
      if (!isErrno(result)) return result
      o.programs.delete(child.pid)
      childLog.write('E', `execvp("${argv[0] ?? ''}", "${argv[0] ?? ''}"): ${result.text}`)
      return 1
    },
    { argv: p.argv, env, fds },
  )
  o.programs.add(pid)
  log.write('N', `forked off child process ${pid}`)
  log.write('N', `forked off child process ${pid}`)
  input.read.close()
  output.write.close()
  return pipeChannel(output.read, input.write, o.fd)
}
