// What a route says of the path beyond it (RTA_METRICS, ip-route(8)), apart from its MTU and segment size.

/** An absent one is not set. */
export interface RouteMetrics {
  /** Octets. */
  readonly window?: number
  /** In 1/8 ms and 1/4 ms, as TCP keeps them. */
  readonly rtt?: number
  readonly rttvar?: number
  readonly ssthresh?: number
  readonly cwnd?: number
  readonly reordering?: number
  /** Time to live. */
  readonly hoplimit?: number
  readonly initcwnd?: number
  /** RTAX_FEATURE_*. */
  readonly features?: number
  /** Milliseconds. */
  readonly rtoMin?: number
  readonly initrwnd?: number
  readonly quickack?: number
  /** A congestion control algorithm's name. */
  readonly congctl?: string
  readonly fastopenNoCookie?: number
  /** Names of metrics, `mtu` and `advmss` too, that what is learned of the path does not change. */
  readonly lock?: readonly string[]
}

export const RTAX_FEATURE_ECN = 1
