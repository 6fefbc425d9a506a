// kubectl create, run and expose: objects made of words.
import type { Blocking } from '../../../os/program.ts'
import { configMap, dry, secret } from './createdata.ts'
import { cronJob, ingress } from './createingress.ts'
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
  'clusterrole clusterrolebinding poddisruptionbudget priorityclass quota role rolebinding token'.split(' '),
)

/** What may be made, by its short name. */
const FULL: Readonly<Record<string, string>> = {
  cj: 'cronjob',
  cm: 'configmap',
  deploy: 'deployment',
  ing: 'ingress',
  ns: 'namespace',
  sa: 'serviceaccount',
}

export function* create(k: Kubectl): Blocking<number> {
  const [what, ...names] = k.operands
  if (k.all('filename').length > 0) return yield* createFromFiles(k)
  if (what === undefined) return k.fail('must specify one of -f and -k')
  const named = (): string => {
    const [name] = names
    if (name !== undefined && names.length === 1) return name
    return k.fail(
      `exactly one NAME is required, got ${names.length}\nSee 'kubectl create ${FULL[what] ?? what} -h' for help and examples`,
    )
  }
  switch (what) {
    case 'deployment':
    case 'deploy':
      if (k.all('image').length === 0) return k.fail('required flag(s) "image" not set')
      return yield* createObject(k, deployment(k, named()), { what: 'deployment:' })
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
      return yield* createObject(k, configMap(k, named()), { what: 'configmap:' })
    case 'secret': {
      const [type = '', name] = names
      if (type === '') return k.fail('the help of kubectl create secret is not supported in vethlab')
      if (type !== 'generic') return k.fail(`kubectl create secret ${type} is not supported in vethlab`)
      if (name === undefined) {
        return k.fail(
          "exactly one NAME is required, got 0\nSee 'kubectl create secret generic -h' for help and examples",
        )
      }
      return yield* createObject(k, secret(k, name), { what: 'secret' })
    }
    case 'job':
      return yield* createObject(k, job(k, named()), { what: 'job:' })
    case 'cronjob':
    case 'cj':
      return yield* createObject(k, cronJob(k, named()), { what: 'cronjob:' })
    case 'ingress':
    case 'ing':
      return yield* createObject(k, ingress(k, named()), { what: 'ingress:' })
    case 'serviceaccount':
    case 'sa':
      return yield* createObject(
        k,
        { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: named() } },
        { what: 'serviceaccount:' },
      )
    case 'service':
    case 'svc': {
      const object = service(k, names)
      const { type } = object.spec as { type: string }
      return yield* createObject(k, object, { what: `${type} service:` })
    }
    default:
      if (LACKING.has(what)) return k.fail(`kubectl create ${what} is not supported in vethlab`)
      return k.fail(
        `Unexpected args: [${k.operands.join(' ')}]\nSee 'kubectl create -h' for help and examples`,
      )
  }
}

function portOf(port: number | null): { ports?: { containerPort: number }[] } {
  return port === null ? {} : { ports: [{ containerPort: port }] }
}

function deployment(k: Kubectl, name: string): KubeObject {
  const images = k.all('image').flatMap((word) => word.split(','))
  if (images.length > 1 && k.rest) return k.fail('cannot specify multiple --image options and command')
  const labels = { app: name }
  const port = k.number('port', '--port')
  const containers: Container[] = images.map((image) => ({
    image,
    name: image.replace(/^.*\//, '').replace(/[:@].*$/, ''),
    ...portOf(port),
    ...(k.rest ? { command: [...k.rest] } : {}),
    ...dry(k, { resources: {} }),
  }))
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, labels },
    spec: {
      replicas: k.number('replicas', '-r, --replicas') ?? 1,
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
  if (!isImageName(image)) return k.fail(`Invalid image name "${image}": invalid reference format`)
  const port = k.flag('port')
  if (port !== null && !/^[+-]?\d+$/.test(port))
    return k.fail(`strconv.Atoi: parsing "${port}": invalid syntax`)
  const bad = k.all('env').find((pair) => pair.indexOf('=') < 1)
  if (bad !== undefined) return k.fail(`invalid env: ${bad}`)
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
    ...portOf(port === null ? null : Number(port)),
    resources: {},
    ...(interactive ? { stdin: true, stdinOnce: true } : {}),
    ...(k.has('tty') ? { tty: true } : {}),
  }
  const labels = readLabels(k, k.flag('labels')) ?? { run: name }
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
  if (k.has('expose') && port === null) return k.fail(`--port must be set when exposing a service${see}`)
  if (k.dryRun !== null && (interactive || k.has('tty') || k.has('attach'))) {
    return k.fail(
      `--dry-run=[server|client] can't be used with attached containers options (--attach, --stdin, or --tty)${see}`,
    )
  }
  if (k.has('rm') && !interactive && !k.has('attach')) {
    return k.fail(`--rm should only be used for attached containers${see}`)
  }
  if (!interactive && !k.has('attach')) {
    if (k.has('expose')) yield* createObject(k, serviceFor(name, labels, Number(port)))
    return yield* createObject(k, pod)
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

/** `nginx:1.27`, `registry.k8s.io/pause@sha256:…`. Ref: distribution/reference regexp.go */
function isImageName(text: string): boolean {
  const part = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*'
  const host = '(?:[A-Za-z0-9](?:[-A-Za-z0-9.]*[A-Za-z0-9])?(?::\\d+)?/)?'
  return new RegExp(
    `^${host}${part}(?:/${part})*(?::[\\w][\\w.-]{0,127})?(?:@[A-Za-z0-9+._-]+:[0-9a-fA-F]{32,})?$`,
  ).test(text)
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

function readLabels(k: Kubectl, text: string | null): Labels | null {
  if (text === null || text === '') return null
  const bad = text.split(',').find((pair) => pair.indexOf('=') < 1)
  if (bad !== undefined) return k.fail(`unexpected label spec: ${bad}`)
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
  const selector = readLabels(k, k.flag('selector')) ?? own
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
    { verb: 'exposed' },
  )
}
