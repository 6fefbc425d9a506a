import type { Waitable } from '../../uapi/socket.ts'

/** Those who sleep until something changes: each is woken once (Ref: include/linux/wait.h). */
export class WaitQueue implements Waitable {
  readonly #sleepers = new Set<() => void>()

  subscribe(wake: () => void): () => void {
    this.#sleepers.add(wake)
    return () => this.#sleepers.delete(wake)
  }

  wake(): void {
    if (this.#sleepers.size === 0) return
    const sleepers = [...this.#sleepers]
    this.#sleepers.clear()
    for (const wake of sleepers) wake()
  }
}
