// Settings of a device: net.ipv4.conf.DEV.* (Ref: include/linux/inetdevice.h, Documentation/networking/ip-sysctl.rst)

/** What a new namespace starts `conf/default` and, but for source routing, `conf/all` with. */
export const CONF_DEFAULTS = {
  accept_local: 0,
  accept_redirects: 1,
  accept_source_route: 1,
  arp_accept: 0,
  arp_announce: 0,
  arp_evict_nocarrier: 1,
  arp_filter: 0,
  arp_ignore: 0,
  arp_notify: 0,
  bc_forwarding: 0,
  bootp_relay: 0,
  disable_policy: 0,
  disable_xfrm: 0,
  drop_gratuitous_arp: 0,
  drop_unicast_in_l2_multicast: 0,
  force_igmp_version: 0,
  forwarding: 0,
  igmpv2_unsolicited_report_interval: 10000,
  igmpv3_unsolicited_report_interval: 1000,
  ignore_routes_with_linkdown: 0,
  log_martians: 0,
  mc_forwarding: 0,
  medium_id: 0,
  promote_secondaries: 0,
  proxy_arp: 0,
  proxy_arp_pvlan: 0,
  route_localnet: 0,
  rp_filter: 0,
  secure_redirects: 1,
  send_redirects: 1,
  shared_media: 1,
  src_valid_mark: 0,
  tag: 0,
} as const satisfies Record<string, number>

export type ConfKey = keyof typeof CONF_DEFAULTS
/** Never changed in place: devices that were not set by hand share one, and a new one takes its place when they are. */
export type Ipv4Conf = Readonly<Record<ConfKey, number>>

const loopbacks = new WeakMap<Ipv4Conf, Ipv4Conf>()

/** A loopback's, which no policy looks at. Ref: inetdev_event(NETDEV_REGISTER) */
export function confOfLoopback(conf: Ipv4Conf): Ipv4Conf {
  let made = loopbacks.get(conf)
  if (!made) loopbacks.set(conf, (made = { ...conf, disable_policy: 1, disable_xfrm: 1 }))
  return made
}

export const CONF_KEYS: readonly string[] = Object.keys(CONF_DEFAULTS)

export function isConfKey(key: string): key is ConfKey {
  return Object.hasOwn(CONF_DEFAULTS, key)
}
