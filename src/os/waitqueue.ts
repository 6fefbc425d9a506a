/** Who sleeps until something happens, as the kernel's wait queue heads: `wakeAll` wakes everyone once. */
import type { Waitable } from '../uapi/socket.ts'

export class WaitQueue implements Waitable {
  #waiters: (() => void)[] = []

  subscribe(wake: () => void): () => void {
    this.#waiters.push(wake)
    return () => {
      const i = this.#waiters.indexOf(wake)
      if (i >= 0) this.#waiters.splice(i, 1)
    }
  }

  wakeAll(): void {
    if (this.#waiters.length === 0) return
    const waiters = this.#waiters
    this.#waiters = []
    for (const wake of waiters) wake()
  }
}
