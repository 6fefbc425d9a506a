// Lines that come from outside: from a gesture on the canvas, a replayed text, a transcript.
import type { Waitable } from '../uapi/socket.ts'

/** A queue of lines that a process can sleep on. */
export class LineSource implements Waitable {
  readonly #lines: string[] = []
  readonly #wakes = new Set<() => void>()
  #closed = false

  push(line: string): void {
    this.#lines.push(line)
    this.#wake()
  }

  /** The oldest line; null when there is none now. */
  take(): string | null {
    return this.#lines.shift() ?? null
  }

  get pending(): boolean {
    return this.#lines.length > 0
  }

  /** No more will come. */
  close(): void {
    this.#closed = true
    this.#wake()
  }

  get closed(): boolean {
    return this.#closed
  }

  subscribe(wake: () => void): () => void {
    this.#wakes.add(wake)
    return () => this.#wakes.delete(wake)
  }

  #wake(): void {
    const wakes = [...this.#wakes]
    this.#wakes.clear()
    for (const wake of wakes) wake()
  }
}
