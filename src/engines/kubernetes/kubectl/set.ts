// kubectl set: image, env, resources, serviceaccount, selector. (Ref: kubectl/pkg/cmd/set)
import { decodeBase64 } from '../../../commands/lib/base64.ts'
import type { Blocking } from '../../../os/program.ts'
import { decodeUtf8 } from '../../../wire/utf8.ts'
import { isApiError } from '../api/client.ts'
import type { KubeObject, Labels } from '../api/meta.ts'
import type { Container, EnvVar, PodSpec } from '../api/podtypes.ts'
import type { ConfigMap, PodTemplate, Secret } from '../api/types.ts'
import { dryWords } from './dryrun.ts'
import { NO_RESOURCES } from './change.ts'
import type { Kubectl } from './context.ts'
import { toYaml } from './goyaml.ts'
import { refOf, toJson } from './output.ts'
import { fetch, readTargets } from './targets.ts'

/** Makes the changed specification of a pod of the old one. */
type Change = (spec: PodSpec) => PodSpec

export function* set(k: Kubectl): Blocking<number> {
  const [what, ...words] = k.operands
  switch (what) {
    case undefined:
      return k.fail('the help of kubectl set is not supported in vethlab')
    case 'image':
      return yield* setImage(k, words)
    case 'env':
      return yield* setEnv(k, words)
    case 'resources':
      return yield* setResources(k, words)
    case 'serviceaccount':
    case 'sa': {
      const account = words.at(-1)
      if (account === undefined || words.length < 2) return k.fail('serviceaccount is required')
      const change: Change = (spec) => ({ ...spec, serviceAccount: account, serviceAccountName: account })
      return yield* changeAll(k, words.slice(0, -1), change, 'serviceaccount', 'ServiceAccount')
    }
    case 'selector':
      return yield* setSelector(k, words)
    case 'subject':
      return k.fail('kubectl set subject is not supported in vethlab')
    default:
      return k.fail(`unknown command "${k.operands.join(' ')}"\nSee 'kubectl set -h' for help and examples`)
  }
}

/** Of a pod, or of what makes pods. */
function podSpecOf({ kind, spec }: KubeObject): PodSpec | null {
  if (kind === 'Pod') return spec as PodSpec
  return (spec as { template?: PodTemplate } | undefined)?.template?.spec ?? null
}

function withPodSpec(object: KubeObject, podSpec: PodSpec): KubeObject {
  if (object.kind === 'Pod') return { ...object, spec: podSpec }
  const spec = object.spec as { template: PodTemplate }
  return { ...object, spec: { ...spec, template: { ...spec.template, spec: podSpec } } }
}

function* chosen(k: Kubectl, words: readonly string[]): Blocking<KubeObject[]> {
  if (words.length === 0) return k.fail(NO_RESOURCES)
  const found: KubeObject[] = []
  for (const target of readTargets(k, words)) {
    if (target.name === null && !k.has('all') && k.flag('selector') === null)
      return k.fail('resource(s) were provided, but no name was specified')
    found.push(...(yield* fetch(k, target)))
  }
  return found
}

/** `what` was updated; `named`: as a failure to do so is told. */
function* changeAll(
  k: Kubectl,
  words: readonly string[],
  change: Change,
  what: string,
  named: string,
): Blocking<number> {
  for (const object of yield* chosen(k, words)) {
    const spec = podSpecOf(object)
    if (!spec) {
      return k.fail(`the object is not a pod or does not have a pod template: ${object.metadata.name}`)
    }
    yield* put(k, object, withPodSpec(object, change(spec)), what, `${named} update to pod template`)
  }
  return 0
}

/** Nothing is said of what was so before. */
function* put(
  k: Kubectl,
  before: KubeObject,
  after: KubeObject,
  what: string,
  named: string,
): Blocking<void> {
  const output = k.flag('output')
  if (JSON.stringify(before) === JSON.stringify(after) && output === null) return
  const done = k.dryRun === 'client' ? after : yield* k.api.replace(after, '', k.dryRun === 'server')
  if (isApiError(done)) {
    return done.code === 0 ? k.refuse(done) : k.fail(`failed to patch ${named}: ${done.message}`)
  }
  if (output === 'yaml') k.out(toYaml(done))
  else if (output === 'json') k.out(toJson(done))
  else if (output === 'name') k.out(`${refOf(done)}\n`)
  else k.out(`${refOf(done)} ${what} updated${dryWords(k)}\n`)
}

/** Containers that `-c` names, `*` for any of a word. */
function isChosen(k: Kubectl, { name }: Container): boolean {
  const pattern = k.flag('containers') ?? '*'
  return pattern === '*' || pattern === name
}

// ---- image

/** `NAME=VALUE` and what stands before. */
function split(words: readonly string[]): readonly [names: readonly string[], pairs: readonly string[]] {
  const isPair = (word: string): boolean => word.indexOf('=') > 0 || (word.endsWith('-') && word !== '-')
  return [words.filter((word) => !isPair(word)), words.filter(isPair)]
}

function* setImage(k: Kubectl, words: readonly string[]): Blocking<number> {
  const [names, pairs] = split(words)
  if (names.length === 0) return k.fail(NO_RESOURCES)
  if (names.length > 1) readTargets(k, names)
  if (pairs.length === 0) return k.fail('at least one image update is required')
  const images = new Map(
    pairs.map((word) => [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)]),
  )
  const change: Change = (spec) => {
    const { containers, initContainers = [] } = spec
    for (const name of images.keys()) {
      if (name === '*' || [...containers, ...initContainers].some((one) => one.name === name)) continue
      return k.fail(`unable to find container named "${name}"`)
    }
    const changed = (container: Container): Container => {
      return { ...container, image: images.get(container.name) ?? images.get('*') ?? container.image }
    }
    return {
      ...spec,
      containers: containers.map(changed),
      ...(spec.initContainers ? { initContainers: initContainers.map(changed) } : {}),
    }
  }
  return yield* changeAll(k, names, change, 'image', 'image')
}

// ---- environment

const ENV_WORDS =
  "a valid environment variable name must consist of alphabetic characters, digits, '_', '-', or '.', and must not start with a digit (e.g. 'my.env-name',  or 'MY_ENV.NAME',  or 'MyEnvName1', regex used for validation is '[-._a-zA-Z][-._a-zA-Z0-9]*')"

function* setEnv(k: Kubectl, words: readonly string[]): Blocking<number> {
  const [names, pairs] = split([...words, ...k.all('env')])
  const added: EnvVar[] = []
  for (const pair of pairs.filter((word) => word.includes('='))) {
    const [name, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]
    if (!/^[-._a-zA-Z][-._a-zA-Z0-9]*$/.test(name))
      return k.fail(`"${name}" is not a valid key name: ${ENV_WORDS}`)
    added.push({ name, value })
  }
  const removed = new Set(pairs.filter((word) => !word.includes('=')).map((word) => word.slice(0, -1)))
  const from = k.flag('from')
  if (from !== null) added.push(...(yield* envFrom(k, from)))
  if (k.has('list')) return yield* listEnv(k, names)
  const change: Change = (spec) => {
    const changed = (container: Container): Container => {
      if (!isChosen(k, container)) return container
      const kept = (container.env ?? []).filter(({ name }) => !removed.has(name))
      const known = new Set(kept.map(({ name }) => name))
      const env = [
        ...kept.map((one) => added.find(({ name }) => name === one.name) ?? one),
        ...added.filter(({ name }) => !known.has(name)),
      ]
      const { env: _, ...rest } = container
      return env.length > 0 ? { ...rest, env } : rest
    }
    return { ...spec, containers: spec.containers.map(changed) }
  }
  return yield* changeAll(k, names, change, 'env', 'env')
}

/** A variable for each key of a config map or a secret. */
function* envFrom(k: Kubectl, from: string): Blocking<EnvVar[]> {
  const [type = '', name = ''] = from.split('/')
  const resource = k.resource(type)
  const source = yield* k.must(k.api.get<ConfigMap>(resource, k.namespace, name))
  if (resource.kind !== 'ConfigMap' && resource.kind !== 'Secret')
    return k.fail(`unsupported resource specified in --from`)
  const wanted = k.flag('keys')?.split(',')
  const keys = Object.keys(source.data ?? {}).filter((key) => wanted?.includes(key) ?? true)
  return keys.sort().map((key) => {
    const ref = { name, key }
    return {
      name: (k.flag('prefix') ?? '') + key.toUpperCase().replace(/[^A-Z0-9_]/g, '_'),
      valueFrom: resource.kind === 'Secret' ? { secretKeyRef: ref } : { configMapKeyRef: ref },
    }
  })
}

function* listEnv(k: Kubectl, names: readonly string[]): Blocking<number> {
  for (const object of yield* chosen(k, names)) {
    const containers = (podSpecOf(object)?.containers ?? []).filter((one) => isChosen(k, one))
    for (const { name, env = [] } of containers) {
      k.out(`# ${object.kind} ${object.metadata.name}, container ${name}\n`)
      for (const one of env) k.out(`${yield* envLine(k, one)}\n`)
    }
  }
  return 0
}

function* envLine(k: Kubectl, { name, value = '', valueFrom }: EnvVar): Blocking<string> {
  if (!valueFrom) return `${name}=${value}`
  const { configMapKeyRef, secretKeyRef, fieldRef } = valueFrom
  if (fieldRef) return `# ${name} from field path ${fieldRef.fieldPath}`
  const ref = configMapKeyRef ?? secretKeyRef
  const kind = configMapKeyRef ? 'configmap' : 'secret'
  if (!ref) return `# ${name} is not understood`
  if (!k.has('resolve')) return `# ${name} from ${kind} ${ref.name}, key ${ref.key}`
  const source = yield* k.must(k.api.get<ConfigMap | Secret>(k.resource(kind), k.namespace, ref.name))
  const found = source.data?.[ref.key] ?? ''
  return `${name}=${configMapKeyRef ? found : decodeUtf8(decodeBase64(found) ?? new Uint8Array())}`
}

// ---- resources

function* setResources(k: Kubectl, words: readonly string[]): Blocking<number> {
  const limits = amounts(k, k.flag('limits'))
  const requests = amounts(k, k.flag('requests'))
  if (words.length === 0) return k.fail(NO_RESOURCES)
  if (!limits && !requests)
    return k.fail('you must specify an update to requests or limits (in the form of --requests/--limits)')
  const change: Change = (spec) => {
    const changed = (container: Container): Container => {
      if (!isChosen(k, container)) return container
      const { resources = {} } = container
      const both = {
        ...(limits ? { limits: { ...resources.limits, ...limits } } : {}),
        ...(requests ? { requests: { ...resources.requests, ...requests } } : {}),
      }
      return { ...container, resources: { ...resources, ...both } }
    }
    return { ...spec, containers: spec.containers.map(changed) }
  }
  return yield* changeAll(k, words, change, 'resource requirements', 'limit')
}

function amounts(k: Kubectl, text: string | null): Labels | null {
  if (text === null) return null
  const pairs = text.split(',').map((word) => {
    const [name = '', amount, ...more] = word.split('=')
    if (amount === undefined || more.length > 0)
      return k.fail(`Invalid argument syntax ${word}, expected <resource>=<value>`)
    return [name, amount]
  })
  return Object.fromEntries(pairs) as Labels
}

// ---- selector

function* setSelector(k: Kubectl, words: readonly string[]): Blocking<number> {
  const text = words.at(-1)
  if (text === undefined || !text.includes('='))
    return k.fail('one or more resources must be specified as <resource> <name> or <resource>/<name>')
  const selector = Object.fromEntries(text.split(',').map((pair) => pair.split('='))) as Labels
  for (const object of yield* chosen(k, words.slice(0, -1))) {
    if (object.kind !== 'Service') return k.fail(`setting a selector is only supported for Services`)
    const spec = { ...(object.spec as object), selector }
    yield* put(k, object, { ...object, spec }, 'selector', 'selector')
  }
  return 0
}
