// The conditions that every rule can have by itself: addresses, interfaces, protocol, fragments.
// Ref: net/ipv4/netfilter/ip_tables.c:ip_packet_match()
import type { RuleMiss } from '../../sim/trace.ts'
import type { XtRule } from '../../uapi/netfilter.ts'
import type { XtInterface, XtNetwork } from '../../uapi/xt_match.ts'
import { formatInet, maskLength, type Inet } from '../../wire/inet.ts'
import { formatInet6, type Inet6 } from '../../wire/inet6.ts'
import type { NetDevice } from '../core/net.ts'
import type { NfHookState } from '../core/nf_hooks.ts'
import type { SkBuff } from '../core/skb.ts'
import { fragmentOffset, protocolOf } from './pktinfo.ts'
import type { XtMatchFn } from './x_tables.ts'

export interface Condition {
  readonly test: XtMatchFn
  readonly why: (skb: SkBuff, state: NfHookState) => RuleMiss
}

/** In the order in which iptables -S prints them. */
export function ruleConditions(rule: XtRule): readonly Condition[] {
  const conditions: Condition[] = []
  const { source, destination, protocol, fragment } = rule
  if (source) conditions.push(addressCondition('-s', source, sourceOf))
  if (destination) conditions.push(addressCondition('-d', destination, destinationOf))
  if (rule.in) conditions.push(interfaceCondition('-i', rule.in, (state) => state.in))
  if (rule.out) conditions.push(interfaceCondition('-o', rule.out, (state) => state.out))
  if (protocol && protocol.number !== 0) {
    const { number, invert } = protocol
    conditions.push({
      test: (skb) => (protocolOf(skb) === number) !== invert,
      why: (skb) => ({
        option: not('-p', invert),
        wanted: protocolName(number),
        found: protocolName(protocolOf(skb)),
      }),
    })
  }
  if (fragment) {
    const { invert } = fragment
    conditions.push({
      test: (skb) => (fragmentOffset(skb) !== 0) !== invert,
      why: () => ({
        option: not('-f', invert),
        wanted: 'a further fragment',
        found: invert ? 'one' : 'whole, or the first fragment',
      }),
    })
  }
  return conditions
}

/** An option with the `!` of a rule before it. */
export function not(option: string, invert: boolean): string {
  return invert ? `! ${option}` : option
}

function addressCondition(
  option: string,
  network: XtNetwork,
  address: (skb: SkBuff) => Inet | Inet6 | null,
): Condition {
  return {
    test: addressTest(network, address),
    why: (skb) => {
      const found = address(skb)
      return {
        option: not(option, network.invert),
        wanted: formatNetwork(network),
        found: found === null ? 'not IP' : formatAddress(found),
      }
    },
  }
}

/** Whether an address of a packet lies in a network. */
export function addressTest(
  { address, mask, invert }: XtNetwork,
  of: (skb: SkBuff) => Inet | Inet6 | null,
): XtMatchFn {
  if (typeof address === 'number' && typeof mask === 'number') {
    const wanted = address & mask
    return (skb) => {
      const found = of(skb)
      return (typeof found === 'number' && (found & mask) === wanted) !== invert
    }
  }
  const mask6 = BigInt(mask)
  const wanted = BigInt(address) & mask6
  return (skb) => {
    const found = of(skb)
    return (typeof found === 'bigint' && (found & mask6) === wanted) !== invert
  }
}

function interfaceCondition(
  option: string,
  wanted: XtInterface,
  device: (state: NfHookState) => NetDevice | null,
): Condition {
  const test = interfaceTest(wanted)
  return {
    test: (_skb, state) => test(device(state)?.name ?? ''),
    why: (_skb, state) => ({
      option: not(option, wanted.invert),
      wanted: formatInterface(wanted),
      found: device(state)?.name ?? 'none',
    }),
  }
}

/** Whether a device's name is meant; that of no device is empty. */
export function interfaceTest({ name, wildcard, invert }: XtInterface): (found: string) => boolean {
  if (wildcard) return (found) => found.startsWith(name) !== invert
  return (found) => (found === name) !== invert
}

export function formatInterface({ name, wildcard }: XtInterface): string {
  return wildcard ? `${name}+` : name
}

export function sourceOf({ packet }: SkBuff): Inet | Inet6 | null {
  return packet.kind === 'ipv4' ? packet.src : null
}

export function destinationOf({ packet }: SkBuff): Inet | Inet6 | null {
  return packet.kind === 'ipv4' ? packet.dst : null
}

export function formatAddress(address: Inet | Inet6): string {
  return typeof address === 'number' ? formatInet(address) : formatInet6(address)
}

/** `10.0.0.0/24`; a single host without its length. */
function formatNetwork({ address, mask }: XtNetwork): string {
  const whole = typeof mask === 'number' ? 32 : 128
  const length = typeof mask === 'number' ? maskLength(mask) : maskLength6(mask)
  const text = formatAddress(address)
  if (length === whole) return text
  return `${text}/${length ?? formatAddress(mask)}`
}

function maskLength6(mask: Inet6): number | null {
  const ones = mask.toString(2).padStart(128, '0')
  const length = ones.indexOf('0')
  if (length < 0) return 128
  return ones.indexOf('1', length) < 0 ? length : null
}

const PROTOCOLS: Readonly<Record<number, string>> = {
  1: 'icmp',
  2: 'igmp',
  4: 'ipencap',
  6: 'tcp',
  17: 'udp',
  33: 'dccp',
  41: 'ipv6',
  47: 'gre',
  50: 'esp',
  51: 'ah',
  58: 'ipv6-icmp',
  132: 'sctp',
  136: 'udplite',
}

function protocolName(number: number): string {
  return PROTOCOLS[number] ?? String(number)
}
