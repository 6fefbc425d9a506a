// Remembers addresses and when they were seen. Ref: net/netfilter/xt_recent.c
import { SECOND } from '../../../sim/clock.ts'
import { EINVAL, ENOENT } from '../../../uapi/errno.ts'
import type { XtRecent } from '../../../uapi/xt_match.ts'
import { parseInet, type Inet } from '../../../wire/inet.ts'
import { type Inet6, formatAddress, parseInet6 } from '../../../wire/inet6.ts'
import { refuse, type Net } from '../../core/net.ts'
import type { ProcNetFolder } from '../../core/proc_net.ts'
import type { NfHookState } from '../../core/nf_hooks.ts'
import type { SkBuff } from '../../core/skb.ts'
import { destinationOf, sourceOf, ttlOf } from '../pktinfo.ts'
import { not } from '../words.ts'
import type { XtMatchExtension, XtMatchFn } from '../x_tables.ts'

/** Addresses that a list holds, the oldest make room (ip_list_tot), and times that it keeps of each. */
const MOST_ENTRIES = 100
const MOST_STAMPS = 256
const MOST_HITS = 65535
/** Ticks of the kernel's clock, which begins five minutes before it wraps round. */
const HZ = 250
const FIRST_JIFFY = 4294967296 - 300 * HZ

interface Entry {
  ttl: number
  /** The oldest first. */
  stamps: number[]
}

/** A list of a name: whatever rules name it share it. */
class RecentTable {
  users = 0
  /** The one seen longest ago first. */
  readonly #entries = new Map<Inet | Inet6, Entry>()

  get(address: Inet | Inet6, ttl: number | null): Entry | null {
    const entry = this.#entries.get(address)
    return entry && (ttl === null || entry.ttl === ttl) ? entry : null
  }

  remove(address: Inet | Inet6): void {
    this.#entries.delete(address)
  }

  clear(): void {
    this.#entries.clear()
  }

  /** Ref: recent_entry_init(), recent_entry_update() */
  see(address: Inet | Inet6, ttl: number, now: number): void {
    const entry = this.#entries.get(address) ?? { ttl, stamps: [] }
    entry.ttl = ttl
    entry.stamps.push(now)
    if (entry.stamps.length > MOST_STAMPS) entry.stamps.shift()
    this.#entries.delete(address)
    this.#entries.set(address, entry)
    if (this.#entries.size <= MOST_ENTRIES) return
    const [oldest] = this.#entries.keys()
    if (oldest !== undefined) this.#entries.delete(oldest)
  }

  /** Only the one seen longest ago can go. Ref: recent_entry_reap() */
  reap(before: number): void {
    const [oldest] = this.#entries
    if (oldest && (oldest[1].stamps.at(-1) ?? 0) < before) this.#entries.delete(oldest[0])
  }

  /** As /proc/net/xt_recent shows it. Ref: recent_seq_show() */
  format(): string {
    return [...this.#entries]
      .map(([address, { ttl, stamps }]) => {
        const times = stamps.map((time) => jiffies(time))
        const last = times.at(-1) ?? 0
        const at = stamps.length % MOST_STAMPS
        return `src=${formatAddress(address)} ttl: ${ttl} last_seen: ${last} oldest_pkt: ${at} ${times.join(', ')}\n`
      })
      .join('')
  }
}

function jiffies(time: number): number {
  return FIRST_JIFFY + Math.floor((time * HZ) / SECOND)
}

const tables = new WeakMap<Net, Map<string, RecentTable>>()

/** /proc/net/xt_recent: `+ADDRESS`, `-ADDRESS`, or `/` for all. Ref: recent_mt_proc_write() */
export const recentFolder: ProcNetFolder = {
  names: (net) => [...(tables.get(net)?.keys() ?? [])],
  read: (net, name) => tables.get(net)?.get(name)?.format() ?? ENOENT,
  write(net, name, text) {
    const table = tables.get(net)?.get(name)
    if (!table) return ENOENT
    const [first = ''] = text
    if (first === '/') {
      table.clear()
      return null
    }
    const word = text.slice(1).replace(/\n.*/s, '')
    const address = word.includes(':') ? parseInet6(word) : parseInet(word)
    if ((first !== '+' && first !== '-') || address === null) return EINVAL
    if (first === '-') table.remove(address)
    else table.see(address, 0, net.stack.clock.now)
    return null
  },
}

function addressOf({ side, mask }: XtRecent, skb: SkBuff): Inet | Inet6 | null {
  const address = side === 'dest' ? destinationOf(skb) : sourceOf(skb)
  if (typeof address === 'number') return (address & Number(mask)) >>> 0
  return address === null ? null : address & BigInt(mask)
}

/** As it was before this machine forwarded it. */
function ttlBefore(skb: SkBuff, state: NfHookState): number {
  return ttlOf(skb) + (state.out !== null && skb.iif !== null ? 1 : 0)
}

/** Ref: recent_mt() */
function compile(match: XtRecent, { net }: { readonly net: Net }): XtMatchFn {
  const { op, invert } = match
  const { clock } = net.stack
  const table = tables.get(net)?.get(match.list)
  const seconds = (match.seconds ?? 0) * SECOND
  const hitcount = match.hitcount ?? 0
  return (skb, state) => {
    const address = addressOf(match, skb)
    if (address === null || !table) return false
    const ttl = ttlBefore(skb, state)
    const entry = table.get(address, match.rttl ? ttl : null)
    if (!entry) {
      if (op === 'set') table.see(address, ttl, clock.now)
      return (op === 'set') !== invert
    }
    if (op === 'remove') {
      table.remove(address)
      return !invert
    }
    let found = op === 'set'
    if (op === 'rcheck' || op === 'update') {
      const since = clock.now - seconds
      const hits = seconds > 0 ? entry.stamps.filter((stamp) => stamp >= since).length : entry.stamps.length
      found = hits >= Math.max(hitcount, 1)
      if (match.reap) table.reap(since)
    }
    if (op === 'set' || (op === 'update' && found !== invert)) table.see(address, ttl, clock.now)
    return found !== invert
  }
}

export const recentMatch: XtMatchExtension<XtRecent> = {
  name: 'recent',
  check: ({ op, list, hitcount, reap, seconds }, { net }) => {
    const asksTime = seconds !== null || hitcount !== null
    if ((op === 'set' || op === 'remove') && asksTime) return refuse(EINVAL)
    if (list === '' || list.includes('/')) return refuse(EINVAL)
    if ((hitcount ?? 0) > MOST_HITS || (reap && !seconds)) return refuse(EINVAL)
    let known = tables.get(net)
    if (!known) tables.set(net, (known = new Map()))
    const table = known.get(list) ?? new RecentTable()
    table.users++
    known.set(list, table)
    return null
  },
  destroy: ({ list }, { net }) => {
    const table = tables.get(net)?.get(list)
    if (table && --table.users === 0) tables.get(net)?.delete(list)
  },
  compile,
  why: (match, skb) => {
    const address = addressOf(match, skb)
    const within = match.seconds === null ? '' : ` in ${match.seconds} s`
    return {
      option: not(`--${match.op}`, match.invert),
      wanted: match.hitcount ? `seen ${match.hitcount} times${within}` : `seen${within}`,
      found:
        `${address === null ? 'not IP' : formatAddress(address)} was ${match.invert ? '' : 'not'}`.trim(),
    }
  },
}
