import { expect, test } from 'vitest'
import { icmpNetwork, answering } from '../testing/fakeIcmp.ts'
import { run } from '../testing/run.ts'
import { USAGE } from './options.ts'
import { pingCommand } from './ping.ts'
import { formatTime } from './statistics.ts'

// Recorded: iputils 20221126.
test.each([
  [[], 'usage error: Destination address required', 1],
  [['-c', '0', 'x'], "invalid argument: '0': out of range: 1 <= value <= 9223372036854775807", 1],
  [['-c', 'x', 'x'], "invalid argument: 'x'", 1],
  [
    ['-c', '99999999999999999999', 'x'],
    "invalid argument: '99999999999999999999': Numerical result out of range",
    1,
  ],
  [['-W', '-1', 'x'], 'bad linger time: -1', 2],
  [['-w', '-1', 'x'], "invalid argument: '-1': out of range: 0 <= value <= 2147483647", 1],
  [['-s', '-1', 'x'], "invalid argument: '-1': out of range: 0 <= value <= 2147483647", 1],
  [['-t', '256', 'x'], "invalid argument: '256': out of range: 0 <= value <= 255", 1],
  [['-l', '0', 'x'], "invalid argument: '0': out of range: 1 <= value <= 65536", 1],
  [['-Q', '256', 'x'], 'the decimal value of TOS bits must be in range 0-255: 256', 2],
  [['-Q', 'x', 'x'], 'bad TOS value: x', 2],
  [['-p', 'zz', 'x'], 'patterns must be specified as hex digits: zz', 2],
  [['-M', 'probe', 'x'], 'invalid -M argument: probe', 2],
  [['-e', '65536', 'x'], "invalid argument: '65536': out of range: 0 <= value <= 65535", 1],
  [['-t', '0', '10.0.0.2'], 'cannot set unicast time-to-live: Invalid argument', 2],
  [['-I', 'nosuch', '10.0.0.2'], 'SO_BINDTODEVICE nosuch: No such device', 2],
  [['-4', '::1'], '::1: Address family for hostname not supported', 2],
  [['-6', '10.0.0.1'], '10.0.0.1: Address family for hostname not supported', 2],
  [['fe80::1%nosuch'], 'fe80::1%nosuch: Name or service not known', 2],
  [['-R', 'x'], '-R is not supported in vethlab', 1],
] as const)('ping %j', (args, complaint, status) => {
  expect(run(pingCommand, args, { net: icmpNetwork(answering) })).toEqual({
    stdout: '',
    stderr: `ping: ${complaint}\n`,
    status,
  })
})

test('an option that is none shows the usage', () => {
  expect(run(pingCommand, ['-z'])).toEqual({
    stdout: '',
    stderr: `ping: invalid option -- 'z'\n${USAGE}`,
    status: 2,
  })
})

test.each([
  [0, '0.000'],
  [41, '0.041'],
  [999, '0.999'],
  [1000, '1.00'],
  [1234, '1.23'],
  [9994, '9.99'],
  [9995, '10.0'],
  [12345, '12.3'],
  [99949, '99.9'],
  [99950, '100'],
  [3_001_234, '3001'],
])('%i µs is written %s', (microseconds, text) => {
  expect(formatTime(microseconds)).toBe(text)
})
