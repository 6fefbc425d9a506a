// Octets from the first end to the second and back. Ref: socat socat.c:_socat()
import type { Blocking, Process } from '../../os/program.ts'
import { MICROSECOND, SECOND } from '../../sim/clock.ts'
import { EAGAIN, isErrno, type Errno } from '../../uapi/errno.ts'
import { strftime } from '../lib/calendar.ts'
import type { Channel } from './channel.ts'
import type { Log } from './log.ts'

/** Where its buffer happens to be. */
const BUFFER = '0x55d5c8a3b000'

export interface TransferSettings {
  readonly size: number
  /** Seconds that the other way is given after the first has ended. */
  readonly closeWait: number
  /** Seconds without anything; null: no limit. */
  readonly idle: number | null
  readonly leftToRight: boolean
  readonly rightToLeft: boolean
  readonly dump: 'text' | 'hex' | null
}

interface Way {
  readonly from: Channel
  readonly to: Channel
  readonly sign: '>' | '<'
  /** Number of the end it reads. */
  readonly number: 1 | 2
  ended: boolean
  moved: number
  /** What could not be written yet. */
  pending: Uint8Array
}

/** Gives the exit status. */
export function* transfer(
  p: Process,
  log: Log,
  set: TransferSettings,
  first: Channel,
  second: Channel,
): Blocking<number> {
  const fds = (c: Channel): string => `[${c.readFd ?? c.writeFd},${c.writeFd ?? c.readFd}]`
  log.write('N', `starting data transfer loop with FDs ${fds(first)} and ${fds(second)}`)
  const ways: Way[] = []
  const way = (from: Channel, to: Channel, number: 1 | 2): Way => ({
    from,
    to,
    number,
    sign: number === 1 ? '>' : '<',
    ended: false,
    moved: 0,
    pending: new Uint8Array(),
  })
  if (set.leftToRight) ways.push(way(first, second, 1))
  if (set.rightToLeft) ways.push(way(second, first, 2))
  const end = yield* loop(p, log, set, ways)
  if (end !== null) return log.fail(end)
  log.write('N', 'exiting with status 0')
  return 0
}

/** Why it ends, when something went wrong. */
function* loop(p: Process, log: Log, set: TransferSettings, ways: readonly Way[]): Blocking<string | null> {
  const { clock } = p
  let closeAt = Infinity
  let idleAt = set.idle === null ? Infinity : clock.now() + set.idle * SECOND
  for (;;) {
    let moved = false
    for (const way of ways) {
      if (way.ended) continue
      const step = move(p, log, set, way)
      if (typeof step === 'string') return step
      moved ||= step
      if (!way.ended) continue
      log.write('N', `socket ${way.number} (fd ${way.from.readFd}) is at EOF`)
      way.to.shutdown()
      closeAt = Math.min(closeAt, clock.now() + set.closeWait * SECOND)
    }
    if (ways.every(({ ended }) => ended)) return null
    if (moved) {
      if (set.idle !== null) idleAt = clock.now() + set.idle * SECOND
      yield* p.io.drain(1)
      continue
    }
    if (clock.now() >= closeAt) return null
    if (clock.now() >= idleAt) {
      log.write('N', 'inactivity timeout triggered')
      return null
    }
    const on = ways.flatMap((way) => [
      ...(way.ended ? [] : way.from.on),
      ...(way.pending.length > 0 ? way.to.on : []),
    ])
    yield* clock.wait(on, Math.min(closeAt, idleAt))
  }
}

/** Whether anything happened; or what went wrong. */
function move(p: Process, log: Log, set: TransferSettings, way: Way): boolean | string {
  if (way.pending.length > 0) return push(log, way)
  const data = way.from.read(set.size)
  if (data === EAGAIN) return false
  if (isErrno(data)) {
    // A reset is told, and is an end like any other.
    if (data.name !== 'ECONNRESET') return failure('read', way.from.readFd, set.size, data)
    log.write('W', `read(${way.from.readFd}, ${BUFFER}, ${set.size}): ${data.text}`)
    way.ended = true
    return true
  }
  if (data.length === 0) {
    way.ended = true
    return true
  }
  dump(p, set, way, data)
  way.moved += data.length
  way.pending = data
  return push(log, way)
}

function push(log: Log, way: Way): boolean | string {
  const { to } = way
  const sent = to.write(way.pending)
  if (sent === EAGAIN) return false
  if (isErrno(sent)) return failure('write', to.writeFd, way.pending.length, sent)
  log.write('I', `transferred ${sent} bytes from ${way.from.readFd} to ${to.writeFd}`)
  way.pending = way.pending.subarray(sent)
  return true
}

function failure(call: string, fd: number | null, size: number, error: Errno): string {
  return `${call}(${fd}, ${BUFFER}, ${size}): ${error.text}`
}

/** Of -v and -x. */
function dump(p: Process, set: TransferSettings, way: Way, data: Uint8Array): void {
  if (set.dump === null) return
  const time = strftime('%Y/%m/%d %H:%M:%S', p.clock.epoch())
  const micros = Math.floor((p.clock.now() % SECOND) / MICROSECOND)
  const range = `length=${data.length} from=${way.moved} to=${way.moved + data.length - 1}`
  const body = set.dump === 'hex' ? hexText(data) : plainText(data)
  p.io.err(`${way.sign} ${time}.${String(micros).padStart(9, '0')}  ${range}\n${body}`)
}

function hexText(data: Uint8Array): string {
  return `${[...data].map((octet) => ` ${octet.toString(16).padStart(2, '0')}`).join('')}\n`
}

const ESCAPES: Readonly<Record<number, string>> = {
  0: '\\0',
  7: '\\a',
  8: '\\b',
  9: '\t',
  10: '\n',
  11: '\\v',
  12: '\\f',
  13: '\\r',
  92: '\\\\',
}

function plainText(data: Uint8Array): string {
  return [...data]
    .map((octet) => ESCAPES[octet] ?? (octet >= 32 && octet < 127 ? String.fromCharCode(octet) : '.'))
    .join('')
}
