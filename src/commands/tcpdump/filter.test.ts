import { expect, test } from 'vitest'
import { emitFrame, type Frame } from '../../wire/ethernet.ts'
import { compileFilter } from './filter.ts'
import type { FilterNames } from './filterreader.ts'
import { arpRequest, echo, echo6, syn, tagged, udpTo } from './frames.ts'

const NAMES: FilterNames = {
  host: (name) => (name === 'router' ? [0x0a000001] : name === 'later' ? 'unasked' : 'unknown'),
  port: (name, protocol) => (name === 'http' && protocol === 'tcp' ? 80 : null),
}
const FRAMES: Readonly<Record<string, Frame>> = {
  arp: arpRequest,
  echo,
  echo6,
  syn,
  udp: udpTo(53),
  tagged,
}

/** Names of the frames that pass, or what is said of the expression. */
function passing(text: string): string {
  const read = compileFilter(text, { cooked: false, live: false, netmask: 0xffffff00 }, NAMES)
  if ('error' in read) return read.error
  if ('ask' in read) return `ask ${read.ask}`
  const passed = Object.entries(FRAMES).filter(([, frame]) => {
    const bytes = emitFrame(frame)
    const sight = { bytes, length: bytes.length, tag: null, outgoing: false, ifindex: 1, overrun: false }
    return read.filter(sight) && !sight.overrun
  })
  return passed.map(([name]) => name).join(' ')
}

const SYNTAX = "can't parse filter expression: syntax error"

test('which packets pass', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['', 'arp echo echo6 syn udp tagged'],
    ['icmp', 'echo'],
    ['icmp6', 'echo6'],
    ['arp or icmp', 'arp echo'],
    ['host 10.0.0.2', 'arp echo syn udp'],
    ['src host 10.0.0.2', ''],
    ['arp host router', 'arp'],
    ['net 10', 'arp echo syn udp'],
    ['dst net 10.0.0.0/24 and not arp', 'echo syn udp'],
    ['port http', 'syn'],
    ['port 80 or 53', 'syn udp'],
    // `and` and `or` bind alike.
    ['tcp or udp and port 53', 'udp'],
    ['portrange 50-60', 'udp'],
    ['udp dst port 53', 'udp'],
    ['tcp[tcpflags] & (tcp-syn|tcp-ack) == tcp-syn', 'syn'],
    ['icmp[icmptype] == icmp-echo', 'echo'],
    ['ip[6:2] & 0x4000 != 0', 'echo syn udp'],
    ['ether broadcast', 'arp'],
    ['vlan 10', 'tagged'],
    ['vlan and icmp', 'tagged'],
    ['less 42', 'arp'],
    // A load beyond the packet's end rejects it, `not` or no.
    ['not ether[200] = 1', ''],
    ['ip proto \\tcp', 'syn'],
    ['host fd00::1', 'echo6'],
  ]
  for (const [text, names] of cases) expect(passing(text), text).toBe(names)
})

test('what is wrong with an expression', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['foo bar', SYNTAX],
    ['10.0.0.1', SYNTAX],
    ['(icmp', SYNTAX],
    ['icmp and', SYNTAX],
    ['host', SYNTAX],
    ['ip proto tcp', SYNTAX],
    ['host nosuch', "unknown host 'nosuch'"],
    ['host later', 'ask later'],
    ['tcp port foo', "unknown port 'foo'"],
    ['port 99999', 'illegal port number 99999 > 65535'],
    ['port 50-60', "unknown port '50-60'"],
    ['host 10.0.0.300', "invalid IPv4 address '10.0.0.300'"],
    ['net 10.0.0.1/24', 'non-network bits set in "10.0.0.1/24"'],
    ['net 10.0.0.0/33', 'mask length must be <= 32'],
    ['tcp host 10.0.0.1', "'tcp' modifier applied to host"],
    ['ip6 host 10.0.0.1', "'ip6' modifier applied to ip host"],
    ['ip host fd00::1', "'ip' modifier applied to ip6 host"],
    ['arp port 80', "illegal qualifier of 'port'"],
    ['host 02:00:00:00:00:01', 'ethernet address used in non-ether expression'],
    ['udp[8:5] = 1', 'data size must be 1, 2, or 4'],
    ['inbound', 'inbound/outbound not supported on Ethernet when reading savefiles'],
  ]
  for (const [text, error] of cases) expect(passing(text), text).toBe(error)
})
