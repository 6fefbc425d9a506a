// Where packets are shown to whoever registered, by protocol family and place. Ref: net/netfilter/core.c
import { LazyMap, LazySet } from './lazy.ts'
import type { Net, NetDevice } from './net.ts'
import type { SkBuff } from './skb.ts'

/** Protocol families that have hooks (NFPROTO_*). */
export type NfProto = 'ipv4' | 'ipv6' | 'arp' | 'bridge'

/** The places of a family, in the order a packet can meet them (NF_INET_*, NF_BR_*). */
export type NfHookName = 'PRE_ROUTING' | 'LOCAL_IN' | 'FORWARD' | 'LOCAL_OUT' | 'POST_ROUTING'

export const NF_DROP = 0
export const NF_ACCEPT = 1
/** The function keeps the packet; it goes on with `nfReinject` or ends it itself. */
export const NF_STOLEN = 2
export type NfVerdict = typeof NF_DROP | typeof NF_ACCEPT | typeof NF_STOLEN

/** Where a packet is met (Ref: struct nf_hook_state). */
export interface NfHookState {
  readonly pf: NfProto
  readonly hook: NfHookName
  readonly net: Net
  readonly in: NetDevice | null
  readonly out: NetDevice | null
  /** What follows when everyone accepts. */
  readonly okfn: (skb: SkBuff) => void
}

export type NfHookFn = (skb: SkBuff, state: NfHookState) => NfVerdict

/** Ref: struct nf_hook_ops */
export interface NfHookOps {
  readonly pf: NfProto
  readonly hook: NfHookName
  /** NF_IP_PRI_*: the lowest first; equal ones in order of registration. */
  readonly priority: number
  readonly fn: NfHookFn
}

/** Registered functions of one namespace. */
export class NfHooks {
  readonly #lists = new LazyMap<NfProto, Map<NfHookName, NfHookOps[]>>()
  /** Families somebody registered for. */
  readonly #families = new LazySet<NfProto>()

  /** Whose version rises with each change. */
  readonly #net: { version: number }

  constructor(net: { version: number }) {
    this.#net = net
  }

  /** In order of priority; null when there are none. */
  entries(pf: NfProto, hook: NfHookName): readonly NfHookOps[] | null {
    if (!this.#families.has(pf)) return null
    return this.#lists.get(pf)?.get(hook) ?? null
  }

  /** How many are registered, attendants apart. */
  #count = 0
  #attendants: readonly NfHookOps[] = []

  /** Nobody registered. */
  get idle(): boolean {
    return this.#count === 0
  }

  /** Hooks that are there exactly while somebody else has some. */
  attend(attendants: readonly NfHookOps[]): void {
    this.#attendants = attendants
    if (this.#count > 0) for (const ops of attendants) this.#insert(ops)
  }

  /** Ref: nf_register_net_hook() */
  register(ops: NfHookOps): void {
    if (this.#count++ === 0) for (const attendant of this.#attendants) this.#insert(attendant)
    this.#insert(ops)
  }

  /** Ref: nf_unregister_net_hook() */
  unregister(ops: NfHookOps): void {
    this.#remove(ops)
    if (--this.#count === 0) for (const attendant of this.#attendants) this.#remove(attendant)
  }

  #insert(ops: NfHookOps): void {
    let hooks = this.#lists.get(ops.pf)
    if (!hooks) this.#lists.set(ops.pf, (hooks = new Map()))
    const list = hooks.get(ops.hook) ?? []
    const at = list.findIndex(({ priority }) => priority > ops.priority)
    hooks.set(ops.hook, at < 0 ? [...list, ops] : [...list.slice(0, at), ops, ...list.slice(at)])
    this.#families.add(ops.pf)
    this.#net.version++
  }

  #remove(ops: NfHookOps): void {
    const hooks = this.#lists.get(ops.pf)
    const left = hooks?.get(ops.hook)?.filter((entry) => entry !== ops) ?? []
    if (left.length > 0) hooks?.set(ops.hook, left)
    else hooks?.delete(ops.hook)
    if (hooks?.size === 0) this.#families.delete(ops.pf)
    this.#net.version++
  }
}
