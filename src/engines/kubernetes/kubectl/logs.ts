// kubectl logs.
import { withThreads } from '../../../commands/lib/threads.ts'
import type { Blocking } from '../../../os/program.ts'
import { isApiError } from '../api/client.ts'
import { apiPath } from '../api/resources.ts'
import type { Pod } from '../api/podtypes.ts'
import { decodeUtf8 } from '../../../wire/utf8.ts'
import type { Kubectl } from './context.ts'
import { containerOf, pods } from './exec.ts'
import { fetch, podOf } from './targets.ts'

const USAGE =
  "expected 'logs [-f] [-p] (POD | TYPE/NAME) [-c CONTAINER]'.\nPOD or TYPE/NAME is a required argument for the logs command\nSee 'kubectl logs -h' for help and examples"

export function* logs(k: Kubectl): Blocking<number> {
  const [target, second] = k.operands
  if ((target === undefined && k.flag('selector') === null) || k.operands.length > 2) return k.fail(USAGE)
  if (second !== undefined && k.flag('container') !== null) return k.fail(USAGE)
  if (target === undefined) return yield* logsOfMany(k)
  const name = yield* podOf(k, target)
  if (k.has('all-containers')) {
    const pod = yield* k.must(k.api.get<Pod>(pods(k), k.namespace, name))
    const names = [...(pod.spec.initContainers ?? []), ...pod.spec.containers].map((one) => one.name)
    return yield* printAll(
      k,
      names.map((container) => ({ pod: name, container })),
    )
  }
  const found = second === undefined ? yield* containerOf(k, name) : { container: second }
  return yield* printLog(k, { pod: name, container: found.container }, prefixOf(k, name, found.container))
}

interface Source {
  readonly pod: string
  readonly container: string
}

/** Of all that a selector chooses; ten lines of each unless told otherwise. */
function* logsOfMany(k: Kubectl): Blocking<number> {
  const found = (yield* fetch(k, { resource: pods(k), name: null })) as Pod[]
  if (found.length === 0) {
    k.p.io.err(`No resources found in ${k.namespace} namespace.\n`)
    return 0
  }
  const sources = found.flatMap(({ metadata, spec }) => {
    const names = spec.containers.map((one) => one.name)
    const shown = k.has('all-containers') ? names : names.slice(0, 1)
    return shown.map((container) => ({ pod: metadata.name, container }))
  })
  return yield* printAll(k, sources)
}

function* printAll(k: Kubectl, sources: readonly Source[]): Blocking<number> {
  const print = (source: Source) => printLog(k, source, prefixOf(k, source.pod, source.container))
  if (!k.has('follow')) {
    for (const source of sources) yield* print(source)
    return 0
  }
  return yield* withThreads(k.p, function* (start): Blocking<number> {
    let open = sources.length
    for (const source of sources) {
      start(
        (function* () {
          yield* print(source)
          open--
        })(),
      )
    }
    while (open > 0) yield* k.p.clock.wait([])
    return 0
  })
}

function prefixOf(k: Kubectl, pod: string, container: string): string {
  return k.has('prefix') ? `[pod/${pod}/${container}] ` : ''
}

function* printLog(k: Kubectl, { pod, container }: Source, prefix: string): Blocking<number> {
  const tail = k.flag('tail') ?? (k.flag('selector') === null ? null : '10')
  const words = [`container=${container}`, `follow=${k.has('follow')}`, `previous=${k.has('previous')}`]
  if (tail !== null && tail !== '-1') words.push(`tailLines=${tail}`)
  const opened = yield* k.api.open(
    'GET',
    `${apiPath(pods(k), k.namespace, pod)}/log?${words.join('&')}`,
    null,
  )
  if (isApiError(opened)) {
    const message = opened.message.replace('in pod is', `in pod "${pod}" is`)
    k.p.io.err(opened.code === 400 ? `Error from server (BadRequest): ${message}\n` : `${k.words(opened)}\n`)
    return 1
  }
  for (;;) {
    const data = yield* opened.connection.some()
    if (data.length === 0) break
    k.p.io.out(prefix === '' ? data : decodeUtf8(data).replace(/^(?=.)/gm, prefix))
  }
  opened.connection.close()
  return 0
}
