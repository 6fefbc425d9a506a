import type { NetnsRef } from '../uapi/netns.ts'
import { expect, test } from 'vitest'
import { isErrno } from '../uapi/errno.ts'
import type { Program } from './program.ts'
import { TestBench } from './testbench.ts'

function name(result: unknown): unknown {
  return isErrno(result) ? result.name : result
}

test('/proc/sys shows the settings of the process’s own namespace', () => {
  const bench = new TestBench()
  const { fs } = bench.machine.init
  expect(fs.readdir('/proc/sys')).toEqual(['fs', 'kernel', 'net'])
  expect(fs.readdir('/proc/sys/net')).toEqual([
    'bridge',
    'core',
    'ipv4',
    'ipv6',
    'netfilter',
    'nf_conntrack_max',
  ])
  expect(fs.readdir('/proc/sys/net/ipv4/conf')).toEqual(['all', 'default', 'lo'])
  expect(fs.readText('/proc/sys/net/ipv4/ip_forward')).toBe('0\n')
  expect(fs.writeFile('/proc/sys/net/ipv4/ip_forward', '1\n')).toBeNull()
  expect(fs.readText('/proc/sys/net/ipv4/ip_forward')).toBe('1\n')
  const out = bench.run(function* (p) {
    p.net.setns(p.net.createNetns() as NetnsRef)
    p.io.out(p.fs.readFile('/proc/sys/net/ipv4/ip_forward') as Uint8Array)
    return 0
  })
  expect(out).toBe('0\n')
})

test('what /proc/sys refuses', () => {
  const { fs } = new TestBench().machine.init
  expect(
    [
      fs.writeFile('/proc/sys/net/ipv4/ip_forward', 'x'),
      fs.readText('/proc/sys/net/ipv4/nosuch'),
      fs.writeFile('/proc/sys/net/ipv4/nosuch', '1'),
      fs.readText('/proc/sys/net/ipv4/conf/eth9/forwarding'),
      fs.readdir('/proc/sys/net/ipv4/conf/eth9'),
      fs.writeFile('/proc/sys/net', '1'),
      fs.writeFile('/proc/sys/kernel/ostype', 'x'),
      fs.writeFile('/proc/uptime', 'x'),
      fs.writeFile('/proc/foo', 'x'),
      fs.mkdir('/proc/x'),
      fs.unlink('/proc/version'),
      fs.rmdir('/proc/sys'),
    ].map(name),
  ).toEqual('EINVAL ENOENT ENOENT ENOENT ENOENT EISDIR EACCES EIO ENOENT ENOENT EPERM EPERM'.split(' '))
})

test('the host name is a setting too', () => {
  const { init } = new TestBench().machine
  expect(init.fs.readText('/proc/sys/kernel/hostname')).toBe('host\n')
  init.fs.writeFile('/proc/sys/kernel/hostname', 'web\n')
  expect(init.net.hostname()).toBe('web')
  init.net.setHostname('db')
  expect(init.fs.readText('/proc/sys/kernel/hostname')).toBe('db\n')
})

test('/proc/PID tells of a process', () => {
  const program: Program = function* (p) {
    const read = (file: string): unknown => name(p.fs.readText(`/proc/self/${file}`))
    p.io.out(`${p.fs.readlink('/proc/self')} ${p.fs.readlink('/proc/self/cwd')} ${read('comm')}`)
    p.io.out(`${String(read('cmdline')).replaceAll('\0', '|')} ${String(read('stat')).slice(0, 21)}\n`)
    p.io.out(`${p.fs.readlink('/proc/self/ns/net')} ${String(p.fs.readText('/proc/net/arp')).slice(0, 10)}\n`)
    p.io.out(
      `${p.fs.readdir('/proc/self/fd')} ${p.fs.readlink('/proc/self/fd/0')} ${p.fs.readlink('/dev/stdin')}\n`,
    )
    p.io.out(`${name(p.fs.readdir('/proc/99'))} ${name(p.fs.readText('/proc/1/comm'))}`)
    p.io.out(`${name(p.net.openNetns('/proc/1/ns/net')) === p.net.netns()}\n`)
    p.io.out(`${p.fs.readdir('/proc')}\n`)
    p.fs.writeFile('/dev/stdout', 'by name\n')
    return 0
  }
  expect(new TestBench().run(program)).toBe(
    '2 /root test\n' +
      'test| 2 (test) R 1 2 2 0 -1\n' +
      'net:[4026531840] IP address\n' +
      '0,1,2 /dev/null /proc/self/fd/0\n' +
      'ENOENT init\ntrue\n' +
      '1,2,cmdline,cpuinfo,filesystems,loadavg,meminfo,mounts,net,self,stat,sys,uptime,version\n' +
      'by name\n',
  )
})

test('/proc/mounts lists mounted namespaces', () => {
  const { fs, net } = new TestBench().machine.init
  fs.writeFile('/run/netns/red', '')
  fs.mountNetns('/run/netns/red', net.createNetns() as NetnsRef)
  expect(fs.readText('/proc/mounts')).toBe(
    '/dev/vda1 / ext4 rw,relatime 0 0\ndevtmpfs /dev devtmpfs rw,relatime 0 0\ndevpts /dev/pts devpts rw,relatime 0 0\nproc /proc proc rw,relatime 0 0\n' +
      'sysfs /sys sysfs rw,relatime 0 0\ntmpfs /run tmpfs rw,relatime 0 0\ntmpfs /tmp tmpfs rw,relatime 0 0\n' +
      'nsfs /run/netns/red nsfs rw 0 0\n',
  )
})
