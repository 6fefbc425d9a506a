// The log of a machine's kernel. Ref: kernel/printk/printk.c
import type { Clock } from '../../sim/clock.ts'
import { WaitQueue } from '../../sim/wait.ts'
import { LOG_KERN, type KernelLog, type LogRecord } from '../../uapi/syslog.ts'
import type { Stack } from './net.ts'

/** Messages the ring holds; the oldest make room. */
const MOST_RECORDS = 4096

export class LogRing extends WaitQueue implements KernelLog {
  next = 0
  clearedAt = 0
  readonly #clock: Clock
  #records: LogRecord[] = []

  constructor(clock: Clock) {
    super()
    this.#clock = clock
  }

  write(level: number, facility: number, text: string): void {
    this.#records.push({ sequence: this.next++, level, facility, time: this.#clock.now, text })
    if (this.#records.length > MOST_RECORDS) this.#records = this.#records.slice(-MOST_RECORDS / 2)
    this.wake()
  }

  records(from: number): readonly LogRecord[] {
    const first = this.#records[0]?.sequence ?? this.next
    return this.#records.slice(Math.max(0, from - first))
  }

  clear(): void {
    this.clearedAt = this.next
  }
}

/** One line of the kernel's own: `printk(stack, LOG_INFO, 'br0: port 1(veth0) entered blocking state')`. */
export function printk(stack: Stack, level: number, text: string): void {
  stack.log.write(level, LOG_KERN, text)
}
