// A bridge and its ports. Ref: net/bridge/br_private.h
import { SECOND, type Clock, type Handler, type Nanoseconds, type Timer } from '../../sim/clock.ts'
import { MAC_ZERO, type Mac } from '../../wire/mac.ts'
import { brId, type BridgeId } from '../../wire/stp.ts'
import { Numbers } from '../core/idr.ts'
import type { NetDevice } from '../core/net.ts'
import type { SkBuff } from '../core/skb.ts'
import type { VlanGroup } from './br_vlan.ts'

export const BR_STATE_DISABLED = 0
export const BR_STATE_LISTENING = 1
export const BR_STATE_LEARNING = 2
export const BR_STATE_FORWARDING = 3
export const BR_STATE_BLOCKING = 4

/** The group BPDUs are sent to (IEEE 802.1D §7.12.3). */
const BRIDGE_GROUP_ADDRESS = 0x0180c2000000

/** A timer that can be set again, and asked how long it still runs. Ref: include/linux/timer.h */
export class BrTimer {
  readonly #clock: Clock
  #timer: Timer | null = null
  #due: Nanoseconds = 0

  constructor(clock: Clock) {
    this.#clock = clock
  }

  get pending(): boolean {
    return this.#timer?.pending ?? false
  }

  /** In 1/100 s. Ref: br_timer_value() */
  get left(): number {
    return this.pending ? Math.floor(((this.#due - this.#clock.now) / SECOND) * 100) : 0
  }

  /** `delay` in 1/100 s. Ref: mod_timer() */
  set<A, B>(delay: number, fn: Handler<A, B>, a: A, b: B): void {
    this.#timer?.cancel()
    const time = (delay / 100) * SECOND
    this.#due = this.#clock.now + time
    this.#timer = this.#clock.after(time, fn, a, b)
  }

  cancel(): void {
    this.#timer?.cancel()
    this.#timer = null
  }
}

/** An entry of the forwarding database. */
export interface FdbEntry {
  readonly mac: Mac
  /** Rises with each that is made. */
  readonly serial: number
  /** 0: of frames without a VLAN. */
  readonly vid: number
  /** null: the bridge itself. */
  port: BridgePort | null
  /** Frames to it go up to this machine. */
  local: boolean
  /** Does not age. */
  static: boolean
  sticky: boolean
  externLearn: boolean
  /** Not learned by the bridge. */
  byUser: boolean
  updated: number
  used: number
}

/** Where a multicast goes that does not go everywhere. */
export interface MulticastWay {
  readonly ports: readonly BridgePort[]
  /** This machine listens too. */
  readonly host: boolean
}

/** What a bridge knows of groups of hosts. Ref: net/bridge/br_multicast.c */
export interface BridgeMulticast {
  /** Looks at a frame to a group, that came by a port or from this machine. null: it goes everywhere. */
  receive(port: BridgePort | null, skb: SkBuff, vid: number): MulticastWay | null
  open(): void
  stop(): void
  enablePort(port: BridgePort): void
  disablePort(port: BridgePort): void
  deletePort(port: BridgePort): void
  /** mcast_snooping or mcast_querier were set, or mcast_router of a port. */
  toggle(): void
  setQuerier(): void
  setPortRouter(port: BridgePort): void
}

export class BridgePort {
  readonly bridge: Bridge
  readonly dev: NetDevice
  readonly number: number
  /** Rises from each port that comes to the next. */
  readonly age: number
  state = BR_STATE_DISABLED
  priority = 32
  cost: number
  hairpin = false
  guard = false
  rootBlock = false
  fastLeave = false
  learning = true
  flood = true
  mcastFlood = true
  bcastFlood = true
  isolated = false
  neighSuppress = false
  proxyArp = false
  proxyArpWifi = false
  mcastToUnicast = false
  mcastRouter = 1
  groupFwdMask = 0
  locked = false
  /** Null until the bridge has anything to do with VLANs. */
  vlans: VlanGroup | null = null
  // What is known of the segment (IEEE 802.1D §8.5.5).
  designatedRoot: BridgeId
  designatedCost = 0
  designatedBridge: BridgeId
  designatedPort: number
  /** When the information received was new. */
  designatedAge = 0
  topologyChangeAck = false
  configPending = false
  readonly messageAgeTimer: BrTimer
  readonly forwardDelayTimer: BrTimer
  readonly holdTimer: BrTimer

  constructor(bridge: Bridge, dev: NetDevice, number: number) {
    this.bridge = bridge
    this.dev = dev
    this.number = number
    // Ref: port_cost(): by the speed, of what tells none as for 10 Mbit/s.
    this.cost = (dev.ops.speed?.(dev) ?? 10000) < 0 ? 100 : 2
    this.age = bridge.portsEver++
    this.designatedRoot = bridge.designatedRoot
    this.designatedBridge = bridge.id
    this.designatedPort = this.portId
    const { clock } = dev.net.stack
    this.messageAgeTimer = new BrTimer(clock)
    this.forwardDelayTimer = new BrTimer(clock)
    this.holdTimer = new BrTimer(clock)
  }

  /** Priority in the upper six bits. */
  get portId(): number {
    return ((this.priority & 63) << 10) | (this.number & 1023)
  }
}

export class Bridge {
  readonly dev: NetDevice
  /** Newest first, as frames are flooded. */
  readonly ports: BridgePort[] = []
  /** How many it ever had. */
  portsEver = 0
  /** Numbers of ports, from 1. */
  readonly numbers = new Numbers(1)
  /** By address and VLAN: see br_fdb.ts. */
  readonly fdb = new Map<number, Map<Mac, FdbEntry>>([[0, new Map()]])
  stpState = 0
  /** As set, in 1/100 s: what a root bridge makes all others use. */
  ownForwardDelay = 1500
  ownHelloTime = 200
  ownMaxAge = 2000
  ownAgeingTime = 30000
  /** As the root bridge says. */
  forwardDelay = 1500
  helloTime = 200
  maxAge = 2000
  ageingTime = 30000
  priority = 32768
  /** Of the bridge id: none until a port or somebody gives the bridge its address. */
  idAddress: Mac = MAC_ZERO
  #id = { priority: 0, address: MAC_ZERO, id: brId(0, MAC_ZERO) }
  designatedRoot: BridgeId
  rootPathCost = 0
  /** Number of the port towards the root; 0 when it is the root. */
  rootPort = 0
  topologyChange = false
  topologyChangeDetected = false
  readonly helloTimer: BrTimer
  readonly tcnTimer: BrTimer
  readonly topologyChangeTimer: BrTimer
  /** When old entries were to be swept out first; null while the bridge is down. Nothing waits for it. */
  firstSweep: number | null = null
  groupAddress: Mac = BRIDGE_GROUP_ADDRESS
  groupFwdMask = 0
  noLinklocalLearn = false
  vlanFiltering = 0
  /** The bridge's own; null until it has anything to do with VLANs. */
  vlans: VlanGroup | null = null
  readonly vlan = { proto: 0x8100, defaultPvid: 1, statsEnabled: 0, statsPerPort: 0 }
  mcastSnooping = 1
  /** Settings of multicast snooping, times in 1/100 s. */
  readonly mcast = {
    router: 1,
    queryUseIfaddr: 0,
    querier: 0,
    hashElasticity: 16,
    hashMax: 4096,
    lastMemberCount: 2,
    startupQueryCount: 2,
    lastMemberInterval: 100,
    membershipInterval: 26000,
    querierInterval: 25500,
    queryInterval: 12500,
    queryResponseInterval: 1000,
    startupQueryInterval: 3124,
    statsEnabled: 0,
    igmpVersion: 2,
    mldVersion: 1,
    vlanSnooping: 0,
  }
  /** Made when there is something to do for it. */
  multicast: BridgeMulticast | null = null
  readonly nfCall = { iptables: 0, ip6tables: 0, arptables: 0 }
  /** The MTU was set by hand. */
  mtuSet = false
  /** Since when it has complained of its own address, and how often. */
  warned = { since: 0, count: 0 }
  /** How many entries the database ever had. */
  entries = 0

  constructor(dev: NetDevice) {
    this.dev = dev
    this.designatedRoot = this.id
    const { clock } = dev.net.stack
    this.helloTimer = new BrTimer(clock)
    this.tcnTimer = new BrTimer(clock)
    this.topologyChangeTimer = new BrTimer(clock)
  }

  /** Asked for at each look at each port, so it is not made anew each time. */
  get id(): BridgeId {
    const { priority, idAddress: address } = this
    if (this.#id.priority !== priority || this.#id.address !== address) {
      this.#id = { priority, address, id: brId(priority, address) }
    }
    return this.#id.id
  }

  get isRoot(): boolean {
    return this.id === this.designatedRoot
  }

  get ageing(): number {
    return (this.ageingTime / 100) * SECOND
  }
}

export function bridgeOf(dev: NetDevice): Bridge | null {
  return dev.priv instanceof Bridge ? dev.priv : null
}

export function brPortOf(dev: NetDevice): BridgePort | null {
  return dev.brPort instanceof BridgePort ? dev.brPort : null
}
