import { expect, test } from 'vitest'
import { EADDRINUSE, EAGAIN, ECONNREFUSED, ECONNRESET, ENOENT, ENXIO, EPIPE, isErrno } from '../uapi/errno.ts'
import { encodeUtf8 } from '../wire/utf8.ts'
import { TestBench } from './testbench.ts'

test('octets go both ways between who connects to a path and who accepts there', () => {
  const { fs, net } = new TestBench().machine.init
  const listener = net.unixSocket()
  expect([listener.bind('/run/x.sock'), listener.listen(5), net.acceptUnix(listener)]).toEqual([
    null,
    null,
    EAGAIN,
  ])
  expect(fs.stat('/run/x.sock')).toMatchObject({ kind: 'socket', mode: 0o755 })
  expect(fs.open('/run/x.sock', { read: true })).toBe(ENXIO)
  const client = net.unixSocket()
  expect(client.connect('/run/x.sock')).toBeNull()
  expect(client.send(encodeUtf8('early'))).toBe(5)
  const server = net.acceptUnix(listener)
  if (isErrno(server)) throw new Error(server.text)
  expect(server.recv(3)).toEqual(encodeUtf8('ear'))
  expect(server.recv(9)).toEqual(encodeUtf8('ly'))
  expect(server.recv(9)).toBe(EAGAIN)
  expect(net.unixDiag().map(({ state, path }) => `${state} ${path}`)).toEqual([
    'LISTEN /run/x.sock',
    'ESTAB ',
    'ESTAB /run/x.sock',
  ])
  client.shutdown('write')
  expect(server.recv(9)).toEqual(new Uint8Array(0))
  server.send(encodeUtf8('late'))
  server.close()
  expect(client.recv(9)).toEqual(encodeUtf8('late'))
  expect([client.recv(9), client.send(encodeUtf8('x'))]).toEqual([new Uint8Array(0), EPIPE])
})

test('nobody listens, or nothing is there', () => {
  const { fs, net } = new TestBench().machine.init
  fs.writeFile('/tmp/file', '')
  const [listener, client] = [net.unixSocket(), net.unixSocket()]
  expect([client.connect('/tmp/no'), client.connect('/tmp/file')]).toEqual([ENOENT, ECONNREFUSED])
  listener.bind('/tmp/s')
  expect([client.connect('/tmp/s'), net.unixSocket().bind('/tmp/s')]).toEqual([ECONNREFUSED, EADDRINUSE])
  listener.listen(0)
  expect([client.connect('/tmp/s'), net.unixSocket().connect('/tmp/s')]).toEqual([null, EAGAIN])
  client.send(encodeUtf8('unread'))
  listener.close()
  expect([client.recv(1), net.unixSocket().connect('/tmp/s')]).toEqual([ECONNRESET, ECONNREFUSED])
})
