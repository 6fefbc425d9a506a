import { expect, test } from 'vitest'
import { machineAfter, transcript } from '../testing/run.ts'
import { sysctlCommand } from './sysctl.ts'

const SYS = '/proc/sys/net/ipv4'
const FILES = {
  [`${SYS}/ip_forward`]: '0\n',
  [`${SYS}/ip_local_port_range`]: '32768\t60999\n',
  [`${SYS}/conf/lo/forwarding`]: '0\n',
  [`${SYS}/conf/eth0.5/forwarding`]: '1\n',
  'c.conf': '# c\n; d\n\n net.ipv4.ip_forward = 1 \nnet.bad\n-net.nosuch=1\n',
}

function sysctl(args: string): string {
  const { output, status } = transcript(sysctlCommand, args.split(' '), { files: FILES })
  return `${output}[${status}]`
}

// Recorded: procps 4.0.2.
test.each([
  ['net.ipv4.ip_forward', 'net.ipv4.ip_forward = 0\n[0]'],
  ['net/ipv4/ip_forward', 'net.ipv4.ip_forward = 0\n[0]'],
  ['-n net.ipv4.ip_forward', '0\n[0]'],
  ['-b net.ipv4.ip_forward', '0[0]'],
  ['-N net.ipv4.ip_forward', 'net.ipv4.ip_forward\n[0]'],
  ['net.ipv4.ip_local_port_range', 'net.ipv4.ip_local_port_range = 32768\t60999\n[0]'],
  ['net.ipv4.conf.eth0/5.forwarding', 'net.ipv4.conf.eth0/5.forwarding = 1\n[0]'],
  ['net/ipv4/conf/eth0.5/forwarding', 'net.ipv4.conf.eth0/5.forwarding = 1\n[0]'],
  [
    'net.ipv4.conf.eth0.5.forwarding',
    'sysctl: cannot stat /proc/sys/net/ipv4/conf/eth0/5/forwarding: No such file or directory\n[1]',
  ],
  ['net.ipv4.conf', 'net.ipv4.conf.eth0/5.forwarding = 1\nnet.ipv4.conf.lo.forwarding = 0\n[0]'],
  [
    'net.ipv4.ip_forward net.no net.ipv4.conf.lo.forwarding',
    'net.ipv4.ip_forward = 0\nsysctl: cannot stat /proc/sys/net/no: No such file or directory\nnet.ipv4.conf.lo.forwarding = 0\n[1]',
  ],
  ['-e net.no', '[0]'],
  ['-w net.ipv4.ip_forward=1', 'net.ipv4.ip_forward = 1\n[0]'],
  ['net.ipv4.ip_forward=1', 'net.ipv4.ip_forward = 1\n[0]'],
  ['-n net.ipv4.ip_forward=1', '1\n[0]'],
  ['-qw net.ipv4.ip_forward=1', '[0]'],
  ['-w net.ipv4.ip_forward', 'sysctl: command line(0): invalid syntax, continuing...\n[1]'],
  ['-w net.ipv4.conf=1', 'sysctl: setting key "net.ipv4.conf": Invalid argument\n[0]'],
  ['-w', "sysctl: no variables specified\nTry `sysctl --help' for more information.\n[1]"],
  ['-a -r ip_forward$', 'net.ipv4.ip_forward = 0\n[0]'],
  [
    '-p c.conf',
    'sysctl: c.conf(5): invalid syntax, continuing...\nnet.ipv4.ip_forward = 1\nsysctl: cannot stat /proc/sys/net/nosuch: No such file or directory\n[0]',
  ],
  ['-p /nope', 'sysctl: cannot open "/nope": No such file or directory\n[1]'],
])('sysctl %s', (args, expected) => {
  expect(sysctl(args)).toBe(expected)
})

test('-w writes the file', () => {
  const { files } = machineAfter(sysctlCommand, ['-w', 'net.ipv4.ip_forward = 1'], { files: FILES })
  expect(files.readText(`${SYS}/ip_forward`)).toBe('1\n')
})
