// The conditions that every rule can have by itself: addresses, interfaces, protocol, fragments.
// Ref: net/ipv4/netfilter/ip_tables.c:ip_packet_match()
import type { RuleMiss } from '../../sim/trace.ts'
import type { XtRule } from '../../uapi/netfilter.ts'
import type { XtInterface, XtNetwork } from '../../uapi/xt_match.ts'
import type { Inet } from '../../wire/inet.ts'
import { type Inet6, formatAddress } from '../../wire/inet6.ts'
import type { NetDevice } from '../core/net.ts'
import type { NfHookState } from '../core/nf_hooks.ts'
import type { SkBuff } from '../core/skb.ts'
import { destinationOf, fragmentOffset, protocolOf, sourceOf } from './pktinfo.ts'
import { formatInterface, formatNetwork, not, protocolName } from './words.ts'
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
