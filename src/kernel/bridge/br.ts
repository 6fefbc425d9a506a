// A bridge and its ports. Ref: net/bridge/br_private.h
import { SECOND, type Timer } from '../../sim/clock.ts'
import { MAC_ZERO, type Mac } from '../../wire/mac.ts'
import { Numbers } from '../core/idr.ts'
import type { NetDevice } from '../core/net.ts'

export const BR_STATE_DISABLED = 0
export const BR_STATE_LISTENING = 1
export const BR_STATE_LEARNING = 2
export const BR_STATE_FORWARDING = 3
export const BR_STATE_BLOCKING = 4

/** An entry of the forwarding database. */
export interface FdbEntry {
  readonly mac: Mac
  /** null: the bridge itself. */
  port: BridgePort | null
  /** Frames to it go up to this machine. */
  local: boolean
  /** Does not age. */
  static: boolean
  sticky: boolean
  updated: number
  used: number
}

export class BridgePort {
  readonly bridge: Bridge
  readonly dev: NetDevice
  readonly number: number
  state = BR_STATE_DISABLED
  priority = 32
  cost = 2
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
  forwardTimer: Timer | null = null
  constructor(bridge: Bridge, dev: NetDevice, number: number) {
    this.bridge = bridge
    this.dev = dev
    this.number = number
  }
}

export class Bridge {
  readonly dev: NetDevice
  /** Newest first, as frames are flooded. */
  readonly ports: BridgePort[] = []
  /** Numbers of ports, from 1. */
  readonly numbers = new Numbers(1)
  readonly fdb = new Map<Mac, FdbEntry>()
  stpState = 0
  /** 1/100 s. */
  forwardDelay = 1500
  helloTime = 200
  maxAge = 2000
  ageingTime = 30000
  priority = 32768
  /** Of the bridge id: none until a port or somebody gives the bridge its address. */
  idAddress: Mac = MAC_ZERO
  vlanFiltering = 0
  mcastSnooping = 1
  groupFwdMask = 0
  /** The MTU was set by hand. */
  mtuSet = false
  constructor(dev: NetDevice) {
    this.dev = dev
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
