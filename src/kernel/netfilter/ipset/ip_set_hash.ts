// A set's members by what they are: addresses, networks, addresses with ports. Ref: net/netfilter/ipset/ip_set_hash_gen.h
import { SECOND, type Clock } from '../../../sim/clock.ts'
import type { IpsetError, IpsetMember, IpsetOptions, IpsetSet, IpsetType } from '../../../uapi/ipset.ts'
import type { Inet } from '../../../wire/inet.ts'
import type { Inet6 } from '../../../wire/inet6.ts'

/** What is looked up: `cidr` of a network, the whole length of an address. */
export interface Key {
  readonly address: Inet | Inet6
  readonly cidr: number
  readonly protocol: number
  readonly port: number
}

/** What an entry has besides. */
export interface Extensions {
  readonly nomatch: boolean
  readonly timeout: number | null
  readonly counters: { readonly packets: number; readonly bytes: number } | null
  readonly comment: string | null
}

class Member {
  readonly key: Key
  nomatch = false
  /** Infinity: for ever. */
  expires = Infinity
  packets = 0
  bytes = 0
  comment: string | null = null

  constructor(key: Key) {
    this.key = key
  }
}

/** Octets of an empty set and of an element, IPv4 and IPv6, on a 64-bit machine. */
const SIZES: Readonly<Record<IpsetType, readonly [readonly [number, number], readonly [number, number]]>> = {
  'hash:ip': [
    [216, 4],
    [224, 16],
  ],
  'hash:net': [
    [456, 8],
    [1240, 20],
  ],
  'hash:ip,port': [
    [216, 8],
    [232, 20],
  ],
}
/** Octets of a bucket without its elements, of which it has room for two. */
const BUCKET = 32
const COMMENT = 17

export class IpSet implements IpsetSet {
  name: string
  readonly type: IpsetType
  readonly options: IpsetOptions & { readonly initval: number }
  references = 0
  readonly #clock: Clock
  readonly #members = new Map<string, Member>()
  /** How many networks there are of each length. */
  readonly #lengths = new Map<number, number>()

  constructor(
    name: string,
    type: IpsetType,
    options: IpsetOptions & { readonly initval: number },
    clock: Clock,
  ) {
    this.name = name
    this.type = type
    this.options = options
    this.#clock = clock
  }

  /** Octets of an address. */
  get bits(): number {
    return this.options.family === 'inet' ? 32 : 128
  }

  /** Parts that a rule has to give directions for. */
  get dimension(): number {
    return this.type === 'hash:ip,port' ? 2 : 1
  }

  get memory(): number {
    const { family, timeout, counters, comment } = this.options
    const [base, element] = SIZES[this.type][family === 'inet' ? 0 : 1]
    const extra = (timeout === null ? 0 : 8) + (counters ? 16 : 0) + (comment ? 8 : 0)
    const size = extra > 0 ? Math.ceil(element / 8) * 8 + extra : element
    let memory = base
    for (const member of this.#live()) {
      memory += BUCKET + 2 * size
      if (member.comment !== null) memory += COMMENT + member.comment.length
    }
    return memory
  }

  get members(): readonly IpsetMember[] {
    const { now } = this.#clock
    return [...this.#live()].map(({ key, nomatch, expires, packets, bytes, comment }) => ({
      address: key.address,
      cidr: key.cidr,
      port: this.dimension === 2 ? { protocol: key.protocol, port: key.port } : null,
      nomatch,
      timeout:
        this.options.timeout === null
          ? null
          : expires === Infinity
            ? 0
            : Math.max(1, Math.floor((expires - now) / SECOND)),
      packets,
      bytes,
      comment,
    }))
  }

  *#live(): Generator<Member> {
    for (const member of this.#members.values()) if (member.expires > this.#clock.now) yield member
  }

  #get(key: Key): Member | null {
    const member = this.#members.get(keyText(key))
    return member && member.expires > this.#clock.now ? member : null
  }

  add(key: Key, extensions: Extensions, exist: boolean): IpsetError | null {
    const refused = this.#refuse(key, extensions)
    if (refused) return refused
    const known = this.#get(key)
    if (known && !exist && known.nomatch === extensions.nomatch) return 'EXIST'
    if (!known && this.#count() >= this.options.maxelem) return 'HASH_FULL'
    this.#drop(key)
    const member = new Member(key)
    const timeout = extensions.timeout ?? this.options.timeout ?? 0
    member.expires = timeout === 0 ? Infinity : this.#clock.now + timeout * SECOND
    member.nomatch = extensions.nomatch
    member.packets = extensions.counters?.packets ?? 0
    member.bytes = extensions.counters?.bytes ?? 0
    member.comment = extensions.comment
    this.#members.set(keyText(key), member)
    this.#lengths.set(key.cidr, (this.#lengths.get(key.cidr) ?? 0) + 1)
    return null
  }

  #count(): number {
    if (this.#members.size < this.options.maxelem) return this.#members.size
    return [...this.#live()].length
  }

  #refuse({ address, cidr }: Key, { timeout, counters, comment }: Extensions): IpsetError | null {
    if (timeout !== null && this.options.timeout === null) return 'TIMEOUT'
    if (counters && !this.options.counters) return 'COUNTER'
    if (comment !== null && !this.options.comment) return 'COMMENT'
    if (cidr === 0) return 'INVALID_CIDR'
    return BigInt(address) === 0n && this.type === 'hash:ip' ? 'HASH_ELEM' : null
  }

  del(key: Key, exist: boolean): IpsetError | null {
    const known = this.#get(key)
    this.#drop(key)
    return known || exist ? null : 'NOT_ADDED'
  }

  #drop(key: Key): void {
    const text = keyText(key)
    if (!this.#members.delete(text)) return
    const left = (this.#lengths.get(key.cidr) ?? 1) - 1
    if (left === 0) this.#lengths.delete(key.cidr)
    else this.#lengths.set(key.cidr, left)
  }

  /** Whether exactly this is in it; a whole address is in a network that holds it, the longest first. */
  test(key: Key): boolean {
    return this.#find(key)?.nomatch === false
  }

  /** As test(), for a packet: it is counted. Ref: ip_set_match_extensions() */
  match(key: Key, length: number): boolean {
    const member = this.#find(key)
    if (!member || member.nomatch) return false
    if (this.options.counters) {
      member.packets++
      member.bytes += length
    }
    return true
  }

  #find(key: Key): Member | null {
    if (this.type !== 'hash:net' || key.cidr !== this.bits) return this.#get(key)
    for (const cidr of [...this.#lengths.keys()].sort((a, b) => b - a)) {
      const member = this.#get({ ...key, address: cut(key.address, cidr, this.bits), cidr })
      if (member) return member
    }
    return null
  }

  flush(): void {
    this.#members.clear()
    this.#lengths.clear()
  }

  /** The key of an address in this set: cut to its netmask. */
  key(address: Inet | Inet6, cidr: number, protocol: number, port: number): Key {
    const length = this.type === 'hash:net' ? cidr : (this.options.netmask ?? this.bits)
    const { bits } = this
    return {
      address: cut(address, length, bits),
      cidr: this.type === 'hash:net' ? cidr : bits,
      protocol,
      port,
    }
  }
}

function keyText({ address, cidr, protocol, port }: Key): string {
  return `${address}/${cidr},${protocol}:${port}`
}

/** An address with only its first `length` bits. */
function cut(address: Inet | Inet6, length: number, bits: number): Inet | Inet6 {
  if (typeof address === 'number') {
    return length >= 32 ? address : length === 0 ? 0 : (address & (-1 << (32 - length))) >>> 0
  }
  const rest = BigInt(bits - length)
  return (address >> rest) << rest
}
