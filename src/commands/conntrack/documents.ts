// Flows as XML, and as the commands that would make them (`-o xml`, `-o save`).
// Ref: libnetfilter_conntrack src/conntrack/snprintf_xml.c, conntrack-tools src/conntrack.c:ct_save_snprintf()
import {
  IPS_ASSURED,
  IPS_DST_NAT,
  IPS_SEEN_REPLY,
  IPS_SRC_NAT,
  type CtCounters,
  type CtEntry,
  type CtTuple,
} from '../../uapi/conntrack.ts'
import { hasPorts, protocolName } from './format.ts'
import { formatAddress } from '../../wire/inet6.ts'

export const XML_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<conntrack>\n'
export const XML_TAIL = '</conntrack>\n'

function sideXml(tuple: CtTuple, direction: string, counters: CtCounters | undefined): string {
  const { protocol } = tuple
  const family = tuple.family === 2 ? 'protonum="2" protoname="ipv4"' : 'protonum="10" protoname="ipv6"'
  const ends = `<src>${formatAddress(tuple.src)}</src><dst>${formatAddress(tuple.dst)}</dst>`
  const ports = hasPorts(tuple) ? `<sport>${tuple.sport}</sport><dport>${tuple.dport}</dport>` : ''
  const counted = counters
    ? `<counters><packets>${counters.packets}</packets><bytes>${counters.bytes}</bytes></counters>`
    : ''
  return (
    `<meta direction="${direction}"><layer3 ${family}>${ends}</layer3>` +
    `<layer4 protonum="${protocol}" protoname="${protocolName(protocol)}">${ports}</layer4>${counted}</meta>`
  )
}

/** One flow, without a newline; `type` of an event. */
export function formatXml(entry: CtEntry, type: 'new' | 'update' | 'destroy' | null): string {
  const { orig, reply, status, acct, tcpState, timeout, mark, zone, use, id } = entry
  const marked = type === null || mark !== 0 || type === 'new'
  return [
    type === null ? '<flow>' : `<flow type="${type}">`,
    sideXml(orig, 'original', acct?.orig),
    sideXml(reply, 'reply', acct?.reply),
    '<meta direction="independent">',
    tcpState ? `<state>${tcpState}</state>` : '',
    `<timeout>${timeout}</timeout>`,
    marked ? `<mark>${mark}</mark>` : '',
    zone === 0 ? '' : `<zone>${zone}</zone>`,
    type === null ? `<use>${use}</use>` : '',
    `<id>${id}</id>`,
    status & IPS_ASSURED ? '<assured/>' : '',
    status & IPS_SEEN_REPLY ? '' : '<unreplied/>',
    '</meta></flow>',
  ].join('')
}

/** `-A -t 29 -u SEEN_REPLY -s …`, without a newline. */
export function formatSave({ orig, reply, status, timeout, zone, tcpState }: CtEntry): string {
  const words = [`-A -t ${timeout}`]
  const bits = [status & IPS_SEEN_REPLY ? 'SEEN_REPLY' : '', status & IPS_ASSURED ? 'ASSURED' : '']
  const flags = bits.filter((bit) => bit !== '').join(',')
  words.push(`-u ${flags || 'UNSET'}`)
  words.push(`-s ${formatAddress(orig.src)} -d ${formatAddress(orig.dst)}`)
  const [from, to] = [status & IPS_DST_NAT ? '-g' : '-r', status & IPS_SRC_NAT ? '-n' : '-q']
  words.push(`${from} ${formatAddress(reply.src)} ${to} ${formatAddress(reply.dst)}`)
  words.push(`-p ${protocolName(orig.protocol)}`)
  if (orig.icmp) {
    const name = orig.protocol === 58 ? 'icmpv6' : 'icmp'
    const { type, code, id } = orig.icmp
    words.push(`--${name}-type ${type} --${name}-code ${code} --${name}-id ${id}`)
  } else if (hasPorts(orig)) {
    words.push(`--sport ${orig.sport} --dport ${orig.dport}`)
    words.push(`--reply-port-src ${reply.sport} --reply-port-dst ${reply.dport}`)
  }
  if (tcpState) words.push(`--state ${tcpState}`)
  if (zone !== 0) words.push(`-w ${zone}`)
  return words.join(' ')
}
