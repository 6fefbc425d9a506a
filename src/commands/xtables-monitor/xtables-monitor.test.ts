import { expect, test } from 'vitest'
import { Capture } from '../../os/capture.ts'
import { iptablesCommands } from '../iptables/iptables.ts'
import { NetBench } from '../lib/nettools/testbench.ts'
import { pingCommand } from '../ping/ping.ts'
import { xtablesMonitorCommand } from './xtables-monitor.ts'

class MonitorBench extends NetBench {
  constructor() {
    super(...iptablesCommands, pingCommand, xtablesMonitorCommand)
    this.sh('ip link set lo up')
  }

  /** What it prints of what the command lines do; ids and pids taken out. */
  told(options: string, ...lines: readonly string[]): string {
    const out = new Capture()
    const fds = new Map([
      [1, out],
      [2, out],
    ])
    const env = new Map([['_STDBUF_O', 'L']])
    this.machine.spawn(xtablesMonitorCommand.run, { argv: ['xtables-monitor', options], fds, env })
    this.scheduler.runReady()
    this.sh(...lines)
    return out
      .take()
      .replace(/(PACKET:|TRACE:) (\d+) [0-9a-f]{8}/g, '$1 $2 I')
      .replace(/ID=\d+ (?=\n|DF)/g, 'ID=N ')
      .replace(/PID=\d+/g, 'PID=P')
  }
}

test('a traced packet is told of once in each base chain, then the rules that it matches', () => {
  const b = new MonitorBench()
  b.sh(
    'iptables -t raw -A OUTPUT -p icmp --icmp-type 8 -j TRACE',
    'iptables -N C',
    'iptables -A OUTPUT -p tcp -j DROP',
    'iptables -A OUTPUT -j C',
    'iptables -A C -j RETURN',
  )
  const packet = 'PACKET: 2 I OUT=lo SRC=127.0.0.1 DST=127.0.0.1 LEN=84 TOS=0x0 TTL=64 ID=N DF \n'
  const raw =
    ' TRACE: 2 I raw:OUTPUT:rule:0x2:CONTINUE  -4 -t raw -A OUTPUT -p icmp -m icmp --icmp-type 8 -j TRACE\n' +
    ' TRACE: 2 I raw:OUTPUT:policy:ACCEPT \n'
  expect(b.told('-t', 'ping -c1 127.0.0.1')).toBe(
    packet +
      raw +
      packet +
      ' TRACE: 2 I filter:OUTPUT:rule:0x4:JUMP:C  -4 -t filter -A OUTPUT -j C\n' +
      ' TRACE: 2 I filter:C:rule:0x5:0xfffffffb  -4 -t filter -A C -j RETURN\n' +
      ' TRACE: 2 I filter:OUTPUT:policy:ACCEPT \n',
  )
  expect(b.told('-t6', 'ping -c1 127.0.0.1')).toBe('')
})

test('changes are told of in their order, then the batch', () => {
  const b = new MonitorBench()
  expect(
    b.told(
      '-ec',
      'iptables -A INPUT -s 10.9.9.9 -j DROP',
      'iptables -R INPUT 1 -j LOG',
      'iptables -P FORWARD DROP',
      'iptables -A NOPE -j DROP',
      'iptables -N C',
      'iptables -E C CC',
      'iptables -F',
      'iptables -F',
    ),
  ).toBe(
    ' EVENT: nft: NEW table: table filter ip flags 0 use 1 handle 1\n' +
      ' EVENT: # nft: ip filter INPUT use 1 type filter hook input prio 0 policy accept packets 0 bytes 0 flags 1\n' +
      ' EVENT: -4 -t filter [0:0] -A INPUT -s 10.9.9.9/32 -j DROP\n' +
      'NEWGEN: GENID=2 PID=P NAME=iptables\n' +
      ' EVENT: -4 -t filter [0:0] -D INPUT -s 10.9.9.9/32 -j DROP\n' +
      ' EVENT: -4 -t filter [0:0] -A INPUT -j LOG\n' +
      'NEWGEN: GENID=3 PID=P NAME=iptables\n' +
      ' EVENT: # nft: ip filter FORWARD use 0 type filter hook forward prio 0 policy accept packets 0 bytes 0 flags 1\n' +
      ' EVENT: # nft: ip filter FORWARD use 0 type filter hook forward prio 0 policy drop packets 0 bytes 0 flags 1\n' +
      'NEWGEN: GENID=4 PID=P NAME=iptables\n' +
      ' EVENT: -4 -t filter -N C\n' +
      'NEWGEN: GENID=5 PID=P NAME=iptables\n' +
      ' EVENT: -4 -t filter -N CC\n' +
      'NEWGEN: GENID=6 PID=P NAME=iptables\n' +
      ' EVENT: -4 -t filter [0:0] -D INPUT -j LOG\n' +
      'NEWGEN: GENID=7 PID=P NAME=iptables\n',
  )
})

test('rules of IPv6 are read as if they were of IPv4', () => {
  const b = new MonitorBench()
  b.sh('ip6tables -A INPUT -j LOG')
  expect(b.told('-e', 'ip6tables -A INPUT -p tcp --dport 80:90 -j ACCEPT')).toBe(
    ' EVENT: -6 -t filter -A INPUT -p tcp -j ACCEPT\nNEWGEN: GENID=3 PID=P NAME=ip6tables\n',
  )
  const failed =
    'xtables-monitor v1.8.9 (nf_tables): Parsing nftables rule failed\n' +
    'Perhaps xtables-monitor or your kernel needs to be upgraded.\n EVENT: -6 -t filter '
  const layer4 = 'Error: unsupported layer 4 protocol value\n'
  const cases: readonly (readonly [string, string])[] = [
    ['-p icmpv6 --icmpv6-type 128', 'Error: match extension not found\n'],
    ['-p tcp --dport 80 -m hl --hl-lt 5', `${layer4}Error: match extension not found\n`],
    ['-p tcp --dport 80 --sport 7', layer4],
    ['-p tcp --dport 80 ! --sport 7', `${layer4}${layer4}`],
    ['-p tcp --dport 80 --syn', `${layer4}${layer4}`],
  ]
  for (const [words, errors] of cases) {
    expect(b.told('-e', `ip6tables -A INPUT ${words} -j ACCEPT`), words).toBe(`${errors}${failed}`)
  }
})

test('what it is asked in the wrong way', () => {
  const b = new MonitorBench()
  const bad = "xtables-monitor 1.8.9: Bad argument.\nTry `xtables-monitor -h' for more information.\n[2]\n"
  for (const words of ['-x', '--trace=3', '--ipv', '-t -x']) {
    expect(b.sh(`xtables-monitor ${words}`), words).toBe(bad)
  }
  expect(b.sh('xtables-monitor -tV')).toBe('xtables-monitor 1.8.9\n')
  const usage = b.sh('xtables-monitor -h')
  expect(usage).toMatch(/^xtables-monitor 1\.8\.9 \(nf_tables\)\nUsage: .*\n[^]*\[1\]\n$/)
  for (const words of ['-c', 'foo', '-- -t']) expect(b.sh(`xtables-monitor ${words}`), words).toBe(usage)
})
