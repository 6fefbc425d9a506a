// A kernel's log that stays empty.
import { WaitQueue } from '../../sim/wait.ts'
import type { KernelLog, LogRecord } from '../../uapi/syslog.ts'

export class FakeLog extends WaitQueue implements KernelLog {
  readonly clearedAt = 0
  readonly next = 0
  records(): readonly LogRecord[] {
    return []
  }
  clear(): void {}
  write(): void {}
}
