// kubectl delete and scale: changes of what stands.
import type { Blocking } from '../../../os/program.ts'
import { isApiError } from '../api/client.ts'
import { qualifiedSingular, resourceOfKind } from '../api/resources.ts'
import type { KubeObject } from '../api/meta.ts'
import { dryWords } from './dryrun.ts'
import type { Kubectl } from './context.ts'
import { refOf } from './output.ts'
import { fetch, namespaceOf, readTargets } from './targets.ts'

const POLL = 100_000_000

export const NO_RESOURCES =
  'You must provide one or more resources by argument or filename.\nExample resource specifications include:\n' +
  "   '-f rsrc.yaml'\n   '--filename=rsrc.json'\n   '<resource> <name>'\n   '<resource>'"

export function* remove(k: Kubectl): Blocking<number> {
  const grace = k.flag('grace-period') ?? (k.has('now') ? '1' : k.has('force') ? '0' : null)
  const seconds = grace === null ? null : Number(grace)
  const forced = k.has('force') && seconds === 0
  if (forced) {
    k.p.io.err(
      'Warning: Immediate deletion does not wait for confirmation that the running resource has been terminated. The resource may continue to run on the cluster indefinitely.\n',
    )
  }
  const objects = yield* doomed(k)
  if (objects === null) return 1
  let failed = false
  const gone: KubeObject[] = []
  for (const object of objects) {
    const done =
      k.dryRun === 'client' ? object : yield* k.api.remove(object, forced ? 0 : seconds, k.dryRun !== null)
    if (isApiError(done)) {
      if (done.code === 0) return k.refuse(done)
      if (done.code === 404 && k.has('ignore-not-found')) continue
      failed = true
      k.p.io.err(`${k.words(done)}\n`)
      continue
    }
    const resource = resourceOfKind(object.kind)
    const name = resource ? qualifiedSingular(resource) : object.kind
    const verb = forced ? 'force deleted' : 'deleted'
    const where = resource?.namespaced ? ` from ${object.metadata.namespace ?? 'default'} namespace` : ''
    k.out(
      k.flag('output') === 'name'
        ? `${refOf(object)}\n`
        : `${name} "${object.metadata.name}" ${verb}${where}${dryWords(k)}\n`,
    )
    // The very object: another may take its name at once.
    if (k.dryRun === null) gone.push(done)
  }
  if (k.flag('wait') !== 'false') for (const object of gone) yield* untilGone(k, object)
  return failed ? 1 : 0
}

/** What is to go; null when nothing was named. */
function* doomed(k: Kubectl): Blocking<KubeObject[] | null> {
  if (k.all('filename').length > 0) {
    return (yield* k.objects()).map((object) => {
      const namespaced = resourceOfKind(object.kind)?.namespaced ?? false
      const namespace = object.metadata.namespace ?? k.namespace
      return { ...object, metadata: { ...object.metadata, ...(namespaced ? { namespace } : {}) } }
    })
  }
  if (k.operands.length === 0) return k.fail(NO_RESOURCES)
  if (k.has('all') && k.flag('selector') !== null)
    return k.fail("setting 'all' parameter but found a non empty selector. ")
  const targets = readTargets(k)
  const whole = targets.some(({ name }) => name === null)
  if (whole && !k.has('all') && k.flag('selector') === null && k.flag('field-selector') === null) {
    return k.fail('resource(s) were provided, but no name was specified')
  }
  const found: KubeObject[] = []
  for (const target of targets) {
    const { resource, name } = target
    if (name === null) {
      found.push(...(yield* fetch(k, target)))
      continue
    }
    const namespace = namespaceOf(k, resource)
    found.push({
      apiVersion: resource.apiVersion,
      kind: resource.kind,
      metadata: { name, ...(namespace === null ? {} : { namespace }) },
    })
  }
  if (found.length === 0) k.out('No resources found\n')
  return found
}

export function* untilGone(k: Kubectl, { kind, metadata }: KubeObject): Blocking<void> {
  const resource = resourceOfKind(kind)
  while (resource) {
    const left = yield* k.api.get(resource, metadata.namespace ?? null, metadata.name)
    if (isApiError(left)) return
    if (metadata.uid !== undefined && left.metadata.uid !== metadata.uid) return
    yield* k.p.clock.sleep(POLL)
  }
}

export function* scale(k: Kubectl): Blocking<number> {
  const replicas = k.flag('replicas')
  if (replicas === null) return k.fail('required flag(s) "replicas" not set')
  if ((k.number('replicas', '--replicas') ?? 0) < 0) {
    return k.fail('The --replicas=COUNT flag is required, and COUNT must be greater than or equal to 0')
  }
  for (const target of readTargets(k)) {
    if (target.name === null && !k.has('all') && k.flag('selector') === null) {
      return k.fail('resource(s) were provided, but no name was specified')
    }
    for (const object of yield* fetch(k, target)) {
      if (!['Deployment', 'ReplicaSet', 'StatefulSet'].includes(object.kind)) {
        k.p.io.err('Error from server (NotFound): the server could not find the requested resource\n')
        return 1
      }
      const { replicas: now } = object.spec as { replicas: number }
      const asked = k.flag('current-replicas')
      if (asked !== null && asked !== '-1' && Number(asked) !== now) {
        return k.fail(`Expected replicas to be ${asked}, was ${now}`)
      }
      if (k.dryRun !== 'client') {
        const change = JSON.stringify({ spec: { replicas: Number(replicas) } })
        yield* k.must(k.api.patchText(object, change, 'merge', k.dryRun !== null))
      }
      k.out(`${refOf(object)} scaled${dryWords(k)}\n`)
    }
  }
  return 0
}
