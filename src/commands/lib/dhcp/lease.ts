// What a DHCP server granted, and asking it for more time or giving it back (RFC 2131 §4.4.5, §4.4.6).
import type { Blocking, Process } from '../../../os/program.ts'
import type { Nanoseconds } from '../../../sim/clock.ts'
import { EAGAIN, isErrno, type Errno } from '../../../uapi/errno.ts'
import {
  DHCP_CLIENT_PORT,
  DHCP_OPTIONS,
  DHCP_SERVER_PORT,
  dhcpAddress,
  dhcpNumber,
  emitDhcp,
  parseDhcp,
  type Dhcp,
  type DhcpOption,
} from '../../../wire/dhcp.ts'
import { INADDR_ANY, inetMask, type Inet } from '../../../wire/inet.ts'
import type { Mac } from '../../../wire/mac.ts'

export interface DhcpLease {
  readonly address: Inet
  readonly server: Inet
  readonly netmask: Inet
  /** Seconds from when it was granted. */
  readonly time: number
  readonly renewal: number
  readonly rebinding: number
  /** What the server sent. */
  readonly message: Dhcp
}

const DEFAULT_TIME = 3600

export function leaseOf(message: Dhcp): DhcpLease {
  const time = dhcpNumber(message, DHCP_OPTIONS.leaseTime) ?? DEFAULT_TIME
  return {
    address: message.yiaddr,
    server: dhcpAddress(message, DHCP_OPTIONS.serverId),
    netmask: dhcpAddress(message, DHCP_OPTIONS.netmask) || classMask(message.yiaddr),
    time,
    renewal: dhcpNumber(message, DHCP_OPTIONS.renewal) ?? Math.floor(time / 2),
    rebinding: dhcpNumber(message, DHCP_OPTIONS.rebinding) ?? Math.floor((time * 7) / 8),
    message,
  }
}

function classMask(address: Inet): Inet {
  return inetMask(address >>> 31 === 0 ? 8 : address >>> 30 === 2 ? 16 : 24)
}

/** A message of a client. */
export function requestOf(chaddr: Mac, xid: number, options: readonly DhcpOption[]): Dhcp {
  return {
    reply: false,
    xid,
    secs: 0,
    broadcast: false,
    ciaddr: INADDR_ANY,
    yiaddr: INADDR_ANY,
    siaddr: INADDR_ANY,
    giaddr: INADDR_ANY,
    chaddr,
    options,
  }
}

/** Sends to the server, from the address that it granted. */
export function sendToServer(p: Process, lease: DhcpLease, message: Dhcp): Errno | null {
  const socket = p.net.udpSocket()
  try {
    socket.options.reuseaddr = true
    return (
      socket.bind({ address: lease.address, port: DHCP_CLIENT_PORT }) ??
      socket.sendto(emitDhcp(message), { address: lease.server, port: DHCP_SERVER_PORT })
    )
  } finally {
    socket.close()
  }
}

/** Asks the server; its answer, or null when there is none in time. */
export function* askServer(
  p: Process,
  lease: DhcpLease,
  message: Dhcp,
  until: Nanoseconds,
): Blocking<Dhcp | null> {
  const socket = p.net.udpSocket()
  try {
    socket.options.reuseaddr = true
    const refused =
      socket.bind({ address: lease.address, port: DHCP_CLIENT_PORT }) ??
      socket.sendto(emitDhcp(message), { address: lease.server, port: DHCP_SERVER_PORT })
    if (refused) return null
    for (;;) {
      const got = socket.recv()
      if (got === EAGAIN) {
        if ((yield* p.clock.wait([socket], until)) !== 'ready') return null
        continue
      }
      if (isErrno(got)) return null
      const answer = parseDhcp(got.data)
      if (answer?.reply && answer.xid === message.xid) return answer
    }
  } finally {
    socket.close()
  }
}
