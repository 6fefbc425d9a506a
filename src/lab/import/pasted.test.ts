import { expect, test } from 'vitest'
import { commandsOf, readPasted } from './pasted.ts'

/** One letter a line: command, continuation (+), output, comment (#), blank (_). */
const LETTERS = { command: 'c', continuation: '+', output: 'o', comment: '#', blank: '_' } as const

function kindsOf(source: string): string {
  return readPasted(source)
    .lines.map((line) => LETTERS[line.kind])
    .join('')
}

test.each([
  ['$ ip link', 'ip link', null],
  ['# ip link', 'ip link', null],
  ['> ip link', 'ip link', null],
  ['root@host:/# ip link', 'ip link', 'host'],
  ['user@host:~$ sudo ip link', 'sudo ip link', 'host'],
  ['pi@master:~ $ ip link', 'ip link', 'master'],
  ['[root@node1 ~]# ip link', 'ip link', 'node1'],
  ['[root@node1 /etc/cni/net.d]# ls', 'ls', 'node1'],
  ['host$ ip link', 'ip link', 'host'],
  ['pc# ip link', 'ip link', 'pc'],
  ['/ # ip link', 'ip link', null],
  ['~ # ip link', 'ip link', null],
  ['/etc # cat resolv.conf', 'cat resolv.conf', null],
  ['ubuntu@ip-10-0-0-1:~$ ip link', 'ip link', 'ip-10-0-0-1'],
  ['root@8f3c2d1e0a9b:/# ip link', 'ip link', '8f3c2d1e0a9b'],
  ['linux:~ # ip link', 'ip link', 'linux'],
  ['me@mac ~ % ping 10.0.0.1', 'ping 10.0.0.1', 'mac'],
  ['bash-5.2# ip link', 'ip link', null],
  ['sh-4.4$ ip link', 'ip link', null],
  ['(venv) me@box:~/src$ ip link', 'ip link', 'box'],
  ['% ip link', 'ip link', null],
])('the prompt of %s', (source, text, machine) => {
  expect(readPasted(source)).toEqual({
    lines: [{ kind: 'command', shown: source, text, machine, netns: source.startsWith('(') ? 'venv' : null }],
    prompted: true,
  })
})

test('commands and what they printed', () => {
  const source = `$ ip netns add red
$ ip netns
red
$ ip -n red link
1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00

# now ping it
$ ping -c 1 10.0.0.2
PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.`
  expect(kindsOf(source)).toBe('ccocoo_#co')
  expect(commandsOf(readPasted(source).lines)).toEqual([
    { machine: null, netns: null, command: 'ip netns add red', comments: [] },
    { machine: null, netns: null, command: 'ip netns', comments: [] },
    { machine: null, netns: null, command: 'ip -n red link', comments: [] },
    { machine: null, netns: null, command: 'ping -c 1 10.0.0.2', comments: ['# now ping it'] },
  ])
})

test('a root’s session of # prompts, with comments between', () => {
  const source = `# ip link add br0 type bridge
# brctl show
bridge name	bridge id		STP enabled	interfaces
br0		8000.000000000000	no
# the bridge is there
# ip link set br0 up`
  expect(kindsOf(source)).toBe('ccoo#c')
})

test('a script with comments has no prompts', () => {
  const source = `#!/bin/bash
# ip forwarding on
sysctl -w net.ipv4.ip_forward=1
# add the namespace
ip netns add red
for n in 1 2; do
  ip netns add n$n
done`
  const pasted = readPasted(source)
  expect(pasted.prompted).toBe(false)
  expect(kindsOf(source)).toBe('##c#cc++')
  expect(commandsOf(pasted.lines).map(({ command }) => command)).toEqual([
    'sysctl -w net.ipv4.ip_forward=1',
    'ip netns add red',
    'for n in 1 2; do\n  ip netns add n$n\ndone',
  ])
})

test('here-documents, line continuations and > prompts stay whole', () => {
  const source = `root@host:~# cat > /tmp/x <<'EOF'
> $ not a prompt
> EOF
root@host:~# ip link add veth0 \\
    type veth peer name veth1
root@host:~# for n in a b
> do ip netns add $n
> done
root@host:~# curl -v 10.0.0.2
*   Trying 10.0.0.2:80...
> GET / HTTP/1.1`
  expect(kindsOf(source)).toBe('c++c+c++coo')
  expect(commandsOf(readPasted(source).lines).map(({ command }) => command)).toEqual([
    "cat > /tmp/x <<'EOF'\n$ not a prompt\nEOF",
    'ip link add veth0 \\\n    type veth peer name veth1',
    'for n in a b\ndo ip netns add $n\ndone',
    'curl -v 10.0.0.2',
  ])
})

test('a quote that is never closed swallows nothing', () => {
  expect(kindsOf("$ echo don't\n> \n$ ip link\n1: lo:")).toBe('coco')
  expect(kindsOf("echo don't\nip link")).toBe('cc')
})

test('vethlab’s own transcript keeps its machines and namespaces', () => {
  const source = 'host$ ip link\n1: lo:\npc$ ping -c 1 10.0.0.1\n(red)root@host:~# ip route\n[1]'
  expect(commandsOf(readPasted(source).lines)).toEqual([
    { machine: 'host', netns: null, command: 'ip link', comments: [] },
    { machine: 'pc', netns: null, command: 'ping -c 1 10.0.0.1', comments: [] },
    { machine: 'host', netns: 'red', command: 'ip route', comments: [] },
  ])
})

test('a block that is set in from the left; prompts with nothing behind; Windows’ ends of lines', () => {
  expect(kindsOf('    $ ip link\r\n    1: lo:\r\n    $\r\n')).toBe('co_')
  expect(readPasted('    $ ip link\r\n    1: lo:').lines[1]?.text).toBe('1: lo:')
})

test('what the person chooses runs, an output too', () => {
  const { lines } = readPasted('$ ip link\nip addr\n# ip route')
  expect(commandsOf(lines, (_, n) => n > 0).map(({ command }) => command)).toEqual(['ip addr', 'ip route'])
})

test('nothing of these is a prompt', () => {
  for (const line of [
    '% Total    % Received % Xferd',
    'default via 10.0.0.1 dev eth0',
    '/root/run.sh # twice',
    'Chain INPUT (policy ACCEPT)',
    '64 bytes from 10.0.0.2: icmp_seq=1 ttl=64 time=0.05 ms',
    'echo "$x"',
    'iptables -A INPUT -j DROP # no way in',
    'x=1 # one',
  ])
    expect(readPasted(line).prompted, line).toBe(false)
})
