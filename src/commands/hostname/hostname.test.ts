import { expect, test } from 'vitest'
import { IFF_LOOPBACK, IFF_UP } from '../../uapi/if.ts'
import type { RtnetlinkReply, RtnetlinkRequest } from '../../uapi/rtnetlink.ts'
import { run } from '../testing/run.ts'
import { hostnameCommand } from './hostname.ts'

function hostname(args: string) {
  const named: string[] = []
  const net = () => ({
    hostname: () => 'web.lan',
    setHostname: (name: string) => {
      named.push(name)
      return null
    },
    rtnetlink: (request: RtnetlinkRequest): RtnetlinkReply => {
      const links = [
        { type: 'RTM_NEWLINK', index: 1, flags: IFF_UP | IFF_LOOPBACK },
        { type: 'RTM_NEWLINK', index: 2, flags: IFF_UP },
      ]
      const addresses = [
        { type: 'RTM_NEWADDR', index: 1, local: 0x7f000001 },
        { type: 'RTM_NEWADDR', index: 2, local: 0x0a000001 },
        { type: 'RTM_NEWADDR', index: 2, local: 0x0a000002 },
      ]
      return { messages: request.type === 'RTM_GETLINK' ? links : addresses } as unknown as RtnetlinkReply
    },
  })
  const files = { '/etc/hosts': '127.0.0.1 localhost\n127.0.1.1 web.lan web\n', name: '# mine\nnew\n' }
  return { ...run(hostnameCommand, args.split(' ').filter(Boolean), { net, files }), named }
}

test.each([
  ['', 'web.lan\n'],
  ['-s', 'web\n'],
  ['-f', 'web.lan\n'],
  ['-d', 'lan\n'],
  ['-i', '127.0.1.1\n'],
  ['-I', '10.0.0.1 10.0.0.2 \n'],
])('hostname %s', (args, stdout) => {
  expect(hostname(args)).toEqual({ stdout, stderr: '', status: 0, named: [] })
})

test('a new name, from the command line or a file', () => {
  expect(hostname('db1')).toEqual({ stdout: '', stderr: '', status: 0, named: ['db1'] })
  expect(hostname('-F name')).toEqual({ stdout: '', stderr: '', status: 0, named: ['new'] })
})

test.each([
  ['a_b', 'hostname: the specified hostname is invalid\n'],
  ['-F no', 'hostname: No such file or directory\n'],
  [`${'a'.repeat(65)}`, 'hostname: name too long\n'],
  ['-y', 'hostname: -y is not supported in vethlab\n'],
])('hostname %s is refused', (args, stderr) => {
  expect(hostname(args)).toEqual({ stdout: '', stderr, status: 1, named: [] })
})
