// A process's three streams in the daemon: what it writes goes to the log and to whoever is attached.
// Ref: moby daemon/container/stream/streams.go
import type { Blocking, OpenFile, Process } from '../../../os/program.ts'
import { WaitQueue } from '../../../sim/wait.ts'
import { EAGAIN, isErrno } from '../../../uapi/errno.ts'
import type { StdioFiles } from './runtime/spec.ts'

export interface Listener {
  readonly stdout: boolean
  readonly stderr: boolean
  write(stream: 'stdout' | 'stderr', data: Uint8Array): void
}

export class Streams {
  readonly #listeners = new Set<Listener>()
  readonly changed = new WaitQueue()
  /** Where input is written; null when the process has none. */
  #input: OpenFile | null = null
  #open = 0
  #opened = false
  #terminal = false

  /** Everything it wrote has been read, and it can write no more. */
  get ended(): boolean {
    return this.#opened && this.#open === 0
  }

  /** Nothing will ever come. */
  abandon(): void {
    this.#opened = true
    this.changed.wake()
  }

  attach(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  send(data: Uint8Array): void {
    this.#input?.write(data)
  }

  get hasInput(): boolean {
    return this.#input !== null
  }

  /** A terminal hears that nothing more will be typed. */
  closeInput(): void {
    if (this.#terminal) this.#input?.write(Uint8Array.of(4))
    this.#input?.close()
    this.#input = null
  }

  /** Pipes for a process without a terminal, and threads that read them. */
  pipes(p: Process, openStdin: boolean, start: (body: Blocking<void>) => void): StdioFiles | null {
    const stdin = openStdin ? p.fs.pipe() : null
    const nothing = stdin ? stdin.read : p.fs.open('/dev/null', { read: true })
    if (isErrno(nothing)) return null
    this.#input = stdin?.write ?? null
    const out = p.fs.pipe()
    const err = p.fs.pipe()
    this.#opened = true
    this.#open = 2
    start(this.#copy(p, out.read, 'stdout'))
    start(this.#copy(p, err.read, 'stderr'))
    return { stdin: nothing, stdout: out.write, stderr: err.write }
  }

  /** A terminal's other side. */
  terminal(p: Process, master: OpenFile, start: (body: Blocking<void>) => void): void {
    this.#input = master
    this.#terminal = true
    this.#opened = true
    this.#open = 1
    master.ref()
    start(this.#copy(p, master, 'stdout'))
  }

  *#copy(p: Process, from: OpenFile, stream: 'stdout' | 'stderr'): Blocking<void> {
    try {
      for (;;) {
        const data = from.read(65536)
        if (data === EAGAIN) {
          yield* p.clock.wait([from])
          continue
        }
        if (isErrno(data) || data.length === 0) break
        for (const listener of this.#listeners) if (listener[stream]) listener.write(stream, data)
      }
    } finally {
      from.close()
      this.#open--
      this.changed.wake()
    }
  }
}

export function closeStdio({ stdin, stdout, stderr }: StdioFiles): void {
  for (const file of [stdin, stdout, stderr]) file.close()
}
