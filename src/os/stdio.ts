// Reading and writing descriptors, as a program does it.
import { MILLISECOND } from '../sim/clock.ts'
import { decodeUtf8, encodeUtf8 } from '../wire/utf8.ts'
import type { Errno } from '../uapi/errno.ts'
import { EAGAIN, EBADF, EINTR, EIO, EPIPE, isErrno } from '../uapi/errno.ts'
import { concat } from '../wire/octets.ts'
import type { Blocking, OpenFile, Stdio, Wait } from './program.ts'
import { ignores, isOrphaned, sendSignal, signalGroup } from './signals.ts'
import type { Task } from './task.ts'
import { OutOfMemory } from './task.ts'

const NEWLINE = 10
const CHUNK = 65_536
/** What a program keeps of its input. */
const MOST_TEXT = 64 * 1024 * 1024
/** After so many lines a program that prints without end lets others run. */
const DRAINS_A_TURN = 64
/** After so many octets of a file, which never make it wait, a program that reads lets others run. */
const OCTETS_A_TURN = 4 * CHUNK
/** Time that it takes to read them. */
const READING_TIME = MILLISECOND / 10

/** Gives others a turn; pending signals are taken. */
export const YIELD: Wait = { on: [], until: 0 }

export class TaskStdio implements Stdio {
  /** What line() has read ahead, by descriptor. */
  #ahead: Map<number, Uint8Array> | null = null
  #drains = 0
  #read = 0

  constructor(private readonly task: Task) {}

  get fds(): Map<number, OpenFile> {
    return this.task.fds
  }

  out(data: string | Uint8Array): void {
    this.write(1, data)
  }

  err(data: string | Uint8Array): void {
    this.write(2, data)
  }

  write(fd: number, data: string | Uint8Array): Errno | null {
    const file = this.task.fds.get(fd)
    if (!file) return EBADF
    const octets = typeof data === 'string' ? encodeUtf8(data) : data
    if (octets.length === 0) return null
    const error = file.write(octets)
    if (error === EPIPE) sendSignal(this.task, 'PIPE')
    return error
  }

  *drain(fd: number): Blocking<void> {
    const file = this.task.fds.get(fd)
    if (!file) return
    if (++this.#drains % DRAINS_A_TURN === 0 || this.task.pending !== 0) yield YIELD
    while (!file.writable) yield { on: [file], until: Infinity }
  }

  *read(fd: number, max: number = CHUNK): Blocking<Uint8Array | Errno> {
    const ahead = this.#takeAhead(fd)
    if (ahead) return this.#leave(fd, ahead, max)
    const file = this.task.fds.get(fd)
    if (!file) return EBADF
    if (file.tty) {
      const stopped = yield* this.#foreground(file)
      if (stopped) return stopped
    }
    for (let signalled = false; ;) {
      const octets = file.read(max)
      if (octets !== EAGAIN) {
        if (isErrno(octets)) return octets
        this.#read += octets.length
        if (this.#read > OCTETS_A_TURN) {
          this.#read = 0
          yield { on: [], until: this.task.runner.clock.now + READING_TIME }
        }
        return octets
      }
      if (signalled) return EINTR
      this.#read = 0
      const reason = yield { on: [file], until: Infinity }
      signalled = reason === 'signal'
    }
  }

  *line(fd: number): Blocking<string | null> {
    let line = this.#takeAhead(fd) ?? new Uint8Array(0)
    for (let from = 0; ;) {
      const end = line.indexOf(NEWLINE, from)
      if (end >= 0) {
        const rest = line.subarray(end + 1)
        if (rest.length > 0) this.#keepAhead(fd, rest)
        return decodeUtf8(line.subarray(0, end))
      }
      from = line.length
      const more = yield* this.read(fd)
      if (more === EINTR) continue
      if (isErrno(more) || more.length === 0) return line.length > 0 ? decodeUtf8(line) : null
      line = concat(line.length > 0 ? [line, more] : [more])
    }
  }

  *lineUnbuffered(fd: number): Blocking<string | null> {
    const line: number[] = []
    for (;;) {
      const octets = yield* this.read(fd, 1)
      if (isErrno(octets)) {
        if (octets === EINTR && line.length > 0) continue
        return line.length > 0 ? decodeUtf8(Uint8Array.from(line)) : null
      }
      const octet = octets[0]
      if (octet === undefined) return line.length > 0 ? decodeUtf8(Uint8Array.from(line)) : null
      if (octet === NEWLINE) return decodeUtf8(Uint8Array.from(line))
      line.push(octet)
    }
  }

  *text(fd: number): Blocking<string> {
    const chunks: Uint8Array[] = []
    for (let size = 0; ;) {
      const octets = yield* this.read(fd)
      if (octets === EINTR) continue
      if (isErrno(octets) || octets.length === 0) return decodeUtf8(concat(chunks))
      chunks.push(octets)
      size += octets.length
      if (size > MOST_TEXT) throw new OutOfMemory()
    }
  }

  isatty(fd: number): boolean {
    return (this.task.fds.get(fd)?.tty ?? null) !== null
  }

  /**
   * A background process that reads its terminal is stopped. EIO when it ignores that or nobody could continue it, EINTR
   * when it catches it.
   * Ref: drivers/tty/tty_jobctrl.c:__tty_check_change()
   */
  *#foreground(file: OpenFile): Blocking<Errno | null> {
    const { task } = this
    while (isBackground(task, file)) {
      if (ignores(task, 'TTIN') || isOrphaned(task.table, task.pgid)) return EIO
      signalGroup(task.table, task.pgid, 'TTIN')
      const reason = yield YIELD
      if (reason === 'signal') return EINTR
    }
    return null
  }

  #takeAhead(fd: number): Uint8Array | null {
    const ahead = this.#ahead?.get(fd)
    if (!ahead) return null
    this.#ahead?.delete(fd)
    return ahead
  }

  #keepAhead(fd: number, octets: Uint8Array): void {
    this.#ahead ??= new Map()
    this.#ahead.set(fd, octets)
  }

  #leave(fd: number, octets: Uint8Array, max: number): Uint8Array {
    if (octets.length <= max) return octets
    this.#keepAhead(fd, octets.subarray(max))
    return octets.subarray(0, max)
  }
}

function isBackground(task: Task, file: OpenFile): boolean {
  const { tty } = file
  return tty !== null && tty === task.terminal && task.terminal.pgrp > 0 && task.terminal.pgrp !== task.pgid
}
