// /proc. Ref: fs/proc/, Documentation/filesystems/proc.rst
import { BIRTHDAY, SECOND } from '../sim/clock.ts'
import type { Inode, Viewer } from './inode.ts'
import { Symlink } from './inode.ts'
import type { PidNamespace } from './pidns.ts'
import { ProcessDirectory } from './procpid.ts'
import type { ReadText } from './virtual.ts'
import { ProcDirectory, TextFile, VirtualLink } from './virtual.ts'
import { sysctlRoot } from './sysctlfs.ts'
import type { System } from './system.ts'
import type { Task } from './task.ts'

const READ_ONLY = 0o444

const VERSION =
  'Linux version 6.18.44 (root@vethlab) (gcc (Debian 12.2.0-14) 12.2.0, GNU ld (GNU Binutils for Debian) 2.40) ' +
  '#1 SMP PREEMPT_DYNAMIC @0\n'

const MEMINFO = `MemTotal:        2015772 kB
MemFree:         1402208 kB
MemAvailable:    1762132 kB
Buffers:           26512 kB
Cached:           441524 kB
SwapCached:            0 kB
Active:           318740 kB
Inactive:         202180 kB
SwapTotal:             0 kB
SwapFree:              0 kB
Shmem:              1012 kB
Slab:              48236 kB
`

const CPUINFO = `processor	: 0
vendor_id	: GenuineIntel
cpu family	: 6
model		: 85
model name	: vethlab virtual CPU
stepping	: 7
cpu MHz		: 2500.000
cache size	: 36608 KB
physical id	: 0
siblings	: 1
core id		: 0
cpu cores	: 1
fpu		: yes
fpu_exception	: yes
cpuid level	: 13
wp		: yes
bogomips	: 5000.00
clflush size	: 64
cache_alignment	: 64
address sizes	: 46 bits physical, 48 bits virtual
power management:

`

const FILESYSTEMS =
  'nodev\tsysfs\nnodev\ttmpfs\nnodev\tproc\nnodev\tdevtmpfs\nnodev\tdevpts\n\text4\nnodev\toverlay\nnodev\tnsfs\n'

export class ProcRoot extends ProcDirectory {
  readonly #fixed: ReadonlyMap<string, Inode>

  constructor(
    private readonly system: System,
    /** Whose processes it shows, in its numbers. */
    readonly pidns: PidNamespace,
  ) {
    super(system.sb)
    const text = (read: ReadText): TextFile => new TextFile(system.sb, READ_ONLY, read)
    this.#fixed = new Map<string, Inode>([
      ['cmdline', text(() => 'BOOT_IMAGE=/boot/vmlinuz-6.18.44 root=/dev/vda1 ro quiet\n')],
      ['cpuinfo', text(() => CPUINFO)],
      ['filesystems', text(() => FILESYSTEMS)],
      ['loadavg', text(() => this.#loadavg())],
      ['meminfo', text(() => MEMINFO)],
      ['mounts', new Symlink(system.sb, 'self/mounts')],
      ['net', new Symlink(system.sb, 'self/net')],
      ['self', new VirtualLink(system.sb, (viewer) => String(pidns.numberOf(viewer.pid)))],
      ['stat', text(() => this.#stat())],
      ['sys', sysctlRoot(system)],
      ['uptime', text(() => this.#uptime())],
      ['version', text(() => VERSION)],
    ])
  }

  lookup(name: string, viewer: Viewer): Inode | null {
    // Who is not in the namespace finds no self. Ref: fs/proc/self.c:proc_self_get_link()
    if (name === 'self' && this.pidns.numberOf(viewer.pid) === 0) return null
    const fixed = this.#fixed.get(name)
    if (fixed) return fixed
    if (!/^[1-9][0-9]*$/.test(name)) return null
    const task = this.system.table.get(this.pidns.pidOf(Number(name)))
    return task ? new ProcessDirectory(this.system, task, this.pidns) : null
  }

  names(): readonly string[] {
    const names: string[] = []
    for (const task of this.tasks()) names.push(String(this.pidns.numberOf(task.pid)))
    names.push(...this.#fixed.keys())
    return names
  }

  /** Those it shows. */
  tasks(): Task[] {
    const all = [...this.system.table.all()]
    return this.pidns.parent ? all.filter((task) => this.pidns.numberOf(task.pid) > 0) : all
  }

  #lastPid(): number {
    return this.pidns.parent ? this.pidns.lastNumber : this.system.table.lastPid
  }

  #uptime(): string {
    const up = (this.system.clock.now / SECOND).toFixed(2)
    return `${up} ${up}\n`
  }

  #loadavg(): string {
    const tasks = this.tasks()
    const running = tasks.filter((task) => task.state === 'R').length
    return `0.00 0.00 0.00 ${running}/${tasks.length} ${this.#lastPid()}\n`
  }

  /** Ticks of 10 ms: the machine has been idle all the time. */
  #stat(): string {
    const idle = Math.floor((this.system.clock.now / SECOND) * 100)
    const cpu = `0 0 0 ${idle} 0 0 0 0 0 0`
    return (
      `cpu  ${cpu}\ncpu0 ${cpu}\nintr 0\nctxt 0\nbtime ${BIRTHDAY}\n` +
      `processes ${this.system.table.lastPid}\nprocs_running 1\nprocs_blocked 0\n`
    )
  }
}
