// Neighbour discovery under -v: the message, then each option on a line of its own. Ref: print-icmp6.c
import { formatInet6 } from '../../wire/inet6.ts'
import { formatMac } from '../../wire/mac.ts'
import type { Icmp6 } from '../../wire/icmp6.ts'
import { formatNdisc, isNdiscType, type Ndisc } from '../../wire/ndisc.ts'
import { readInet6, readMac, u16, u32, u8 } from '../../wire/octets.ts'
import type { Style } from './style.ts'

const FIXED: Readonly<Record<number, number>> = { 133: 8, 134: 16, 135: 24, 136: 24, 137: 40 }
const PREFERENCES = ['medium', 'high', '*rsv*', 'low']

export function isNd(icmp: Icmp6): icmp is Ndisc {
  return isNdiscType(icmp.type)
}

export function formatNdDetails(style: Style, nd: Ndisc, bytes: Uint8Array): string {
  const [name = '', ...rest] = formatNdisc(nd).split(', ')
  const told = rest.length > 0 ? `, ${rest.join(', ')}` : ''
  const head = `${name}, length ${bytes.length}${told}${fixedPart(nd)}`
  let options = ''
  for (let at = FIXED[nd.type] ?? bytes.length; at + 2 <= bytes.length;) {
    const length = u8(bytes, at + 1) * 8
    if (length === 0) break
    options += optionText(style, bytes.subarray(at, at + length))
    at += length
  }
  return head + options
}

function fixedPart(nd: Ndisc): string {
  if (nd.type === 136) {
    const flags = [nd.router && 'router', nd.solicited && 'solicited', nd.override && 'override'].filter(
      Boolean,
    )
    return `, Flags [${flags.join(', ') || 'none'}]`
  }
  if (nd.type !== 134) return ''
  const flags = [nd.managed && 'managed', nd.other && 'other stateful'].filter(Boolean)
  return (
    `\n\thop limit ${nd.hopLimit}, Flags [${flags.join(', ') || 'none'}], pref ${PREFERENCES[nd.preference] ?? ''}, ` +
    `router lifetime ${nd.lifetime}s, reachable time ${nd.reachable}ms, retrans timer ${nd.retrans}ms`
  )
}

function optionText({ verbose }: Style, option: Uint8Array): string {
  const [type, units] = [u8(option, 0), u8(option, 1)]
  const line = (name: string, rest: string): string =>
    `\n\t  ${name} option (${type}), length ${option.length} (${units}): ${rest}`
  const dump = (indent: string): string => hexLines(option.subarray(2), indent)
  switch (type) {
    case 1:
    case 2:
      return `${line(`${type === 1 ? 'source' : 'destination'} link-address`, formatMac(readMac(option, 2)))}${verbose > 1 ? dump('\t    ') : ''}`
    case 3: {
      const flags = u8(option, 3)
      const words = [flags & 0x80 && 'onlink', flags & 0x40 && 'auto', flags & 0x20 && 'router'].filter(
        Boolean,
      )
      const life = (at: number): string =>
        u32(option, at) === 0xffffffff ? 'infinity' : `${u32(option, at)}s`
      return `${line('prefix info', `${formatInet6(readInet6(option, 16))}/${u8(option, 2)}, Flags [${words.join(', ') || 'none'}], valid time ${life(4)}, pref. time ${life(8)}`)}${verbose > 1 ? dump('\t    ') : ''}`
    }
    case 5:
      return `${line('mtu', ` ${u32(option, 4)}`)}${verbose > 1 ? dump('\t    ') : ''}`
    default:
      return `\n\t  unknown option (${type}), length ${option.length} (${units}): ${dump(verbose > 1 ? '\t    ' : '\t  ')}`
  }
}

function hexLines(bytes: Uint8Array, indent: string): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 16) {
    const words: string[] = []
    for (let n = at; n < Math.min(at + 16, bytes.length); n += 2)
      words.push(u16(bytes, n).toString(16).padStart(4, '0'))
    text += `\n${indent}0x${at.toString(16).padStart(4, '0')}:  ${words.join(' ')}`
  }
  return text
}
