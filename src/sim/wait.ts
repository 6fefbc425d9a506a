/** Where processes sleep until something changes; `wake` wakes each of them once (Ref: include/linux/wait.h). */
export class WaitQueue {
  #sleepers: (() => void)[] = []

  /** Calls `wake` at the next change, once. Returns how to take that back. */
  subscribe(wake: () => void): () => void {
    this.#sleepers.push(wake)
    return () => {
      const at = this.#sleepers.indexOf(wake)
      if (at >= 0) this.#sleepers.splice(at, 1)
    }
  }

  /** Somebody sleeps here. */
  get waiting(): boolean {
    return this.#sleepers.length > 0
  }

  wake(): void {
    if (this.#sleepers.length === 0) return
    const sleepers = this.#sleepers
    this.#sleepers = []
    for (const wake of sleepers) wake()
  }
}
