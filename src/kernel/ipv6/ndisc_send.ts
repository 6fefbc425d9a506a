// The messages of neighbour discovery that a machine sends. Ref: net/ipv6/ndisc.c
import { IFA_F_OPTIMISTIC, IFA_F_TENTATIVE } from '../../uapi/rtnetlink.ts'
import { IN6ADDR_ANY, IN6ADDR_LINKLOCAL_ALLROUTERS, type Inet6 } from '../../wire/inet6.ts'
import {
  NDISC_NEIGHBOUR_ADVERTISEMENT,
  NDISC_NEIGHBOUR_SOLICITATION,
  NDISC_ROUTER_SOLICITATION,
  type NdOptions,
  type NeighbourAdvertisement,
  type RouterSolicitation,
} from '../../wire/ndisc.ts'
import type { NetDevice } from '../core/net.ts'
import { ipv6DevGetSaddr } from './addr_select.ts'
import { inet6Dev } from './inet6_dev.ts'
import { ipv6GetIfaddr, ipv6GetLladdr } from './locals.ts'
import { ndiscXmit } from './ndisc_xmit.ts'

/** `saddr` null: the link-local one. `nonce`: of duplicate address detection. Ref: ndisc_send_ns() */
export function ndiscSendNs(
  dev: NetDevice,
  target: Inet6,
  daddr: Inet6,
  saddr: Inet6 | null,
  nonce: number | null,
): void {
  const src = saddr ?? ipv6GetLladdr(dev, IFA_F_TENTATIVE | IFA_F_OPTIMISTIC)
  if (src === null) return
  const options: NdOptions = {
    ...(src === IN6ADDR_ANY ? {} : { sourceLl: dev.mac }),
    ...(nonce === null ? {} : { nonce }),
  }
  const payload = { kind: 'icmp6', type: NDISC_NEIGHBOUR_SOLICITATION, code: 0, target, options } as const
  ndiscXmit(dev, { src, dst: daddr, hopLimit: 255, routerAlert: false, payload })
}

interface Advertisement {
  readonly router: boolean
  readonly solicited: boolean
  readonly override: boolean
  /** With the link-layer address. */
  readonly option: boolean
}

/** Ref: ndisc_send_na() */
export function ndiscSendNa(dev: NetDevice, daddr: Inet6, target: Inet6, how: Advertisement): void {
  const ifa = ipv6GetIfaddr(target, dev)
  const src = ifa ? target : ipv6DevGetSaddr(dev.net, dev, daddr)
  if (typeof src !== 'bigint') return
  const option = how.option || inet6Dev(dev)?.conf.force_tllao === 1
  const { router, solicited } = how
  const override = how.override && !(ifa && ifa.flags & IFA_F_OPTIMISTIC)
  const payload: NeighbourAdvertisement = {
    kind: 'icmp6',
    type: NDISC_NEIGHBOUR_ADVERTISEMENT,
    code: 0,
    target,
    router,
    solicited,
    override,
    options: option ? { targetLl: dev.mac } : {},
  }
  ndiscXmit(dev, { src, dst: daddr, hopLimit: 255, routerAlert: false, payload })
}

/** Ref: ndisc_send_rs() */
export function ndiscSendRs(dev: NetDevice, src: Inet6): void {
  const options = { sourceLl: dev.mac }
  const payload: RouterSolicitation = { kind: 'icmp6', type: NDISC_ROUTER_SOLICITATION, code: 0, options }
  ndiscXmit(dev, { src, dst: IN6ADDR_LINKLOCAL_ALLROUTERS, hopLimit: 255, routerAlert: false, payload })
}
