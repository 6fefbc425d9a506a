// The kernel's log as programs read it: syslog(2), /dev/kmsg (Ref: kernel/printk/printk.c).
import type { Waitable } from './socket.ts'

/** Levels of a message (KERN_*). */
export const LOG_WARNING = 4
export const LOG_NOTICE = 5
export const LOG_INFO = 6

/** Facility of what the kernel says itself, and of what a program writes to /dev/kmsg. */
export const LOG_KERN = 0
export const LOG_USER = 1

export interface LogRecord {
  /** Rises by one with every message. */
  readonly sequence: number
  readonly level: number
  readonly facility: number
  /** Nanoseconds since the machine started. */
  readonly time: number
  /** Without a newline at its end. */
  readonly text: string
}

export interface KernelLog extends Waitable {
  /** What is still held, the oldest first; `from` a sequence number on. */
  records(from: number): readonly LogRecord[]
  /** The next message's sequence number. */
  readonly next: number
  /** Where `dmesg` begins since the last `dmesg -C`. */
  readonly clearedAt: number
  clear(): void
  /** A program's own line. */
  write(level: number, facility: number, text: string): void
}
