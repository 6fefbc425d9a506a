// A network that is not there: what most tests of this folder need.
import type { Network } from '../../os/program.ts'
import { ENODEV, ENOENT } from '../../uapi/errno.ts'

/** No network: what a test does not need. */
export function noNetwork(over: Partial<Network> = {}): Network {
  const missing = (): never => {
    throw new Error('no sockets in this test')
  }
  return {
    rtnetlink: () => ({ error: { errno: ENODEV, extack: null } }),
    nftables: () => ({ tables: [] }),
    ipset: () => ({ error: 'NO_SET' }),
    ipvs: () => ({ error: ENOENT }),
    conntrack: () => ({ error: { errno: ENODEV, extack: null } }),
    conntrackEvents: missing,
    nftMonitor: missing,
    netns: () => ({ inode: 4026531840 }),
    createNetns: () => ({ inode: 4026532000 }),
    openNetns: () => ENOENT,
    setns: () => null,
    rtnetlinkSocket: missing,
    icmpSocket: missing,
    udpSocket: missing,
    icmp6Socket: missing,
    udp6Socket: missing,
    packetSocket: missing,
    streamSocket: missing,
    accept: missing,
    inherit: missing,
    unixSocket: missing,
    acceptUnix: missing,
    unixDiag: () => [],
    sockDiag: () => [],
    socketOwners: () => new Map(),
    hostname: () => 'host',
    setHostname: () => null,
    ...over,
  }
}
