import { expect, test } from 'vitest'
import { isErrno } from '../uapi/errno.ts'
import type { Files } from './program.ts'
import { TestBench } from './testbench.ts'

function bridged(): Files {
  const { machine, kernel } = new TestBench()
  const { initNet } = kernel
  for (const link of [
    { ifname: 'br0', linkinfo: { kind: 'bridge' } },
    { ifname: 'v0', linkinfo: { kind: 'veth' } },
  ]) {
    kernel.rtnetlink(initNet, { type: 'RTM_NEWLINK', flags: { create: true }, link })
  }
  kernel.rtnetlink(initNet, { type: 'RTM_NEWLINK', flags: {}, link: { ifname: 'v0', master: 2 } })
  return machine.init.fs
}

test('devices are links into /sys/devices', () => {
  const fs = bridged()
  expect(fs.readdir('/sys/class/net')).toEqual(['br0', 'lo', 'v0', 'veth0'])
  expect(fs.readlink('/sys/class/net/v0')).toBe('../../devices/virtual/net/v0')
  expect(fs.readdir('/sys/class/net/v0')).toEqual(
    expect.arrayContaining(['brport', 'master', 'mtu', 'statistics', 'subsystem', 'upper_br0']),
  )
  expect(fs.readText('/sys/class/net/v0/statistics/rx_bytes')).toBe('0\n')
  expect(fs.stat('/sys/class/net/v0/mtu')).toMatchObject({ kind: 'file', size: 4096, mode: 0o644 })
  expect(fs.stat('/sys/class/net/lo/ifindex')).toMatchObject({ mode: 0o444 })
})

test('devices link to each other', () => {
  const fs = bridged()
  const links = ['v0/master', 'v0/upper_br0', 'v0/brport/bridge', 'br0/brif/v0', 'br0/lower_v0'].map((path) =>
    fs.readlink(`/sys/class/net/${path}`),
  )
  expect(links).toEqual(['../br0', '../br0', '../../br0', '../../v0/brport', '../v0'])
  expect(fs.readText('/sys/class/net/v0/master/bridge/stp_state')).toBe('0\n')
  expect(fs.readText('/sys/class/net/br0/brif/v0/state')).toBe('0\n')
})

test('attributes are written where Linux lets one', () => {
  const fs = bridged()
  expect(fs.writeFile('/sys/class/net/v0/mtu', '1400\n')).toBeNull()
  expect(fs.readText('/sys/class/net/v0/mtu')).toBe('1400\n')
  const errors = [
    fs.writeFile('/sys/class/net/lo/ifindex', '1'),
    fs.writeFile('/sys/class/net/v0/statistics/rx_bytes', '1'),
    fs.writeFile('/sys/class/net/v0/brport/state', '1'),
    fs.writeFile('/sys/class/net/br0/bridge/stp_state', '1'),
    fs.readText('/sys/class/net/nosuch/mtu'),
    fs.readText('/sys/class/net/v0/nosuch'),
    fs.readText('/sys/class'),
    fs.writeFile('/sys/foo', ''),
    fs.mkdir('/sys/x'),
    fs.unlink('/sys/class/net/v0'),
    fs.rmdir('/sys/class'),
  ]
  expect(errors.map((error) => (isErrno(error) ? error.name : 'ok')).join(' ')).toBe(
    'EACCES EACCES EACCES ok ENOENT ENOENT EISDIR EACCES EPERM EPERM EPERM',
  )
})
