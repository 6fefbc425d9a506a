// Which address a client is offered. Ref: dnsmasq src/dhcp.c:address_allocate(), src/rfc2131.c:dhcp_reply()
import { DHCP_OPTIONS, dhcpAddress, type Dhcp } from '../../wire/dhcp.ts'
import type { Inet } from '../../wire/inet.ts'
import type { Mac } from '../../wire/mac.ts'
import type { DhcpConfig, DhcpHost } from './dhcpconfig.ts'
import type { Place } from './dhcpserver.ts'
import type { Leases } from './leases.ts'

interface Choice {
  readonly address: Inet
  /** Nobody was known to have it: somebody might. */
  readonly fresh: boolean
}

export function chooseAddress(
  config: DhcpConfig,
  leases: Leases,
  place: Place,
  host: DhcpHost | null,
  request: Dhcp,
): Choice | null {
  const { chaddr } = request
  const free = (address: Inet): boolean => {
    const lease = leases.at(address)
    return (!lease || lease.mac === chaddr) && !leases.isAvoided(address)
  }
  const fixed = host?.address
  if (fixed !== null && fixed !== undefined && free(fixed)) return { address: fixed, fresh: false }
  const inRange = (address: Inet): boolean =>
    place.ranges.some((r) => !r.static && r.start <= address && address <= r.end)
  const may = (address: Inet): boolean =>
    free(address) && address !== place.own && !config.hosts.some((other) => other.address === address)
  const lease = leases.of(chaddr)
  if (lease && inRange(lease.address) && may(lease.address)) return { address: lease.address, fresh: false }
  const wanted = dhcpAddress(request, DHCP_OPTIONS.requestedAddress)
  if (inRange(wanted) && may(wanted) && !leases.at(wanted)) return { address: wanted, fresh: true }
  for (const range of place.ranges) {
    if (range.static) continue
    const size = range.end - range.start + 1
    const first = config.sequential ? 0 : hashOf(chaddr) % size
    for (let i = 0; i < size; i++) {
      const address = range.start + ((first + i) % size)
      // Old Windows thinks that these are broadcast addresses.
      const odd = range.start >>> 29 === 6 && [0, 255].includes(address & 255)
      if (!odd && may(address)) return { address, fresh: true }
    }
  }
  return null
}

/** The hash of sdbm over the octets of a hardware address. */
function hashOf(mac: Mac): number {
  let hash = 0
  for (let shift = 40; shift >= 0; shift -= 8) {
    const octet = Math.floor(mac / 2 ** shift) % 256
    hash = (octet + (hash << 6) + (hash << 16) - hash) >>> 0
  }
  return hash === 0 ? 1 : hash
}
