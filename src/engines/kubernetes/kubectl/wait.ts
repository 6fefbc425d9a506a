// kubectl wait and rollout: until things are as they are wanted.
import type { Blocking } from '../../../os/program.ts'
import { isApiError } from '../api/client.ts'
import { isTrue } from '../api/conditions.ts'
import { formatTime } from '../api/time.ts'
import type { Deployment, KubeObject } from '../api/types.ts'
import type { Kubectl } from './context.ts'
import { refOf } from './output.ts'
import { fetch, namespaceOf, readTargets } from './targets.ts'

const POLL = 100_000_000
const SECOND = 1_000_000_000

function seconds(text: string): number {
  const [, amount = '30', unit = 's'] = /^(-?\d+)(ms|s|m|h)?$/.exec(text) ?? []
  return Number(amount) * ({ ms: 0.001, s: 1, m: 60, h: 3600 }[unit] ?? 1)
}

export function* wait(k: Kubectl): Blocking<number> {
  const what = k.flag('for')
  if (what === null) return k.fail('required flag(s) "for" not set')
  const [, kind = '', value = ''] = /^(condition|jsonpath|delete|create)(?:=(.*))?$/.exec(what) ?? []
  if (kind !== 'condition' && kind !== 'delete') return k.fail(`unrecognized condition: "${what}"`)
  const until = k.p.clock.now() + seconds(k.flag('timeout') ?? '30s') * SECOND
  const objects: KubeObject[] = []
  for (const target of readTargets(k)) objects.push(...(yield* fetch(k, target)))
  if (objects.length === 0) return k.fail('no matching resources found')
  const [type = '', wanted = 'True'] = value.split('=')
  for (const object of objects) {
    const resource = k.resource(object.kind)
    for (;;) {
      const now = yield* k.api.get<KubeObject>(resource, namespaceOf(k, resource), object.metadata.name)
      if (kind === 'delete' ? isApiError(now) : !isApiError(now) && hasCondition(now, type, wanted)) break
      if (k.p.clock.now() >= until) {
        return k.fail(`timed out waiting for the condition on ${resource.plural}/${object.metadata.name}`)
      }
      yield* k.p.clock.sleep(POLL)
    }
    k.out(`${refOf(object)} ${kind === 'delete' ? 'condition met' : 'condition met'}\n`)
  }
  return 0
}

function hasCondition(object: KubeObject, type: string, wanted: string): boolean {
  const { conditions = [] } = (object.status ?? {}) as { conditions?: { type: string; status: string }[] }
  const found = conditions.find((one) => one.type.toLowerCase() === type.toLowerCase())
  return found?.status.toLowerCase() === wanted.toLowerCase()
}

export function* rollout(k: Kubectl): Blocking<number> {
  const [verb = '', ...names] = k.operands
  const [target] = readTargets(k, names)
  if (!target || names.length === 0) return k.fail('required resource not specified')
  const [object] = yield* fetch(k, target)
  if (object?.kind !== 'Deployment')
    return k.fail(`rollout ${verb} of ${target.resource.plural} is not supported in vethlab`)
  if (verb === 'status') return yield* rolloutStatus(k, object as Deployment)
  if (verb !== 'restart') return k.fail(`rollout ${verb} is not supported in vethlab`)
  const deployment = object as Deployment
  const { template } = deployment.spec
  const stamp = { 'kubectl.kubernetes.io/restartedAt': formatTime(Math.floor(k.p.clock.epoch())) }
  const metadata = { ...template.metadata, annotations: { ...template.metadata.annotations, ...stamp } }
  yield* k.must(
    k.api.replace({ ...deployment, spec: { ...deployment.spec, template: { ...template, metadata } } }),
  )
  k.out(`${refOf(deployment)} restarted\n`)
  return 0
}

/** Ref: kubectl/pkg/polymorphichelpers/rollout_status.go */
function* rolloutStatus(k: Kubectl, first: Deployment): Blocking<number> {
  const { name } = first.metadata
  let said = ''
  for (;;) {
    const deployment = yield* k.must(k.api.get<Deployment>(k.resource('deployments'), k.namespace, name))
    const words = progress(deployment)
    if (words === null) {
      k.out(`deployment "${name}" successfully rolled out\n`)
      return 0
    }
    if (words !== said) k.out(words)
    said = words
    yield* k.p.clock.sleep(POLL)
  }
}

function progress(deployment: Deployment): string | null {
  const { metadata, spec, status } = deployment
  const { updatedReplicas = 0, replicas = 0, availableReplicas = 0 } = status
  const waiting = `Waiting for deployment "${metadata.name}" rollout to finish:`
  if ((metadata.generation ?? 0) > (status.observedGeneration ?? 0))
    return 'Waiting for deployment spec update to be observed...\n'
  if (updatedReplicas < spec.replicas) {
    return `${waiting} ${updatedReplicas} out of ${spec.replicas} new replicas have been updated...\n`
  }
  if (replicas > updatedReplicas)
    return `${waiting} ${replicas - updatedReplicas} old replicas are pending termination...\n`
  if (availableReplicas < updatedReplicas) {
    return `${waiting} ${availableReplicas} of ${updatedReplicas} updated replicas are available...\n`
  }
  return isTrue(deployment, 'Available') || spec.replicas === 0
    ? null
    : `${waiting} 0 of ${spec.replicas} updated replicas are available...\n`
}
