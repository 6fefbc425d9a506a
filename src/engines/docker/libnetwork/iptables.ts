// iptables and ip6tables as the daemon calls them: a child for each rule, asked first whether it is there.
// (Ref: moby libnetwork/iptables/iptables.go)
import type { Blocking, Process } from '../../../os/program.ts'
import { isErrno } from '../../../uapi/errno.ts'
import type { NetnsRef } from '../../../uapi/netns.ts'

export type Table = 'filter' | 'nat' | 'raw' | 'mangle'
export type Family = 4 | 6

export interface Rule {
  readonly table: Table
  readonly chain: string
  /** As one would type them. */
  readonly args: string
}

/** What the daemon has of iptables in one namespace; both families, where they are on. */
export class Iptables {
  readonly #p: Process
  readonly #netns: NetnsRef | null
  readonly #fds: Parameters<Process['procs']['spawn']>[1]['fds']

  /** `netns`: where the children go before they begin; null: nowhere. */
  constructor(p: Process, netns: NetnsRef | null) {
    this.#p = p
    this.#netns = netns
    const none = p.fs.open('/dev/null', { read: true, write: true })
    this.#fds = isErrno(none) ? new Map() : new Map([0, 1, 2].map((fd) => [fd, none]))
  }

  /** Whether it succeeded. */
  *run(family: Family, args: string): Blocking<boolean> {
    const { procs } = this.#p
    const path = family === 4 ? '/usr/sbin/iptables' : '/usr/sbin/ip6tables'
    const netns = this.#netns
    const argv = [path, '--wait', ...args.split(' ')]
    const options = this.#fds ? { argv, fds: this.#fds } : { argv }
    const pid = procs.spawn(function* (child) {
      if (netns) child.net.setns(netns)
      const status = yield* child.procs.exec(path, argv)
      return isErrno(status) ? 127 : status
    }, options)
    const end = yield* procs.wait(pid)
    return !isErrno(end) && end.status === 0
  }

  *exists(family: Family, { table, chain, args }: Rule): Blocking<boolean> {
    return yield* this.run(family, `-t ${table} -C ${chain} ${args}`)
  }

  /** At the head, unless it is there. */
  *insert(family: Family, rule: Rule): Blocking<void> {
    yield* this.#program(family, '-I', rule, false)
  }

  /** At the end, unless it is there. */
  *append(family: Family, rule: Rule): Blocking<void> {
    yield* this.#program(family, '-A', rule, false)
  }

  *delete(family: Family, rule: Rule): Blocking<void> {
    yield* this.#program(family, '-D', rule, true)
  }

  *appendOrDelete(family: Family, rule: Rule, enable: boolean): Blocking<void> {
    if (enable) yield* this.append(family, rule)
    else yield* this.delete(family, rule)
  }

  *insertOrDelete(family: Family, rule: Rule, enable: boolean): Blocking<void> {
    if (enable) yield* this.insert(family, rule)
    else yield* this.delete(family, rule)
  }

  /** Made unless it is there. */
  *newChain(family: Family, table: Table, chain: string): Blocking<void> {
    if (yield* this.run(family, `-t ${table} -n -L ${chain}`)) return
    yield* this.run(family, `-t ${table} -N ${chain}`)
  }

  /** Emptied; it stays while a rule still leads to it. */
  *removeChain(family: Family, table: Table, chain: string): Blocking<void> {
    yield* this.run(family, `-t ${table} -F ${chain}`)
    yield* this.run(family, `-t ${table} -X ${chain}`)
  }

  /** A jump at the head of a chain of filter, moved there when it was further down. */
  *ensureJump(family: Family, from: string, to: string): Blocking<void> {
    const rule = { table: 'filter', chain: from, args: `-j ${to}` } as const
    if (yield* this.exists(family, rule)) yield* this.run(family, `-D ${from} -j ${to}`)
    yield* this.run(family, `-I ${from} -j ${to}`)
  }

  *#program(family: Family, action: '-I' | '-A' | '-D', rule: Rule, wanted: boolean): Blocking<void> {
    if ((yield* this.exists(family, rule)) !== wanted) return
    yield* this.run(family, `-t ${rule.table} ${action} ${rule.chain} ${rule.args}`)
  }
}
