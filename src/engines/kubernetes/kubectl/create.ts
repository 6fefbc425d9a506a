// kubectl create, run and expose: objects made of words.
import type { Blocking } from '../../../os/program.ts'
import { configMap, dry, secret } from './createdata.ts'
import { service } from './createservice.ts'
import { NO_RESOURCES, untilGone } from './change.ts'
import type { Container, Pod } from '../api/podtypes.ts'
import type { KubeObject, Labels } from '../api/meta.ts'
import type { LabelSelector } from '../api/types.ts'
import { createFromFiles, createObject } from './apply.ts'
import type { Kubectl } from './context.ts'
import { attachToPod } from './exec.ts'

/** What the real one makes besides. */
const LACKING = new Set(
  'clusterrole clusterrolebinding cronjob ingress poddisruptionbudget priorityclass quota role rolebinding token'.split(
    ' ',
  ),
)

export function* create(k: Kubectl): Blocking<number> {
  const [what, ...names] = k.operands
  if (k.all('filename').length > 0) return yield* createFromFiles(k)
  if (what === undefined) return k.fail('must specify one of -f and -k')
  const named = (): string => {
    const [name] = names
    return (
      name ??
      k.fail(`exactly one NAME is required, got 0\nSee 'kubectl create ${what} -h' for help and examples`)
    )
  }
  switch (what) {
    case 'deployment':
    case 'deploy':
      if (k.all('image').length === 0) return k.fail('required flag(s) "image" not set')
      return yield* createObject(k, deployment(k, named()))
    case 'namespace':
    case 'ns':
      return yield* createObject(k, {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name: named() },
        ...dry(k, { spec: {}, status: {} }),
      })
    case 'configmap':
    case 'cm':
      return yield* createObject(k, configMap(k, named()))
    case 'secret': {
      const [type = '', name] = names
      if (type === '') return k.fail('the help of kubectl create secret is not supported in vethlab')
      if (type !== 'generic') return k.fail(`kubectl create secret ${type} is not supported in vethlab`)
      if (name === undefined) {
        return k.fail(
          "exactly one NAME is required, got 0\nSee 'kubectl create secret generic -h' for help and examples",
        )
      }
      return yield* createObject(k, secret(k, name))
    }
    case 'job':
      return yield* createObject(k, job(k, named()))
    case 'serviceaccount':
    case 'sa':
      return yield* createObject(k, { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: named() } })
    case 'service':
    case 'svc':
      return yield* createObject(k, service(k, names))
    default:
      if (LACKING.has(what)) return k.fail(`kubectl create ${what} is not supported in vethlab`)
      return k.fail(
        `Unexpected args: [${k.operands.join(' ')}]\nSee 'kubectl create -h' for help and examples`,
      )
  }
}

function portOf(k: Kubectl): { ports?: { containerPort: number }[] } {
  const port = k.flag('port')
  return port === null ? {} : { ports: [{ containerPort: Number(port) }] }
}

function deployment(k: Kubectl, name: string): KubeObject {
  const images = k.all('image').flatMap((word) => word.split(','))
  const labels = { app: name }
  const containers: Container[] = images.map((image) => ({
    image,
    name: image.replace(/^.*\//, '').replace(/[:@].*$/, ''),
    ...portOf(k),
    ...(k.rest ? { command: [...k.rest] } : {}),
    ...dry(k, { resources: {} }),
  }))
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, labels },
    spec: {
      replicas: Number(k.flag('replicas') ?? 1),
      selector: { matchLabels: labels },
      ...dry(k, { strategy: {} }),
      template: { metadata: { labels }, spec: { containers } },
    },
    ...dry(k, { status: {} }),
  }
}

function job(k: Kubectl, name: string): KubeObject {
  const image = k.flag('image')
  if (image === null) return k.fail('either --image or --from must be specified')
  const command = k.rest ? { command: [...k.rest] } : {}
  const containers = [{ ...command, image, name, ...dry(k, { resources: {} }) }]
  const template = { metadata: {}, spec: { containers, restartPolicy: 'Never' } }
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name },
    spec: { template },
    ...dry(k, { status: {} }),
  }
}

export function* run(k: Kubectl): Blocking<number> {
  const [name, ...words] = k.operands
  const image = k.flag('image')
  const see = "\nSee 'kubectl run -h' for help and examples"
  if (image === null) return k.fail('required flag(s) "image" not set')
  if (name === undefined) return k.fail(`NAME is required for run${see}`)
  if (image === '') return k.fail('--image is required')
  const restart = k.flag('restart') ?? 'Always'
  if (!['Always', 'Never', 'OnFailure'].includes(restart))
    return k.fail(`invalid restart policy: ${restart}${see}`)
  const args = [...words, ...(k.rest ?? [])]
  const interactive = k.has('stdin')
  const env = k
    .all('env')
    .map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1) }))
  const container: Container = {
    ...(args.length > 0 ? { [k.has('command') ? 'command' : 'args']: args } : {}),
    ...(env.length > 0 ? { env } : {}),
    image,
    name,
    ...portOf(k),
    resources: {},
    ...(interactive ? { stdin: true, stdinOnce: true } : {}),
    ...(k.has('tty') ? { tty: true } : {}),
  }
  const labels = readLabels(k.flag('labels')) ?? { run: name }
  const pod: Pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { labels, name },
    spec: {
      containers: [container],
      dnsPolicy: 'ClusterFirst',
      restartPolicy: restart,
    },
    status: {} as Pod['status'],
  }
  if (k.has('expose') && k.flag('port') === null)
    return k.fail(`--port must be set when exposing a service${see}`)
  if (k.has('dry-run') && (interactive || k.has('tty') || k.has('attach'))) {
    return k.fail(
      `--dry-run=[server|client] can't be used with attached containers options (--attach, --stdin, or --tty)${see}`,
    )
  }
  if (k.has('rm') && !interactive && !k.has('attach')) {
    return k.fail(`--rm should only be used for attached containers${see}`)
  }
  if (!interactive && !k.has('attach')) {
    const status = yield* createObject(k, pod)
    return k.has('expose') ? yield* createObject(k, serviceFor(name, labels, Number(k.flag('port')))) : status
  }
  const space = { ...pod, metadata: { ...pod.metadata, namespace: k.namespace } }
  yield* k.must(k.api.create(space))
  const status = yield* attachToPod(k, name)
  if (!k.has('rm')) return yield* ended(k, name, status)
  const code = yield* ended(k, name, status)
  yield* k.must(k.api.remove(space))
  k.out(`pod "${name}" deleted from ${k.namespace} namespace\n`)
  yield* untilGone(k, space)
  return code
}

/** A pod that is not started anew says how it ended. Ref: kubectl/pkg/cmd/run/run.go */
function* ended(k: Kubectl, name: string, status: number): Blocking<number> {
  if ((k.flag('restart') ?? 'Always') === 'Always') {
    k.p.io.err(
      `Session ended, resume using 'kubectl attach ${name} -c ${name}${k.has('stdin') ? ' -i' : ''}${k.has('tty') ? ' -t' : ''}' command when the pod is running\n`,
    )
    return 0
  }
  if (status === 0) return 0
  k.p.io.err(`pod ${k.namespace}/${name} terminated (${status === 128 ? 'StartError' : 'Error'})\n`)
  return status
}

function serviceFor(name: string, selector: Labels, port: number): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name },
    spec: { ports: [{ port, protocol: 'TCP', targetPort: port }], selector },
  }
}

function readLabels(text: string | null): Labels | null {
  if (text === null || text === '') return null
  return Object.fromEntries(
    text.split(',').map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  )
}

export function* expose(k: Kubectl): Blocking<number> {
  const [type = '', second] = k.operands.flatMap((word) => word.split('/'))
  if (type === '') return k.fail(NO_RESOURCES)
  const resource = k.resource(type)
  if (!['Pod', 'Service', 'Deployment', 'ReplicaSet'].includes(resource.kind)) {
    return k.fail(`cannot expose a ${resource.kind}`)
  }
  const target = second ?? k.fail('resource(s) were provided, but no name was specified')
  const object = yield* k.must(k.api.get<KubeObject>(resource, k.namespace, target))
  const spec = object.spec as {
    selector?: LabelSelector & Labels
    template?: { spec: Pod['spec'] }
    containers?: Container[]
  }
  const own =
    resource.kind === 'Pod'
      ? object.metadata.labels
      : (spec.selector?.matchLabels ?? (spec.selector as Labels | undefined))
  const selector = readLabels(k.flag('selector')) ?? own
  if (!selector || Object.keys(selector).length === 0) {
    return k.fail(
      `couldn't retrieve selectors via --selector flag or introspection: the ${resource.singular} ${resource.kind === 'Service' ? 'has no pod selector set' : 'has no labels and cannot be exposed'}`,
    )
  }
  const containers = spec.template?.spec.containers ?? spec.containers ?? []
  const known = containers
    .flatMap(({ ports = [] }) => ports)
    .map(({ containerPort, protocol = 'TCP' }) => ({ port: containerPort, protocol }))
  const asked = k.flag('port')
  if (asked === null && known.length === 0) {
    return k.fail("couldn't find port via --port flag or introspection")
  }
  const list =
    asked === null
      ? known
      : asked.split(',').map((port) => ({ port: Number(port), protocol: k.flag('protocol') ?? 'TCP' }))
  const bad = (asked ?? '').split(',').find((port) => asked !== null && !/^\d+$/.test(port))
  if (bad !== undefined) return k.fail(`strconv.Atoi: parsing "${bad}": invalid syntax`)
  const goal = k.flag('target-port')
  const ports = list.map(({ port, protocol }, i) => ({
    ...(list.length > 1 ? { name: `port-${i + 1}` } : {}),
    port,
    protocol,
    targetPort: goal === null ? port : /^\d+$/.test(goal) ? Number(goal) : goal,
  }))
  const { labels } = object.metadata
  const kind = k.flag('type')
  const clusterIP = k.flag('cluster-ip')
  return yield* createObject(
    k,
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: k.flag('name') ?? target, ...(labels ? { labels } : {}) },
      spec: {
        ports,
        selector,
        ...(kind === null ? {} : { type: kind }),
        ...(clusterIP === null ? {} : { clusterIP }),
        ...(k.flag('session-affinity') === null ? {} : { sessionAffinity: k.flag('session-affinity') }),
      },
      ...dry(k, { status: { loadBalancer: {} } }),
    },
    'exposed',
  )
}
