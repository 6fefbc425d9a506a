// What listeners of every family do with who comes. Ref: socat xio-listen.c:_xioopen_listen()
import type { Blocking, Process } from '../../os/program.ts'
import { SECOND } from '../../sim/clock.ts'
import type { StreamEnd } from '../../uapi/socket.ts'
import { hasOption, type Address } from './address.ts'
import { streamChannel, type Channel } from './channel.ts'
import type { Opening } from './open.ts'

/** What a parent leaves its child to take the connection. */
const HANDOVER = SECOND / 1_000_000

export interface Listener {
  readonly socket: StreamEnd
  /** As the log has it. */
  readonly name: string
  /** The connection that waits, for this process, told in the log; null when it has gone. */
  readonly take: (p: Process) => StreamEnd | null
}

/** The first connection; with `fork` a child has each, and this never ends. */
export function* serve(o: Opening, address: Address, listener: Listener): Blocking<Channel> {
  const { p, log } = o
  const take = (process: Process): Channel | null => {
    const socket = listener.take(process)
    return socket && streamChannel(socket, o.fd + 1)
  }
  for (;;) {
    log.write('N', `listening on ${listener.name}`)
    while (listener.socket.pendingConnections === 0) yield* p.clock.wait([listener.socket])
    if (hasOption(address, 'fork')) {
      const pid = o.fork(function* (child) {
        const channel = take(child)
        yield* child.clock.sleep(2 * HANDOVER)
        return channel
      })
      yield* p.clock.sleep(HANDOVER)
      log.write('N', `forked off child process ${pid}`)
      continue
    }
    const channel = take(p)
    if (!channel) continue
    listener.socket.close()
    return channel
  }
}
