import { expect, test } from 'vitest'
import { Capture } from '../../os/capture.ts'
import type { Program } from '../../os/program.ts'
import { TestBench } from '../../os/testbench.ts'
import { isErrno } from '../../uapi/errno.ts'
import { ipCommand } from './ip.ts'

/** Prints a file, as cat does. */
const show: Program = function* (p) {
  const text = p.fs.readText(p.argv[1] ?? '')
  p.io.out(isErrno(text) ? `${text.text}\n` : text)
  return isErrno(text) ? 1 : 0
}

const seven: Program = function* () {
  return 7
}

const PROGRAMS = [ipCommand, { path: '/usr/bin/show', run: show }, { path: '/usr/bin/seven', run: seven }]

/** Runs command lines one after another on a machine of their own, and gives what the last one printed. */
function session(): (line: string) => string {
  const bench = new TestBench(PROGRAMS)
  return (line) => {
    const out = new Capture()
    let status = 0
    const argv = line.split(' ')
    const run: Program = function* (p) {
      const path = p.procs.find(argv[0] ?? '')
      const result = path === null ? 127 : yield* p.procs.exec(path, argv)
      return isErrno(result) ? 126 : result
    }
    const fds = new Map([1, 2].map((fd) => [fd, out]))
    bench.machine.spawn(run, { argv, fds, onExit: (end) => (status = end.status) })
    bench.settle()
    return status === 0 ? out.take() : `${out.take()}[${status}]`
  }
}

test('add, list, delete', () => {
  const $ = session()
  expect($('ip netns')).toBe('')
  expect($('ip netns add red')).toBe('')
  expect($('ip netns a blue')).toBe('')
  expect($('ip net')).toBe('blue\nred\n')
  expect($('ip netns add red')).toBe('Cannot create namespace file "/run/netns/red": File exists\n[1]')
  expect($('ip netns add a/b')).toBe('Invalid netns name "a/b"\n[255]')
  expect($('ip netns del green')).toBe(
    'Cannot remove namespace file "/run/netns/green": No such file or directory\n[1]',
  )
  expect($('ip -all netns del')).toBe('')
  expect($('ip -j netns')).toBe('[]\n')
})

test('ids: shown in the list, looked up for links, set by hand', () => {
  const $ = session()
  $('ip netns add red')
  $('ip netns add blue')
  $('ip link add v0 type veth peer name p0 netns red')
  expect($('ip netns')).toBe('blue\nred (id: 0)\n')
  expect($('ip -br link show v0')).toMatch(/^v0@if2 +DOWN +[0-9a-f:]{17} <BROADCAST,MULTICAST> \n$/)
  expect($('ip link show v0')).toMatch(/ brd ff:ff:ff:ff:ff:ff link-netns red\n$/)
  expect($('ip -n red link show p0')).toMatch(/ brd ff:ff:ff:ff:ff:ff link-netnsid 0\n$/)
  expect($('ip netns set blue 5')).toBe('')
  expect($('ip netns list-id')).toBe(
    'nsid 0 (iproute2 netns name: red)\nnsid 5 (iproute2 netns name: blue)\n',
  )
  expect($('ip -j netns list-id nsid 5')).toBe('[{"nsid":5,"name":"blue"}]\n')
  expect($('ip netns list-id nsid 6')).toBe('Error: Peer netns reference is invalid.\n[2]')
})

test('exec runs in the namespace, with the files of /etc/netns over those of /etc', () => {
  const $ = session()
  $('ip netns add red')
  expect($('ip netns exec red ip -br link')).toBe(
    'lo               DOWN           00:00:00:00:00:00 <LOOPBACK> \n',
  )
  expect($('ip netns exec red ip netns identify')).toBe('red\n')
  expect($('ip netns exec red seven')).toBe('[7]')
  expect($('ip netns exec red nosuch')).toBe('exec of "nosuch" failed: No such file or directory\n[1]')
  expect($('ip netns exec green seven')).toBe(
    'Cannot open network namespace "green": No such file or directory\n[255]',
  )
  expect($('ip netns exec')).toBe('No netns name specified\n[1]')
  expect($('ip netns exec red')).toBe('No command specified\n[1]')
})

test('what exec binds is gone afterwards', () => {
  const bench = new TestBench(PROGRAMS)
  const { fs } = bench.machine.init
  fs.mkdir('/etc/netns')
  fs.mkdir('/etc/netns/red')
  fs.writeFile('/etc/netns/red/hosts', 'in red\n')
  fs.writeFile('/etc/hosts', 'outside\n')
  const program: Program = function* (p) {
    for (const line of ['ip netns add red', 'ip netns exec red show /etc/hosts', 'show /etc/hosts']) {
      const pid = p.procs.spawn(
        function* (child) {
          const argv = line.split(' ')
          const status = yield* child.procs.exec(`/usr/${argv[0] === 'ip' ? 'sbin' : 'bin'}/${argv[0]}`, argv)
          return isErrno(status) ? 126 : status
        },
        { argv: ['child'] },
      )
      yield* p.procs.wait(pid)
    }
    return 0
  }
  expect(bench.run(program)).toBe('in red\noutside\n')
})

test('-all goes through every namespace whatever its command returns', () => {
  const $ = session()
  $('ip netns add red')
  $('ip netns add blue')
  expect($('ip -all netns exec seven')).toBe('\nnetns: blue\n\nnetns: red\n')
  expect($('ip -a netns exec nosuch')).toBe(
    '\nnetns: blue\nexec of "nosuch" failed: No such file or directory\n' +
      '\nnetns: red\nexec of "nosuch" failed: No such file or directory\n',
  )
})

test('moving a device to a namespace by name, by process and back', () => {
  const $ = session()
  $('ip netns add red')
  $('ip link add v0 type veth peer name p0')
  expect($('ip link set p0 netns red')).toBe('')
  expect($('ip -n red -o link show p0')).toMatch(/^2: p0@if3: /)
  expect($('ip -n red link set p0 netns 1')).toBe('')
  expect($('ip -o link show p0')).toMatch(/^2: p0@v0: /)
  expect($('ip netns attach self 1')).toBe('')
  expect($('ip netns attach dead 99')).toBe(
    'Bind /proc/99/ns/net -> /run/netns/dead failed: No such file or directory\n[1]',
  )
  expect($('ip netns')).toBe('self\nred (id: 0)\n')
})
