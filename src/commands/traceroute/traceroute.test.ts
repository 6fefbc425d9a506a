import { expect, test } from 'vitest'
import { SECOND } from '../../sim/clock.ts'
import { routedBench, type NetBench } from '../lib/nettools/testbench.ts'
import type { Command } from '../command.ts'
import { tracerouteCommand } from './traceroute.ts'
import { USAGE } from './usage.ts'

/** Turns forwarding on in its namespace. */
const forwardCommand: Command = {
  name: 'forward',
  path: '/usr/bin/forward',
  summary: '',
  supports: [],
  *run(p) {
    yield* p.clock.sleep(0)
    return p.fs.writeFile('/proc/sys/net/ipv4/ip_forward', '1\n') === null ? 0 : 1
  },
}

function routed(): NetBench {
  const bench = routedBench(tracerouteCommand, forwardCommand)
  expect(bench.sh('ip netns exec r forward')).toBe('')
  return bench
}

function header(host: string, hops = 30): string {
  return `traceroute to ${host} (${host}), ${hops} hops max, 60 byte packets\n`
}

test('hops, by UDP and by ICMP, with and without names', () => {
  let bench = routed()
  const two = `${header('10.0.2.2')} 1  10.0.1.1 T T T\n 2  10.0.2.2 T T T\n`
  expect(bench.steady('ip netns exec a traceroute -n 10.0.2.2')).toBe(two)
  expect(bench.steady('ip netns exec a traceroute -n -I 10.0.2.2')).toBe(two)
  bench = routed()
  expect(bench.steady('ip netns exec a traceroute -q1 127.0.0.1')).toBe(
    `${header('127.0.0.1')} 1  localhost (127.0.0.1) T\n`,
  )
  expect(bench.steady('ip netns exec a traceroute -n -q 1 -f 2 10.0.2.2')).toBe(
    `${header('10.0.2.2')} 2  10.0.2.2 T\n`,
  )
  expect(bench.steady('ip netns exec a traceroute -n -q 1 -m 1 10.0.2.2 100')).toBe(
    'traceroute to 10.0.2.2 (10.0.2.2), 1 hops max, 100 byte packets\n 1  10.0.1.1 T\n',
  )
})

test('a host that was asked too often answers only later', () => {
  const bench = routed()
  const trace = 'ip netns exec a traceroute -n -q 1 10.0.2.2'
  expect(bench.steady(trace)).toBe(`${header('10.0.2.2')} 1  10.0.1.1 T\n 2  10.0.2.2 T\n`)
  // Six errors to one peer may follow each other at once: the first trace's other probes used them up.
  const stars = Array.from({ length: 16 }, (_, i) => `${String(i + 2).padStart(2)}  *\n`).join('')
  expect(bench.steady(trace)).toBe(`${header('10.0.2.2')} 1  10.0.1.1 T\n${stars}18  10.0.2.2 T\n`)
})

test('a host that does not answer ARP, refusals of a router, and silence', () => {
  const bench = routed()
  expect(bench.steady('ip netns exec a traceroute -n -q 1 10.0.1.99')).toBe(
    `${header('10.0.1.99')} 1  10.0.1.2 T !H\n`,
  )
  bench.sh(
    'ip -n r route add unreachable 5.5.5.5',
    'ip -n r route add prohibit 6.6.6.6',
    'ip -n r route add blackhole 7.7.7.7',
  )
  expect(bench.steady('ip netns exec a traceroute -n -q 1 -N 1 5.5.5.5')).toBe(
    `${header('5.5.5.5')} 1  10.0.1.1 T !H\n`,
  )
  expect(bench.steady('ip netns exec a traceroute -n -q 1 -N 1 6.6.6.6')).toBe(
    `${header('6.6.6.6')} 1  10.0.1.1 T !X\n`,
  )
  const before = bench.clock.now
  expect(bench.sh('ip netns exec a traceroute -n -w 1 -m 2 7.7.7.7')).toBe(
    `${header('7.7.7.7', 2)} 1  * * *\n 2  * * *\n`,
  )
  // All six were on their way at once.
  expect(Math.round((bench.clock.now - before) / SECOND)).toBe(1)
})

test('--mtu and --back', () => {
  const bench = routed()
  bench.sh('ip -n r link set rb mtu 1400')
  expect(bench.steady('ip netns exec a traceroute -n -q 1 --mtu 10.0.2.2')).toBe(
    'traceroute to 10.0.2.2 (10.0.2.2), 30 hops max, 65000 byte packets\n' +
      ' 1  10.0.1.1 T F=1500\n 2  10.0.2.2 T F=1400\n',
  )
  expect(bench.steady('ip netns exec a traceroute -n -q 1 --back 10.0.2.2')).toBe(
    `${header('10.0.2.2')} 1  10.0.1.1 T\n 2  10.0.2.2 T\n`,
  )
})

test('system calls that fail', () => {
  const bench = routed()
  const cases: readonly (readonly [string, string])[] = [
    ['-i nosuch 10.0.2.2', `${header('10.0.2.2')}setsockopt SO_BINDTODEVICE: No such device\n[1]\n`],
    ['-s 1.2.3.4 10.0.2.2', `${header('10.0.2.2')}bind: Cannot assign requested address\n[1]\n`],
    ['10.0.1.255', `${header('10.0.1.255')}connect: Permission denied\n[1]\n`],
    ['-I 10.0.1.255', '\nconnect: Permission denied\n[1]\n'],
  ]
  for (const [words, output] of cases)
    expect(bench.sh(`ip netns exec a traceroute ${words}`), words).toBe(output)
})

test('words that it does not take', () => {
  const bench = routed()
  const cases: readonly (readonly [string, string])[] = [
    ['-x 127.0.0.1', "Bad option `-x' (argc 1)\n[2]\n"],
    ['--quer=1 127.0.0.1', "Bad option `--quer=1' (with arg `1') (argc 1)\n[2]\n"],
    ['-nq1 127.0.0.1', "Option `-q' (argc 1) requires an argument: `-q nqueries'\n[2]\n"],
    [
      '--queries 1 127.0.0.1',
      "Option `--queries' (argc 1) requires an argument: `--queries=nqueries'\n[2]\n",
    ],
    ['-q 1x 127.0.0.1', "Cannot handle `-q' option with arg `1x' (argc 2)\n[2]\n"],
    ['-w 1,2,x 127.0.0.1', "Cannot handle `-w' option with arg `1,2,x' (argc 2)\n[2]\n"],
    ['-q 11 127.0.0.1', 'no more than 10 probes per hop\n[2]\n'],
    ['-f 31 127.0.0.1', 'first hop out of range\n[2]\n'],
    ['-w -1 127.0.0.1', "bad wait specifications `-1,0,0' used\n[2]\n"],
    ['-n', 'Specify "host" missing argument.\n[2]\n'],
    ['127.0.0.1 abc', 'Cannot handle "packetlen" cmdline arg `abc\' on position 2 (argc 2)\n[2]\n'],
    ['127.0.0.1 100 5', "Extra arg `5' (position 3, argc 3)\n[2]\n"],
    [
      'nosuch',
      'nosuch: Temporary failure in name resolution\n' +
        'Cannot handle "host" cmdline arg `nosuch\' on position 1 (argc 1)\n[2]\n',
    ],
    ['-T 127.0.0.1', 'traceroute: -T is not supported in vethlab\n[1]\n'],
    ['-M dccp 127.0.0.1', 'traceroute: -M dccp is not supported in vethlab\n[1]\n'],
    ['--help', USAGE],
  ]
  for (const [words, output] of cases) expect(bench.sh(`traceroute ${words}`), words).toBe(output)
  expect(bench.sh('traceroute')).toBe(USAGE)
})
