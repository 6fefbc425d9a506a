// ICMP messages as lines. Ref: print-icmp.c:icmp_print()
import { isIcmpEcho, icmpLength, type Icmp, type IcmpError } from '../../wire/icmp.ts'
import { IPPROTO_TCP, IPPROTO_UDP, type Ipv4 } from '../../wire/ipv4.ts'
import { u16 } from '../../wire/octets.ts'
import type { Style } from './style.ts'

const REDIRECTS = ['to net', 'to host', 'to net', 'to host']
const REDIRECT_WORDS = ['redirect', 'redirect', 'redirect-tos', 'redirect-tos']

/** `quote` words the packet that an error is about, under -v. */
export function formatIcmpLine(style: Style, icmp: Icmp, quote: (packet: Ipv4) => string): string {
  const length = icmpLength(icmp)
  if (isIcmpEcho(icmp)) {
    const what = icmp.type === 8 ? 'request' : 'reply'
    return `ICMP echo ${what}, id ${icmp.id}, seq ${icmp.seq}, length ${length}`
  }
  const line = `ICMP ${errorText(style, icmp)}, length ${length}`
  return style.verbose > 0 ? `${line}\n\t${quote(icmp.original)}` : line
}

function errorText(style: Style, icmp: IcmpError): string {
  const { names } = style
  const { original, code } = icmp
  const dst = names.host(original.dst)
  switch (icmp.type) {
    case 3:
      return unreachable(style, icmp, dst)
    case 5: {
      const word = REDIRECT_WORDS[code]
      if (word === undefined) return `redirect-#${code} ${dst} to net ${names.host(icmp.info)}`
      return `${word} ${dst} ${REDIRECTS[code] ?? ''} ${names.host(icmp.info)}`
    }
    case 11:
      if (code === 0) return 'time exceeded in-transit'
      return code === 1 ? 'ip reassembly time exceeded' : `time exceeded-#${code}`
    case 12:
      if (code !== 0) return `parameter problem code ${code}`
      return `parameter problem - octet ${icmp.info >>> 24}`
  }
}

function unreachable(style: Style, { code, info, original }: IcmpError, dst: string): string {
  switch (code) {
    case 0:
      return `net ${dst} unreachable`
    case 1:
      return `host ${dst} unreachable`
    case 2:
      return `${dst} protocol ${original.protocol} unreachable`
    case 3:
      return `${dst} ${portText(style, original)} unreachable`
    case 4: {
      const mtu = info & 0xffff
      return mtu === 0
        ? `${dst} unreachable - need to frag`
        : `${dst} unreachable - need to frag (mtu ${mtu})`
    }
    case 5:
      return `${dst} unreachable - source route failed`
    case 6:
      return `net ${dst} unreachable - unknown`
    case 7:
      return `host ${dst} unreachable - unknown`
    case 8:
      return `${dst} unreachable - source host isolated`
    case 9:
      return `net ${dst} unreachable - admin prohibited`
    case 10:
      return `host ${dst} unreachable - admin prohibited`
    case 11:
      return `net ${dst} unreachable - tos prohibited`
    case 12:
      return `host ${dst} unreachable - tos prohibited`
    case 13:
      return `host ${dst} unreachable - admin prohibited filter`
    case 14:
      return `host ${dst} unreachable - host precedence violation`
    case 15:
      return `host ${dst} unreachable - precedence cutoff`
    default:
      return `${dst} unreachable - #${code}`
  }
}

function portText({ names }: Style, { protocol, payload }: Ipv4): string {
  let port = 0
  if (payload.kind === 'udp' || payload.kind === 'tcp' || payload.kind === 'vxlan') port = payload.dport
  else if (payload.kind === 'octets') port = u16(payload.bytes, 2)
  if (protocol === IPPROTO_TCP) return `tcp port ${names.port(port, 'tcp')}`
  if (protocol === IPPROTO_UDP) return `udp port ${names.port(port, 'udp')}`
  return `protocol ${protocol} port ${port}`
}
