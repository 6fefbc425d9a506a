import { expect, test } from 'vitest'
import { iptablesCommands } from '../iptables/iptables.ts'
import { NetBench } from '../lib/nettools/testbench.ts'
import { nftCommand } from './nft.ts'

const WARNING = '# Warning: table ip filter is managed by iptables-nft, do not touch!\n'

function bench(): NetBench {
  const b = new NetBench(...iptablesCommands, nftCommand)
  b.sh(
    'iptables -A INPUT -i eth0 -s 10.0.0.0/8 -p tcp --dport 22 -j ACCEPT',
    'iptables -A INPUT -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT',
    'ip6tables -A FORWARD -p icmpv6 -j DROP',
  )
  return b
}

test('rules of iptables in the words of nft', () => {
  const b = bench()
  const input =
    '\tchain INPUT {\n\t\ttype filter hook input priority filter; policy accept;\n' +
    '\t\tiifname "eth0" ip saddr 10.0.0.0/8 tcp dport 22 counter packets 0 bytes 0 accept\n' +
    '\t\tct state related,established counter packets 0 bytes 0 accept\n\t}\n'
  const six =
    'table ip6 filter {\n\tchain FORWARD {\n\t\ttype filter hook forward priority filter; policy accept;\n' +
    '\t\tmeta l4proto ipv6-icmp counter packets 0 bytes 0 drop\n\t}\n}\n'
  expect(b.sh('nft list ruleset')).toBe(`${WARNING}table ip filter {\n${input}}\n${six}`)
  expect(b.sh('nft list chain filter INPUT')).toBe(`${WARNING}table ip filter {\n${input}}\n`)
  expect(b.sh('nft list tables')).toBe('table ip filter\ntable ip6 filter\n')
  expect(b.sh('nft -a list table ip6 filter')).toBe(
    'table ip6 filter { # handle 2\n\tchain FORWARD { # handle 1\n' +
      '\t\ttype filter hook forward priority filter; policy accept;\n' +
      '\t\tmeta l4proto ipv6-icmp counter packets 0 bytes 0 drop # handle 2\n\t}\n}\n',
  )
})

test('what nft takes away iptables no longer has', () => {
  const b = bench()
  expect(b.sh('nft delete rule ip filter INPUT handle 2', 'iptables -S INPUT')).toBe(
    '-P INPUT ACCEPT\n-A INPUT -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT\n',
  )
  expect(b.sh('nft flush chain ip filter INPUT', 'iptables -S INPUT')).toBe('-P INPUT ACCEPT\n')
  expect(b.sh('nft flush ruleset', 'nft list tables', 'iptables-save')).toBe('')
})

test('what nft cannot do, and what it cannot do here', () => {
  const b = bench()
  const cases: readonly (readonly [string, string])[] = [
    ['', 'nft: no command specified\n[1]\n'],
    ['list', 'Error: syntax error, unexpected newline\nlist\n    ^\n[1]\n'],
    ['list foo', 'Error: syntax error, unexpected string\nlist foo\n     ^^^\n[1]\n'],
    ['list table ip nope', 'Error: No such file or directory\nlist table ip nope\n              ^^^^\n[1]\n'],
    ['add table ip foo', 'nft: add (native rules) is not supported in vethlab\n[1]\n'],
    ['-j list tables', 'nft: -j is not supported in vethlab\n[1]\n'],
  ]
  for (const [words, output] of cases) expect(b.sh(`nft ${words}`.trim()), words).toBe(output)
})
