// What a device has to do with groups of hosts. Ref: include/linux/igmp.h:struct ip_mc_list, struct in_device
import type { Timer } from '../../sim/clock.ts'
import type { Inet } from '../../wire/inet.ts'

/** A group that was joined (Ref: struct ip_mc_list). */
export interface McGroup {
  readonly group: Inet
  users: number
  /** Its address is in the device's list. */
  loaded: boolean
  /** Reports that tell of the change still to be sent. */
  changes: number
  /** The answer to a query about this group. */
  timer: Timer | null
}

/** Groups of one device and the state of IGMP on it. */
export class McState {
  /** The newest first. */
  groups: readonly McGroup[] = []
  /** Left, with reports of it still to be sent. */
  left: McGroup[] = []
  /** When the next report of changes is due. */
  changeTimer: Timer | null = null
  changeRounds = 0
  /** The answer to a general query. */
  queryTimer: Timer | null = null
  /** Until then somebody older is about (RFC 3376 §7.2.1). */
  v1Until = 0
  v2Until = 0
}
