import { expect, test } from 'vitest'
import { ENETUNREACH, ENOENT } from '../../uapi/errno.ts'
import type { RtnetlinkReply, RtnetlinkRequest } from '../../uapi/rtnetlink.ts'
import type { UdpSocket } from '../../uapi/socket.ts'
import { run } from '../testing/run.ts'
import { arpCommand } from './arp.ts'

const TABLE = `IP address       HW type     Flags       HW address            Mask     Device
10.0.0.2         0x1         0x6         02:00:00:00:00:02     *        eth0
10.0.0.4         0x1         0x0         00:00:00:00:00:00     *        eth0
10.0.0.3         0x1         0x2         02:00:00:00:00:03     *        eth0
0.0.0.0          0x304       0x6         02:00:00:00:00:02     *        lo
10.0.0.8         0x1         0xc         00:00:00:00:00:00     *        eth0
`
const HOSTS = '127.0.0.1 localhost\n10.0.0.3 web\n'

/** What was asked of rtnetlink, and how it answers. */
function netlink(asked: RtnetlinkRequest[], error: RtnetlinkReply | null = null) {
  return () => ({
    rtnetlink: (request: RtnetlinkRequest): RtnetlinkReply => {
      asked.push(request)
      if (request.type === 'RTM_GETROUTE_LOOKUP') {
        if (request.lookup.dst === 0x0a090001) return { error: { errno: ENETUNREACH, extack: null } }
        return { messages: [{ ...ROUTE, dst: request.lookup.dst }] }
      }
      return error ?? { messages: [] }
    },
    udpSocket: () => NOWHERE,
  })
}

/** No server can be reached. */
const NOWHERE = { connect: () => ENETUNREACH, close: () => {} } as unknown as UdpSocket

const ROUTE = {
  type: 'RTM_NEWROUTE',
  family: 2,
  table: 254,
  protocol: 0,
  scope: 0,
  routeType: 1,
  dst: 0,
  dstLen: 32,
  tos: 0,
  priority: 0,
  oif: 3,
  flags: 0,
} as const

function arp(args: string, asked: RtnetlinkRequest[] = [], error: RtnetlinkReply | null = null) {
  const files = { '/proc/net/arp': TABLE, '/etc/hosts': HOSTS }
  return run(arpCommand, args.split(' ').filter(Boolean), { files, net: netlink(asked, error) })
}

function shows(stdout: string) {
  return { stdout, stderr: '', status: 0 }
}

test('the table, with names and without', () => {
  expect(arp('')).toEqual(
    shows(`Address                  HWtype  HWaddress           Flags Mask            Iface
10.0.0.2                 ether   02:00:00:00:00:02   CM                    eth0
10.0.0.4                         (incomplete)                              eth0
web                      ether   02:00:00:00:00:03   C                     eth0
0.0.0.0                  loop    02:00:00:00:00:02   CM                    lo
10.0.0.8                 *       <from_interface>    MP                    eth0
`),
  )
  expect(arp('-n 10.0.0.3')).toEqual(
    shows(`Address                  HWtype  HWaddress           Flags Mask            Iface
10.0.0.3                 ether   02:00:00:00:00:03   C                     eth0
`),
  )
})

test('the table as BSD writes it', () => {
  expect(arp('-a')).toEqual(
    shows(`? (10.0.0.2) at 02:00:00:00:00:02 [ether] PERM on eth0
? (10.0.0.4) at <incomplete> on eth0
web (10.0.0.3) at 02:00:00:00:00:03 [ether] on eth0
? (0.0.0.0) at 02:00:00:00:00:02 [loop] PERM on lo
? (10.0.0.8) at <from_interface> PERM PUB on eth0
`),
  )
})

test('nothing found', () => {
  expect(arp('10.0.0.9')).toEqual(shows('10.0.0.9 (10.0.0.9) -- no entry\n'))
  expect(arp('-a 10.0.0.9')).toEqual(shows('arp: in 5 entries no match found.\n'))
  expect(arp('-i eth7')).toEqual(shows('arp: in 5 entries no match found.\n'))
  expect(arp('-v -i eth7')).toEqual(
    shows('Entries: 5\tSkipped: 5\tFound: 0\narp: in 5 entries no match found.\n'),
  )
  expect(arp('nosuch')).toEqual({ stdout: '', stderr: 'nosuch: Host name lookup failure\n', status: 255 })
})

test('-s sets an entry on the device of the route', () => {
  const asked: RtnetlinkRequest[] = []
  expect(arp('-s 10.0.0.20 02:00:00:00:00:20', asked)).toEqual(shows(''))
  expect(asked.at(-1)).toEqual({
    type: 'RTM_NEWNEIGH',
    flags: { create: true, replace: true },
    neigh: { family: 2, index: 3, state: 0x80, flags: 0, dst: 0x0a000014, lladdr: 0x020000000020 },
  })
  arp('-s 10.0.0.20 2:0:0:0:0:21 temp', asked)
  expect(asked.at(-1)).toMatchObject({ neigh: { state: 0x04, lladdr: 0x020000000021 } })
})

test('-d deletes, and says when there is nothing', () => {
  const asked: RtnetlinkRequest[] = []
  expect(arp('-d 10.0.0.2', asked)).toEqual(shows(''))
  expect(asked.at(-1)).toMatchObject({ type: 'RTM_DELNEIGH', neigh: { index: 3, dst: 0x0a000002, flags: 0 } })
  expect(arp('-d 10.0.0.2', [], { error: { errno: ENOENT, extack: null } })).toEqual({
    stdout: 'No ARP entry for 10.0.0.2\n',
    stderr: '',
    status: 255,
  })
  expect(arp('-v -d 10.9.0.1')).toEqual({
    stdout: '',
    stderr: 'arp: SIOCDARP(dontpub)\nSIOCDARP(dontpub): Network is unreachable\n',
    status: 255,
  })
})

test.each([
  ['-s', 'arp: need host name\n'],
  ['-s 10.0.0.24', 'arp: need hardware address\n'],
  ['-s 10.0.0.24 zz', 'arp: invalid hardware address\n'],
  ['-s 10.9.0.1 02:00:00:00:00:01', 'SIOCSARP: Network is unreachable\n'],
  ['-s 10.0.0.22 02:00:00:00:00:22 pub', 'SIOCSARP: No such device\n'],
  ['-d', 'arp: need host name\n'],
  ['-H foo', 'arp: foo: unknown hardware type.\n'],
  ['-A inet6', "arp: inet6: kernel only supports 'inet'.\n"],
  ['-p foo', 'arp: foo: unknown address family.\n'],
])('arp %s', (args, stderr) => {
  expect(arp(args)).toEqual({ stdout: '', stderr, status: 255 })
})
