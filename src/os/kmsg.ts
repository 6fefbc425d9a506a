// /dev/kmsg: a record a read, a line a write. Ref: kernel/printk/printk.c:devkmsg_read(), devkmsg_write()
import { MICROSECOND } from '../sim/clock.ts'
import { EAGAIN, EINVAL, EPIPE, type Errno } from '../uapi/errno.ts'
import { LOG_USER, LOG_WARNING, type KernelLog, type LogRecord } from '../uapi/syslog.ts'
import { decodeUtf8, encodeUtf8 } from '../wire/utf8.ts'
import type { Inode } from './inode.ts'
import { OpenFileBase } from './openfile.ts'
import type { FileStat } from './program.ts'

/** `6,339,5140900,-;NET: Registered protocol family 10`: octets that do not print as \xNN. */
function formatRecord({ facility, level, sequence, time, text }: LogRecord): string {
  const plain = text.replace(/[^\x20-\x7e]|\\/g, (c) => `\\x${c.charCodeAt(0).toString(16).padStart(2, '0')}`)
  return `${(facility << 3) | level},${sequence},${Math.floor(time / MICROSECOND)},-;${plain}\n`
}

export class LogFile extends OpenFileBase {
  #at = 0

  constructor(
    private readonly inode: Inode,
    readonly path: string,
    private readonly log: KernelLog,
  ) {
    super()
  }

  read(max: number): Uint8Array | Errno {
    const [record] = this.log.records(this.#at)
    if (!record) return EAGAIN
    if (this.#at !== 0 && record.sequence > this.#at) {
      this.#at = record.sequence
      return EPIPE
    }
    const octets = encodeUtf8(formatRecord(record))
    if (octets.length > max) return EINVAL
    this.#at = record.sequence + 1
    return octets
  }

  /** `<N>` in front gives level and facility; the kernel's own facility is not for programs. */
  write(octets: Uint8Array): Errno | null {
    const written = decodeUtf8(octets)
    const [prefix = '', number] = /^<(\d+)>/.exec(written) ?? []
    const priority = number === undefined ? LOG_WARNING : Number(number)
    const facility = priority >> 3 || LOG_USER
    for (const line of written.slice(prefix.length).replace(/\n$/, '').split('\n')) {
      this.log.write(priority & 7, facility, line)
    }
    return null
  }

  override subscribe(wake: () => void): () => void {
    return this.log.subscribe(wake)
  }

  stat(): FileStat {
    return this.inode.stat()
  }
}
