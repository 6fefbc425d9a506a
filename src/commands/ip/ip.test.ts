import { expect, test } from 'vitest'
import { ipCommand } from './ip.ts'
import { splitLine } from './batch.ts'
import { Bench, link, LO } from './testbench.ts'
import { IP_USAGE } from './usage/ip.ts'
import { OTHER_USAGES } from './usage/others.ts'

const LO_BRIEF = 'lo               DOWN           00:00:00:00:00:00 <LOOPBACK> \n'

test('options stand before the object and may be shortened', () => {
  const bench = new Bench()
  for (const options of ['-br', '--brief', '-bri', '-brief -c=never', '-br -all -ts -rc 100 --']) {
    expect(bench.run(ipCommand.run, `ip ${options} link`), options).toBe(LO_BRIEF)
  }
  const cases: readonly (readonly [string, string])[] = [
    ['ip', `${IP_USAGE}[255]`],
    ['ip help', `${IP_USAGE}[255]`],
    ['ip -h', `${IP_USAGE}[255]`],
    ['ip -batch', `${IP_USAGE}[255]`],
    ['ip -x link', 'Option "-x" is unknown, try "ip -help".\n[255]'],
    ['ip link -br', 'Command "-br" is unknown, try "ip link help".\n[255]'],
    ['ip -f nosuch addr', 'Error: argument "nosuch" is wrong: invalid protocol family\n[255]'],
    ['ip -V', 'ip utility, iproute2-6.1.0, libbpf 1.1.2\n'],
    ['ip -n', 'Cannot open network namespace "(null)": No such file or directory\n[255]'],
    ['ip -n green link', 'Cannot open network namespace "green": No such file or directory\n[255]'],
    ['ip -M route', 'ip: -M is not supported in vethlab\n[1]'],
    ['ip nents exec red ip link', 'Object "nents" is unknown, try "ip help".\n[1]'],
    ['ip adress show', 'Object "adress" is unknown, try "ip help".\n[1]'],
    ['ip tunnel show', 'ip: tunnel is not supported in vethlab\n[1]'],
    ['ip tun help', `${OTHER_USAGES.get('tunnel')}[255]`],
    ['ip mon foo', 'Argument "foo" is unknown, try "ip monitor help".\n[255]'],
    ['ip rule add', '"ip rule add" requires arguments.\n[1]'],
    ['ip rule save', 'ip: rule save is not supported in vethlab\n[1]'],
  ]
  for (const [line, output] of cases) {
    expect(bench.runWords(ipCommand.run, line === 'ip' ? ['ip'] : line.split(' ')), line).toBe(output)
  }
})

test('a batch from a file: comments, quotes, continuations, the line that failed', () => {
  const bench = new Bench()
  bench.files.set('net.txt', '# a comment\n\nlink show "lo" # more\nlink \\\nshow nosuch\nlink show lo\n')
  const failed = 'Device "nosuch" does not exist.\nCommand failed net.txt:5\n'
  expect(bench.run(ipCommand.run, 'ip -br -batch net.txt')).toBe(`${LO_BRIEF}${failed}[1]`)
  expect(bench.run(ipCommand.run, 'ip -br -force -b net.txt')).toBe(`${LO_BRIEF}${failed}${LO_BRIEF}[1]`)
  expect(bench.run(ipCommand.run, 'ip -b nosuch.txt')).toBe(
    'Cannot open file "nosuch.txt" for reading: No such file or directory\n[1]',
  )
})

test('a batch from standard input; a word that is unknown ends it for good', () => {
  const bench = new Bench()
  bench.stdin = 'link foo\nlink show lo\n'
  expect(bench.run(ipCommand.run, 'ip -force -b -')).toBe(
    'Command "foo" is unknown, try "ip link help".\n[255]',
  )
  bench.stdin = 'ip link\n'
  expect(bench.run(ipCommand.run, 'ip -b -')).toBe(
    'Object "ip" is unknown, try "ip help".\nCommand failed -:1\n[1]',
  )
})

test('splitLine', () => {
  expect(splitLine('a  "b c" \'d\'\te')).toEqual(['a', 'b c', 'd', 'e'])
  expect(splitLine('a "b')).toBe(null)
  expect(splitLine(' \t')).toEqual([])
})

test('completion', () => {
  const bench = new Bench()
  bench.links = [LO, link({ index: 2, ifname: 'eth0' }), link({ index: 3, ifname: 'eth1' })]
  const p = {
    net: { rtnetlink: () => ({ messages: bench.links }) },
    fs: { readdir: () => ['blue', 'red'] },
  } as never
  const complete = (line: string): readonly string[] => ipCommand.complete!(p, line.split(' '))
  expect(complete('ip n')).toEqual(['neighbour', 'netns'])
  expect(complete('ip -br l')).toEqual(['link'])
  expect(complete('ip -n ')).toEqual(['blue', 'red'])
  expect(complete('ip -n red link s')).toEqual(['set', 'show'])
  expect(complete('ip link set e')).toEqual(['eth0', 'eth1'])
  expect(complete('ip l s dev eth0 master e')).toEqual(['eth0', 'eth1'])
  expect(complete('ip link set eth0 netns r')).toEqual(['red'])
  expect(complete('ip link add veth0 type v')).toEqual(['veth'])
  expect(complete('ip netns exec b')).toEqual(['blue'])
  expect(complete('ip addr add 10.0.0.1/24 dev eth')).toEqual(['eth0', 'eth1'])
  expect(complete('ip link set lo arp o')).toEqual(['off', 'on'])
  expect(complete('ip nosuch x ')).toEqual([])
})
