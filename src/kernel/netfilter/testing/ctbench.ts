// Short words for what tests of connection tracking and NAT do and see.
import { isErrno } from '../../../uapi/errno.ts'
import type { NftTableName, XtRule } from '../../../uapi/netfilter.ts'
import type { UdpSocket } from '../../../uapi/socket.ts'
import type { NatRange, XtNat } from '../../../uapi/xt_target.ts'
import type { XtInterface } from '../../../uapi/xt_match.ts'
import type { CtTuple } from '../../../uapi/conntrack.ts'
import { formatInet, type Inet } from '../../../wire/inet.ts'
import type { Net } from '../../kernel.ts'
import { inet } from '../../testbench.ts'
import { ctEntry } from '../nf_conntrack_ecache.ts'
import { ctEntries, ctExpired } from '../nf_conntrack_table.ts'
import { NfBench, newRule } from '../testbench.ts'

const NAMES: Readonly<Record<number, string>> = { 1: 'icmp', 6: 'tcp', 17: 'udp' }

export class CtBench extends NfBench {
  inet(text: string): Inet {
    return inet(text)
  }

  device(name: string): XtInterface {
    return { name, wildcard: false, invert: false }
  }

  range(address: string | null, port?: number): NatRange {
    const at = address === null ? null : inet(address)
    return {
      addresses: at === null ? null : { min: at, max: at },
      ports: port === undefined ? null : { min: port, max: port },
      random: false,
      randomFully: false,
      persistent: false,
    }
  }

  /** `ip6tables -t TABLE -A CHAIN`. */
  append6(net: Net, where: string, ...rules: readonly XtRule[]): string | null {
    const [table, chain = ''] = where.split(' ') as [NftTableName, string]
    return this.batch(
      net,
      [this.chain(table, chain), ...rules.map((rule) => newRule(table, chain, rule))],
      'ip6',
    )
  }

  masquerade(): XtNat {
    return { name: 'MASQUERADE', range: this.range(null) }
  }

  delRoute(net: Net, to: string): void {
    this.ok(net, { type: 'RTM_DELROUTE', route: this.route(net, to, { via: '10.0.2.1' }) })
  }

  udp(net: Net, address: string, port: number): UdpSocket {
    const socket = this.kernel.udpSocket(net)
    const refused = socket.bind({ address: inet(address), port })
    if (refused) throw new Error(refused.name)
    return socket
  }

  send(socket: UdpSocket, address: string, port: number): void {
    socket.sendto(new Uint8Array(4), { address: inet(address), port })
    this.run(0.1)
  }

  /** Who sent the oldest datagram. */
  received(socket: UdpSocket): string {
    const got = socket.recv()
    return isErrno(got) ? got.name : `${formatInet(got.from.address)}:${got.from.port}`
  }

  /** As conntrack lists them, flags apart. */
  flows(net: Net): string[] {
    return [...ctEntries(net)]
      .filter((ct) => !ctExpired(net, ct))
      .map((ct) => {
        const { orig, reply, timeout, mark, tcpState } = ctEntry(net, ct)
        const state = tcpState ? `${tcpState} ` : ''
        return `${NAMES[orig.protocol]} ${timeout} ${state}${tuple(orig)} ${tuple(reply)} mark=${mark}`
      })
  }
}

function tuple({ src, dst, sport, dport, icmp }: CtTuple): string {
  const ends = `src=${formatInet(Number(src))} dst=${formatInet(Number(dst))}`
  return icmp ? `${ends} id=${icmp.id}` : `${ends} sport=${sport} dport=${dport}`
}
