import { expect, test } from 'vitest'
import { parseExpose, parsePublish } from './ports.ts'
import { formatPorts } from './portsColumn.ts'

// Recorded: Docker 28.5.2.
test.each([
  ['8080:80', { '80/tcp': [{ HostIp: '', HostPort: '8080' }] }],
  ['80', { '80/tcp': [{ HostIp: '', HostPort: '' }] }],
  [':80', { '80/tcp': [{ HostIp: '', HostPort: '' }] }],
  ['127.0.0.1:53:53/udp', { '53/udp': [{ HostIp: '127.0.0.1', HostPort: '53' }] }],
  ['[::1]:8080:80', { '80/tcp': [{ HostIp: '::1', HostPort: '8080' }] }],
  [
    '9000-9001:80-81',
    { '80/tcp': [{ HostIp: '', HostPort: '9000' }], '81/tcp': [{ HostIp: '', HostPort: '9001' }] },
  ],
  ['9000-9005:80', { '80/tcp': [{ HostIp: '', HostPort: '9000-9005' }] }],
])('-p %s', (spec, bindings) => {
  expect(parsePublish([spec])).toMatchObject({ bindings })
})

test.each([
  ['abc:80', 'Invalid hostPort: abc'],
  ['70000:80', 'Invalid hostPort: 70000'],
  ['8080-8081:80-85', 'Invalid ranges specified for container and host Ports: 80-85 and 8080-8081'],
  ['8085:80/foo', 'Invalid proto: foo'],
  ['300.1.1.1:8085:80', 'Invalid ip address: 300.1.1.1'],
  ['8085:', 'No port specified: 8085:<empty>'],
  ['8080:80:90:100', 'Invalid ip address 8080:80: address 8080:80:: too many colons in address'],
])('-p %s is refused', (spec, words) => {
  expect(parsePublish([spec])).toBe(words)
})

test('--expose takes ranges', () => {
  expect(parseExpose(['80-81', '90/udp'])).toEqual({ '80/tcp': {}, '81/tcp': {}, '90/udp': {} })
})

test('PORTS joins what lies side by side', () => {
  const published = (PrivatePort: number, PublicPort: number, IP: string) => ({
    PrivatePort,
    PublicPort,
    IP,
    Type: 'tcp',
  })
  expect(formatPorts([{ PrivatePort: 80, Type: 'tcp' }])).toBe('80/tcp')
  expect(formatPorts([published(80, 8080, '0.0.0.0'), published(80, 8080, '::')])).toBe(
    '0.0.0.0:8080->80/tcp, [::]:8080->80/tcp',
  )
  expect(formatPorts([published(90, 90, '0.0.0.0'), published(91, 91, '0.0.0.0')])).toBe(
    '0.0.0.0:90-91->90-91/tcp',
  )
})
