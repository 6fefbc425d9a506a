// TCP segments as lines. Ref: print-tcp.c, print-http.c
import { decodeUtf8 } from '../../wire/utf8.ts'
import { checksum } from '../../wire/checksum.ts'
import { put16, u16 } from '../../wire/octets.ts'
import {
  formatTcpFlags,
  formatTcpOption,
  tcpHeaderLength,
  TCP_ACK,
  TCP_FIN,
  TCP_RST,
  TCP_SYN,
  TCP_URG,
  type Tcp,
} from '../../wire/tcp.ts'
import { formatDns } from './printdns.ts'
import type { Style } from './style.ts'

const HTTP_PORTS: ReadonlySet<number> = new Set([80, 8080, 3128])
const DNS_PORT = 53
const HTTP_START =
  /^(GET|PUT|COPY|HEAD|LOCK|MOVE|POLL|POST|BCOPY|BMOVE|MKCOL|TRACE|LABEL|MERGE|DELETE|SEARCH|UNLOCK|REPORT|UPDATE|NOTIFY|BDELETE|CONNECT|OPTIONS|CHECKIN|PROPFIND|CHECKOUT|SUBSCRIBE|PROPPATCH|HTTP\/\d)/

/** The segment's octets, and the pseudo header's sum without the length. */
export interface Summed {
  readonly bytes: Uint8Array
  readonly pseudo: number
  readonly src: string
  readonly dst: string
}

export function formatTcpLine(style: Style, tcp: Tcp, summed: Summed): string {
  const { flags, data } = tcp
  if (style.quick) return `tcp ${data.length}`
  const base = style.sequences.base(summed.src, summed.dst, tcp)
  const parts = [`Flags [${formatTcpFlags(flags)}]`]
  if (style.verbose > 0 && !style.noChecksums && tcpIsWhole(summed.bytes, tcp)) {
    parts.push(tcpChecksum(summed))
  }
  if (style.verbose > 1 || data.length > 0 || flags & (TCP_SYN | TCP_FIN | TCP_RST)) {
    const seq = (tcp.seq - base.seq) >>> 0
    parts.push(data.length > 0 ? `seq ${seq}:${(seq + data.length) >>> 0}` : `seq ${seq}`)
  }
  if (flags & TCP_ACK) parts.push(`ack ${(tcp.ack - base.ack) >>> 0}`)
  parts.push(`win ${tcp.window}`)
  if (flags & TCP_URG) parts.push(`urg ${tcp.urgent}`)
  if (tcp.options.length > 0) {
    parts.push(`options [${tcp.options.map((option) => formatTcpOption(option, base)).join(',')}]`)
  }
  return `${parts.join(', ')}, length ${data.length}${data.length > 0 ? carried(style, tcp) : ''}`
}

function tcpChecksum({ bytes, pseudo }: Summed): string {
  const there = u16(bytes, 16)
  const clear = bytes.slice()
  put16(clear, 16, 0)
  const right = checksum(clear, pseudo + bytes.length)
  const hex = `0x${there.toString(16).padStart(4, '0')}`
  return right === there
    ? `cksum ${hex} (correct)`
    : `cksum ${hex} (incorrect -> 0x${right.toString(16).padStart(4, '0')})`
}

function tcpIsWhole(bytes: Uint8Array, tcp: Tcp): boolean {
  return bytes.length === tcpHeaderLength(tcp) + tcp.data.length
}

function carried(style: Style, { sport, dport, data }: Tcp): string {
  if (HTTP_PORTS.has(sport) || HTTP_PORTS.has(dport)) return http(style, data)
  if (sport === DNS_PORT || dport === DNS_PORT) {
    return data.length > 2 ? ` ${formatDns(style, data.subarray(2), false)}` : ''
  }
  return ''
}

function http(style: Style, data: Uint8Array): string {
  const text = decodeUtf8(data)
  const lines = text.split('\r\n')
  if (!HTTP_START.test(text)) return ': HTTP'
  if (style.verbose === 0) return `: HTTP: ${lines[0] ?? ''}`
  // The header, up to its empty line.
  const end = lines.indexOf('')
  const header = end < 0 ? lines : lines.slice(0, end + 1)
  const rest = end < 0 ? '' : lines.slice(end + 1).join('\r\n')
  const shown = header.map((line) => `\n\t${line}`).join('')
  const tail =
    rest === ''
      ? ''
      : rest
          .split('\n')
          .map((line) => `\n\t${line}`)
          .join('')
  return `: HTTP, length: ${data.length}${shown}${tail}${rest === '' || rest.endsWith('\n') ? '' : ' [|http]'}`
}
