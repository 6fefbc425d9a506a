// etcd as it shows itself on a control plane: its ports, its health, its log. The API server keeps its objects itself.
// (Ref: etcd server/etcdmain, server/embed)
import { acceptStream } from '../../../commands/lib/stream.ts'
import { withThreads } from '../../../commands/lib/threads.ts'
import type { Command } from '../../../commands/command.ts'
import type { Blocking, Process } from '../../../os/program.ts'
import { isErrno } from '../../../uapi/errno.ts'
import type { StreamSocket } from '../../../uapi/socket.ts'
import { formatInet, parseInet } from '../../../wire/inet.ts'
import { answer, Connection, readRequest } from '../api/http.ts'
import { flag } from '../api/server.ts'
import { formatTime } from '../api/time.ts'

const VERSION = '3.6.8'
const CLIENTS = 2379
const PEERS = 2380
const HEALTH = 2381
const LOCAL = 0x7f000001
const BACKLOG = 64
const PLAIN_WORDS = 'HTTP/1.0 400 Bad Request\r\n\r\nClient sent an HTTP request to an HTTPS server.\n'
const HEALTHY: Readonly<Record<string, string>> = {
  '/health': '{"health":"true","reason":""}',
  '/livez': 'ok\n',
  '/readyz': 'ok\n',
  '/version': `{"etcdserver":"${VERSION}","etcdcluster":"3.6.0","storage":"3.6.0"}`,
}

export const etcdCommand: Command = {
  name: 'etcd',
  path: '/usr/local/bin/etcd',
  summary: 'the store of a Kubernetes cluster, as its control plane shows it',
  supports: ['/health, /livez, /readyz and /version on 127.0.0.1:2381; nothing is stored'],
  *run(p) {
    const [, text = '127.0.0.1'] = /\/\/([\d.]+):/.exec(flag(p, 'advertise-client-urls') ?? '') ?? []
    const address = parseInet(text) ?? LOCAL
    log(p, 'etcdmain/etcd.go:64', 'Running: ', { args: p.argv })
    return yield* withThreads(p, function* (start): Blocking<number> {
      for (const [ip, port] of [
        [LOCAL, CLIENTS],
        [address, CLIENTS],
        [address, PEERS],
        [LOCAL, HEALTH],
      ] as const) {
        const listener = p.net.streamSocket('inet')
        listener.options.reuseaddr = true
        const error = listener.bind({ address: ip, port }) ?? listener.listen(BACKLOG)
        if (error) {
          const why = `listen tcp ${formatInet(ip)}:${port}: bind: ${error.text.toLowerCase()}`
          log(p, 'etcdmain/etcd.go:179', 'discovery failed', { error: why })
          return 1
        }
        start(accept(p, listener, port, start))
      }
      log(p, 'embed/etcd.go:137', 'configuring peer listeners', { 'listen-peer-urls': [url(address, PEERS)] })
      log(p, 'embed/etcd.go:145', 'configuring client listeners', {
        'listen-client-urls': [url(LOCAL, CLIENTS), url(address, CLIENTS)],
      })
      log(p, 'embed/etcd.go:909', 'serving metrics', { address: `http://127.0.0.1:${HEALTH}` })
      for (;;) yield* p.clock.wait([], Infinity)
    })
  },
}

function url(ip: number, port: number): string {
  return `https://${formatInet(ip)}:${port}`
}

function log(p: Process, caller: string, msg: string, more: object): void {
  const epoch = p.clock.epoch()
  const micros = String(Math.floor((epoch % 1) * 1e6)).padStart(6, '0')
  const ts = formatTime(Math.floor(epoch)).replace('Z', `.${micros}Z`)
  p.io.err(`${JSON.stringify({ level: 'info', ts, caller, msg, ...more })}\n`)
}

function* accept(
  p: Process,
  listener: StreamSocket,
  port: number,
  start: (body: Blocking<void>) => void,
): Blocking<void> {
  for (;;) {
    const socket = yield* acceptStream(p, listener)
    if (!isErrno(socket))
      start(port === HEALTH ? health(new Connection(p, socket)) : plain(new Connection(p, socket)))
  }
}

function* health(c: Connection): Blocking<void> {
  const request = yield* readRequest(c)
  const body = HEALTHY[request?.path ?? '']
  if (request) yield* answer(c, body === undefined ? 404 : 200, body ?? '404 page not found\n')
  c.close()
}

/** Who does not speak TLS is told so. Ref: Go net/http/server.go:serve() */
function* plain(c: Connection): Blocking<void> {
  const data = yield* c.some()
  if (/^(?:GET|HEAD|POST|PUT|OPTI)/.test(String.fromCharCode(...data.slice(0, 5))))
    yield* c.write(PLAIN_WORDS)
  c.close()
}
