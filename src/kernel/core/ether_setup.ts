// What a device is made of. Ref: net/ethernet/eth.c
import { ETH_HEADER } from '../../wire/ethernet.ts'
import { MAC_BROADCAST, type Mac } from '../../wire/mac.ts'

export interface DeviceSetup {
  readonly name: string
  readonly hwType: number
  readonly flags: number
  readonly mtu: number
  readonly minMtu: number
  readonly maxMtu: number
  readonly mac: Mac
  readonly broadcast: Mac
  readonly numQueues: number
  readonly countedHeader: number
  readonly qdisc: 'noqueue' | 'fq_codel'
}

/** What all Ethernet devices start from. Ref: net/ethernet/eth.c:ether_setup() */
export const ETHER_SETUP = {
  mtu: 1500,
  minMtu: 68,
  maxMtu: 65535,
  broadcast: MAC_BROADCAST,
  countedHeader: ETH_HEADER,
} as const
