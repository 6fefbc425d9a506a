// Priorities of packets and of tags. Ref: net/8021q/vlan_dev.c:vlan_dev_set_egress_priority(), vlan_get_ingress_priority()
import type { QosMapping } from '../../uapi/if_link.ts'

/** Chains of the egress map. */
const BUCKETS = 16

export class QosMaps {
  /** Priority of packets by priority of tags. */
  readonly #ingress: number[] = [0, 0, 0, 0, 0, 0, 0, 0]
  /** The newest first in each chain. */
  readonly #egress: QosMapping[][] = Array.from({ length: BUCKETS }, () => [])

  setIngress(prio: number, priority: number): void {
    this.#ingress[prio & 7] = priority
  }

  setEgress(priority: number, prio: number): void {
    const chain = this.#egress[priority & (BUCKETS - 1)] ?? []
    const known = chain.find(({ from }) => from === priority)
    if (known) known.to = prio & 7
    else chain.unshift({ from: priority, to: prio & 7 })
  }

  /** The tag's priority for a packet's. Ref: vlan_dev_get_egress_qos_mask() */
  egress(priority: number): number {
    return this.#egress[priority & (BUCKETS - 1)]?.find(({ from }) => from === priority)?.to ?? 0
  }

  /** Null when nothing is mapped. Ref: vlan_fill_info() */
  listIngress(): QosMapping[] | null {
    const list = this.#ingress.flatMap((to, from) => (to === 0 ? [] : [{ from, to }]))
    return list.length > 0 ? list : null
  }

  listEgress(): QosMapping[] | null {
    const list = this.#egress.flat().filter(({ to }) => to !== 0)
    return list.length > 0 ? list.map(({ from, to }) => ({ from, to })) : null
  }
}

/** Priority of a packet by its type of service: TC_PRIO_* by bits 1…4. Ref: net/ipv4/route.c:ip_tos2prio[] */
const TOS_TO_PRIORITY: readonly number[] = [0, 0, 0, 0, 2, 2, 2, 2, 6, 6, 6, 6, 4, 4, 4, 4]

export function egressPriority(qos: QosMaps, tos: number): number {
  return qos.egress(TOS_TO_PRIORITY[(tos & 0x1e) >> 1] ?? 0)
}
