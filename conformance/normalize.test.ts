import { expect, test } from 'vitest'
import { normalize } from './normalize.mjs'

function outputs(...steps: readonly (readonly [command: string, output: string])[]): string[] {
  return normalize(steps.map(([command, output]) => ({ command, output }))).map((step) => step.output)
}

test('MAC addresses are named by order of sight, over the whole transcript', () => {
  const a = '0a:00:00:00:00:01'
  const b = '0a:00:00:00:00:02'
  expect(
    outputs(
      ['ip link', `link/ether ${b} brd ff:ff:ff:ff:ff:ff\n`],
      ['ip link', `link/ether ${a} brd ff:ff:ff:ff:ff:ff\nlink/ether ${b}\n`],
    ),
  ).toEqual(['link/ether M1 brd ff:ff:ff:ff:ff:ff\n', 'link/ether M2 brd ff:ff:ff:ff:ff:ff\nlink/ether M1\n'])
})

test('so is the MAC address within a link-local address or a bridge id', () => {
  expect(
    outputs(
      ['ip addr', 'link/ether 0a:2b:00:00:00:01\ninet6 fe80::82b:ff:fe00:1/64 scope link\n'],
      ['ip -d link', 'bridge_id 8000.a:2b:0:0:0:1\n'],
      ['brctl show', 'br0\t\t8000.0a2b00000001\tno\n'],
      ['ip addr', 'inet6 fe80::1/64 scope link\n'],
    ),
  ).toEqual([
    'link/ether M1\ninet6 fe80::<M1>/64 scope link\n',
    'bridge_id 8000.M1\n',
    'br0\t\t8000.M1\tno\n',
    'inet6 fe80::1/64 scope link\n',
  ])
})

test('times are masked', () => {
  expect(
    outputs([
      'ping',
      '64 bytes from 10.0.0.2: icmp_seq=1 ttl=64 time=0.045 ms\n' +
        '2 packets transmitted, 2 received, 0% packet loss, time 1002ms\n' +
        'rtt min/avg/max/mdev = 0.045/0.045/0.045/0.000 ms\n',
    ]),
  ).toEqual([
    '64 bytes from 10.0.0.2: icmp_seq=1 ttl=64 time=T\n' +
      '2 packets transmitted, 2 received, 0% packet loss, time T\n' +
      'rtt T\n',
  ])
})

test('tables in hash order are sorted, others are not', () => {
  const lines = '10.0.0.3 dev eth0 FAILED\n10.0.0.2 dev eth0 INCOMPLETE\n'
  const sorted = '10.0.0.2 dev eth0 INCOMPLETE\n10.0.0.3 dev eth0 FAILED\n'
  expect(outputs(['ip neigh', lines], ['ip -n red n show dev eth0', lines], ['cat x', lines])).toEqual([
    sorted,
    sorted,
    lines,
  ])
})

test('what is not random stays', () => {
  const text =
    'inet 10.0.0.1/24 brd 10.0.0.255 scope global eth0\n       valid_lft forever preferred_lft forever\n'
  expect(outputs(['ip addr', text])).toEqual([text])
})

test('where Docker is used its ids, names and ages are masked', () => {
  const id = '0123456789ab'
  expect(
    outputs(
      ['docker run -d alpine', `${id.padEnd(64, '0')}\n`],
      [
        'docker ps',
        'CONTAINER ID   IMAGE     COMMAND   CREATED         STATUS         PORTS     NAMES\n' +
          `${id}   alpine    "sh"      4 seconds ago   Up 3 seconds             happy_hopper\n`,
      ],
    ),
  ).toEqual([
    'ID1\n',
    'CONTAINER ID   IMAGE   COMMAND   CREATED   STATUS   PORTS   NAMES\n' +
      'ID1   alpine   "sh"   N seconds ago   Up N seconds   NAME1\n',
  ])
})
