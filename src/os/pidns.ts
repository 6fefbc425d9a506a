// Process namespaces: a tree. Who is in one has a number in it and in each namespace above, the machine's own last of
// all; by that last one, `Task.pid`, the rest of this folder knows a process.
// Ref: kernel/pid_namespace.c, kernel/pid.c

export class PidNamespace {
  readonly level: number
  /** The machine's number of its process 1, which buries orphans; 0 before there is one. */
  reaper = 0
  /** Its process 1 has ended: nobody is born here any more. */
  closed = false
  /** Those who have not been buried. */
  population = 0
  /** Own numbers by the machine's, and the other way round; the machine's own namespace needs neither. */
  readonly #numbers = new Map<number, number>()
  readonly #pids = new Map<number, number>()
  #last = 0

  constructor(
    readonly inode: number,
    readonly parent: PidNamespace | null,
  ) {
    this.level = parent ? parent.level + 1 : 0
  }

  get(): void {}
  put(): void {}

  /** One more, by the machine's number, here and in all above. */
  add(pid: number): void {
    this.population++
    if (!this.parent) return
    const number = ++this.#last
    if (number === 1) this.reaper = pid
    this.#numbers.set(pid, number)
    this.#pids.set(number, pid)
    this.parent.add(pid)
  }

  /** It has been buried. `named`: its number lives on as that of a group or a session. */
  remove(pid: number, named: boolean): void {
    this.population--
    if (!this.parent) return
    if (!named) {
      this.#pids.delete(this.numberOf(pid))
      this.#numbers.delete(pid)
    }
    this.parent.remove(pid, named)
  }

  /** The number it goes by here; 0 for who is not in this namespace. */
  numberOf(pid: number): number {
    return this.parent ? (this.#numbers.get(pid) ?? 0) : pid
  }

  /** Whom that number means, by the machine's; 0 when nobody. */
  pidOf(number: number): number {
    return this.parent ? (this.#pids.get(number) ?? 0) : number
  }

  /** The number given last, but for the machine's own (see ProcessTable). */
  get lastNumber(): number {
    return this.#last
  }

  /** It is this one or lies below it. */
  holds(other: PidNamespace): boolean {
    for (let ns: PidNamespace | null = other; ns; ns = ns.parent) if (ns === this) return true
    return false
  }
}
