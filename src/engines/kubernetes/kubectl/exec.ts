// kubectl exec, attach, port-forward: streams to what runs in a pod.
import { withThreads } from '../../../commands/lib/threads.ts'
import { acceptStream } from '../../../commands/lib/stream.ts'
import type { Blocking, Tty } from '../../../os/program.ts'
import { isErrno } from '../../../uapi/errno.ts'
import { isApiError, type ApiError } from '../api/client.ts'
import { Connection } from '../api/http.ts'
import { apiPath, resourceByName, type Resource } from '../api/resources.ts'
import type { Pod } from '../api/podtypes.ts'
import type { Service } from '../api/types.ts'
import { newId } from '../kubelet/runtime.ts'
import { CHANNEL, frameText, readFrame, writeFrame } from '../kubelet/streams.ts'
import type { Kubectl } from './context.ts'
import { podOf } from './targets.ts'

const RECORDED =
  'All commands and output from this session will be recorded in container logs, including credentials and sensitive information passed through the command prompt.\n'
const POLL = 100_000_000

export function pods(k: Kubectl): Resource {
  return resourceByName('pods') ?? k.fail('no pods')
}

/** Of logs the client itself says which is missing. Ref: kubectl/pkg/cmd/logs/logs.go */
function* podNamed(k: Kubectl, name: string): Blocking<Pod> {
  const pod = yield* k.api.get<Pod>(pods(k), k.namespace, name)
  if (!isApiError(pod)) return pod
  if (pod.code !== 404 || k.command !== 'logs') return k.refuse(pod)
  return k.fail(`error from server (NotFound): pods "${name}" not found in namespace "${k.namespace}"`)
}

/** The container meant; when nothing was said the first, and that is said when there are more. */
export function* containerOf(
  k: Kubectl,
  name: string,
): Blocking<{ readonly pod: Pod; readonly container: string }> {
  const pod = yield* podNamed(k, name)
  const names = pod.spec.containers.map((one) => one.name)
  const initial = (pod.spec.initContainers ?? []).map((one) => one.name)
  const asked = k.flag('container')
  const all = [...names, ...initial.map((one) => `${one} (init)`)]
  if (asked !== null && ![...names, ...initial].includes(asked)) {
    return k.fail(`container ${asked} is not valid for pod ${name} out of: ${all.join(', ')}`)
  }
  if (asked === null && all.length > 1) {
    k.p.io.err(`Defaulted container "${names[0]}" out of: ${all.join(', ')}\n`)
  }
  return { pod, container: asked ?? names[0] ?? '' }
}

export function* exec(k: Kubectl): Blocking<number> {
  const [target, ...words] = k.operands
  if (target === undefined) return k.fail('pod, type/name or --filename must be specified')
  if (words.length > 0) {
    return k.fail(
      "exec [POD] [COMMAND] is not supported anymore. Use exec [POD] -- [COMMAND] instead\nSee 'kubectl exec -h' for help and examples",
    )
  }
  if (!k.rest || k.rest.length === 0) return k.fail('you must specify at least one command for the container')
  const name = yield* podOf(k, target)
  const { pod, container } = yield* containerOf(k, name)
  if (pod.status.phase === 'Succeeded' || pod.status.phase === 'Failed') {
    return k.fail(`cannot exec into a container in a completed pod; current phase is ${pod.status.phase}`)
  }
  if (k.has('tty') && !k.p.io.isatty(0)) {
    k.p.io.err('Unable to use a TTY - input is not a terminal or the right kind of file\n')
  }
  const query = execQuery(k.rest, container, k.has('stdin'), k.has('tty'))
  const code = yield* stream(k, `${apiPath(pods(k), k.namespace, name)}/exec?${query}`)
  return code
}

export function execQuery(argv: readonly string[], container: string, stdin: boolean, tty: boolean): string {
  const command = encodeURIComponent(JSON.stringify(argv))
  return `command=${command}&container=${container}&stdin=${stdin}&tty=${tty}`
}

/** Why a program could not be run in a container. */
export function execComplaint(k: Kubectl, complaint: string): string {
  return `Internal error occurred: error executing command in container: failed to exec in container: failed to start exec "${newId(k.p)}": OCI runtime exec failed: exec failed: unable to start container process: ${complaint}`
}

/** What the server has against it comes before there are streams; what the kubelet has comes through them. */
export function upgradeError({ code, message }: ApiError): string {
  return code === 400 ? `unable to upgrade connection: ${message}` : `Internal error occurred: ${message}`
}

function* stream(k: Kubectl, target: string): Blocking<number> {
  const opened = yield* k.api.open('POST', target, null)
  if (isApiError(opened)) return opened.code === 0 ? k.refuse(opened) : k.fail(upgradeError(opened))
  const { connection } = opened
  const terminal = k.has('tty') && k.has('stdin') ? (k.p.io.fds.get(0)?.tty ?? null) : null
  const before = terminal ? { mode: terminal.mode, isig: terminal.isig } : null
  if (terminal) {
    terminal.mode = 'raw'
    terminal.isig = false
  }
  let status = '{"status":1}'
  try {
    status = yield* withThreads(k.p, function* (start): Blocking<string> {
      if (k.has('stdin')) start(feed(k, connection, terminal))
      for (;;) {
        const frame = yield* readFrame(connection)
        if (!frame) return '{"status":1}'
        if (frame.channel === CHANNEL.stdout)
          k.p.io.out(k.has('tty') ? withoutReturns(frame.data) : frame.data)
        else if (frame.channel === CHANNEL.stderr) k.p.io.err(frame.data)
        else if (frame.channel === CHANNEL.status) return frameText(frame)
      }
    })
  } finally {
    if (terminal && before) Object.assign(terminal, before)
    connection.close()
  }
  const { status: code, complaint } = JSON.parse(status) as { status: number; complaint?: string | null }
  if (complaint) {
    k.p.io.err(`error: ${execComplaint(k, complaint)}\n`)
    return 1
  }
  if (code !== 0 && k.command === 'exec') k.p.io.err(`command terminated with exit code ${code}\n`)
  return code
}

/** Lines that one terminal has ended already lose their return: the terminal here ends them by itself. */
function withoutReturns(data: Uint8Array): Uint8Array {
  return data.filter((octet, i) => octet !== 13 || data[i + 1] !== 10)
}

/** What is typed, and the size of the window it is typed in. */
function* feed(k: Kubectl, connection: Connection, terminal: Tty | null): Blocking<void> {
  let size = ''
  for (;;) {
    if (terminal) {
      const { columns, rows } = terminal
      const now = JSON.stringify({ columns, rows })
      if (now !== size && !(yield* writeFrame(connection, CHANNEL.resize, now))) return
      size = now
    }
    const data = yield* k.p.io.read(0)
    if (isErrno(data) || data.length === 0) break
    if (!(yield* writeFrame(connection, CHANNEL.stdin, data))) return
  }
  yield* writeFrame(connection, CHANNEL.stdin, '')
}

/** Joins a pod's first container, or shows what it printed when it is over; its exit status. */
export function* attachToPod(k: Kubectl, name: string): Blocking<number> {
  for (;;) {
    const pod = yield* k.must(k.api.get<Pod>(pods(k), k.namespace, name))
    const [status] = pod.status.containerStatuses ?? []
    const waiting = status?.state.waiting?.reason ?? ''
    if (/ImagePull|ConfigError/.test(waiting) && k.command === 'run') {
      const why = status?.state.waiting?.message ?? ''
      yield* k.p.clock.sleep(POLL)
      if (k.p.clock.now() > 0 && waiting === 'ImagePullBackOff')
        return k.fail(`timed out waiting for the condition: ${why}`)
    }
    if (status?.state.running ?? status?.state.terminated ?? status?.lastState.terminated) break
    yield* k.p.clock.sleep(POLL)
  }
  if (k.has('stdin') && k.has('tty') && !k.has('quiet') && k.p.io.isatty(0)) {
    k.p.io.err(RECORDED)
    k.p.io.err("If you don't see a command prompt, try pressing enter.\n")
  }
  yield* stream(
    k,
    `${apiPath(pods(k), k.namespace, name)}/attach?stdin=${k.has('stdin')}&tty=${k.has('tty')}`,
  )
  const pod = yield* k.must(k.api.get<Pod>(pods(k), k.namespace, name))
  const [status] = pod.status.containerStatuses ?? []
  return status?.state.terminated?.exitCode ?? status?.lastState.terminated?.exitCode ?? 0
}

export function* attach(k: Kubectl): Blocking<number> {
  const [target] = k.operands
  if (target === undefined) {
    return k.fail('at least 1 argument is required for attach')
  }
  const name = yield* podOf(k, target)
  const { pod, container } = yield* containerOf(k, name)
  if (pod.status.phase === 'Succeeded' || pod.status.phase === 'Failed') {
    return k.fail(`cannot attach a container in a completed pod; current phase is ${pod.status.phase}`)
  }
  const query = `container=${container}&stdin=${k.has('stdin')}&tty=${k.has('tty')}`
  return yield* stream(k, `${apiPath(pods(k), k.namespace, name)}/attach?${query}`)
}

// ---- port-forward

export function* portForward(k: Kubectl): Blocking<number> {
  const [target, ...words] = k.operands
  if (target === undefined || words.length === 0) {
    return k.fail(
      "TYPE/NAME and list of ports are required for port-forward\nSee 'kubectl port-forward -h' for help and examples",
    )
  }
  const name = yield* podOf(k, target)
  const { status } = yield* k.must(k.api.get<Pod>(pods(k), k.namespace, name))
  if (status.phase !== 'Running')
    return k.fail(`unable to forward port because pod is not running. Current status=${status.phase}`)
  const pairs: { readonly local: number; readonly remote: number }[] = []
  for (const word of words) {
    const [local = '', remote = local] = word.split(':')
    pairs.push({ local: Number(local), remote: yield* targetPort(k, target, Number(remote)) })
  }
  return yield* withThreads(k.p, function* (start): Blocking<number> {
    for (const { local, remote } of pairs) {
      const listener = k.p.net.streamSocket('inet')
      listener.options.reuseaddr = true
      const error = listener.bind({ address: 0x7f000001, port: local }) ?? listener.listen(16)
      if (error) {
        const why = `unable to create listener: Error listen tcp4 127.0.0.1:${local}: bind: ${error.text.toLowerCase()}`
        k.p.io.err(
          `Unable to listen on port ${local}: Listeners failed to create with the following errors: [${why}]\n`,
        )
        return k.fail(`unable to listen on any of the requested ports: [{${local} ${remote}}]`)
      }
      k.out(`Forwarding from 127.0.0.1:${local} -> ${remote}\n`)
      start(forward(k, name, local, remote, listener, start))
    }
    for (;;) yield* k.p.clock.wait([], Infinity)
  })
}

/** A service's port stands for that of its pods. */
function* targetPort(k: Kubectl, target: string, port: number): Blocking<number> {
  const [type = '', name = ''] = target.split('/')
  const resource = resourceByName(type)
  if (resource?.kind !== 'Service') return port
  const service = yield* k.must(k.api.get<Service>(resource, k.namespace, name))
  const found = (service.spec.ports ?? []).find((one) => one.port === port)
  if (!found) return k.fail(`Service ${name} does not have a service port ${port}`)
  return typeof found.targetPort === 'number' ? found.targetPort : port
}

function* forward(
  k: Kubectl,
  name: string,
  local: number,
  remote: number,
  listener: Parameters<typeof acceptStream>[1],
  start: (body: Blocking<void>) => void,
): Blocking<void> {
  for (;;) {
    const socket = yield* acceptStream(k.p, listener)
    if (isErrno(socket)) continue
    k.out(`Handling connection for ${local}\n`)
    start(carry(k, name, remote, new Connection(k.p, socket), start))
  }
}

function* carry(
  k: Kubectl,
  name: string,
  remote: number,
  client: Connection,
  start: (body: Blocking<void>) => void,
): Blocking<void> {
  const opened = yield* k.api.open(
    'POST',
    `${apiPath(pods(k), k.namespace, name)}/portforward?port=${remote}`,
    null,
  )
  if (isApiError(opened)) {
    k.p.io.err(`error forwarding port ${remote} to pod ${name}: ${opened.message}\n`)
    return client.close()
  }
  start(pump(client, opened.connection))
  yield* pump(opened.connection, client)
  client.close()
}

function* pump(from: Connection, to: Connection): Blocking<void> {
  for (;;) {
    const data = yield* from.some()
    if (data.length === 0 || !(yield* to.write(data))) break
  }
  to.socket.shutdown('write')
}
