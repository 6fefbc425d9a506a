// The sets of a namespace, and requests about them. Ref: net/netfilter/ipset/ip_set_core.c
import type { IpsetEntry, IpsetError, IpsetOptions, IpsetReply, IpsetRequest } from '../../../uapi/ipset.ts'
import type { Inet } from '../../../wire/inet.ts'
import type { Inet6 } from '../../../wire/inet6.ts'
import type { KernelModule } from '../../core/module.ts'
import type { Net } from '../../core/net.ts'
import { IpSet, type Key } from './ip_set_hash.ts'

/** Fewest buckets, and a power of two of them. */
const LEAST_HASHSIZE = 64

export const ipSetModule: KernelModule = {
  name: 'ip_set',
  init(stack) {
    stack.ipset = ipsetRcv
  },
}

const namespaces = new WeakMap<Net, Map<string, IpSet>>()

function setsOf(net: Net): Map<string, IpSet> {
  let sets = namespaces.get(net)
  if (!sets) namespaces.set(net, (sets = new Map()))
  return sets
}

/** The set that a rule names, held by it from now on. Ref: ip_set_nfnl_get_byname() */
export function ipSetGet(net: Net, name: string): IpSet | null {
  const set = setsOf(net).get(name) ?? null
  if (set) set.references++
  return set
}

/** Ref: ip_set_nfnl_put() */
export function ipSetPut(set: IpSet): void {
  set.references--
}

export function ipSetFind(net: Net, name: string): IpSet | null {
  return setsOf(net).get(name) ?? null
}

function ipsetRcv(net: Net, request: IpsetRequest): IpsetReply {
  const sets = setsOf(net)
  const done = (error: IpsetError | null): IpsetReply => (error ? { error } : { sets: [], found: false })
  switch (request.type) {
    case 'CREATE':
      return done(create(net, sets, request))
    case 'DESTROY':
      return done(destroy(sets, request.name))
    default:
  }
  if (request.name === null) {
    if (request.type === 'LIST') return { sets: [...sets.values()], found: true }
    for (const set of sets.values()) set.flush()
    return done(null)
  }
  const set = sets.get(request.name)
  if (!set) return done('NO_SET')
  switch (request.type) {
    case 'LIST':
      return { sets: [set], found: true }
    case 'FLUSH':
      set.flush()
      return done(null)
    case 'RENAME':
      return done(rename(sets, set, request.other))
    case 'SWAP':
      return done(swap(sets, set, request.other))
    case 'TEST':
      return { sets: [], found: [...keysOf(set, request.entry)].every((key) => set.test(key)) }
    case 'ADD':
    case 'DEL':
      if (request.entry.cidr === 0) return done('INVALID_CIDR')
      for (const key of keysOf(set, request.entry)) {
        const refused =
          request.type === 'ADD' ? set.add(key, request.entry, request.exist) : set.del(key, request.exist)
        if (refused) return done(refused)
      }
      return done(null)
  }
}

/** Ref: ip_set_create() */
function create(
  net: Net,
  sets: Map<string, IpSet>,
  { name, setType, options, exist }: IpsetRequest & { type: 'CREATE' },
): IpsetError | null {
  const { random, clock } = net.stack
  const hashsize = 1 << Math.ceil(Math.log2(Math.max(options.hashsize, LEAST_HASHSIZE)))
  const wanted = { ...options, hashsize, maxelem: options.maxelem || 65536 }
  const known = sets.get(name)
  if (known)
    return exist && known.type === setType && sameOptions(known.options, wanted) ? null : 'SET_EXISTS'
  const initval = options.initval ?? random.u32()
  sets.set(name, new IpSet(name, setType, { ...wanted, initval }, clock))
  return null
}

/** Ref: hash_ip_same_set() */
function sameOptions(a: IpsetOptions, b: IpsetOptions): boolean {
  return (
    a.family === b.family && a.maxelem === b.maxelem && a.timeout === b.timeout && a.netmask === b.netmask
  )
}

/** Ref: ip_set_destroy() */
function destroy(sets: Map<string, IpSet>, name: string | null): IpsetError | null {
  if (name === null) {
    for (const set of sets.values()) if (set.references > 0) return 'BUSY'
    sets.clear()
    return null
  }
  const set = sets.get(name)
  if (!set) return 'NO_SET'
  if (set.references > 0) return 'BUSY'
  sets.delete(name)
  return null
}

/** Ref: ip_set_rename() */
function rename(sets: Map<string, IpSet>, set: IpSet, name: string): IpsetError | null {
  if (set.references > 0) return 'BUSY'
  if (sets.has(name)) return 'OTHER_EXISTS'
  const all = [...sets.values()]
  set.name = name
  sets.clear()
  for (const each of all) sets.set(each.name, each)
  return null
}

/** Names and users change places: rules go on with what now has the name. Ref: ip_set_swap() */
function swap(sets: Map<string, IpSet>, set: IpSet, name: string): IpsetError | null {
  const other = sets.get(name)
  if (!other) return 'NO_OTHER'
  if (other.type !== set.type || other.options.family !== set.options.family) return 'TYPE_MISMATCH'
  const { name: oldName, references } = set
  set.name = name
  set.references = other.references
  other.name = oldName
  other.references = references
  sets.set(name, set)
  sets.set(oldName, other)
  return null
}

/** Every address and port of an entry. */
function* keysOf(set: IpSet, entry: IpsetEntry): Generator<Key> {
  const { port } = entry
  for (const [address, cidr] of addressesOf(set, entry)) {
    if (!port) yield set.key(address, cidr, 0, 0)
    else for (let p = port.from; p <= port.to; p++) yield set.key(address, cidr, port.protocol, p)
  }
}

function* addressesOf(
  set: IpSet,
  { address, to, cidr }: IpsetEntry,
): Generator<readonly [address: Inet | Inet6, cidr: number]> {
  if (cidr !== null || typeof address !== 'number' || typeof to !== 'number') {
    yield [address, cidr ?? set.bits]
    return
  }
  for (let at = address; at <= to;) {
    const step = set.type === 'hash:net' ? largestNetwork(at, to) : (set.options.netmask ?? 32)
    yield [at, step]
    at += 2 ** (32 - step)
  }
}

/** The shortest prefix that begins at an address and does not reach beyond another. Ref: ip_set_range_to_cidr() */
function largestNetwork(from: Inet, to: Inet): number {
  for (let length = 1; length < 32; length++) {
    const size = 2 ** (32 - length)
    if (from % size === 0 && from + size - 1 <= to) return length
  }
  return 32
}
