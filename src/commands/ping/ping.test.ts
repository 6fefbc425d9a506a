import { expect, test } from 'vitest'
import { SECOND } from '../../sim/clock.ts'
import { EACCES, EHOSTUNREACH, EMSGSIZE, ENETUNREACH, ENOBUFS } from '../../uapi/errno.ts'
import { ICMP_ECHOREPLY, type IcmpEcho, type IcmpError } from '../../wire/icmp.ts'
import type { Inet } from '../../wire/inet.ts'
import { answering, icmpNetwork, packet, SELF, type Peer } from '../testing/fakeIcmp.ts'
import { run, transcript, type RunOptions } from '../testing/run.ts'
import { pingCommand } from './ping.ts'

const ROUTER: Inet = 0x0a0000fe
const PEER: Inet = 0x0a000002

function ping(args: string, peer: Peer = answering, more: RunOptions = {}): string {
  const { output, status } = transcript(pingCommand, args.split(' '), { net: icmpNetwork(peer), ...more })
  return `${output}[${status}]`
}

/** An ICMP error about the request, from the router. */
function errorAbout(echo: IcmpEcho, dst: Inet, over: Partial<IcmpError>): IcmpError {
  return { kind: 'icmp', type: 3, code: 1, info: 0, original: packet(SELF, dst, echo), quoted: 84, ...over }
}

function failing(over: Partial<IcmpError>, after = 100): Peer {
  return (echo, dst) => {
    const icmp = errorAbout(echo, dst, over)
    return [
      { after, packet: packet(ROUTER, SELF, icmp) },
      { after, error: { errno: EHOSTUNREACH, from: ROUTER, icmp, original: icmp.original } },
    ]
  }
}

test('answers, once a second', () => {
  expect(ping('-c 2 10.0.0.2')).toBe(`PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.
64 bytes from 10.0.0.2: icmp_seq=1 ttl=64 time=0.041 ms
64 bytes from 10.0.0.2: icmp_seq=2 ttl=64 time=0.041 ms

--- 10.0.0.2 ping statistics ---
2 packets transmitted, 2 received, 0% packet loss, time 1000ms
rtt min/avg/max/mdev = 0.041/0.041/0.041/0.000 ms
[0]`)
})

test('names of /etc/hosts, and those that are nowhere', () => {
  const files = { '/etc/hosts': '127.0.0.1 localhost\n10.0.0.2\tweb web.lan\n' }
  expect(ping('-c 1 web', answering, { files })).toBe(`PING web (10.0.0.2) 56(84) bytes of data.
64 bytes from web (10.0.0.2): icmp_seq=1 ttl=64 time=0.041 ms

--- web ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.041/0.041/0.041/0.000 ms
[0]`)
  expect(ping('-qc 1 web.lan', answering, { files })).toMatch(/^PING web \(10\.0\.0\.2\) /)
  expect(ping('nosuch', answering, { files })).toBe('ping: nosuch: Temporary failure in name resolution\n[2]')
  expect(ping('a:b', answering, { files })).toBe('ping: a:b: Name or service not known\n[2]')
})

test('nothing comes back', () => {
  expect(ping('-c 1 -W 1 10.0.0.2', () => [])).toBe(`PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]`)
  expect(ping('-c 3 -O -W 1 10.0.0.2', () => [])).toBe(`PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.
no answer yet for icmp_seq=1
no answer yet for icmp_seq=2

--- 10.0.0.2 ping statistics ---
3 packets transmitted, 0 received, 100% packet loss, time 2000ms

[1]`)
})

test('a deadline sends on and ends it', () => {
  expect(ping('-w 2 -c 1 10.0.0.2', () => [])).toBe(`PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.

--- 10.0.0.2 ping statistics ---
2 packets transmitted, 0 received, 100% packet loss, time 1000ms

[1]`)
})

test.each([
  [{ type: 3, code: 0 }, 'Destination Net Unreachable'],
  [{ type: 3, code: 1 }, 'Destination Host Unreachable'],
  [{ type: 3, code: 3 }, 'Destination Port Unreachable'],
  [{ type: 3, code: 4, info: 1400 }, 'Frag needed and DF set (mtu = 1400)'],
  [{ type: 3, code: 13 }, 'Packet filtered'],
  [{ type: 11, code: 0 }, 'Time to live exceeded'],
  [{ type: 12, code: 0, info: 0x14000000 }, 'Parameter problem: pointer = 20'],
] as const)('an error: %j', (over, text) => {
  expect(ping('-c 1 10.0.0.2', failing(over))).toBe(`PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.
From 10.0.0.254 icmp_seq=1 ${text}

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms

[1]`)
})

test('errors that come late make a pipe', () => {
  expect(ping('-c 2 10.0.0.2', failing({}, 3_000_000))).toBe(`PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.
From 10.0.0.254 icmp_seq=1 Destination Host Unreachable
From 10.0.0.254 icmp_seq=2 Destination Host Unreachable

--- 10.0.0.2 ping statistics ---
2 packets transmitted, 0 received, +2 errors, 100% packet loss, time 1000ms
pipe 2
[1]`)
})

test('a redirect is said and does not count', () => {
  const peer: Peer = (echo, dst) => {
    const icmp = errorAbout(echo, dst, { type: 5, code: 1, info: PEER })
    return [{ after: 10, packet: packet(ROUTER, SELF, icmp) }, ...answering(echo, dst)]
  }
  expect(ping('-c 1 10.0.0.2', peer)).toBe(`PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.
From 10.0.0.254: icmp_seq=1 Redirect Host(New nexthop: 10.0.0.2)
64 bytes from 10.0.0.2: icmp_seq=1 ttl=64 time=0.041 ms

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.041/0.041/0.041/0.000 ms
[0]`)
})

test('duplicates and answers from elsewhere', () => {
  const peer: Peer = (echo, dst) => {
    const reply: IcmpEcho = { ...echo, type: ICMP_ECHOREPLY }
    return [
      { after: 20, packet: packet(dst, SELF, reply) },
      { after: 30, packet: packet(ROUTER, SELF, reply, 63) },
    ]
  }
  expect(ping('-c 2 10.0.0.2', peer)).toBe(`PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.
64 bytes from 10.0.0.2: icmp_seq=1 ttl=64 time=0.020 ms
64 bytes from 10.0.0.254: icmp_seq=1 ttl=63 time=0.030 ms (DUP!) (DIFFERENT ADDRESS!)
64 bytes from 10.0.0.2: icmp_seq=2 ttl=64 time=0.020 ms

--- 10.0.0.2 ping statistics ---
2 packets transmitted, 2 received, +1 duplicates, 0% packet loss, time 1000ms
rtt min/avg/max/mdev = 0.020/0.023/0.030/0.004 ms
[0]`)
})

test('what cannot be sent', () => {
  expect(ping('-c 1 -W 1 10.0.0.2', () => [{ refuse: ENOBUFS }]))
    .toBe(`PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.
ping: sendmsg: No buffer space available

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 1000ms

[1]`)
  const tooLong: Peer = (echo, dst) => {
    const icmp = errorAbout(echo, dst, { code: 4, info: 1400 })
    const error = { errno: EMSGSIZE, from: null, icmp, original: icmp.original }
    return [{ after: 0, error }]
  }
  expect(ping('-c 1 -s 1472 10.0.0.2', tooLong)).toBe(`PING 10.0.0.2 (10.0.0.2) 1472(1500) bytes of data.
ping: local error: message too long, mtu=1400

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms

[1]`)
})

test('no way there', () => {
  const net = icmpNetwork(answering, () => ENETUNREACH)
  expect(run(pingCommand, ['8.8.8.8'], { net })).toEqual({
    stdout: '',
    stderr: 'ping: connect: Network is unreachable\n',
    status: 2,
  })
})

test('broadcast needs -b', () => {
  const net = icmpNetwork(answering, (udp) => (udp.broadcast ? null : EACCES))
  expect(run(pingCommand, ['-c', '1', '10.0.0.255'], { net })).toEqual({
    stdout: '',
    stderr: 'ping: Do you want to ping broadcast? Then -b. If not, check your local firewall rules\n',
    status: 2,
  })
  expect(run(pingCommand, ['-qc', '1', '-b', '10.0.0.255'], { net })).toEqual({
    stdout: `PING 10.0.0.255 (10.0.0.255) 56(84) bytes of data.

--- 10.0.0.255 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.041/0.041/0.041/0.000 ms
`,
    stderr: 'WARNING: pinging broadcast address\n',
    status: 0,
  })
})

test('Ctrl-C prints the farewell, Ctrl-\\ a line on the way', () => {
  const signals = [
    { at: 1.2 * SECOND, signal: 'QUIT' },
    { at: 2.5 * SECOND, signal: 'INT' },
  ] as const
  expect(run(pingCommand, ['10.0.0.2'], { net: icmpNetwork(answering), signals })).toEqual({
    stdout: `PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.
64 bytes from 10.0.0.2: icmp_seq=1 ttl=64 time=0.041 ms
64 bytes from 10.0.0.2: icmp_seq=2 ttl=64 time=0.041 ms
64 bytes from 10.0.0.2: icmp_seq=3 ttl=64 time=0.041 ms

--- 10.0.0.2 ping statistics ---
3 packets transmitted, 3 received, 0% packet loss, time 2000ms
rtt min/avg/max/mdev = 0.041/0.041/0.041/0.000 ms
`,
    stderr: '\r2/2 packets, 0% loss, min/avg/ewma/max = 0.041/0.041/0.041/0.041 ms\n',
    status: 0,
  })
})

test('-f draws dots, -A goes as fast as answers come', () => {
  expect(ping('-f -c 3 10.0.0.2')).toBe(`PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.
.\b \b.\b \b.\b \b
--- 10.0.0.2 ping statistics ---
3 packets transmitted, 3 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.041/0.041/0.041/0.000 ms, ipg/ewma 0.041/0.041 ms
[0]`)
  expect(ping('-A -q -c 3 10.0.0.2')).toBe(`PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.

--- 10.0.0.2 ping statistics ---
3 packets transmitted, 3 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.041/0.041/0.041/0.000 ms, ipg/ewma 0.041/0.041 ms
[0]`)
})

test('options that change a line', () => {
  expect(ping('-c 1 -D -v -p ff 10.0.0.2')).toBe(
    `ping: sock4.fd: 3 (socktype: SOCK_RAW), sock6.fd: 4 (socktype: SOCK_RAW), hints.ai_family: AF_UNSPEC

ai->ai_family: AF_INET, ai->ai_canonname: '10.0.0.2'
PATTERN: 0xff
PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.
[1767225600.000041] 64 bytes from 10.0.0.2: icmp_seq=1 ident=4711 ttl=64 time=0.041 ms

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.041/0.041/0.041/0.000 ms
[0]`,
  )
  expect(ping('-c 1 -s 8 -I 10.0.0.1 10.0.0.2'))
    .toBe(`PING 10.0.0.2 (10.0.0.2) from 10.0.0.1 : 8(36) bytes of data.
16 bytes from 10.0.0.2: icmp_seq=1 ttl=64

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms

[0]`)
})
