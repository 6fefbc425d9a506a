// What stands in an answer, in the order it is put there. Ref: dnsmasq src/rfc2131.c:do_options()
import {
  addressOption,
  DHCP_OPTIONS,
  DHCP_TYPES,
  dhcpOption,
  numberOption,
  octetOption,
  textOption,
  type Dhcp,
  type DhcpOption,
} from '../../wire/dhcp.ts'
import { ALWAYS_SENT, givenOption, type DhcpConfig } from './dhcpconfig.ts'
import type { Place } from './dhcpserver.ts'

interface Contents {
  readonly type: number
  readonly place: Place
  /** Seconds; null for a client that has its address from elsewhere. */
  readonly lease: number | null
  readonly name: string | null
  readonly domain: string | null
  /** This very server is a name server. */
  readonly ownDns: boolean
  readonly message: string | null
}

const FOREVER = 0xffffffff

export function replyOptions(request: Dhcp, config: DhcpConfig, contents: Contents): readonly DhcpOption[] {
  const { type, place, lease, message } = contents
  const head = [
    octetOption(DHCP_OPTIONS.messageType, type),
    addressOption(DHCP_OPTIONS.serverId, place.own),
    ...(lease === null ? [] : leaseOptions(lease)),
  ]
  if (type === DHCP_TYPES.NAK) return [...head, textOption(DHCP_OPTIONS.message, message ?? '')]
  const list = dhcpOption(request, DHCP_OPTIONS.parameterRequest)
  const wants = (code: number): boolean => list === null || list.includes(code)
  const own = ownOptions(contents).filter(({ code }) => ALWAYS_SENT.has(code) || wants(code))
  const given = config.options.filter(
    ({ code, data }) => data.length > 0 && (ALWAYS_SENT.has(code) || wants(code)),
  )
  return [...head, ...own.filter(({ code }) => givenOption(config, code) === null), ...given]
}

/** Times to renew and to look for others at half and at seven eighths (RFC 2131 §4.4.5); none where it never ends. */
function leaseOptions(lease: number): DhcpOption[] {
  if (lease === FOREVER) return [numberOption(DHCP_OPTIONS.leaseTime, lease)]
  return [
    numberOption(DHCP_OPTIONS.leaseTime, lease),
    numberOption(DHCP_OPTIONS.renewal, Math.floor(lease / 2)),
    numberOption(DHCP_OPTIONS.rebinding, Math.floor((lease * 7) / 8)),
  ]
}

function ownOptions({ place, name, domain, ownDns }: Contents): DhcpOption[] {
  return [
    addressOption(DHCP_OPTIONS.netmask, place.netmask),
    addressOption(DHCP_OPTIONS.broadcast, place.broadcast),
    addressOption(DHCP_OPTIONS.router, place.own),
    ...(ownDns ? [addressOption(DHCP_OPTIONS.dnsServer, place.own)] : []),
    ...(domain === null ? [] : [textOption(DHCP_OPTIONS.domainName, domain)]),
    ...(name === null ? [] : [textOption(DHCP_OPTIONS.hostname, name)]),
  ]
}
