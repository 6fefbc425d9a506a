// kube-apiserver: the objects of the cluster, and the way to the kubelets.
import { acceptStream } from '../../../commands/lib/stream.ts'
import { withThreads } from '../../../commands/lib/threads.ts'
import type { Command } from '../../../commands/command.ts'
import type { Blocking, Process } from '../../../os/program.ts'
import { isErrno } from '../../../uapi/errno.ts'
import { parseInet } from '../../../wire/inet.ts'
import {
  answer,
  answerStream,
  Connection,
  dial,
  readRequest,
  sendRequest,
  type HttpRequest,
} from '../api/http.ts'
import { klog } from '../api/klog.ts'
import { isStatus, type ApiStatus } from '../api/status.ts'
import type { Pod } from '../api/podtypes.ts'
import type { Node } from '../api/types.ts'
import { VERSION } from '../api/version.ts'
import { handle, targetOf, type Target } from './rest.ts'
import { bootstrap } from './bootstrap.ts'
import { Store } from './store.ts'

export const API_PORT = 6443
export const KUBELET_PORT = 10_250
const BACKLOG = 128

type Start = (body: Blocking<void>) => void

export const apiserverCommand: Command = {
  name: 'kube-apiserver',
  path: '/usr/local/bin/kube-apiserver',
  summary: 'the API server of a Kubernetes cluster',
  supports: ['objects of kubectl api-resources, watched by the parts of a cluster'],
  run: apiserver,
}

function* apiserver(p: Process): Blocking<number> {
  const listener = p.net.streamSocket('inet')
  listener.options.reuseaddr = true
  const error = listener.bind({ address: 0, port: API_PORT }) ?? listener.listen(BACKLOG)
  if (error) {
    p.io.err(`kube-apiserver: failed to listen on 0.0.0.0:${API_PORT}: ${error.text}\n`)
    return 1
  }
  p.procs.onSignal('PIPE', 'ignore')
  const store = new Store(p)
  const [, address = '127.0.0.1'] = /--advertise-address=(\S+)/.exec(p.argv.join(' ')) ?? []
  bootstrap(store, address, API_PORT, VERSION)
  klog(p, 'options.go:263', `external host was not specified, using ${address}`)
  klog(p, 'server.go:150', `Version: ${VERSION}`)
  klog(p, 'secure_serving.go:211', `Serving securely on [::]:${API_PORT}`)
  return yield* withThreads(p, function* accepting(start): Blocking<number> {
    for (;;) {
      const socket = yield* acceptStream(p, listener)
      if (!isErrno(socket)) start(serve(new Connection(p, socket), store, start))
    }
  })
}

function* serve(c: Connection, store: Store, start: Start): Blocking<void> {
  const request = yield* readRequest(c)
  if (!request) return c.close()
  const { path, query } = request
  if (path === '/watch') return yield* watch(c, store, (query.get('kinds') ?? '').split(','))
  const target = targetOf(path)
  if (
    target?.resource.kind === 'Pod' &&
    ['attach', 'exec', 'log', 'portforward'].includes(target.subresource ?? '')
  ) {
    return yield* toKubelet(c, store, request, target, start)
  }
  const missing = {
    code: 404,
    reason: 'NotFound',
    message: 'the server could not find the requested resource',
  }
  yield* reply(c, target ? recovered(() => handle(store, request, target)) : missing)
  c.close()
}

/** A request that cannot be borne ends alone. Ref: apiserver/pkg/server/filters/wrap.go:WithPanicRecovery() */
function recovered(work: () => object | ApiStatus): object | ApiStatus {
  try {
    return work()
  } catch {
    const message = 'This request caused apiserver to panic. Look in the logs for details.'
    return { code: 500, reason: 'InternalError', message }
  }
}

function* reply(c: Connection, body: object | ApiStatus): Blocking<void> {
  if (!isStatus(body)) return yield* answer(c, 200, JSON.stringify(body))
  const status = { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', ...body }
  yield* answer(c, body.code, JSON.stringify(status))
}

/** All there is of the kinds, a mark, then what changes. */
function* watch(c: Connection, store: Store, kinds: readonly string[]): Blocking<void> {
  const wanted = new Set(kinds)
  let at = store.length
  const present = store.all().filter(({ kind }) => wanted.has(kind))
  yield* answerStream(c)
  const first = present.map((object) => `${JSON.stringify({ type: 'ADDED', object })}\n`).join('')
  const mark = `${JSON.stringify({ type: 'BOOKMARK', object: { kind: 'Mark', metadata: {} } })}\n`
  if (!(yield* c.write(first + mark))) return c.close()
  for (;;) {
    const events = store.since(at).filter(({ object: { kind } }) => wanted.has(kind))
    at = store.length
    if (events.length > 0) {
      const lines = events.map((event) => `${JSON.stringify(event)}\n`).join('')
      if (!(yield* c.write(lines))) return c.close()
      continue
    }
    const { hup, error } = c.socket.poll()
    if (hup || error || gone(c)) return c.close()
    yield* c.p.clock.wait([store.changed, c.socket])
  }
}

/** Whoever watches says nothing more: what comes is the end. */
function gone(c: Connection): boolean {
  const data = c.socket.peek(1)
  return !isErrno(data) && data.length === 0
}

// ---- what a kubelet does for whoever asks

function* toKubelet(
  c: Connection,
  store: Store,
  request: HttpRequest,
  target: Target,
  start: Start,
): Blocking<void> {
  const { namespace, name, subresource } = target
  const found = handle(store, { ...request, method: 'GET' }, { ...target, subresource: null })
  if (isStatus(found)) {
    yield* reply(c, found)
    return c.close()
  }
  const { spec } = found as Pod
  const node = store.get('Node', '', spec.nodeName ?? '') as Node | null
  // There is nothing to be read yet. Ref: pkg/registry/core/pod/strategy.go:LogLocation()
  if (subresource === 'log' && !spec.nodeName) {
    yield* answer(c, 200, '')
    return c.close()
  }
  const address = node?.status.addresses.find(({ type }) => type === 'InternalIP')?.address
  const kubelet =
    address === undefined ? null : yield* dial(c.p, { address: parseInet(address) ?? 0, port: KUBELET_PORT })
  if (kubelet === null || isErrno(kubelet)) {
    const why =
      kubelet === null
        ? `pod ${name} does not have a host assigned`
        : `Get "https://${address}:10250/${subresource}": ${kubelet.text.toLowerCase()}`
    yield* reply(c, {
      code: kubelet === null ? 400 : 500,
      reason: kubelet === null ? 'BadRequest' : 'InternalError',
      message: why,
    })
    return c.close()
  }
  const words = [...request.query].map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join('&')
  yield* sendRequest(kubelet, request.method, `/${subresource}/${namespace}/${name}?${words}`, null)
  start(pump(c, kubelet))
  yield* pump(kubelet, c)
  c.close()
  kubelet.close()
}

/** Copies until one side ends. */
function* pump(from: Connection, to: Connection): Blocking<void> {
  for (;;) {
    const data = yield* from.some()
    if (data.length === 0) break
    if (!(yield* to.write(data))) break
  }
  to.socket.shutdown('write')
}
