// What `-d` adds of a VLAN, a macvlan or an ipvlan.
import {
  IPVLAN_F_PRIVATE,
  IPVLAN_F_VEPA,
  MACVLAN_FLAG_NODST,
  MACVLAN_FLAG_NOPROMISC,
  MACVLAN_MODE_SOURCE,
  type IpvlanAttrs,
  type MacvlanAttrs,
  type QosMapping,
  type VlanAttrs,
} from '../../uapi/if_link.ts'
import { formatMac } from '../../wire/mac.ts'
import { ETH_P_8021Q } from '../../wire/vlan.ts'
import { formatLlProto, IPVLAN_MODES, MACVLAN_MODES, VLAN_FLAG_NAMES } from './linkmodes.ts'
import type { Printer } from './print.ts'

export function printVlan(out: Printer, vlan: VlanAttrs): void {
  const protocol = formatLlProto(vlan.protocol ?? ETH_P_8021Q)
  out.any('protocol', protocol, `protocol ${protocol} `)
  const { id = 0 } = vlan
  out.any('id', id, `id ${id} `)
  out.openArray('flags', '<')
  let left = vlan.flags ?? 0
  for (const [flag, name] of VLAN_FLAG_NAMES) {
    if (!(left & flag)) continue
    left &= ~flag
    out.item(name, left ? `${name},` : name)
  }
  out.closeArray('> ')
  if (vlan.ingressQos) printQosMap(out, 'ingress_qos', 'ingress-qos-map', vlan.ingressQos)
  if (vlan.egressQos) printQosMap(out, 'egress_qos', 'egress-qos-map', vlan.egressQos)
}

function printQosMap(out: Printer, key: string, word: string, map: readonly QosMapping[]): void {
  out.openArray(key, '')
  out.nl()
  out.text(`      ${word} { `)
  for (const { from, to } of map) {
    out.openObject(null)
    out.any('from', from, `${from}:`)
    out.any('to', to, `${to} `)
    out.closeObject()
  }
  out.closeArray('} ')
}

export function printMacvlan(out: Printer, macvlan: MacvlanAttrs): void {
  const mode = MACVLAN_MODES.get(macvlan.mode ?? 0) ?? 'unknown'
  const { flags = 0, bcQueueLen = 0, bcQueueLenUsed = 0, macaddrs = [] } = macvlan
  out.any('mode', mode, `mode ${mode} `)
  if (flags & MACVLAN_FLAG_NOPROMISC) out.any('nopromisc', true, 'nopromisc ')
  if (flags & MACVLAN_FLAG_NODST) out.any('nodst', true, 'nodst ')
  out.any('bcqueuelen', bcQueueLen, `bcqueuelen ${bcQueueLen} `)
  out.any('usedbcqueuelen', bcQueueLenUsed, `usedbcqueuelen ${bcQueueLenUsed} `)
  if (macvlan.mode !== MACVLAN_MODE_SOURCE) return
  out.any('macaddr_count', macaddrs.length, `remotes (${macaddrs.length}) `)
  out.openArray('macaddr_data', '')
  for (const mac of macaddrs) out.item(formatMac(mac), `${formatMac(mac)} `)
  out.closeArray('')
}

export function printIpvlan(out: Printer, ipvlan: IpvlanAttrs): void {
  const mode = IPVLAN_MODES[ipvlan.mode ?? 0] ?? 'unknown'
  const { flags = 0 } = ipvlan
  out.any('mode', mode, ` mode ${mode} `)
  const word = flags & IPVLAN_F_PRIVATE ? 'private' : flags & IPVLAN_F_VEPA ? 'vepa' : 'bridge'
  out.any(word, true, `${word} `)
}
